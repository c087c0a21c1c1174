"""Words of the place that the keyboard offers by pinyin: districts, departments, topics, sources, the event's words.

They come from the campaign, from DOMAIN.md and from a list of everyday words, never from people: nothing is learned.
A phrase that was spelt out in full comes before the engine's candidates, so that space takes it; one that is only
begun (two syllables or more, or all its initials) comes right after the engine's first, so that space never writes
more than was typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QObject, Slot
from PySide6.QtQml import QmlElement

from kiosk.domain.campaign import Campaign
from ui.everyday_words import everyday_words, sentence_words
from ui.pinyin import syllables
from ui.qml_types import QmlUncreatable
from ui.sentence import derive_sentence, without_v, words_by_syllables

QML_IMPORT_NAME = "SanMin.Models"
QML_IMPORT_MAJOR_VERSION = 1

EVENT_WORDS = (
    "述职报告",
    "局长访谈",
    "重点问题",
    "必答题",
    "意见建议",
    "民主评议",
    "市民代表",
    "市办实事",
    "十大集中攻坚行动",
    "社区会场",
    "办理闭环",
)
"""The event's own words (DOMAIN.md) that are no part of a campaign's content."""
MOST = 3
"""At most so many phrases of each kind, so that the engine's candidates stay in reach."""
LEAST_INITIALS = 3
"""Two letters are everybody's; only a district is known by two (市北 by sb)."""
_BRACKETS = re.compile(r"[（）()]")
_CITY = "市"
_DISTRICT = re.compile(r"(?<=..)[区市]$")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase with the syllables of its Han characters, and the letters that stand for it besides its initials."""

    text: str
    syllables: tuple[str, ...]
    short: str = ""

    @property
    def spelling(self) -> str:
        """All syllables in a row."""
        return "".join(self.syllables)

    @property
    def initials(self) -> str:
        """The first letter of each syllable."""
        return "".join(syllable[0] for syllable in self.syllables)

    def is_spelt(self, letters: str) -> bool:
        """Whether the letters are all of it."""
        return letters == self.spelling or letters == without_v(self.spelling)

    def is_begun(self, letters: str) -> bool:
        """Whether the letters spell at least two syllables of it, or are its initials, and not all of it."""
        if self.is_spelt(letters):
            return False
        if letters == self.short or (len(letters) >= LEAST_INITIALS and letters == self.initials):
            return True
        return len(letters) >= len("".join(self.syllables[:2])) and self.spelling.startswith(letters)


@dataclass(frozen=True, slots=True)
class Offer:
    """What some letters bring up: phrases spelt out in full, and phrases begun."""

    whole: tuple[str, ...] = ()
    begun: tuple[str, ...] = ()


def derive_phrases(campaign: Campaign) -> tuple[Phrase, ...]:
    """The campaign's phrases, each once, in the order in which equal matches are offered."""
    short = {**_districts(campaign), **{department.name.zh: department.id for department in campaign.departments}}
    texts = dict.fromkeys([*_texts(campaign), *everyday_words()])
    return tuple(Phrase(text, spelt, short.get(text, "")) for text in texts if (spelt := syllables(text)))


def derive_offer(phrases: Iterable[Phrase], letters: str) -> Offer:
    """What to offer for letters of pinyin without marks or spaces."""
    if not letters:
        return Offer()
    known = tuple(phrases)
    whole = [phrase.text for phrase in known if phrase.is_spelt(letters)]
    begun = sorted(
        (phrase for phrase in known if phrase.is_begun(letters)), key=lambda phrase: _nearness(phrase, letters)
    )
    return Offer(tuple(whole[:MOST]), tuple(phrase.text for phrase in begun[:MOST]))


def _nearness(phrase: Phrase, letters: str) -> tuple[bool, int]:
    """What is known by just these letters comes first, then the shortest."""
    return phrase.short != letters, len(phrase.text)


def _districts(campaign: Campaign) -> dict[str, str]:
    """The districts as people say them (市南, 胶州), with their initials."""
    names = [part.removesuffix("会场") for venue in campaign.venues for part in _BRACKETS.split(venue.name.zh)]
    spoken = [_DISTRICT.sub("", name) for name in names if _DISTRICT.search(name)]
    return {name: "".join(syllable[0] for syllable in syllables(name)) for name in spoken}


def _texts(campaign: Campaign) -> Iterator[str]:
    city = campaign.city.zh
    yield from (city.removesuffix(_CITY), city, campaign.title.zh)
    for venue in campaign.venues:
        yield from (part.removesuffix("会场") for part in _BRACKETS.split(venue.name.zh))
    yield from _districts(campaign)
    for department in campaign.departments:
        yield from (department.name.zh, department.name.zh.removeprefix(_CITY))
    yield from (topic.name.zh for topic in campaign.topics)
    yield from (source.name.zh for source in campaign.sources)
    yield from campaign.mottos
    yield from EVENT_WORDS


@cache
def _in_sentences() -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((word, syllables(word)) for word in sentence_words())


@QmlElement
@QmlUncreatable("made by a screen's view model")
class PhraseBook(QObject):
    """The phrases as the keyboard asks for them."""

    def __init__(self, campaign: Campaign, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._phrases = derive_phrases(campaign)
        self._words = words_by_syllables(
            [*((phrase.text, phrase.syllables) for phrase in self._phrases), *_in_sentences()]
        )

    @Slot(str, result="QVariantMap")
    def offer(self, letters: str) -> dict[str, list[str]]:
        """{whole, begun} for letters of pinyin."""
        offer = derive_offer(self._phrases, letters)
        return {"whole": list(offer.whole), "begun": list(offer.begun)}

    @Slot(str, str, result="QVariantMap")
    def sentence(self, syllables: str, guess: str) -> dict[str, object]:
        """{text, sure} better than the engine's guess at syllables parted by spaces; no text if there is none."""
        better = derive_sentence(self._words, tuple(re.split("[ ']+", syllables)), guess)
        return {"text": better.text, "sure": better.sure} if better else {"text": "", "sure": False}
