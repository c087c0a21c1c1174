"""How Chinese characters are written: the kinds of their strokes in order, for finding a name without pinyin."""

from __future__ import annotations

from functools import cache
from pathlib import Path

FILE = Path(__file__).resolve().parent.parent / "assets" / "strokes.txt"


@cache
def stroke_table() -> dict[str, str]:
    """Character → its strokes as digits: 1 横, 2 竖, 3 撇, 4 点, 5 折 (ADR 0035)."""
    lines = FILE.read_text("utf-8").splitlines()
    return dict(line.split(" ", 1) for line in lines if line and not line.startswith("#"))


@cache
def written_from_each(name: str) -> tuple[str, ...]:
    """The strokes of a name from each of its characters on; a character that is not in the table ends what is known."""
    table = stroke_table()
    known = [table.get(character, "") for character in name]
    starts = []
    for start in range(len(name)):
        end = next((i for i in range(start, len(name)) if not known[i]), len(name))
        starts.append("".join(known[start:end]))
    return tuple(start for start in starts if start)
