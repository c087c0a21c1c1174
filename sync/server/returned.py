"""Statuses that kiosks bring back to a restored server: lists that this server signed itself (docs/adr/0026).

A step that the office took after the backup is nowhere but in these lists. A list only ever prolongs what is here:
one from this database's own past changes nothing, and where both went on, what is here stays.
"""

from __future__ import annotations

import logging
import re
from operator import itemgetter
from typing import Any

from sqlalchemy import delete, update
from sqlalchemy.engine import Connection

from kiosk.crypto.signing import Purpose, SignatureRefused, verify
from kiosk.domain.canonical import EncodingError, decode, decode_message
from kiosk.domain.receipt import status_key
from kiosk.domain.suggestion import State, Status, StatusList, Step
from sync.server.audit import record
from sync.server.database import get_fact, get_number, lock, put_fact, put_number, reading
from sync.server.errors import Forged, Malformed
from sync.server.models import Fact, StoredSuggestion
from sync.server.server import Server
from sync.server.suggestion_rows import (
    MERGE_LOCK,
    NOT_READ_YET,
    SERVER,
    STATUS_VERSION,
    add_step,
    all_rows,
    find_row,
    leads_to,
    steps_of,
    touch,
)
from sync.wire import STATUS_CHANCE_BITS, decompress

logger = logging.getLogger(__name__)

WAITING = "returned_statuses"
MAX_RETURNED = 16_000_000
_POINTER = re.compile(r"：([0-9A-Z]{4})-([0-9A-Z]{4})-([0-9A-Z]{2})$")
EXTENDED, REOPENED = "办理期限延长至", "重新办理"
"""How the notes of these steps begin (`sync.server.suggestions`)."""


def take_back(server: Server, data: bytes) -> bool:
    """Take in a compressed signed list that a kiosk held; False if it is behind. Raises Malformed or Forged.

    What belongs to suggestions that have not come back yet waits for them. The list in force is public: who sends it
    here again must not keep others from writing, so a list that does not count further than this server is left alone.
    """
    try:
        message = decompress(data, MAX_RETURNED)
        listed = decode_message(StatusList, verify(message, Purpose.STATUSES, server.key.public))
    except EncodingError as error:
        raise Malformed(error.code) from error
    except SignatureRefused as error:
        raise Forged(error.code) from error
    if listed.campaign != server.campaign:
        raise Forged("other-campaign")
    if not _is_ahead(server, listed):
        return False
    with server.engine.begin() as connection:
        _apply(connection, listed, server.now(), message)
        _count_on(connection, listed)
    return True


def _is_ahead(server: Server, listed: StatusList) -> bool:
    with reading(server.engine) as connection:
        return listed.version >> STATUS_CHANCE_BITS > get_number(connection, STATUS_VERSION) >> STATUS_CHANCE_BITS


def continue_waiting(connection: Connection, now: int) -> None:
    """After suggestions have come back: give them their steps from the list that waits, if there is one."""
    message = get_fact(connection, WAITING)
    if message is not None:
        listed = decode_message(StatusList, decode(message).value[2])  # verified when it was put there
        _apply(connection, listed, now, message)


def _count_on(connection: Connection, listed: StatusList) -> None:
    """Never count below a number that was given out; nor above it, or a kiosk that holds the next one would keep it."""
    if listed.version > get_number(connection, STATUS_VERSION):
        put_number(connection, STATUS_VERSION, listed.version >> STATUS_CHANCE_BITS << STATUS_CHANCE_BITS)
        touch(connection, by_the_office=False)


def _apply(connection: Connection, listed: StatusList, now: int, message: bytes) -> None:
    receipts = {status_key(row.receipt): row.receipt for row in all_rows(connection)}
    here = steps_of(connection, receipts.values())
    longer = [
        (receipts[key], status)
        for key, status in listed.statuses.items()
        if key in receipts and len(_own_steps(status)) > len(here[receipts[key]])
    ]
    if longer:
        lock(connection, MERGE_LOCK)  # a merging at the same moment could make a circle with one that is brought back
    prolonged = sum(_prolong(connection, receipt, status, now) for receipt, status in sorted(longer, key=itemgetter(0)))
    if prolonged:
        logger.warning("%d suggestions continue where kiosks remember them", prolonged)
        touch(connection, by_the_office=False)  # its steps were counted before the restore
    _keep_waiting(connection, listed, message, complete=listed.statuses.keys() <= receipts.keys())


def _keep_waiting(connection: Connection, listed: StatusList, message: bytes, complete: bool) -> None:
    """Of several lists the latest waits."""
    before = get_fact(connection, WAITING)
    if before not in (None, message) and decode_message(StatusList, decode(before).value[2]).as_of > listed.as_of:
        return
    if complete:
        connection.execute(delete(Fact).where(Fact.name == WAITING))
    else:
        put_fact(connection, WAITING, message)


def _prolong(connection: Connection, receipt: str, status: Status, now: int) -> bool:
    row = find_row(connection, receipt, hold=True)
    here, own = steps_of(connection, [receipt])[receipt], _own_steps(status)
    values = _values(status, own)
    if len(own) <= len(here) or list(own[: len(here)]) != here or not _fits(connection, receipt, values["merged_into"]):
        return False
    for step in own[len(here) :]:
        add_step(connection, receipt, step.state, step.on, step.note, SERVER)
    connection.execute(update(StoredSuggestion).where(StoredSuggestion.receipt == receipt).values(**values))
    before = {"state": here[-1].state.value, **{name: getattr(row, name) for name in values}}
    after = {"state": own[-1].state.value, **values}
    record(connection, now, SERVER, f"suggestion:{receipt}", "brought back", before, after)
    return True


def _fits(connection: Connection, receipt: str, into: str | None) -> bool:
    """Whether it can follow `into`: that one is here already, and was not itself merged into this one since."""
    return into is None or leads_to(connection, into) not in (None, receipt)


def _own_steps(status: Status) -> tuple[Step, ...]:
    """Without those of the one it was merged into: they follow the merging unless it was taken out again."""
    for number, step in enumerate(status.steps):
        following = status.steps[number + 1 : number + 2]
        if step.state is State.MERGED and not (following and following[0].note.zh.startswith(REOPENED)):
            return status.steps[: number + 1]
    return status.steps


def _values(status: Status, own: tuple[Step, ...]) -> dict[str, Any]:
    reopened = max((n for n, step in enumerate(own) if step.note.zh.startswith(REOPENED)), default=0)
    values: dict[str, Any] = {
        "clock_from": own[reopened].on,
        "extended": any(step.note.zh.startswith(EXTENDED) for step in own[reopened:]),
    }
    if status.summary != NOT_READ_YET:
        values |= {"summary_zh": status.summary.zh, "summary_en": status.summary.en}
    pointer = _POINTER.search(own[-1].note.zh) if own[-1].state is State.MERGED else None
    if pointer:
        return values | {"merged_into": "".join(pointer.groups())}
    return values | {
        "merged_into": None,
        "department": status.department,
        "reply_zh": status.reply.zh if status.reply else None,
        "reply_en": status.reply.en or None if status.reply else None,
        "outcome": status.outcome,
    }
