"""By when a suggestion is to be answered, and its card: yellow one working day before, red once overdue (DOMAIN.md)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kiosk.domain.campaign import SuggestionRules
from kiosk.domain.suggestion import CLOSED, State
from sync.server.working_days import WorkingDays


class Card(StrEnum):
    """How urgent it is."""

    NONE = "none"
    YELLOW = "yellow"
    RED = "red"


@dataclass(frozen=True, slots=True)
class Period:
    """When the clock began to run (that day is not counted), which period holds, and whether it was prolonged."""

    begun: date
    enquiry: bool = False
    extended: bool = False


ANSWERED = CLOSED | {State.REPLIED}
"""States in which nothing is due any more."""


def due_on(period: Period, rules: SuggestionRules, calendar: WorkingDays) -> date:
    """The last day on which an answer is in time."""
    days = rules.enquiry_days if period.enquiry else rules.handle_days
    return calendar.after(period.begun, days + (rules.extend_days if period.extended else 0))


def card_on(day: date, due: date, state: State, calendar: WorkingDays) -> Card:
    """The card on a day. Yellow from the last working day before the due day, red from the day after it."""
    if state in ANSWERED:
        return Card.NONE
    if day > due:
        return Card.RED
    return Card.YELLOW if day >= calendar.before(due) else Card.NONE
