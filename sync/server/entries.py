"""What the server makes of each kind of entry; one it does not understand is parked, never refused."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy.engine import Connection

from kiosk.domain.ballot import Cast, spent_mark, spent_units
from kiosk.domain.canonical import EncodingError, encode, read
from kiosk.domain.journal import Attendance, Kind, Opinion, decode_entry
from kiosk.domain.receipt import receipt_code
from kiosk.domain.suggestion import SealedSuggestion
from sync.server.database import insert_new, lock
from sync.server.models import Receipt, Spent, StoredEntry
from sync.server.returned import continue_waiting
from sync.server.suggestion_rows import take_in_new, today

UNKNOWN = "?"
SPENT_LOCK = "spent_lock"


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


def take_in(connection: Connection, intake: Intake, rows: Sequence[Mapping[str, Any]]) -> None:
    """Store entries and what follows from them, in the caller's transaction."""
    gathered = Gathered()
    understood = [(row, *understand(intake, row["seq"], row["entry"], gathered)) for row in rows]
    insert_new(connection, StoredEntry, [{**row, "kind": kind, "parked": parked} for row, kind, parked in understood])
    take_in_gathered(connection, intake, gathered)


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
        handler(gathered, intake, entry.body)
    except EncodingError:
        return entry.kind, True
    return entry.kind, False


def take_in_gathered(connection: Connection, intake: Intake, gathered: Gathered) -> None:
    """Write receipts, suggestions and spent marks. Marks last: their lock is held until the commit."""
    insert_new(connection, Receipt, [{"code": code} for code in sorted(gathered.receipts)])
    if gathered.suggestions:
        take_in_new(connection, gathered.suggestions, today(intake.at))
        continue_waiting(connection, intake.at)
    if gathered.marks:
        lock(connection, SPENT_LOCK)
        insert_new(connection, Spent, [{"mark": mark} for mark in gathered.marks])


def printable(text: str, most: int = 40) -> str:
    """A text from outside that every database can hold: PostgreSQL refuses NUL and lone surrogates."""
    return "".join(c if c.isprintable() else "?" for c in text[:most])


def _cast(gathered: Gathered, intake: Intake, body: dict[str, Any]) -> None:
    cast = read(Cast, body)
    if cast.campaign != intake.campaign:
        raise EncodingError("other-campaign")
    gathered.receipts.add(receipt_code(encode(body)))
    if intake.salt is not None:
        gathered.marks += marks_of(cast, intake.salt)


def marks_of(cast: Cast, salt: bytes) -> list[bytes]:
    """The spent marks of a cast, sorted, so that their order says nothing."""
    return sorted(spent_mark(salt, cast.credential, cast.form, unit) for unit in spent_units(cast.form, cast.sealed))


def _suggestion(gathered: Gathered, intake: Intake, body: dict[str, Any]) -> None:
    suggestion = read(SealedSuggestion, body)
    if suggestion.campaign != intake.campaign:
        raise EncodingError("other-campaign")
    gathered.suggestions.append(
        {
            "receipt": receipt_code(encode(body)),
            "envelope": suggestion.envelope,
            "sealed": suggestion.sealed,
            "campaign": intake.campaign,
            "kiosk": intake.kiosk,
        }
    )


def _attendance(gathered: Gathered, intake: Intake, body: dict[str, Any]) -> None:
    read(Attendance, body)


def _opinion(gathered: Gathered, intake: Intake, body: dict[str, Any]) -> None:
    read(Opinion, body)


def _staff(gathered: Gathered, intake: Intake, body: dict[str, Any]) -> None:
    if not isinstance(body.get("act"), str):
        raise EncodingError("wrong-shape", "staff")


_HANDLERS: dict[str, Callable[[Gathered, Intake, dict[str, Any]], None]] = {
    Kind.CAST: _cast,
    Kind.SUGGESTION: _suggestion,
    Kind.ATTENDANCE: _attendance,
    Kind.OPINION: _opinion,
    Kind.STAFF: _staff,
}
