"""The suggestions' loop: received → forwarded → in hand → replied → closed, reopened if need be; every step kept.

The words stay sealed in the database and are opened only when somebody who handles suggestions reads them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

from sqlalchemy import Row, insert, select, update
from sqlalchemy.engine import Connection

from kiosk.crypto.sealing import SealRefused, open_sealed
from kiosk.crypto.signing import Purpose, sign
from kiosk.domain.campaign import Bilingual
from kiosk.domain.canonical import EncodingError, encode_message
from kiosk.domain.receipt import ReceiptError, parse_receipt, status_key
from kiosk.domain.suggestion import (
    NEXT,
    State,
    Status,
    StatusList,
    Step,
    Suggestion,
    decode_suggestion,
    suggestion_info,
)
from sync.server.database import get_number, insert_new, put_number
from sync.server.errors import Malformed, NotFound, NotNow
from sync.server.models import StoredSuggestion, SuggestionStep
from sync.server.server import Server

STATUS_VERSION = "status_version"
CHINA = timezone(timedelta(hours=8))
SERVER = "server"
NOT_READ_YET = Bilingual("您的意见建议", "Your suggestion")
_NOTES = {
    State.RECEIVED: Bilingual("已受理", "Received"),
    State.FORWARDED: Bilingual("已转办", "Passed on"),
    State.IN_HAND: Bilingual("正在办理", "Being worked on"),
    State.REPLIED: Bilingual("已答复", "Answered"),
    State.ADOPTED: Bilingual("已采纳", "Adopted"),
    State.EXPLAINED: Bilingual("已说明", "Explained"),
    State.DECLINED: Bilingual("不予采纳，已说明理由", "Not adopted; the reason is given"),
    State.MERGED: Bilingual("与同类建议合并办理", "Handled together with similar suggestions"),
}


@dataclass(frozen=True, slots=True)
class Handled:
    """A suggestion as those who handle it see it. `words` is None for imported samples."""

    receipt: str
    status: Status
    words: Suggestion | None


def today(now: int) -> str:
    """The date in Qingdao, ISO 8601."""
    return datetime.fromtimestamp(now, UTC).astimezone(CHINA).date().isoformat()


def received(connection: Connection, receipt: str, on: str) -> None:
    """The first step, in the caller's transaction; a second time changes nothing."""
    known = connection.scalar(select(SuggestionStep.id).where(SuggestionStep.receipt == receipt).limit(1))
    if known is None:
        _add_step(connection, receipt, State.RECEIVED, on, _NOTES[State.RECEIVED], SERVER)


def list_suggestions(server: Server, state: State | None = None) -> list[Handled]:
    """All suggestions, opened, newest last; with `state` only those that stand there."""
    with server.engine.begin() as connection:
        handled = [_handled(server, connection, row) for row in _all(connection)]
    return [item for item in handled if state in (None, item.status.state)]


def find_suggestion(server: Server, receipt: str) -> Handled:
    """One suggestion. Raises NotFound or Malformed for a code that cannot be one."""
    with server.engine.begin() as connection:
        return _handled(server, connection, _one(connection, _code(receipt)))


def forward(server: Server, receipt: str, department: str, by: str) -> Handled:
    """Pass it on to a department. Raises NotFound, NotNow."""
    return _step(server, receipt, State.FORWARDED, by, {"department": department})


def take_in_hand(server: Server, receipt: str, by: str) -> Handled:
    """Somebody works on it; after a closing this reopens it. Raises NotFound, NotNow."""
    return _step(server, receipt, State.IN_HAND, by, {})


def reply(server: Server, receipt: str, words: Bilingual, by: str) -> Handled:
    """Answer it. Raises NotFound, NotNow."""
    return _step(server, receipt, State.REPLIED, by, {"reply_zh": words.zh, "reply_en": words.en or None})


def close(server: Server, receipt: str, state: State, by: str, outcome: str | None = None) -> Handled:
    """Close it as adopted, explained, declined or merged. Raises NotFound, NotNow."""
    return _step(server, receipt, state, by, {"outcome": outcome})


def summarise(server: Server, receipt: str, summary: Bilingual) -> Handled:
    """Set the handler's summary, which anybody with the receipt may read. Raises NotFound."""
    code = _code(receipt)
    with server.engine.begin() as connection:
        _one(connection, code)
        values = {"summary_zh": summary.zh, "summary_en": summary.en}
        connection.execute(update(StoredSuggestion).where(StoredSuggestion.receipt == code).values(values))
        _touch(connection)
        return _handled(server, connection, _one(connection, code))


