"""The suggestions' loop: received → forwarded → in hand → replied → closed, reopened if need be; every step kept.

The words stay sealed in the database and are opened only when somebody who handles suggestions reads them. Every
change and its entry in the audit log are one transaction. Deadlines are in `sync.server.desk`.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from sqlalchemy import Row, update
from sqlalchemy.engine import Connection

from kiosk.domain.campaign import Bilingual
from kiosk.domain.suggestion import CLOSED, NEXT, State
from sync.server.audit import record, who
from sync.server.database import lock
from sync.server.deadlines import ANSWERED
from sync.server.desk import Handled as Handled
from sync.server.desk import desk
from sync.server.desk import find_suggestion as find_suggestion
from sync.server.errors import Malformed, NotFound, NotNow
from sync.server.models import StoredSuggestion
from sync.server.office_words import because, english_of, words_of
from sync.server.returned import EXTENDED, REOPENED
from sync.server.server import Server
from sync.server.suggestion_rows import (
    MERGE_LOCK,
    NOTES,
    add_step,
    find_row,
    own_state,
    parse_code,
    root_of,
    today,
    touch,
    with_receipt,
)
from sync.server.unnamed import check_unnamed

_WORDS = ("summary_zh", "summary_en", "reply_zh", "reply_en")
_KEPT = (*_WORDS, "department", "outcome", "enquiry", "clock_from", "extended", "merged_into")
_REVISIT = ("satisfaction", "revisited_on")


class Satisfaction(StrEnum):
    """What a person says when the office asks again after the answer (回访)."""

    SATISFIED = "satisfied"
    PARTLY = "partly"
    NOT_SATISFIED = "not_satisfied"


def forward(server: Server, receipt: str, department: str, by: str) -> Handled:
    """Pass it on to a department. Raises NotFound (`unknown-department`), NotNow (`same-department`)."""
    campaign = desk(server).campaign
    if campaign is not None and department not in {known.id for known in campaign.departments}:
        raise NotFound("unknown-department")
    return _step(server, receipt, State.FORWARDED, by, {"department": department})


def take_in_hand(server: Server, receipt: str, by: str) -> Handled:
    """Somebody works on it. Raises NotFound, NotNow (`closed` if it would have to be reopened)."""
    return _step(server, receipt, State.IN_HAND, by, {})


def reply(server: Server, receipt: str, words: Bilingual, by: str) -> Handled:
    """Answer it. Raises NotFound, NotNow, Malformed (`no-words`)."""
    values = {"reply_zh": words_of(words.zh), "reply_en": english_of(words) or None}
    return _step(server, receipt, State.REPLIED, by, values)


def close(
    server: Server,
    receipt: str,
    state: State,
    by: str,
    outcome: str | None = None,
    reason: Bilingual | None = None,
) -> Handled:
    """Close it as adopted, explained or declined. Declining needs a reason, which the person reads.

    Raises NotFound, NotNow, Malformed (`no-reason`, `not-a-closing`, `no-outcome`).
    """
    if state not in CLOSED or state is State.MERGED:
        raise Malformed("not-a-closing")
    if outcome is not None and state is not State.ADOPTED:
        raise Malformed("no-outcome")
    if state is State.DECLINED and (reason is None or not reason.zh.strip()):
        raise Malformed("no-reason")
    note = because(NOTES[state], reason) if reason else NOTES[state]
    return _step(server, receipt, state, by, {"outcome": outcome}, note)


def merge(server: Server, receipt: str, into: str, by: str) -> Handled:
    """Handle it together with another one; from then on its status follows that one's.

    Raises NotFound, NotNow (`merge-circle`, `wrong-state`).
    """
    target, at = parse_code(into), desk(server)
    with server.engine.begin() as connection:
        lock(connection, MERGE_LOCK)  # two mergings at the same moment could make a circle
        root = root_of(connection, find_row(connection, target))
        if root.receipt == parse_code(receipt):
            raise NotNow("merge-circle")
        note = with_receipt(NOTES[State.MERGED], root.receipt)
        _do(connection, server, receipt, State.MERGED, by, {"merged_into": root.receipt}, note)
    return find_suggestion(server, receipt, at)


def settle(server: Server, receipt: str, outcome: str, by: str) -> Handled:
    """Say what became of an adopted one, which often shows months later. Raises NotFound, NotNow (`not-adopted`)."""
    at = desk(server)
    with server.engine.begin() as connection:
        row = find_row(connection, parse_code(receipt), hold=True)
        if _handled_itself(connection, row) is not State.ADOPTED:
            raise NotNow("not-adopted")
        _change(connection, server, row, by, "outcome", {"outcome": outcome})
    return find_suggestion(server, receipt, at)


def reopen(server: Server, receipt: str, by: str, reason: Bilingual) -> Handled:
    """Take up an answered or closed one again: its period begins anew, its outcome and a merging end.

    Raises NotFound, NotNow (`not-closed`), Malformed.
    """
    note, at = because(Bilingual(REOPENED, "Taken up again"), reason), desk(server)
    with server.engine.begin() as connection:
        row = find_row(connection, parse_code(receipt), hold=True)
        if own_state(connection, row) not in ANSWERED:
            raise NotNow("not-closed")
        values = {"clock_from": at.on, "extended": False, "outcome": None, "merged_into": None}
        _do(connection, server, receipt, State.IN_HAND, by, values, note, "reopen")
    return find_suggestion(server, receipt, at)


def extend(server: Server, receipt: str, by: str, reason: Bilingual) -> Handled:
    """Prolong the period, once, with a reason the person reads.

    Raises NotFound, NotNow (`extended`, `answered`, `merged`).
    """
    at = desk(server)
    with server.engine.begin() as connection:
        row = find_row(connection, parse_code(receipt), hold=True)
        state = _handled_itself(connection, row)
        if state in ANSWERED:
            raise NotNow("answered")
        if row.extended:
            raise NotNow("extended")
        due = at.due(row, extended=True).isoformat()
        note = because(Bilingual(f"{EXTENDED} {due}", f"To be answered by {due}"), reason)
        check_unnamed(connection, server, row, (reason.zh, reason.en))
        _change(connection, server, row, by, "extend", {"extended": True}, note=note)
        add_step(connection, row.receipt, state, at.on, note, who(by))
    return find_suggestion(server, receipt, at)


def classify(server: Server, receipt: str, enquiry: bool, by: str) -> Handled:
    """Say whether it is a plain enquiry, which has the shorter period. Raises NotFound, NotNow (`merged`)."""
    at = desk(server)
    with server.engine.begin() as connection:
        row = find_row(connection, parse_code(receipt), hold=True)
        _handled_itself(connection, row)
        _change(connection, server, row, by, "classify", {"enquiry": enquiry})
    return find_suggestion(server, receipt, at)


def revisit(server: Server, receipt: str, satisfaction: Satisfaction, by: str) -> Handled:
    """Note what the person said about the answer. Raises NotFound, NotNow (`not-answered`)."""
    at = desk(server)
    with server.engine.begin() as connection:
        row = find_row(connection, parse_code(receipt), hold=True)
        if own_state(connection, root_of(connection, row)) not in ANSWERED:
            raise NotNow("not-answered")
        _change(connection, server, row, by, "revisit", {"satisfaction": satisfaction.value, "revisited_on": at.on})
    return find_suggestion(server, receipt, at)


def summarise(server: Server, receipt: str, summary: Bilingual, by: str = "office") -> Handled:
    """Set the handler's summary, which anybody with the receipt may read. Raises NotFound, Malformed."""
    at = desk(server)
    values = {"summary_zh": words_of(summary.zh), "summary_en": english_of(summary)}
    with server.engine.begin() as connection:
        row = find_row(connection, parse_code(receipt), hold=True)
        check_unnamed(connection, server, row, values.values())
        _change(connection, server, row, by, "summarise", values)
    return find_suggestion(server, receipt, at)


