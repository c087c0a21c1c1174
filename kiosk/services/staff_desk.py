"""What staff do for people: who is here, checking in a card that does not read, lost cards, help given.

CheckInRefused           `code`: bad-number, already-here, not-locked; nothing was recorded
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import delete, func, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.engine import Connection

from kiosk.domain.canonical import EncodingError, read, to_map
from kiosk.domain.credential import Role
from kiosk.domain.journal import Attendance, Kind, decode_entry
from kiosk.domain.staff import NUMBER_BYTES, Act, CheckInReason, card_number, parse_card_number
from kiosk.services.clock import Clock
from kiosk.services.library import Library
from kiosk.services.sign_in import attendance_slot, session_at
from kiosk.storage.errors import translated
from kiosk.storage.journal import Journal
from kiosk.storage.models import Attended, PinTries


class CheckInRefused(Exception):
    """Nothing was recorded. `code` is stable."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class Present:
    """Somebody who is here, as the list shows it. `category` is empty where only the card's number is known."""

    number: str
    category: str
    how: str


@dataclass(frozen=True, slots=True)
class Waiting:
    """A card whose PIN was typed wrong so often that it waits; `locked` until staff unlock it."""

    number: str
    locked: bool


class StaffDesk:
    """Services for people who need staff. `by` is always the id of the staff card that is signed in."""

    def __init__(self, journal: Journal, library: Library, clock: Clock) -> None:
        self._journal = journal
        self._library = library
        self._clock = clock

    def session(self) -> int | None:
        """The session in progress, if any."""
        return session_at(self._library.campaign, self._clock.now())

    def present(self) -> tuple[Present, ...]:
        """Representatives marked present here in the session in progress, or today between sessions.

        In the order of card numbers: the order of arrival is nobody's business. Raises StorageError.
        """
        now = self._clock.now()
        slot = attendance_slot(self.session(), now)
        found = {}
        for data in self._journal.entries():
            entry = decode_entry(data)
            if entry.kind != Kind.ATTENDANCE:
                continue
            try:
                body = read(Attendance, entry.body)
            except EncodingError:
                continue
            if body.role == Role.REPRESENTATIVE and attendance_slot(body.session, body.at) == slot:
                number = card_number(body.credential)
                found[number] = Present(number, body.category, body.how)
        return tuple(found[number] for number in sorted(found))

    def check_in(self, by: bytes, number: str, reason: CheckInReason) -> None:
        """Mark somebody present by the number on the card, durably, with who did it and why.

        It gives no right to vote: for that a card must be read. Raises CheckInRefused or StorageError.
        """
        prefix = _number(number)
        credential, now = self._known(prefix), self._clock.now()
        session = self.session()
        slot = attendance_slot(session, now)
        body = Attendance(credential, Role.REPRESENTATIVE, "", now, "staff", session)
        with translated(), self._journal.engine.begin() as connection:
            if _is_here(connection, prefix, slot):
                raise CheckInRefused("already-here")
            connection.execute(insert(Attended).values(credential=credential, session=slot))
            self._journal.append(connection, Kind.ATTENDANCE, to_map(body))
            audit = {"act": Act.CHECK_IN.value, "by": by, "number": prefix, "reason": reason.value}
            self._journal.append(connection, Kind.STAFF, audit)

    def report_lost_card(self, by: bytes, number: str) -> None:
        """Ask the organiser to replace a card; it stays valid until the next pack says otherwise.

        Raises CheckInRefused for what is no card number, or StorageError.
        """
        self._journal.record(Kind.STAFF, {"act": Act.REPLACE_CARD.value, "by": by, "number": _number(number)})

    def waiting(self) -> tuple[Waiting, ...]:
        """Cards that wait after wrong PINs, in the order of their numbers. Raises StorageError or NothingPublished."""
        policy = self._library.campaign.pin
        with translated(), self._journal.engine.reading() as connection:
            rows = connection.execute(
                select(PinTries.credential, PinTries.wrong).where(PinTries.wrong >= policy.tries_before_wait)
            ).all()
        found = [Waiting(card_number(row.credential), row.wrong >= policy.tries_before_lock) for row in rows]
        return tuple(sorted(found, key=lambda card: card.number))

    def unlock_pin(self, by: bytes, number: str) -> None:
        """Forget the wrong PINs of the card with this number, durably and with who did it.

        Raises CheckInRefused (`bad-number`, or `not-locked` where there are none) or StorageError.
        """
        prefix = _number(number)
        with translated(), self._journal.engine.begin() as connection:
            same = func.substr(PinTries.credential, 1, NUMBER_BYTES) == prefix
            credentials = list(connection.scalars(select(PinTries.credential).where(same)))
            if not credentials:
                raise CheckInRefused("not-locked")
            connection.execute(delete(PinTries).where(same))
            for credential in credentials:
                body = {"act": Act.UNLOCK_PIN.value, "by": by, "credential": credential}
                self._journal.append(connection, Kind.STAFF, body)

    def note(self, by: bytes, act: Act, what: str = "") -> None:
        """Record that staff did something that leaves no other entry. Raises StorageError."""
        self._journal.record(Kind.STAFF, {"act": act.value, "by": by} | ({"what": what} if what else {}))

    def note_first_stick(self) -> None:
        """Record that a stick is read while there is no content, when nobody can sign in. Raises StorageError."""
        self._journal.record(Kind.STAFF, {"act": Act.STICK.value, "what": "in"})

    def record_help(self, by: bytes, credential: bytes) -> None:
        """Record that a person was helped through the screens; never what was chosen. Raises StorageError."""
        self._journal.record(Kind.STAFF, {"act": Act.HELPED.value, "by": by, "credential": credential})

    def _known(self, prefix: bytes) -> bytes:
        """The whole credential if the pack shows exactly one with this number, else the number alone."""
        pins = {pin.credential for pin in self._library.published.access.pins}
        matching = [credential for credential in pins if credential.startswith(prefix)]
        return matching[0] if len(matching) == 1 else prefix


def _number(typed: str) -> bytes:
    prefix = parse_card_number(typed)
    if prefix is None:
        raise CheckInRefused("bad-number")
    return prefix


def _is_here(connection: Connection, prefix: bytes, slot: int) -> bool:
    same = func.substr(Attended.credential, 1, NUMBER_BYTES) == prefix
    return connection.scalar(select(Attended.credential).where(same, Attended.session == slot).limit(1)) is not None
