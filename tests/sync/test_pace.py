"""Bandwidth and progress with a clock of the tests' own."""

from __future__ import annotations

from itertools import repeat

import pytest

from sync.pace import Pace, Progress, Tracker, uncapped


class Time:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.now += seconds


def test_a_cap_is_kept_over_many_pieces() -> None:
    time = Time()
    pace = Pace(lambda: 1000, time, time.sleep)
    assert sum(len(piece) for piece in pace.through(repeat(b"x" * 100, 50))) == 5000
    assert time.now == pytest.approx(105.0)


def test_without_a_cap_nothing_waits() -> None:
    time = Time()
    list(Pace(uncapped, time, time.sleep).through(repeat(b"x" * 10**6, 50)))
    assert time.now == 100.0


def test_a_cap_that_comes_and_goes_with_a_visitor_holds_from_the_next_piece_on() -> None:
    time, caps = Time(), iter([None, None, 100, 100, None, None])
    list(Pace(lambda: next(caps), time, time.sleep).through(repeat(b"x" * 100, 6)))
    assert time.now == 102.0


def test_a_slow_line_is_not_made_slower() -> None:
    time = Time()

    def slow() -> object:
        for _ in range(5):
            time.now += 10.0
            yield b"x" * 100

    list(Pace(lambda: 100, time, time.sleep).through(slow()))  # type: ignore[arg-type]
    assert time.now == 155.0  # one second for each piece that is passed on, nothing on top for the waiting before


def test_progress_says_bytes_files_and_seconds_left() -> None:
    time, told = Time(), list[Progress]()
    tracker = Tracker(told.append, time)
    tracker.begin(500, 2500, 2)
    assert told[-1] == Progress(500, 2500, 2, None), "unknown before the first byte"
    time.now += 10
    tracker.fetched(1000)
    assert told[-1] == Progress(1500, 2500, 2, 10.0), "what was there already is not speed"
    tracker.file_done()
    assert told[-1].files_left == 1