def import_statuses(server: Server, statuses: Iterable[tuple[str, Status]]) -> None:
    """Sample suggestions without words: (receipt, status); those already there stay as they are."""
    with server.engine.begin() as connection:
        for receipt, status in statuses:
            if _find(connection, receipt) is not None:
                continue
            row = {
                "receipt": receipt,
                "envelope": None,
                "sealed": None,
                "campaign": server.campaign,
                "kiosk": None,
                "department": status.department,
                "summary_zh": status.summary.zh,
                "summary_en": status.summary.en,
                "reply_zh": status.reply.zh if status.reply else None,
                "reply_en": status.reply.en if status.reply else None,
                "outcome": status.outcome,
            }
            insert_new(connection, StoredSuggestion, [row])
            for step in status.steps:
                _add_step(connection, receipt, step.state, step.on, step.note, SERVER)


def status_list(server: Server) -> tuple[bytes, int]:
    """The signed list of all statuses, and its version."""
    with server.engine.begin() as connection:
        statuses = {status_key(row.receipt): _status(connection, row) for row in _all(connection)}
        version = get_number(connection, STATUS_VERSION)
    message = StatusList(server.campaign, version, server.now(), statuses)
    return sign(encode_message(message), Purpose.STATUSES, server.key), version


def status_of(server: Server, receipt: str) -> Status:
    """What anybody holding the receipt may read. Raises NotFound, Malformed."""
    with server.engine.begin() as connection:
        return _status(connection, _one(connection, _code(receipt)))


def _step(server: Server, receipt: str, state: State, by: str, values: dict[str, Any]) -> Handled:
    code = _code(receipt)
    with server.engine.begin() as connection:
        row = _one(connection, code)
        if state not in NEXT[_status(connection, row).state]:
            raise NotNow("wrong-state")
        if values:
            connection.execute(update(StoredSuggestion).where(StoredSuggestion.receipt == code).values(values))
        _add_step(connection, code, state, today(server.now()), _NOTES[state], by)
        return _handled(server, connection, _one(connection, code))


def _add_step(connection: Connection, receipt: str, state: State, on: str, note: Bilingual, by: str) -> None:
    row = {"receipt": receipt, "state": state.value, "on": on, "note_zh": note.zh, "note_en": note.en, "by": by}
    connection.execute(insert(SuggestionStep), [row])
    _touch(connection)


def _touch(connection: Connection) -> None:
    """Kiosks that hear a higher version fetch the list anew."""
    put_number(connection, STATUS_VERSION, get_number(connection, STATUS_VERSION) + 1)


def _all(connection: Connection) -> list[Row[Any]]:
    return list(connection.execute(select(StoredSuggestion.__table__)))


def _find(connection: Connection, code: str) -> Row[Any] | None:
    return connection.execute(select(StoredSuggestion.__table__).where(StoredSuggestion.receipt == code)).one_or_none()


def _one(connection: Connection, code: str) -> Row[Any]:
    row = _find(connection, code)
    if row is None:
        raise NotFound("unknown-receipt")
    return row


def _code(receipt: str) -> str:
    try:
        return parse_receipt(receipt)
    except ReceiptError as error:
        raise Malformed(error.code) from error


def _status(connection: Connection, row: Row[Any]) -> Status:
    steps = connection.execute(
        select(SuggestionStep.__table__).where(SuggestionStep.receipt == row.receipt).order_by(SuggestionStep.id)
    )
    return Status(
        summary=Bilingual(row.summary_zh, row.summary_en) if row.summary_zh else NOT_READ_YET,
        department=row.department,
        steps=tuple(Step(State(s.state), s.on, Bilingual(s.note_zh, s.note_en)) for s in steps),
        reply=Bilingual(row.reply_zh, row.reply_en or "") if row.reply_zh else None,
        outcome=row.outcome,
    )


def _handled(server: Server, connection: Connection, row: Row[Any]) -> Handled:
    return Handled(row.receipt, _status(connection, row), _words(server, row))


def _words(server: Server, row: Row[Any]) -> Suggestion | None:
    if row.sealed is None:
        return None
    try:
        return decode_suggestion(open_sealed(row.sealed, server.intake, suggestion_info(row.campaign, row.envelope)))
    except (SealRefused, EncodingError):
        return None
