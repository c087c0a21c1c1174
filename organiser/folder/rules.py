"""campaign.yaml: the event, its ballot, its categories, topics and sources."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from pathlib import Path

from kiosk.domain.campaign import (
    Ballot,
    Bilingual,
    Category,
    Mode,
    PinPolicy,
    RatingOption,
    Source,
    SuggestionRules,
    Topic,
)
from organiser.folder.nodes import EPOCH, Node

FIRST_YEAR, LAST_YEAR = 2009, 2099  # the event has run since 2009
MAX_CODE = 23
MAX_WEIGHT = 100
MAX_CHARACTERS = 10_000
"""Sealed, such a suggestion takes at most 40 kB of an entry's 200 kB; more than a person types while others wait."""
MAX_DAYS = 250
"""Working days of a year: a longer period is a typing mistake."""
_ICONS = Path(__file__).parent.parent.parent / "assets" / "icons"
MAX_CAMPAIGN_ID, MAX_CATEGORY_ID = 8, 10
_FIELDS = (
    *("id", "year", "title", "city", "mottos", "sample", "mode", "not_before", "not_after"),
    *("ballot", "pin", "suggestion", "categories", "topics", "sources"),
)


@dataclass(frozen=True, slots=True)
class Rules:
    """Everything campaign.yaml says."""

    id: str
    year: int
    title: Bilingual
    city: Bilingual
    mottos: tuple[str, ...]
    sample: bool
    mode: Mode
    not_before: datetime
    not_after: datetime
    ballot: Ballot
    pin: PinPolicy
    suggestion: SuggestionRules
    categories: tuple[Category, ...]
    topics: tuple[Topic, ...]
    sources: tuple[Source, ...]


def read_rules(root: Node) -> Rules:
    """The rules; every mistake is noted."""
    root.only(*_FIELDS)
    not_before, not_after = root.moment("not_before"), root.moment("not_after")
    if EPOCH not in (not_before, not_after) and not_after < not_before:
        root.wrong("“not_after” is earlier than “not_before”")
    _check_ids(root)
    mode = root.choice("mode", {mode.value for mode in Mode}, "mode")
    return Rules(
        id=root.text("id"),
        year=_year(root),
        title=root.both("title"),
        city=root.both("city"),
        mottos=tuple(node.word() for node in root.list("mottos")),
        sample=root.truth("sample", False),
        mode=Mode(mode) if mode in set(Mode) else Mode.LIVE,
        not_before=not_before,
        not_after=not_after,
        ballot=_ballot(root),
        pin=_pin(root),
        suggestion=_suggestion(root),
        categories=tuple(
            Category(node.text("id"), node.bilingual(), node.whole("seats")) for node in _named(root, "categories")
        ),
        topics=tuple(Topic(node.text("id"), node.bilingual(), _icon(node)) for node in _named(root, "topics")),
        sources=tuple(Source(node.text("id"), node.bilingual(), _icon(node)) for node in _named(root, "sources")),
    )


def _named(root: Node, key: str) -> Iterator[Node]:
    """The members of a list that others refer to by id, so no two may have the same."""
    seen: set[str] = set()
    for node in root.list(key):
        id = node.only("id", "zh", "en", "seats" if key == "categories" else "icon").text("id")
        if id in seen:
            (node.get("id") or node).wrong(f"“{id}” is there twice")
        seen.add(id)
        yield node


def _year(root: Node) -> int:
    year = root.whole("year")
    if not FIRST_YEAR <= year <= LAST_YEAR and (place := root.get("year")):
        place.wrong(f"“year” must be from {FIRST_YEAR} to {LAST_YEAR}")
    return year


def is_campaign_id(text: str) -> bool:
    """Whether a campaign may be named so."""
    return _is_id(text, MAX_CAMPAIGN_ID)


def _is_id(text: str, longest: int) -> bool:
    return re.fullmatch(rf"[a-z0-9-]{{1,{longest}}}", text) is not None


def _check_ids(root: Node) -> None:
    """Ids that every card's QR carries must be short, or the code becomes too fine for a camera."""
    for node, longest in ((root, MAX_CAMPAIGN_ID), *((node, MAX_CATEGORY_ID) for node in root.list("categories"))):
        id = node.text("id")
        if id and not _is_id(id, longest):
            (node.get("id") or node).wrong(f"“{id}” must have up to {longest} small letters, digits or hyphens")


def _ballot(root: Node) -> Ballot:
    node = root.need("ballot")
    if node is None:
        return Ballot(1, ())
    options: list[RatingOption] = []
    for option in node.only("version", "options").list("options"):
        option.only("code", "id", "weight", "icon", "zh", "en")
        if option.text("id") in {o.id for o in options}:
            option.wrong(f"“{option.text('id')}” is there twice")
        code = option.whole("code")
        if not 1 <= code <= MAX_CODE or code in {o.code for o in options}:
            option.wrong(f"“code” must be a number from 1 to {MAX_CODE} that no other option has")
        options.append(
            RatingOption(
                code,
                option.text("id"),
                option.bilingual(),
                _icon(option),
                _weight(option),
            )
        )
    if len(options) < 2:
        node.wrong("a ballot needs at least two options")
    return Ballot(node.whole("version"), tuple(options))


def _weight(option: Node) -> int | None:
    """What a mark is worth in the score; None is not counted. The best mark is worth MAX_WEIGHT (DOMAIN.md)."""
    node = option.get("weight")
    if node is None:
        return None
    weight = option.whole("weight")
    if weight > MAX_WEIGHT:
        node.wrong(f"“weight” must be from 0 to {MAX_WEIGHT}, or null")
    return weight


def _icon(node: Node) -> str:
    """The name of an icon that the screens have; another one would be an empty place beside its word."""
    name = node.text("icon")
    if name and name not in _icons():
        (node.get("icon") or node).wrong(f"there is no icon “{name}”; see assets/icons")
    return name


@lru_cache(maxsize=1)
def _icons() -> frozenset[str]:
    return frozenset(path.stem for path in _ICONS.glob("*.svg"))


def _pin(root: Node) -> PinPolicy:
    node = root.get("pin")
    if node is None:
        return PinPolicy(representative=False, staff=True)
    node.only("representative", "staff")
    return PinPolicy(node.truth("representative", False), node.truth("staff", True))


def _suggestion(root: Node) -> SuggestionRules:
    node, default = root.get("suggestion"), SuggestionRules()
    if node is None:
        return default
    node.only("max_characters", "handle_days", "extend_days", "enquiry_days")
    return SuggestionRules(
        _bounded(node, "max_characters", default.max_characters, 1, MAX_CHARACTERS),
        _bounded(node, "handle_days", default.handle_days, 1, MAX_DAYS),
        _bounded(node, "extend_days", default.extend_days, 0, MAX_DAYS),
        _bounded(node, "enquiry_days", default.enquiry_days, 1, MAX_DAYS),
    )


def _bounded(node: Node, key: str, default: int, least: int, most: int) -> int:
    number = node.whole(key, default)
    if not least <= number <= most:
        (node.get(key) or node).wrong(f"“{key}” must be a number from {least} to {most:,}")
    return number
