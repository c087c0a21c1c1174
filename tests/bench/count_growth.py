"""Cost per rating and memory of a count at growing sizes: flat, and bounded by a constant."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from bench.measuring import Row
from synthetic_count import DEPARTMENTS, write_synthetic

from kiosk.crypto.signing import SigningKey

SIZES, LARGEST = (3_200, 20_000, 100_000), 1_000_000
GROWS_AT_MOST = 1.25
"""Of the largest size by the smallest, per rating and in memory: what is called flat."""


def bench(folder: Path, long: bool) -> Iterator[Row]:
    """Three rows for each size; the first one is what the others are held against."""
    smallest: dict[str, float] = {}
    for people in (*SIZES, *((LARGEST,) if long else ())):
        found = count(folder / str(people), people)
        per_rating = 1e6 / (people * DEPARTMENTS)
        cost, processor = found["seconds"] * per_rating, found["processor"] * per_rating
        about, first = f"{people:,} × {DEPARTMENTS}", f"at {SIZES[0]:,}"
        if not smallest:
            smallest = {"cost": cost, "processor": processor, "mb": found["mb"]}
            yield Row(f"count {about}, per rating", cost, "µs")
            yield Row(f"processor time of it, {about}", processor, "µs", note="of all processes")
            yield Row(f"count {about}, peak memory", found["mb"], "MB", note="of one process, the largest")
            continue
        yield Row(f"count {about}, per rating", cost, "µs", smallest["cost"], first, GROWS_AT_MOST)
        yield Row(f"processor time of it, {about}", processor, "µs", smallest["processor"], first, GROWS_AT_MOST)
        yield Row(f"count {about}, peak memory", found["mb"], "MB", smallest["mb"], first)


def count(place: Path, people: int) -> dict[str, float]:
    """Seconds, processor seconds and MB of one count in a process of its own; what it wrote is gone afterwards."""
    key = SigningKey.generate()
    write_synthetic(place / "collection", people, key)
    (place / "key").write_bytes(key.raw)
    command = [sys.executable, str(Path(__file__).with_name("count_once.py")), str(place), str(people)]
    found: dict[str, float] = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    shutil.rmtree(place)
    return found
