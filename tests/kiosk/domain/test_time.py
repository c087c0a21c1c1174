"""Trusted time: never before the last signed server time, and honest about a clock that lags."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.time import TOLERANCE_S, trusted_time

TIMES = st.integers(0, 2**40)


@given(TIMES, TIMES)
def test_it_is_the_later_of_both(clock: int, floor: int) -> None:
    assert trusted_time(clock, floor).now == max(clock, floor)


@pytest.mark.parametrize(("lag", "behind"), [(0, False), (TOLERANCE_S, False), (TOLERANCE_S + 1, True), (-5000, False)])
def test_staff_are_told_when_the_clock_lags_more_than_the_tolerance(lag: int, behind: bool) -> None:
    assert trusted_time(1_000_000 - lag, 1_000_000).behind is behind


def test_without_a_server_time_the_clock_is_believed() -> None:
    assert trusted_time(5, 0) == trusted_time(5, 5)
