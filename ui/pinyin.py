"""The large dictionary of pinyin: loaded behind the first screens, before anybody can have reached what needs it."""

from __future__ import annotations

from functools import cache

from ui.everyday_words import everyday_words, sentence_words


def load_pinyin() -> None:
    """Read the dictionary and spell our own words. Blocking, half a second of processor time; a second time nothing."""
    for word in (*everyday_words(), *sentence_words()):
        syllables(word)


@cache
def syllables(text: str) -> tuple[str, ...]:
    """How Chinese characters are spelt, one syllable each, without tones; other letters are left out."""
    from pypinyin import lazy_pinyin

    return tuple(lazy_pinyin(text, errors="ignore"))
