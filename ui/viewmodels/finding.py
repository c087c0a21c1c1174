"""Finding a department by a few keys: letters of its pinyin, letters of its English name, or strokes."""

from __future__ import annotations

from enum import StrEnum
from functools import cache

from kiosk.domain.campaign import Campaign, Department
from ui.strokes import written_from_each

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
STROKES = {"1": ("一", "横"), "2": ("丨", "竖"), "3": ("丿", "撇"), "4": ("丶", "点"), "5": ("乛", "折")}
"""Key → how the stroke looks and what it is called."""
MAX_TYPED = 8
SMALL_WORDS = frozenset({"and", "of", "the"})


class Alphabet(StrEnum):
    """What the keys mean."""

    PINYIN = "pinyin"
    ENGLISH = "english"
    STROKES = "strokes"

    @property
    def keys(self) -> str:
        """All keys, one character each."""
        return "".join(STROKES) if self is Alphabet.STROKES else LETTERS


@cache
def initials(name: str) -> str:
    """The first letters of a Chinese name's pinyin, in capitals: 市交通运输局 → SJTYSJ."""
    from pypinyin import Style, lazy_pinyin  # a large dictionary: see ui.pinyin

    return "".join(lazy_pinyin(name, style=Style.FIRST_LETTER, errors="ignore")).upper()


@cache
def english_words(name: str) -> tuple[str, ...]:
    """The words of an English name that count, in capitals: Housing and Urban-Rural … → HOUSING, URBAN, RURAL, …"""
    words = name.replace("-", " ").split()
    return tuple(word.upper() for word in words if word.lower() not in SMALL_WORDS)


def matches(department: Department, alphabet: Alphabet, typed: str) -> bool:
    """Whether a department answers to what was typed.

    Pinyin: the letters occur in this order among the initials, so `JTJ` finds 市交通运输局. English: a word begins with
    them, or the words' initials do. Strokes: one writes on from any character, since nearly every name begins with 市.
    """
    name = department.name
    match alphabet:
        case Alphabet.PINYIN:
            rest = iter(initials(name.zh))
            return all(letter in rest for letter in typed)
        case Alphabet.ENGLISH:
            words = english_words(name.en or name.zh)
            first_letters = "".join(word[0] for word in words)
            return any(word.startswith(typed) for word in (*words, first_letters))
        case Alphabet.STROKES:
            return any(start.startswith(typed) for start in written_from_each(name.zh))


def found(campaign: Campaign, alphabet: Alphabet, typed: str) -> list[Department]:
    """The departments that answer, the nearest first, else in their order; all of them to nothing typed."""
    answering = [department for department in campaign.departments if matches(department, alphabet, typed)]
    return sorted(answering, key=lambda department: farness(department, alphabet, typed))


def farness(department: Department, alphabet: Alphabet, typed: str) -> int:
    """How loosely pinyin initials match: 0 the whole name, with or without 市; 1 its beginning; 2 a part; 3 else."""
    if alphabet is not Alphabet.PINYIN or not typed:
        return 0
    whole = initials(department.name.zh)
    spoken = {whole, initials(department.name.zh.removeprefix("市"))}
    if typed in spoken:
        return 0
    if any(name.startswith(typed) for name in spoken):
        return 1
    return 2 if typed in whole else 3


def live_keys(campaign: Campaign, alphabet: Alphabet, typed: str) -> frozenset[str]:
    """Keys that still lead to at least one department."""
    if len(typed) >= MAX_TYPED:
        return frozenset()
    left = found(campaign, alphabet, typed)
    return frozenset(key for key in alphabet.keys if any(matches(d, alphabet, typed + key) for d in left))
