"""The handlers' desk: suggestions with their words, their deadlines and their cards, as the office sees them today."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from sqlalchemy import Row
from sqlalchemy.engine import Connection

from kiosk.crypto.sealing import SealRefused, open_sealed
from kiosk.domain.campaign import Campaign, SuggestionRules
from kiosk.domain.canonical import EncodingError
from kiosk.domain.suggestion import State, Status, Suggestion, decode_suggestion, suggestion_info
from sync.server.database import reading
from sync.server.deadlines import Card, Period, card_on, due_on
from sync.server.errors import NotFound
from sync.server.publishing import current_campaign
from sync.server.server import Server
from sync.server.suggestion_rows import (
    all_rows,
    find_row,
    parse_code,
    root_of,
    roots_of,
    status_from,
    status_of_row,
    steps_of,
    today,
)
from sync.server.working_days import WorkingDays, read_working_days


@dataclass(frozen=True, slots=True)
class Handled:
    """A suggestion as those who handle it see it. `words` is None for imported samples, `due` an ISO date.

    `unreadable`: there are words, and this server's intake key does not open them. `due` and `card` are those of the
    one it was merged into, if it was.
    """

    receipt: str
    status: Status
    words: Suggestion | None
    due: str
    card: Card
    enquiry: bool
    extended: bool
    merged_into: str | None
    satisfaction: str | None
    unreadable: bool


@dataclass(frozen=True, slots=True)
class Desk:
    """What deadlines depend on today."""

    rules: SuggestionRules
    calendar: WorkingDays
    campaign: Campaign | None
    day: date
    _due: dict[Period, date] = field(default_factory=dict)

    @property
    def on(self) -> str:
        """Today, ISO 8601."""
        return self.day.isoformat()

    def due(self, row: Any, extended: bool = False) -> date:
        """The last day on which this suggestion is answered in time, as it is or once prolonged."""
        period = Period(date.fromisoformat(row.clock_from), row.enquiry, row.extended or extended)
        if period not in self._due:
            self._due[period] = due_on(period, self.rules, self.calendar)
        return self._due[period]


def desk(server: Server) -> Desk:
    """The rules of the campaign on offer, or the defaults before there is one. Raises CalendarRefused."""
    try:
        campaign = current_campaign(server)
    except NotFound:
        campaign = None
    rules = campaign.suggestion if campaign else SuggestionRules()
    return Desk(rules, read_working_days(server.folder), campaign, date.fromisoformat(today(server.now())))


def list_suggestions(server: Server, state: State | None = None, opened: bool = True) -> list[Handled]:
    """All suggestions by receipt, with their words if `opened`; with `state` only those that stand there."""
    at = desk(server)
    with reading(server.engine) as connection:
        rows = all_rows(connection)
        steps, roots = steps_of(connection, [row.receipt for row in rows]), roots_of(rows)
    handled = []
    for row in rows:
        status = status_from(row, roots[row.receipt], steps)
        if state in (None, status.state):
            item = _handled(at, row, roots[row.receipt], status)
            handled.append(_opened(server, row, item) if opened else item)
    return handled


def due_suggestions(server: Server) -> list[Handled]:
    """Those with a yellow or red card, the most urgent first; merged ones stand under the one they follow."""
    listed = list_suggestions(server, opened=False)
    urgent = [item for item in listed if item.card is not Card.NONE and item.merged_into is None]
    with reading(server.engine) as connection:
        return [
            _opened(server, find_row(connection, item.receipt), item)
            for item in sorted(urgent, key=lambda item: (item.due, item.receipt))
        ]


def find_suggestion(server: Server, receipt: str, at: Desk | None = None) -> Handled:
    """One suggestion. Raises NotFound, Malformed for a code that cannot be one, and without `at` what `desk` does."""
    at = at or desk(server)
    with reading(server.engine) as connection:
        return _look(server, connection, at, parse_code(receipt))


def _look(server: Server, connection: Connection, at: Desk, code: str) -> Handled:
    row = find_row(connection, code)
    root = root_of(connection, row)
    return _opened(server, row, _handled(at, row, root, status_of_row(connection, row)))


def _opened(server: Server, row: Row[Any], item: Handled) -> Handled:
    words = words_in(server, row)
    return replace(item, words=words, unreadable=words is None and row.sealed is not None)


def _handled(at: Desk, row: Row[Any], root: Row[Any], status: Status) -> Handled:
    """Without its words."""
    due = at.due(root)
    return Handled(
        receipt=row.receipt,
        status=status,
        words=None,
        due=due.isoformat(),
        card=card_on(at.day, due, status.state if row.merged_into is None else _followed(status), at.calendar),
        enquiry=root.enquiry,
        extended=root.extended,
        merged_into=row.merged_into,
        satisfaction=row.satisfaction,
        unreadable=False,
    )


def _followed(status: Status) -> State:
    """Where the followed one stands: received, as long as nothing stands behind the merging."""
    return State.RECEIVED if status.state is State.MERGED else status.state


def words_in(server: Server, row: Row[Any]) -> Suggestion | None:
    """What the person wrote; None if there is nothing, or nothing that this server's key opens."""
    if row.sealed is None:
        return None
    try:
        return decode_suggestion(open_sealed(row.sealed, server.intake, suggestion_info(row.campaign, row.envelope)))
    except (SealRefused, EncodingError):
        return None
