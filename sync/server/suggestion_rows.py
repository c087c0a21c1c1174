"""Suggestions as rows: reading them into statuses, adding steps, moving the version that kiosks compare."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

from sqlalchemy import Row, insert, select
from sqlalchemy.engine import Connection

from kiosk.domain.campaign import Bilingual
from kiosk.domain.receipt import ReceiptError, group, parse_receipt
from kiosk.domain.suggestion import State, Status, Step
from sync.server.database import get_number, insert_new, lock, put_number
from sync.server.errors import Malformed, NotFound
from sync.server.models import StoredSuggestion, SuggestionStep
from sync.wire import STATUS_CHANCE_BITS

STATUS_VERSION = "status_version"
STATUS_LOCK = "status_lock"
MERGE_LOCK = "merge_lock"
SERVER = "server"
CHINA = timezone(timedelta(hours=8))
NOT_READ_YET = Bilingual("您的意见建议", "Your suggestion")
NOTES = {
    State.RECEIVED: Bilingual("已受理", "Received"),
    State.FORWARDED: Bilingual("已转办", "Passed on"),
    State.IN_HAND: Bilingual("正在办理", "Being worked on"),
    State.REPLIED: Bilingual("已答复", "Answered"),
    State.ADOPTED: Bilingual("已采纳", "Adopted"),
    State.EXPLAINED: Bilingual("已说明", "Explained"),
    State.DECLINED: Bilingual("不予采纳", "Not adopted"),
    State.MERGED: Bilingual("合并办理", "Handled together"),
}


def today(now: int) -> str:
    """The date in Qingdao, ISO 8601."""
    return datetime.fromtimestamp(now, UTC).astimezone(CHINA).date().isoformat()


def parse_code(receipt: str) -> str:
    """The receipt's plain form. Raises Malformed."""
    try:
        return parse_receipt(receipt)
    except ReceiptError as error:
        raise Malformed(error.code) from error


def take_in_new(connection: Connection, rows: Sequence[Mapping[str, Any]], on: str) -> None:
    """Store newly received suggestions and their first step; those already there stay as they are."""
    if not rows:
        return
    insert_new(connection, StoredSuggestion, [{**FRESH, "clock_from": on, **row} for row in rows])
    codes = [row["receipt"] for row in rows]
    known = set(connection.scalars(select(SuggestionStep.receipt).where(SuggestionStep.receipt.in_(codes))))
    fresh = [code for code in dict.fromkeys(codes) if code not in known]
    for code in fresh:
        add_step(connection, code, State.RECEIVED, on, NOTES[State.RECEIVED], SERVER)
    if fresh:
        touch(connection, by_the_office=False)


FRESH: dict[str, Any] = {
    "envelope": None,
    "sealed": None,
    "kiosk": None,
    "department": None,
    "summary_zh": "",
    "summary_en": "",
    "reply_zh": None,
    "reply_en": None,
    "outcome": None,
    "enquiry": False,
    "extended": False,
    "merged_into": None,
    "satisfaction": None,
    "revisited_on": None,
}


def add_step(connection: Connection, receipt: str, state: State, on: str, note: Bilingual, by: str) -> None:
    """Add a step that the person can read. The caller touches the version."""
    row = {"receipt": receipt, "state": state.value, "on": on, "note_zh": note.zh, "note_en": note.en, "by": by}
    connection.execute(insert(SuggestionStep), [row])


def touch(connection: Connection, by_the_office: bool = True) -> None:
    """A new version of the status list, which kiosks fetch: the office's steps counted above, chance below.

    A kiosk that holds a list with a higher count knows that the server was restored, and brings it back. What kiosks
    send does not count: it comes back by itself. Chance keeps a restored server, which counts again, from giving an
    old number to a new list.
    """
    lock(connection, STATUS_LOCK)
    count = get_number(connection, STATUS_VERSION) >> STATUS_CHANCE_BITS
    count += by_the_office
    put_number(connection, STATUS_VERSION, count << STATUS_CHANCE_BITS | secrets.randbits(STATUS_CHANCE_BITS))


