"""What the public may read: one status by its receipt, all of them as a signed list, and samples brought in."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import select

from kiosk.crypto.signing import Purpose, sign
from kiosk.domain.canonical import encode_message
from kiosk.domain.receipt import status_key
from kiosk.domain.suggestion import Status, StatusList
from sync import wire
from sync.server.database import get_number, insert_new, reading
from sync.server.models import StoredSuggestion
from sync.server.server import Server
from sync.server.suggestion_rows import (
    FRESH,
    SERVER,
    STATUS_VERSION,
    add_step,
    find_row,
    parse_code,
    public_rows,
    roots_of,
    status_from,
    status_of_row,
    steps_of,
    touch,
)


def status_of(server: Server, receipt: str) -> Status:
    """What anybody holding the receipt may read. Raises NotFound, Malformed."""
    with reading(server.engine) as connection:
        return status_of_row(connection, find_row(connection, parse_code(receipt)))


def is_suggestion(server: Server, code: str) -> bool:
    """Whether a receipt (in its plain form) is one of a suggestion that has arrived."""
    with reading(server.engine) as connection:
        wanted = select(StoredSuggestion.receipt).where(StoredSuggestion.receipt == code)
        return connection.scalar(wanted) is not None


def offered_list(server: Server) -> tuple[bytes, int]:
    """The list as kiosks fetch it, compressed, and its version; perhaps a few seconds old where building is costly."""
    return server.statuses.get(lambda: status_version(server), lambda: _compressed(server))


def _compressed(server: Server) -> tuple[bytes, int]:
    message, version = status_list(server)
    return wire.compress(message), version


def status_list(server: Server) -> tuple[bytes, int]:
    """The signed list of all statuses as it is now, and its version."""
    with reading(server.engine) as connection:
        version = get_number(connection, STATUS_VERSION)
        rows = public_rows(connection)
        steps, roots = steps_of(connection, [row.receipt for row in rows]), roots_of(rows)
        statuses = {
            status_key(row.receipt): status_from(row, roots[row.receipt], steps) for row in rows if steps[row.receipt]
        }
    message = StatusList(server.campaign, version, server.now(), statuses)
    return sign(encode_message(message), Purpose.STATUSES, server.key), version


def status_version(server: Server) -> int:
    """The version of the list that `status_list` would give."""
    with reading(server.engine) as connection:
        return get_number(connection, STATUS_VERSION)


def import_statuses(server: Server, statuses: Iterable[tuple[str, Status]]) -> None:
    """Sample suggestions without words: (receipt, status); those already there stay as they are."""
    with server.engine.begin() as connection:
        known = set(connection.scalars(select(StoredSuggestion.receipt)))
        for receipt, status in statuses:
            if receipt in known:
                continue
            insert_new(connection, StoredSuggestion, [_sample(server, receipt, status)])
            for step in status.steps:
                add_step(connection, receipt, step.state, step.on, step.note, SERVER)
            touch(connection)


def _sample(server: Server, receipt: str, status: Status) -> dict[str, object]:
    return {
        **FRESH,
        "receipt": receipt,
        "campaign": server.campaign,
        "department": status.department,
        "summary_zh": status.summary.zh,
        "summary_en": status.summary.en,
        "reply_zh": status.reply.zh if status.reply else None,
        "reply_en": status.reply.en if status.reply else None,
        "outcome": status.outcome,
        "clock_from": status.steps[0].on,
    }
