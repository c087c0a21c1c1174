"""When to sync next: jitter, patience, smaller bundles, at once after a cast if the line works."""

from __future__ import annotations

import random
from statistics import mean

import pytest

from kiosk.domain.journal import MAX_ENTRIES
from sync.errors import Busy, NotTheServer, SyncError, TimedOut, Unreachable
from sync.schedule import (
    FIRST_CONTENT_S,
    FIRST_RETRY_S,
    IDLE_S,
    LONGEST_CONTENT_S,
    LONGEST_FIRST_S,
    LONGEST_PATIENCE_S,
    LONGEST_RETRY_S,
    SOON_S,
    ContentSchedule,
    Schedule,
)


def after(*errors: SyncError) -> Schedule:
    schedule = Schedule()
    for error in errors:
        schedule = schedule.failed(error)
    return schedule


def waits(schedule: Schedule, count: int = 500) -> list[float]:
    return [schedule.wait_s(random.Random(seed)) for seed in range(count)]


def test_idle_syncs_are_spread_so_that_kiosks_do_not_come_together() -> None:
    found = waits(Schedule())
    assert IDLE_S[0] <= min(found) < IDLE_S[0] + 1 and IDLE_S[1] - 1 < max(found) <= IDLE_S[1]


def test_failures_wait_anywhere_up_to_a_ceiling_that_doubles_and_ends() -> None:
    for failures in range(1, 40):
        ceiling = min(LONGEST_RETRY_S, FIRST_RETRY_S * 2**failures)
        found = waits(after(*[Unreachable()] * failures))
        assert min(found) >= 1 and max(found) <= ceiling
        assert ceiling * 0.4 < mean(found) < ceiling * 0.6, "full jitter, not a fixed step"


def test_one_success_forgets_all_failures() -> None:
    assert after(*[Unreachable()] * 9).succeeded() == Schedule()


def test_a_server_that_asks_for_patience_gets_it_with_jitter_on_top_but_not_for_ever() -> None:
    assert min(waits(after(Busy(120.0)))) > 120
    assert len(set(waits(after(Busy(120.0)), 20))) == 20
    assert max(waits(after(Busy(1e9)))) <= LONGEST_PATIENCE_S + LONGEST_RETRY_S
    assert after(Busy(120.0), Unreachable()).asked_for_s == 0


def test_bundles_halve_with_each_time_out_and_double_with_each_success() -> None:
    assert [after(*[TimedOut()] * count).most for count in range(4)] == [500, 250, 125, 62]
    assert after(*[TimedOut()] * 20).most == 1
    grown = after(*[TimedOut()] * 3)
    for expected in (124, 248, 496, MAX_ENTRIES, MAX_ENTRIES):
        grown = grown.succeeded()
        assert grown.most == expected


@pytest.mark.parametrize("error", [Unreachable(), NotTheServer(), Busy(None)])
def test_other_trouble_does_not_make_bundles_smaller(error: SyncError) -> None:
    assert after(error).most == MAX_ENTRIES


def test_what_is_recorded_goes_at_once_if_the_line_works_and_else_waits() -> None:
    chance = random.Random(1)
    soon = Schedule().wait_after_record_s(chance)
    assert soon is not None and SOON_S[0] <= soon <= SOON_S[1]
    assert after(Unreachable()).wait_after_record_s(chance) is None


def test_a_pack_that_does_not_come_is_asked_for_ever_more_seldom_and_another_at_once() -> None:
    now, waited = 0.0, list[float]()
    content = ContentSchedule()
    for _ in range(12):
        assert content.wants(7, now)
        content = content.failed(7, now, random.Random(1))
        assert not content.wants(7, now) and content.wants(8, now)
        waited.append(round(content.not_before - now, 3))
        now = content.not_before
    assert waited == sorted(waited) and FIRST_CONTENT_S <= waited[0] <= 2 * FIRST_CONTENT_S
    assert LONGEST_CONTENT_S / 2 <= waited[-1] <= LONGEST_CONTENT_S
    assert content.failed(8, now, random.Random(1)).failures == 1


def test_a_kiosk_without_content_asks_more_often_for_nobody_can_sign_in_and_press() -> None:
    content = ContentSchedule()
    for _ in range(12):
        content = content.failed(7, 0.0, random.Random(1), first=True)
    assert LONGEST_FIRST_S / 2 <= content.not_before <= LONGEST_FIRST_S
