"""The table says what was measured, and every registered benchmark is there."""

from __future__ import annotations

import importlib

import pytest
from bench.measuring import Row, in_turns, percentile
from bench.registry import BENCHES
from bench.table import cells


@pytest.mark.parametrize("place", BENCHES.values(), ids=BENCHES.keys())
def test_every_registered_benchmark_can_be_loaded(place: str) -> None:
    module, function = place.split(":")
    assert callable(getattr(importlib.import_module(module), function))


@pytest.mark.parametrize(
    ("row", "met"),
    [
        (Row("a", 3.0, "ms", 2.0, "bare", 1.5), True),
        (Row("a", 3.1, "ms", 2.0, "bare", 1.5), False),
        (Row("a", 80.0, "MB/s", 100.0, "curl", 0.8, more_is_better=True), True),
        (Row("a", 79.0, "MB/s", 100.0, "curl", 0.8, more_is_better=True), False),
        (Row("a", 51.0, "ms", target=50.0), False),
        (Row("a", 51.0, "ms"), None),
    ],
)
def test_a_target_is_for_the_ratio_or_without_a_floor_for_the_value(row: Row, met: bool | None) -> None:
    assert row.met is met
    assert cells(row)[-1] == {True: "✓", False: "✗", None: ""}[met]


def test_rounds_are_measured_in_turns_and_the_undisturbed_ones_count() -> None:
    time = [0.0]
    costs = iter([9, 9, 2, 1, 2, 1, 2, 1, 90, 1])  # one warm pair, three quiet ones, one disturbed

    def act() -> None:
        time[0] += next(costs)

    pair = in_turns(act, act, rounds=4, clock=lambda: time[0])
    assert (pair.ours, pair.floor, pair.low) == (2, 1, 2)


def test_a_percentile_is_a_measured_value() -> None:
    assert percentile([5.0, 1.0, 3.0], 0.5) == 3.0
    assert percentile([1.0], 0.99) == 1.0
