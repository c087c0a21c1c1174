"""Words residents write to the city every day, for the keyboard: a fixed list of this project, never learned."""

from __future__ import annotations

from functools import cache
from pathlib import Path

FILE = Path(__file__).resolve().parent.parent / "assets" / "keyboard" / "everyday.txt"


@cache
def everyday_words() -> tuple[str, ...]:
    """All words of the list, in its order."""
    lines = FILE.read_text("utf-8").splitlines()
    return tuple(word for line in lines if not line.startswith("#") for word in line.split())
