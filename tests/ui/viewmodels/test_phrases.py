"""The keyboard knows the place: phrases of the campaign by pinyin."""

from __future__ import annotations

import pytest
from organiser_samples import sample_campaign

from ui.everyday_words import everyday_words
from ui.viewmodels.phrases import EVENT_WORDS, Offer, derive_offer, derive_phrases

PHRASES = derive_phrases(sample_campaign())


@pytest.mark.parametrize(
    ("letters", "whole"),
    [
        ("qingdao", "青岛"),
        ("shinanqu", "市南区"),
        ("laoshanqu", "崂山区"),
        ("laoshan", "崂山"),
        ("shibei", "市北"),
        ("lvhuadai", "绿化带"),
        ("luhuadai", "绿化带"),
        ("jimoqu", "即墨区"),
        ("xihaianxinqu", "西海岸新区"),
        ("huangdaoqu", "黄岛区"),
        ("sanminhuodong", "三民活动"),
        ("jiaotongzhixu", "交通秩序"),
        ("tingminyi", "听民意"),
        ("shuzhibaogao", "述职报告"),
    ],
)
def test_what_is_spelt_out_comes_before_the_engines_words(letters: str, whole: str) -> None:
    assert whole in derive_offer(PHRASES, letters).whole


@pytest.mark.parametrize(
    ("letters", "begun"),
    [
        ("laoshanq", "崂山区"),
        ("snq", "市南区"),
        ("sn", "市南"),
        ("jiaotong", "交通秩序"),
        ("shizhibaog", None),
        ("zhongdian", "重点问题"),
    ],
)
def test_what_is_begun_is_offered_after_the_engines_first_word(letters: str, begun: str | None) -> None:
    offer = derive_offer(PHRASES, letters)
    assert offer.whole == ()
    assert (begun in offer.begun) if begun else offer.begun == ()


@pytest.mark.parametrize("letters", ["", "s", "shi", "l", "lao", "sm", "nihao", "nihaoqingdao"])
def test_ordinary_words_are_left_to_the_engine(letters: str) -> None:
    assert derive_offer(PHRASES, letters) == Offer()


def test_every_phrase_is_there_once_and_can_be_spelt() -> None:
    texts = [phrase.text for phrase in PHRASES]
    assert len(texts) == len(set(texts))
    assert set(EVENT_WORDS) <= set(texts)
    assert set(everyday_words()) <= set(texts)
    assert all(phrase.spelling.isascii() and phrase.spelling.isalpha() for phrase in PHRASES)
    for phrase in PHRASES:
        offer = derive_offer([phrase], phrase.spelling)
        assert offer.whole == (phrase.text,) and offer.begun == ()


def test_every_everyday_word_is_there_once() -> None:
    assert len(everyday_words()) == len(set(everyday_words())) > 100
