"""Counting 3,200 × 38 ratings, all stages signed and durable, against the bare HPKE opens on as many cores."""

from __future__ import annotations

import multiprocessing
import os
import statistics
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from bench.measuring import Row, timed
from organiser_samples import TALLY_KEY
from synthetic_count import DEPARTMENTS, bare_opens, card, write_synthetic

from kiosk.crypto.signing import SigningKey
from organiser.tally.release import Release
from organiser.tally.results import SMALLEST_CELL
from organiser.tally.run import Count

PEOPLE, ROUNDS = 3_200, 3
NOTHING_MISSING = Release((), 0, 0, ())


def bench(folder: Path, long: bool) -> Iterator[Row]:
    """One row."""
    organiser = SigningKey.generate()
    _, campaign = write_synthetic(folder / "collection", PEOPLE, organiser)
    boxes = PEOPLE * DEPARTMENTS
    ours, floors = [], []
    for place in range(ROUNDS):
        count = Count(campaign, folder / "collection", folder / f"out-{place}", organiser.public, organiser)
        cards = (card(number, campaign) for number in range(PEOPLE))
        ours.append(timed(lambda: count.run(cards, TALLY_KEY, NOTHING_MISSING, SMALLEST_CELL, _quiet)))  # noqa: B023
        floors.append(floor(boxes))
    ratios = [mine / bare for mine, bare in zip(ours, floors, strict=True)]
    yield Row(
        f"count {PEOPLE:,} × {DEPARTMENTS}",
        statistics.median(ours),
        "s",
        statistics.median(floors),
        "bare HPKE opens, all cores",
        1.5,
        low=min(ratios),
        high=max(ratios),
    )


def floor(boxes: int) -> float:
    """Seconds for so many opens by the library, shared out to all cores, processes started beforehand."""
    cores = len(os.sched_getaffinity(0))
    with ProcessPoolExecutor(cores, multiprocessing.get_context("fork")) as pool:
        list(pool.map(_opens, [100] * cores))
        return timed(lambda: list(pool.map(_opens, [boxes // cores] * cores)))


def _opens(number: int) -> float:
    return timed(bare_opens(number))


def _quiet(stage: str, count_in: int, count_out: int) -> None:
    """Nobody listens to the stages."""
