"""A sentence in pinyin: the engine's guess, with the place's words put in where they were spelt.

Qt's engine weighs each word by itself: `kanbingbufangbian` becomes 看并不方便. Where the syllables of a known word
were typed, that word is the better guess; of all ways to lay known words over the sentence, the one that covers most
with the fewest counts. Known words side by side speak for each other (ADR 0075, 0082).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

LONGEST = 12
"""Syllables of the longest word that is looked for."""
SURE = 3
"""A word of so many syllables is hardly ever spelt by chance; shorter ones are (市南, 是难)."""
SURE_TOGETHER = 4
"""Nor are so many syllables of known words in a row."""
PER_SYLLABLE, PER_WORD = 10, 7
"""What a covered syllable is worth and what each further word costs: 蚊子|太多 before 蚊|字太多."""
BETWEEN = frozenset("的了在里被让把给也还有没很都就又和不上下到是要会能一个我们他她家人车路")
"""Small words that do not end a row of known words, where the engine already has them."""

Words = Mapping[tuple[str, ...], str]
"""Words by their syllables."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A guess at what a row of syllables means; `sure` means that it is better than the engine's."""

    text: str
    sure: bool


@dataclass(frozen=True, slots=True)
class Laid:
    """Words laid over a sentence up to some place: where each begins and ends, and what that is worth."""

    worth: int = 0
    places: tuple[slice, ...] = ()


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
    """The guess with known words in their places; None if that changes nothing or cannot be."""
    if len(guess) != len(syllables):
        return None
    text, places = list(guess), _lay(words, syllables, guess)
    for place in places:
        text[place] = words[syllables[place]]
    made = "".join(text)
    changed = [place for place in places if guess[place] != made[place]]
    rows = _rows(places, guess)
    sure = all(place.stop - place.start >= SURE or rows[place.start] >= SURE_TOGETHER for place in changed)
    return Sentence(made, sure) if changed else None


def _lay(words: Words, syllables: tuple[str, ...], guess: str) -> tuple[slice, ...]:
    """The known words that cover most in the fewest pieces; of two that do alike, those the engine guessed too."""
    best = [Laid()]
    for stop in range(1, len(syllables) + 1):
        ways = [best[-1]]
        for start in range(max(0, stop - LONGEST), stop - 1):
            word = words.get(syllables[start:stop])
            if word is not None:
                worth = PER_SYLLABLE * (stop - start) - PER_WORD + (word == guess[start:stop])
                ways.append(Laid(best[start].worth + worth, (*best[start].places, slice(start, stop))))
        best.append(max(ways, key=lambda way: way.worth))
    return best[-1].places


def _rows(places: tuple[slice, ...], guess: str) -> list[int]:
    """For each syllable, how many syllables of known words stand in its row; 0 where none does."""
    known = {at for place in places for at in range(place.start, place.stop)}
    rows, start = [0] * len(guess), 0
    for at in range(len(guess) + 1):
        if at < len(guess) and (at in known or guess[at] in BETWEEN):
            continue
        rows[start:at] = [len(known & set(range(start, at)))] * (at - start)
        start = at + 1
    return rows
