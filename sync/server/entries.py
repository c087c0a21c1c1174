"""What the server makes of each kind of entry; one it does not understand is parked, never refused."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy.engine import Connection

from kiosk.domain.ballot import Cast, spent_mark, spent_units
from kiosk.domain.canonical import EncodingError, encode, read
from kiosk.domain.journal import Attendance, Kind, Opinion, decode_entry
from kiosk.domain.receipt import receipt_code
from kiosk.domain.suggestion import SealedSuggestion
from sync.server.database import insert_new
from sync.server.models import Receipt, Spent, StoredEntry, StoredSuggestion
from sync.server.suggestions import received

UNKNOWN = "?"


@dataclass(frozen=True, slots=True)
class Intake:
    """What handlers know. `salt` is None before the first pack; `on` is the date of receipt, ISO 8601."""

    campaign: str
    kiosk: str
    salt: bytes | None
    on: str


def take_in(connection: Connection, intake: Intake, rows: Sequence[dict[str, Any]]) -> None:
    """Store entries and what follows from them, in the caller's transaction."""
    stored = []
    for row in rows:
        kind, parked = _understand(connection, intake, row)
        stored.append({**row, "kind": kind, "parked": parked})
    insert_new(connection, StoredEntry, stored)


def _understand(connection: Connection, intake: Intake, row: dict[str, Any]) -> tuple[str, bool]:
    try:
        entry = decode_entry(row["entry"])
    except EncodingError:
        return UNKNOWN, True
    handler = _HANDLERS.get(entry.kind)
    if entry.seq != row["seq"] or entry.v != 1 or handler is None:
        return entry.kind[:40], True
    try:
        handler(connection, intake, entry.body)
    except EncodingError:
        return entry.kind, True
    return entry.kind, False


def _cast(connection: Connection, intake: Intake, body: dict[str, Any]) -> None:
    cast = read(Cast, body)
    if cast.campaign != intake.campaign:
        raise EncodingError("other-campaign")
    insert_new(connection, Receipt, [{"code": receipt_code(encode(body))}])
    if intake.salt is not None:
        insert_new(connection, Spent, [{"mark": mark} for mark in marks_of(cast, intake.salt)])


def marks_of(cast: Cast, salt: bytes) -> list[bytes]:
    """The spent marks of a cast, sorted, so that their order says nothing."""
    return sorted(spent_mark(salt, cast.credential, cast.form, unit) for unit in spent_units(cast.form, cast.sealed))


def _suggestion(connection: Connection, intake: Intake, body: dict[str, Any]) -> None:
    suggestion = read(SealedSuggestion, body)
    if suggestion.campaign != intake.campaign:
        raise EncodingError("other-campaign")
    code = receipt_code(encode(body))
    row = {
        "receipt": code,
        "envelope": suggestion.envelope,
        "sealed": suggestion.sealed,
        "campaign": intake.campaign,
        "kiosk": intake.kiosk,
        "department": None,
        "summary_zh": "",
        "summary_en": "",
        "reply_zh": None,
        "reply_en": None,
        "outcome": None,
    }
    insert_new(connection, StoredSuggestion, [row])
    received(connection, code, intake.on)


def _attendance(connection: Connection, intake: Intake, body: dict[str, Any]) -> None:
    read(Attendance, body)


def _opinion(connection: Connection, intake: Intake, body: dict[str, Any]) -> None:
    read(Opinion, body)


def _staff(connection: Connection, intake: Intake, body: dict[str, Any]) -> None:
    if not isinstance(body.get("act"), str):
        raise EncodingError("wrong-shape", "staff")


_HANDLERS: dict[str, Callable[[Connection, Intake, dict[str, Any]], None]] = {
    Kind.CAST: _cast,
    Kind.SUGGESTION: _suggestion,
    Kind.ATTENDANCE: _attendance,
    Kind.OPINION: _opinion,
    Kind.STAFF: _staff,
}
