"""Whether memory grows with visits and clips: the slope after the first third, which warms caches."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
from bench.displays import ON_GUI_THREAD, child, display
from bench.measuring import Row

VISITS, VISITS_LONG = 20, 1_000
CLIPS, CLIPS_LONG = 20, 500
FLAT_KB = 20.0
"""What a visit or clip may leave behind: a day of 1,000 then stays below 20 MB."""


def bench(folder: Path, long: bool) -> Iterator[Row]:
    """Short by default; `make soak` runs a day's worth."""
    with display() as environment:
        for what, number in (("visits", VISITS_LONG if long else VISITS), ("clips", CLIPS_LONG if long else CLIPS)):
            sizes = grown(what, folder, number, environment)
            yield Row(
                f"memory left by one of {number} {what}",
                slope_kb(sizes, number),
                "kB",
                target=FLAT_KB if long else None,
                note=f"{sizes[0]:.0f} MB after a tenth, {sizes[-1]:.0f} MB at the end",
            )


def grown(what: str, folder: Path, number: int, environment: dict[str, str]) -> list[float]:
    """Resident MB after each tenth of so many visits or clips in one window."""
    place = folder / what
    place.mkdir()
    found: list[float] = child("memory_child.py", environment | ON_GUI_THREAD, what, str(place), str(number))
    return found


def slope_kb(sizes: list[float], number: int) -> float:
    """kB for each, by least squares over the last two thirds."""
    late = sizes[len(sizes) // 3 :]
    each = number / len(sizes)
    return float(np.polyfit(np.arange(len(late)) * each, late, 1)[0] * 1024)
