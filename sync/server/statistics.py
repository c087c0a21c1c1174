"""How the suggestions' loop stands: counts by state and department, what is overdue, how people found the answers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from sync.server.deadlines import ANSWERED, Card
from sync.server.desk import Handled, list_suggestions
from sync.server.server import Server
from sync.server.working_days import WorkingDays, read_working_days

UNASSIGNED = "–"


@dataclass(frozen=True, slots=True)
class DepartmentCount:
    """One department's suggestions. Merged ones are counted where they are handled."""

    total: int
    open: int
    yellow: int
    red: int


@dataclass(frozen=True, slots=True)
class Statistics:
    """`merged` are also among the states of what they follow; `satisfaction` counts revisits.

    `unannounced` are the years in which something is due and whose make-up days are not known here.
    """

    total: int
    merged: int
    states: dict[str, int]
    departments: dict[str, DepartmentCount]
    yellow: int
    red: int
    outcomes: dict[str, int]
    satisfaction: dict[str, int]
    unannounced: list[int]


def statistics(server: Server) -> Statistics:
    """Counts as of now; nothing is opened for it."""
    return count(list_suggestions(server, opened=False), read_working_days(server.folder))


def unannounced(items: Iterable[Handled], calendar: WorkingDays) -> list[int]:
    """Years in which one of these is due and whose make-up days are not known: cards may be some days early or late."""
    due = {int(item.due[:4]) for item in items if item.merged_into is None and item.status.state not in ANSWERED}
    return sorted(year for year in due if not calendar.knows(year))


def count(items: list[Handled], calendar: WorkingDays) -> Statistics:
    """Counts of these. A merged one stands in the state of the one it follows, which alone has a card."""
    own = [item for item in items if item.merged_into is None]
    by_department: dict[str, list[Handled]] = {}
    for item in own:
        by_department.setdefault(item.status.department or UNASSIGNED, []).append(item)
    return Statistics(
        total=len(items),
        merged=len(items) - len(own),
        states={state.value: n for state, n in sorted(Counter(item.status.state for item in items).items())},
        departments={id: _department(some) for id, some in sorted(by_department.items())},
        yellow=_cards(own, Card.YELLOW),
        red=_cards(own, Card.RED),
        outcomes=dict(sorted(Counter(item.status.outcome for item in own if item.status.outcome).items())),
        satisfaction=dict(sorted(Counter(item.satisfaction for item in items if item.satisfaction).items())),
        unannounced=unannounced(own, calendar),
    )


def _department(items: list[Handled]) -> DepartmentCount:
    return DepartmentCount(
        len(items),
        sum(item.status.state not in ANSWERED for item in items),
        _cards(items, Card.YELLOW),
        _cards(items, Card.RED),
    )


def _cards(items: list[Handled], card: Card) -> int:
    return sum(item.card is card for item in items)