def all_rows(connection: Connection) -> list[Row[Any]]:
    """Every suggestion, in no order that says when it came."""
    return list(connection.execute(select(StoredSuggestion.__table__).order_by(StoredSuggestion.receipt)))


def public_rows(connection: Connection) -> list[Row[Any]]:
    """The same without what is sealed: what statuses are made of."""
    columns = ("receipt", "summary_zh", "summary_en", "department", "reply_zh", "reply_en", "outcome", "merged_into")
    table = StoredSuggestion.__table__
    return list(connection.execute(select(*(table.c[name] for name in columns)).order_by(table.c.receipt)))


def find_row(connection: Connection, code: str, hold: bool = False) -> Row[Any]:
    """One suggestion; with `hold` nobody else changes it before the transaction ends. Raises NotFound."""
    wanted = select(StoredSuggestion.__table__).where(StoredSuggestion.receipt == code)
    row = connection.execute(wanted.with_for_update() if hold else wanted).one_or_none()
    if row is None:
        raise NotFound("unknown-receipt")
    return row


def root_of(connection: Connection, row: Row[Any]) -> Row[Any]:
    """The suggestion with which this one is handled: itself, unless it was merged."""
    while row.merged_into is not None:
        row = find_row(connection, row.merged_into)
    return row


def roots_of(rows: Sequence[Row[Any]]) -> dict[str, Row[Any]]:
    """The same of all suggestions at once, by receipt, without asking the database for each."""
    here, roots = {row.receipt: row for row in rows}, {}
    for row in rows:
        root = row
        while root.merged_into is not None:
            root = here[root.merged_into]
        roots[row.receipt] = root
    return roots


def leads_to(connection: Connection, code: str) -> str | None:
    """The receipt of the one with which this one is handled, None if it is not here."""
    try:
        return str(root_of(connection, find_row(connection, code)).receipt)
    except NotFound:
        return None


def steps_of(connection: Connection, receipts: Iterable[str]) -> dict[str, list[Step]]:
    """The steps of some suggestions in their order."""
    wanted = select(SuggestionStep.__table__).order_by(SuggestionStep.id)
    codes = list(receipts)
    if len(codes) <= 100:
        wanted = wanted.where(SuggestionStep.receipt.in_(codes))
    steps: dict[str, list[Step]] = {code: [] for code in codes}
    for row in connection.execute(wanted):
        if row.receipt in steps:
            steps[row.receipt].append(Step(State(row.state), row.on, Bilingual(row.note_zh, row.note_en)))
    return steps


def status_from(row: Row[Any], root: Row[Any], steps: Mapping[str, Sequence[Step]]) -> Status:
    """What the person reads. A merged one tells its own way, then the way of the one it is handled with."""
    own = tuple(steps[row.receipt])
    followed = () if row is root else tuple(s for s in steps[root.receipt] if s.state is not State.RECEIVED)
    return Status(
        summary=Bilingual(row.summary_zh, row.summary_en) if row.summary_zh else NOT_READ_YET,
        department=root.department,
        steps=own + followed,
        reply=Bilingual(root.reply_zh, root.reply_en or "") if root.reply_zh else None,
        outcome=root.outcome,
    )


def status_of_row(connection: Connection, row: Row[Any]) -> Status:
    """The status of one suggestion."""
    root = root_of(connection, row)
    return status_from(row, root, steps_of(connection, {row.receipt, root.receipt}))


def own_state(connection: Connection, row: Row[Any]) -> State:
    """Where this one itself stands, whatever became of the one it was merged into."""
    return steps_of(connection, [row.receipt])[row.receipt][-1].state


def with_receipt(note: Bilingual, code: str) -> Bilingual:
    """A note that points to another receipt."""
    return Bilingual(f"{note.zh}：{group(code)}", f"{note.en}: {group(code)}")
