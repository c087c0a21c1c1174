"""A sentence in pinyin: the engine's guess, with the place's words put in where they were spelt.

Qt's engine weighs each word by itself: `kanbingbufangbian` becomes 看并不方便. Where the syllables of a known word
were typed, that word is the better guess (ADR 0075).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

LONGEST = 12
"""Syllables of the longest word that is looked for."""
SURE = 3
"""A word of so many syllables is hardly ever spelt by chance; shorter ones are (市南, 是难)."""

Words = Mapping[tuple[str, ...], str]
"""Words by their syllables."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A guess at what a row of syllables means; `sure` means that it is better than the engine's."""

    text: str
    sure: bool


def words_by_syllables(spelt: Iterable[tuple[str, tuple[str, ...]]]) -> Words:
    """The words to put in; of two that are spelt alike the first. `lv` may also be typed as `lu`."""
    exact: dict[tuple[str, ...], str] = {}
    loose: dict[tuple[str, ...], str] = {}
    for text, syllables in spelt:
        if len(syllables) == len(text) > 1:
            exact.setdefault(syllables, text)
            loose.setdefault(tuple(without_v(syllable) for syllable in syllables), text)
    return {**loose, **exact}


def without_v(letters: str) -> str:
    """The keyboard's v is ü; many type u for it, as on signs and in passports."""
    return letters.replace("lv", "lu").replace("nv", "nu")


def derive_sentence(words: Words, syllables: tuple[str, ...], guess: str) -> Sentence | None:
    """The guess with known words in their places, the longest first; None if that changes nothing or cannot be."""
    if len(guess) != len(syllables):
        return None
    text, sure, free = list(guess), True, [True] * len(guess)
    for length in range(min(LONGEST, len(guess)), 1, -1):
        for start in range(len(guess) - length + 1):
            here = slice(start, start + length)
            word = words.get(syllables[here])
            if word is None or not all(free[here]):
                continue
            free[here] = [False] * length
            if text[here] != list(word):
                text[here] = word
                sure = sure and length >= SURE
    made = "".join(text)
    return Sentence(made, sure) if made != guess else None
