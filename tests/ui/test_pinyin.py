"""What is spelt before anybody writes."""

from __future__ import annotations

from ui.everyday_words import everyday_words, sentence_words
from ui.pinyin import load_pinyin, syllables


def test_the_keyboards_own_words_are_spelt_before_anybody_writes() -> None:
    """Spelling them when the keyboard opens would keep its picture waiting."""
    load_pinyin()
    before = syllables.cache_info().misses
    for word in (*everyday_words(), *sentence_words()):
        assert syllables(word)
    assert syllables.cache_info().misses == before


def test_characters_are_spelt_without_tones_and_letters_are_left_out() -> None:
    assert syllables("市南A座") == ("shi", "nan", "zuo")