def _handled_itself(connection: Connection, row: Row[Any]) -> State:
    """Where it stands. Raises NotNow `merged` for one whose way is another one's: a step here would change nothing."""
    if row.merged_into is not None:
        raise NotNow("merged")
    return own_state(connection, row)


def _step(
    server: Server,
    receipt: str,
    state: State,
    by: str,
    values: Mapping[str, Any],
    note: Bilingual | None = None,
) -> Handled:
    at = desk(server)  # what it raises, it raises before anything is changed
    with server.engine.begin() as connection:
        row = find_row(connection, parse_code(receipt), hold=True)
        if state is State.IN_HAND and own_state(connection, row) in CLOSED:
            raise NotNow("closed")
        _do(connection, server, receipt, state, by, values, note or NOTES[state])
    return find_suggestion(server, receipt, at)


def _do(
    connection: Connection,
    server: Server,
    receipt: str,
    state: State,
    by: str,
    values: Mapping[str, Any],
    note: Bilingual,
    act: str = "",
) -> None:
    row = find_row(connection, parse_code(receipt), hold=True)
    before = own_state(connection, row) if state is State.IN_HAND else _handled_itself(connection, row)
    if state not in NEXT[before]:
        raise NotNow("wrong-state")
    if before is state is State.FORWARDED and row.department == values["department"]:
        raise NotNow("same-department")
    check_unnamed(connection, server, row, (note.zh, note.en, *(values.get(name) for name in _WORDS)))
    add_step(connection, row.receipt, state, today(server.now()), note, who(by))
    told = None if note == NOTES[state] else note
    _change(connection, server, row, by, act or state.value, values, (before, state), told)


def _change(
    connection: Connection,
    server: Server,
    row: Row[Any],
    by: str,
    act: str,
    values: Mapping[str, Any],
    states: tuple[State, State] | None = None,
    note: Bilingual | None = None,
) -> None:
    """Change a row and say so in the audit log, with what the person is told beside the usual; kiosks learn of it."""
    if values:
        connection.execute(update(StoredSuggestion).where(StoredSuggestion.receipt == row.receipt).values(**values))
    after = find_row(connection, row.receipt)
    old, new = ({name: getattr(r, name) for name in (*_KEPT, *_REVISIT)} for r in (row, after))
    if states:
        old["state"], new["state"] = states[0].value, states[1].value
    if note:
        new["note_zh"], new["note_en"] = note.zh, note.en
    record(connection, server.now(), by, f"suggestion:{row.receipt}", act, old, new)
    touch(connection)
