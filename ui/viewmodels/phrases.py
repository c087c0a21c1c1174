"""Words of the place that the keyboard offers by pinyin: districts, departments, topics, sources, the event's words.

They come from the campaign and from DOMAIN.md, never from people: nothing is learned. A phrase that was spelt out in
full comes before the engine's candidates, so that space takes it; one that is only begun (two syllables or more, or
all its initials) comes right after the engine's first, so that space never writes more than was typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pypinyin import lazy_pinyin
from PySide6.QtCore import QObject, Slot
from PySide6.QtQml import QmlElement

from kiosk.domain.campaign import Campaign
from ui.qml_types import QmlUncreatable

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
_BRACKETS = re.compile(r"[（）()]")
_CITY = "市"


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase with the syllables of its Han characters."""

    text: str
    syllables: tuple[str, ...]

    @property
    def spelling(self) -> str:
        """All syllables in a row."""
        return "".join(self.syllables)

    @property
    def initials(self) -> str:
        """The first letter of each syllable."""
        return "".join(syllable[0] for syllable in self.syllables)

    def is_begun(self, letters: str) -> bool:
        """Whether the letters spell at least two syllables of it, or are its initials, and not all of it."""
        if letters == self.spelling:
            return False
        if len(letters) >= LEAST_INITIALS and letters == self.initials:
            return True
        return len(letters) >= len("".join(self.syllables[:2])) and self.spelling.startswith(letters)


@dataclass(frozen=True, slots=True)
class Offer:
    """What some letters bring up: phrases spelt out in full, and phrases begun."""

    whole: tuple[str, ...] = ()
    begun: tuple[str, ...] = ()


def derive_phrases(campaign: Campaign) -> tuple[Phrase, ...]:
    """The campaign's phrases, each once, in the order in which equal matches are offered."""
    texts = dict.fromkeys(_texts(campaign))
    return tuple(Phrase(text, _syllables(text)) for text in texts if _syllables(text))


def derive_offer(phrases: Iterable[Phrase], letters: str) -> Offer:
    """What to offer for letters of pinyin without marks or spaces."""
    if not letters:
        return Offer()
    known = tuple(phrases)
    whole = [phrase.text for phrase in known if phrase.spelling == letters]
    begun = sorted((phrase for phrase in known if phrase.is_begun(letters)), key=lambda phrase: len(phrase.text))
    return Offer(tuple(whole[:MOST]), tuple(phrase.text for phrase in begun[:MOST]))


def _texts(campaign: Campaign) -> Iterator[str]:
    city = campaign.city.zh
    yield from (city.removesuffix(_CITY), city, campaign.title.zh)
    for venue in campaign.venues:
        yield from (part.removesuffix("会场") for part in _BRACKETS.split(venue.name.zh))
    for department in campaign.departments:
        yield from (department.name.zh, department.name.zh.removeprefix(_CITY))
    yield from (topic.name.zh for topic in campaign.topics)
    yield from (source.name.zh for source in campaign.sources)
    yield from campaign.mottos
    yield from EVENT_WORDS


def _syllables(text: str) -> tuple[str, ...]:
    return tuple(lazy_pinyin(text, errors="ignore"))


@QmlElement
@QmlUncreatable("made by a screen's view model")
class PhraseBook(QObject):
    """The phrases as the keyboard asks for them."""

    def __init__(self, campaign: Campaign, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._phrases = derive_phrases(campaign)

    @Slot(str, result="QVariantMap")
    def offer(self, letters: str) -> dict[str, list[str]]:
        """{whole, begun} for letters of pinyin."""
        offer = derive_offer(self._phrases, letters)
        return {"whole": list(offer.whole), "begun": list(offer.begun)}
