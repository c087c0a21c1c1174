"""What the server makes of each kind of entry; one it does not understand is parked, never refused."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy.engine import Connection

from kiosk.domain.ballot import Cast, mark_salt, spent_marks, spent_units
from kiosk.domain.canonical import EncodingError, read
from kiosk.domain.journal import Attendance, Entry, Kind, Opinion, body_bytes, decode_entry
from kiosk.domain.receipt import receipt_code
from kiosk.domain.suggestion import SealedSuggestion
from sync.server.database import add_new, lock
from sync.server.models import Receipt, Spent, StoredEntry
from sync.server.returned import continue_waiting
from sync.server.suggestion_rows import take_in_new, today

UNKNOWN = "?"
SPENT_LOCK = "spent_lock"
ENTRY_COLUMNS = ("kiosk", "epoch", "seq", "kind", "entry", "hash", "parked")


@dataclass(frozen=True, slots=True)
class Intake:
    """What handlers know. `salt` is None before the first pack; `at` is Unix seconds."""

    campaign: str
    kiosk: str
    salt: bytes | None
    at: int


@dataclass(slots=True)
class Gathered:
    """What follows from understood entries, written in one go afterwards."""

    receipts: set[str] = field(default_factory=set)
    marks: list[bytes] = field(default_factory=list)
    suggestions: list[dict[str, Any]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Understood:
    """Entries as they are stored, and what follows from them. `intake` is what it depends on."""

    intake: Intake
    stored: Sequence[tuple[object, ...]]
    gathered: Gathered


def understand_all(intake: Intake, rows: Iterable[Mapping[str, Any]]) -> Understood:
    """Read entries; needs no database and holds no lock."""
    gathered, stored = Gathered(), []
    for row in rows:
        kind, parked = understand(intake, row["seq"], row["entry"], gathered)
        stored.append((row["kiosk"], row["epoch"], row["seq"], kind, row["entry"], row["hash"], parked))
    return Understood(intake, stored, gathered)


def take_in(connection: Connection, understood: Understood) -> None:
    """Store entries and what follows from them, in the caller's transaction."""
    add_new(connection, StoredEntry, ENTRY_COLUMNS, understood.stored)
    take_in_gathered(connection, understood.intake, understood.gathered)


def understand(intake: Intake, seq: int, data: bytes, gathered: Gathered) -> tuple[str, bool]:
    """(kind, whether it must be parked) of an entry's bytes; what follows from it is added to `gathered`."""
    try:
        entry = decode_entry(data)
    except EncodingError:
        return UNKNOWN, True
    handler = _HANDLERS.get(entry.kind)
    if entry.seq != seq or entry.v != 1 or handler is None:
        return printable(entry.kind), True
    try:
        handler(gathered, intake, entry, data)
    except EncodingError:
        return entry.kind, True
    return entry.kind, False


def take_in_gathered(connection: Connection, intake: Intake, gathered: Gathered) -> None:
    """Write receipts, suggestions and spent marks. Marks last: their lock is held until the commit."""
    add_new(connection, Receipt, ("code",), [(code,) for code in sorted(gathered.receipts)])
    if gathered.suggestions:
        take_in_new(connection, gathered.suggestions, today(intake.at))
        continue_waiting(connection, intake.at)
    if gathered.marks:
        lock(connection, SPENT_LOCK)
        add_new(connection, Spent, ("mark",), [(mark,) for mark in gathered.marks])


def printable(text: str, most: int = 40) -> str:
    """A text from outside that every database can hold: PostgreSQL refuses NUL and lone surrogates."""
    return "".join(c if c.isprintable() else "?" for c in text[:most])


def _cast(gathered: Gathered, intake: Intake, entry: Entry, data: bytes) -> None:
    cast = read(Cast, entry.body)
    if cast.campaign != intake.campaign:
        raise EncodingError("other-campaign")
    gathered.receipts.add(receipt_code(body_bytes(entry, data)))
    if intake.salt is not None:
        gathered.marks += marks_of(cast, intake.salt)


def marks_of(cast: Cast, salt: bytes) -> list[bytes]:
    """The spent marks of a cast, sorted, so that their order says nothing."""
    units = spent_units(cast.form, cast.sealed)
    return sorted(spent_marks(mark_salt(salt, cast.mode), cast.credential, cast.form, units))


def _suggestion(gathered: Gathered, intake: Intake, entry: Entry, data: bytes) -> None:
    suggestion = read(SealedSuggestion, entry.body)
    if suggestion.campaign != intake.campaign:
        raise EncodingError("other-campaign")
    gathered.suggestions.append(
        {
            "receipt": receipt_code(body_bytes(entry, data)),
            "envelope": suggestion.envelope,
            "sealed": suggestion.sealed,
            "campaign": intake.campaign,
            "kiosk": intake.kiosk,
        }
    )


def _attendance(gathered: Gathered, intake: Intake, entry: Entry, data: bytes) -> None:
    read(Attendance, entry.body)


def _opinion(gathered: Gathered, intake: Intake, entry: Entry, data: bytes) -> None:
    read(Opinion, entry.body)


def _staff(gathered: Gathered, intake: Intake, entry: Entry, data: bytes) -> None:
    if not isinstance(entry.body.get("act"), str):
        raise EncodingError("wrong-shape", "staff")


_HANDLERS: dict[str, Callable[[Gathered, Intake, Entry, bytes], None]] = {
    Kind.CAST: _cast,
    Kind.SUGGESTION: _suggestion,
    Kind.ATTENDANCE: _attendance,
    Kind.OPINION: _opinion,
    Kind.STAFF: _staff,
}
