"""Trusted time: the machine's clock, but never earlier than what the server signed."""

from __future__ import annotations

import pytest
from booths import NOON, Booth

from kiosk.domain.time import TOLERANCE_S, TrustedTime


def test_before_the_first_contact_the_machines_clock_is_all_there_is(booth: Booth) -> None:
    booth.now = 1.9
    assert booth.kiosk.clock.read() == TrustedTime(1, False)


@pytest.mark.parametrize(
    ("clock", "now", "behind"),
    [
        (NOON + 100, NOON + 100, False),
        (NOON - 1, NOON, False),
        (NOON - TOLERANCE_S, NOON, False),
        (NOON - TOLERANCE_S - 1, NOON, True),
        (0, NOON, True),
    ],
)
def test_a_clock_earlier_than_the_last_signed_server_time_is_not_believed(
    booth: Booth, clock: int, now: int, behind: bool
) -> None:
    booth.acknowledge(NOON)
    booth.now = clock
    assert booth.kiosk.clock.read() == TrustedTime(now, behind)
    assert booth.restart().clock.now() == now


def test_an_older_answer_of_the_server_does_not_turn_time_back(booth: Booth) -> None:
    booth.acknowledge(NOON)
    booth.acknowledge(NOON - 5000)
    booth.now = 0
    assert booth.kiosk.clock.now() == NOON


def test_a_clock_set_back_neither_opens_nor_closes_the_ballot(booth: Booth) -> None:
    booth.acknowledge(NOON)
    booth.now = 0
    assert booth.kiosk.voting.open_departments() == {"fgw", "kjj", "jyj", "jtj"}
    booth.kiosk.voting.cast(booth.credential(), {"fgw": 1})
