"""The engine's guess at a sentence, with the place's words put in where they were spelt."""

from __future__ import annotations

import pytest

from ui.sentence import Sentence, derive_sentence, words_by_syllables

WORDS = words_by_syllables(
    [
        ("看病", ("kan", "bing")),
        ("市南", ("shi", "nan")),
        ("市南区", ("shi", "nan", "qu")),
        ("绿化", ("lv", "hua")),
        ("路灯", ("lu", "deng")),
        ("绿灯", ("lv", "deng")),
        ("食堂", ("shi", "tang")),
        ("太少", ("tai", "shao")),
        ("太多", ("tai", "duo")),
        ("字太多", ("zi", "tai", "duo")),
        ("蚊子", ("wen", "zi")),
        ("药太少", ("yao", "tai", "shao")),
        ("十堂", ("shi", "tang")),
    ]
)


@pytest.mark.parametrize(
    ("syllables", "guess", "better"),
    [
        ("kan bing bu nan", "看并不难", Sentence("看病不难", sure=False)),
        ("zai shi nan qu", "在是南区", Sentence("在市南区", sure=True)),
        ("shi nan qu kan bing", "是南区看并", Sentence("市南区看病", sure=True)),
        ("shi nan de", "是难的", Sentence("市南的", sure=False)),
        ("lu hua", "路话", Sentence("绿化", sure=False)),
        ("lu deng", "炉灯", Sentence("路灯", sure=False)),
        ("qu shi tang", "去十堂", Sentence("去食堂", sure=False)),
        ("yao tai shao", "要太少", Sentence("药太少", sure=True)),
        ("wen zi tai duo", "文字太多", Sentence("蚊子太多", sure=True)),
        ("lu deng de lv deng", "路灯的驴灯", Sentence("路灯的绿灯", sure=True)),
        ("lu deng hen lv deng", "路灯恨驴灯", Sentence("路灯恨绿灯", sure=False)),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_known_words_are_put_in(syllables: str, guess: str, better: Sentence) -> None:
    assert derive_sentence(WORDS, tuple(syllables.split()), guess) == better


@pytest.mark.parametrize(
    ("syllables", "guess"),
    [
        ("kan bing", "看病"),
        ("ni hao", "你好"),
        ("xi an", "先"),
        ("k b", "看病"),
        ("", ""),
    ],
)
def test_a_guess_that_cannot_be_bettered_stays(syllables: str, guess: str) -> None:
    assert derive_sentence(WORDS, tuple(syllables.split()), guess) is None
