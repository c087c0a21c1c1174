"""Reconciliation: what the journal and the spent marks say about a day. Nothing else is kept, so nobody's time is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from sqlalchemy import select

from kiosk.domain.ballot import FORM, Cast, mark_salt, spent_mark, spent_units
from kiosk.domain.campaign import Campaign
from kiosk.domain.canonical import EncodingError, read
from kiosk.domain.credential import Role
from kiosk.domain.journal import Attendance, Entry, Kind, decode_entry
from kiosk.domain.staff import NUMBER_BYTES, Act, DayCounts
from kiosk.storage.errors import translated
from kiosk.storage.journal import Journal
from kiosk.storage.models import SpentMark


@dataclass(slots=True)
class Tallied:
    """The day's entries, counted. `own` are the spent marks that the casts in the journal stand for.

    `people` are the day's, `known` every card this kiosk ever read.
    """

    total: int = 0
    casts: int = 0
    ratings: int = 0
    forms: int = 0
    suggestions: int = 0
    people: set[bytes] = field(default_factory=set)
    known: set[bytes] = field(default_factory=set)
    own: set[bytes] = field(default_factory=set)

    def begin_day(self) -> None:
        """Forget what belongs to the day; totals stay."""
        self.casts = self.ratings = self.forms = self.suggestions = 0
        self.people = set()


def tally_entries(entries: Iterable[bytes], salt: bytes) -> Tallied:
    """Count the journal's entries; the day begins at the last opening, or at the first entry."""
    tallied = Tallied()
    for data in entries:
        entry = decode_entry(data)
        if entry.kind == Kind.STAFF and entry.body.get("act") == Act.OPEN_DAY:
            tallied.begin_day()
        elif entry.kind == Kind.CAST:
            _count_cast(tallied, read(Cast, entry.body), salt)
        elif entry.kind == Kind.SUGGESTION:
            tallied.suggestions += 1
        elif entry.kind == Kind.ATTENDANCE:
            _count_attendance(tallied, entry)
    return tallied


def reconcile(journal: Journal, campaign: Campaign, now: int) -> tuple[DayCounts, int]:
    """The day's counts and how many casts there ever were. Raises StorageError."""
    tallied = tally_entries(journal.entries(), campaign.salt)
    spent, salt = spent_marks(journal), mark_salt(campaign.salt, campaign.mode)
    begun = {session.number for session in campaign.sessions if session.start.timestamp() <= now}
    departments = [department.id for department in campaign.departments if department.session in begun]
    everything, some, nothing = 0, 0, 0
    people = _people(tallied.people, tallied.known)
    for person in people:
        cast = sum(spent_mark(salt, person, FORM, unit) in spent for unit in departments)
        everything += cast == len(departments) > 0
        some += 0 < cast < len(departments)
        nothing += cast == 0
    counts = DayCounts(
        casts=tallied.casts,
        ratings=tallied.ratings,
        forms=tallied.forms,
        suggestions=tallied.suggestions,
        signed_in=len(people),
        cast_all=everything,
        cast_some=some,
        cast_none=nothing,
        agrees=tallied.own <= spent,
        unsent=journal.state().unsent,
    )
    return counts, tallied.total


def casts_since_closing(journal: Journal) -> int:
    """Casts that no closing has reconciled yet. If there are any, an opening's zero would hide them.

    Raises StorageError.
    """
    casts = 0
    for data in journal.entries():
        entry = decode_entry(data)
        if entry.kind == Kind.CAST:
            casts += 1
        elif entry.kind == Kind.STAFF and entry.body.get("act") == Act.CLOSE_DAY:
            casts = 0
    return casts


def spent_marks(journal: Journal) -> set[bytes]:
    """Every rating that is known to be cast, here or elsewhere. Raises StorageError."""
    with translated(), journal.engine.reading() as connection:
        return set(connection.scalars(select(SpentMark.mark)))


def _count_cast(tallied: Tallied, cast: Cast, salt: bytes) -> None:
    tallied.total += 1
    tallied.casts += 1
    tallied.people.add(cast.credential)
    tallied.known.add(cast.credential)
    if cast.form == FORM:
        tallied.ratings += len(cast.sealed)
    else:
        tallied.forms += 1
    tallied.own |= marks_of(cast, salt)


def marks_of(cast: Cast, salt: bytes) -> set[bytes]:
    """The spent marks that a cast stands for."""
    own = mark_salt(salt, cast.mode)
    return {spent_mark(own, cast.credential, cast.form, unit) for unit in spent_units(cast.form, cast.sealed)}


def _count_attendance(tallied: Tallied, entry: Entry) -> None:
    try:
        attendance = read(Attendance, entry.body)
    except EncodingError:
        return
    if attendance.role == Role.REPRESENTATIVE:
        tallied.people.add(attendance.credential)
        tallied.known.add(attendance.credential)


def _people(credentials: set[bytes], known: set[bytes]) -> set[bytes]:
    """Each person once: somebody checked in by number may have shown the card before or later."""
    cards = {card[:NUMBER_BYTES]: card for card in known if len(card) > NUMBER_BYTES}
    return {cards.get(credential, credential) for credential in credentials}
