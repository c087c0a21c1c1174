"""Words residents write to the city every day, for the keyboard: fixed lists of this project, never learned."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "assets" / "keyboard"


@cache
def everyday_words() -> tuple[str, ...]:
    """The words that are offered by themselves, in the list's order."""
    return tuple(word for line in _lines("everyday.txt") for word in line.split())


@cache
def sentence_words() -> tuple[str, ...]:
    """Words and joints that count only inside a sentence, each once."""
    return tuple(dict.fromkeys(word for line in _lines("sentences.txt") for word in _joined(line)))


def _joined(line: str) -> Iterator[str]:
    """The words of a line; with a + in it, every word at its left joined with every word at its right."""
    left, plus, right = line.partition("+")
    if not plus:
        yield from left.split()
    for first in left.split() if plus else ():
        yield from (first + second for second in right.split())


def _lines(name: str) -> list[str]:
    lines = (FOLDER / name).read_text("utf-8").splitlines()
    return [line for line in lines if not line.startswith("#")]
