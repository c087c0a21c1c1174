"""Cards as the camera sees them: which share is read and how long a look takes, by what is wrong with the picture."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bench.measuring import Row
from cards_images import pictures, shares

from ui.codes import read_code

EACH, EACH_LONG = 12, 70
ACCEPTED_MS = 300.0
"""A card that the camera sees is accepted within this time; a look may begin 100 ms after the one before."""


def bench(folder: Path, long: bool) -> Iterator[Row]:
    """Two rows for each kind of picture."""
    for kind, found in shares(read_code, pictures(EACH_LONG if long else EACH)).items():
        yield Row(f"cards, {kind}: read", 100 * found.share, "%", note="" if found.share == 1 else f"of {found.total}")
        yield Row(f"cards, {kind}: worst look", found.worst_ms, "ms", target=ACCEPTED_MS)
