"""From the touch on a report to its first picture on the screen: the player against a bare MediaPlayer, same clip."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bench.displays import child, display
from bench.measuring import Row, percentile
from bench.screen_kiosk import make_clip


def bench(folder: Path, long: bool) -> Iterator[Row]:
    """One row; the first times of each, which load libraries and drawings, are left out."""
    clip = make_clip(folder / "bare.mp4")
    (folder / "kiosk").mkdir()
    with display() as environment:
        floor = child("video_child.py", environment, "bare", str(clip))[2:]
        ours = child("video_child.py", environment, "kiosk", str(folder / "kiosk"))[2:]
    yield Row(
        "a clip: from the touch to its first picture",
        percentile(ours, 0.25),
        "ms",
        percentile(floor, 0.25),
        "bare MediaPlayer",
        1.5,
        low=percentile(ours, 0.25) / percentile(floor, 0.75),
        high=percentile(ours, 0.75) / percentile(floor, 0.25),
    )
