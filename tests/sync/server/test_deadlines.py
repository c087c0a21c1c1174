"""Due days and cards as pure rules."""

from __future__ import annotations

from datetime import date

import pytest

from kiosk.domain.campaign import SuggestionRules
from kiosk.domain.suggestion import State
from sync.server.deadlines import Card, Period, card_on, due_on
from sync.server.working_days import WorkingDays

FRIDAY = date(2021, 12, 17)
CALENDAR, RULES = WorkingDays(), SuggestionRules()


@pytest.mark.parametrize(
    ("period", "due"),
    [
        (Period(FRIDAY), date(2022, 1, 10)),  # 15 working days; 3 January is off
        (Period(FRIDAY, extended=True), date(2022, 1, 19)),  # 22
        (Period(FRIDAY, enquiry=True), date(2021, 12, 22)),  # 3
        (Period(FRIDAY, enquiry=True, extended=True), date(2021, 12, 31)),  # 10
        (Period(date(2021, 12, 18)), date(2022, 1, 10)),  # received on a Saturday: counted from Monday
    ],
)
def test_the_day_of_receipt_is_not_counted(period: Period, due: date) -> None:
    assert due_on(period, RULES, CALENDAR) == due


def test_the_campaigns_own_periods_hold() -> None:
    assert due_on(Period(FRIDAY), SuggestionRules(handle_days=1), CALENDAR) == date(2021, 12, 20)


@pytest.mark.parametrize(
    ("day", "card"),
    [
        (date(2022, 1, 6), Card.NONE),
        (date(2022, 1, 7), Card.YELLOW),  # the Friday before: one working day
        (date(2022, 1, 9), Card.YELLOW),
        (date(2022, 1, 10), Card.YELLOW),  # the due day itself is still in time
        (date(2022, 1, 11), Card.RED),
        (date(2023, 1, 11), Card.RED),
    ],
)
def test_yellow_one_working_day_before_and_red_on_the_first_day_overdue(day: date, card: Card) -> None:
    assert card_on(day, date(2022, 1, 10), State.FORWARDED, CALENDAR) is card


@pytest.mark.parametrize("state", [State.REPLIED, State.ADOPTED, State.EXPLAINED, State.DECLINED, State.MERGED])
def test_what_was_answered_has_no_card(state: State) -> None:
    assert card_on(date(2023, 1, 1), date(2022, 1, 10), state, CALENDAR) is Card.NONE
