"""A day's worth of visits and clips in one window: memory must not grow (see `bench.screens_memory`)."""

from __future__ import annotations

from pathlib import Path

from bench.displays import display
from bench.screens_memory import FLAT_KB, grown, slope_kb

VISITS, CLIPS = 1_000, 500


def soak(folder: Path, seed: int, share: float) -> list[str]:
    """Both; `seed` changes nothing, for the visits are the same each time."""
    problems = []
    with display() as environment:
        for what, whole in (("visits", VISITS), ("clips", CLIPS)):
            number = max(10, int(whole * share))
            sizes = grown(what, folder, number, environment)
            slope = slope_kb(sizes, number)
            print(f"  {number} {what}: {sizes[0]:.0f} MB, at the end {sizes[-1]:.0f} MB", flush=True)
            if slope > FLAT_KB and share >= 1:
                problems.append(f"each of {number} {what} leaves {slope:.0f} kB behind")
    return problems
