"""Rows of the table, and timing two things in turns."""

from __future__ import annotations

import os
import platform
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table.

    `ratio` is `ours` by `floor`: at most `target` is wanted, or at least it where `more_is_better`. A row without a
    floor has a `target` for `ours` itself, or none at all. `low` and `high` are the range of the rounds' ratios, of
    many rounds the middle half.
    """

    what: str
    ours: float
    unit: str
    floor: float | None = None
    against: str = ""
    target: float | None = None
    more_is_better: bool = False
    low: float | None = None
    high: float | None = None
    note: str = ""

    @property
    def ratio(self) -> float | None:
        """Ours by the floor's."""
        return self.ours / self.floor if self.floor else None

    @property
    def met(self) -> bool | None:
        """Whether the target is met; None without one."""
        if self.target is None:
            return None
        value = self.ours if self.floor is None else self.ours / self.floor
        return value >= self.target if self.more_is_better else value <= self.target


Bench: TypeAlias = Callable[[Path, bool], Iterable[Row]]
Act: TypeAlias = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Pair:
    """Both in seconds, as an undisturbed round takes them, and the middle half of the rounds' ratios."""

    ours: float
    floor: float
    low: float
    high: float


def timed(act: Act, clock: Callable[[], float] = time.perf_counter) -> float:
    """Seconds; of wall time, or of what another clock tells."""
    began = clock()
    act()
    return clock() - began


def in_turns(ours: Act, floor: Act, rounds: int, warm: int = 1, clock: Callable[[], float] = time.perf_counter) -> Pair:
    """Both, one after the other, `rounds` times after `warm` that do not count.

    The lower quartile of each is taken: others on the machine make rounds longer, never shorter. What waits for
    nothing is measured with `time.process_time`.
    """
    for _ in range(warm):
        ours()
        floor()
    pairs = [(timed(ours, clock), timed(floor, clock)) for _ in range(rounds)]
    ratios = [mine / bare for mine, bare in pairs]
    return Pair(
        percentile((mine for mine, _ in pairs), 0.25),
        percentile((bare for _, bare in pairs), 0.25),
        percentile(ratios, 0.25),
        percentile(ratios, 0.75),
    )


def compared(what: str, pair: Pair, against: str, target: float | None, *, each: int = 1, note: str = "") -> Row:
    """A row in ms, of one thing where each round did `each` of them."""
    return Row(
        what,
        pair.ours * 1000 / each,
        "ms",
        pair.floor * 1000 / each,
        against,
        target,
        low=pair.low,
        high=pair.high,
        note=note,
    )


def percentile(values: Iterable[float], share: float) -> float:
    """The value below which this share lies."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def machine() -> str:
    """Cores, memory and how busy it is: what decides about absolute numbers."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    load = os.getloadavg()[0]
    return (
        f"{len(os.sched_getaffinity(0))} cores, {memory:.0f} GB, {platform.machine()}, "
        f"Python {platform.python_version()}, load {load:.1f}"
    )
