"""Turnout: how many people of each group hold a card, and how many of them cast at least one rating that counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path

from kiosk.domain.ballot import FORM
from kiosk.domain.campaign import Bilingual, Campaign
from organiser.roster import Route
from organiser.tally.boxes import PERSON_BYTES, Box, name_place
from organiser.tally.records import CardState, Holder, Sealed
from organiser.tally.sorting import Keyed, in_order
from organiser.tally.suppression import first_withheld

ROUTES = {
    Route.RANDOM: Bilingual("随机抽取", "Drawn at random"),
    Route.RECOMMENDED: Bilingual("组织推荐", "Recommended"),
    Route.VOLUNTEER: Bilingual("自愿报名", "Volunteered"),
}


HOLDERS = 20_000
"""Holders sorted in memory at a time, beside a stage's boxes: about 10 MB."""
_BALLOT = name_place(FORM)


@dataclass(frozen=True, slots=True)
class Group:
    """A part of the representatives. `voters` is None where it is withheld."""

    id: str
    name: Bilingual
    people: int
    voters: int | None


@dataclass(frozen=True, slots=True)
class Turnout:
    """The whole and its three divisions; `voters` is None where even the sum must be withheld."""

    people: int
    voters: int | None
    by_category: tuple[Group, ...]
    by_route: tuple[Group, ...]
    by_district: tuple[Group, ...]


class Voters:
    """Tells who of the holders rated, as persons are named one after the other; holds a part of the list at a time."""

    def __init__(self, holders: Iterable[Holder], spool: Path) -> None:
        self._left = _people(holders, spool)
        self._all: Counter[tuple[str, str]] = Counter()
        self._cast: Counter[tuple[str, str]] = Counter()
        self._people = self._voters = 0
        self._holder: Holder | None = None

    def rated(self, person: int) -> None:
        """This person cast a rating that counts. Persons rise; the same one may come again."""
        before = self._holder
        while (self._holder is None or self._holder.person < person) and self._next():
            pass
        if self._holder is not before and self._holder and self._holder.person == person:
            _add(self._cast, self._holder)
            self._voters += 1

    def turnout(self, campaign: Campaign, smallest: int) -> Turnout:
        """The turnout, when the last person was named."""
        while self._next():
            pass
        tables = [_table(self._all, self._cast, kind, names) for kind, names in _names(campaign, self._all)]
        return _published(self._people, self._voters, tables, smallest)

    def _next(self) -> bool:
        if found := next(self._left, None):
            self._holder = found
            _add(self._all, found)
            self._people += 1
        return found is not None


def voters(holders: Iterable[Holder], rated: Iterable[Sealed], spool: Path) -> Voters:
    """Who rated, from the boxes that count, which rise by person."""
    made = Voters(holders, spool)
    for person, _ in groupby(box.person for box in rated if box.form == FORM):
        made.rated(person)
    return made


def noted(boxes: Iterable[Box], made: Voters) -> Iterator[Box]:
    """The same boxes, as they go on to the next stage; who rated is told to `made`."""
    before = b""
    for box in boxes:
        person = box[0][:PERSON_BYTES]
        if person != before and box[0].startswith(_BALLOT, PERSON_BYTES):
            made.rated(int.from_bytes(person, "big"))
            before = person
        yield box


def _people(holders: Iterable[Holder], spool: Path) -> Iterator[Holder]:
    """One holder for each person with a card that was not revoked, rising by person."""
    entitled = (Keyed((h.person, h.credential), h) for h in holders if h.state != CardState.REVOKED)
    for _, cards in groupby(in_order(entitled, Holder, spool), lambda holder: holder.person):
        yield next(cards)


def _add(groups: Counter[tuple[str, str]], holder: Holder) -> None:
    for key in ("category", holder.category), ("route", holder.route), ("district", holder.district):
        groups[key] += 1


def _names(campaign: Campaign, people: Mapping[tuple[str, str], int]) -> Iterator[tuple[str, dict[str, Bilingual]]]:
    """The groups of each division. Districts are what the roster calls them; venues give them English names."""
    english = {venue.name.zh: venue.name for venue in campaign.venues}
    districts = sorted(id for kind, id in people if kind == "district")
    yield "category", {category.id: category.name for category in campaign.categories}
    yield "route", {route.value: name for route, name in ROUTES.items()}
    yield "district", {id: english.get(id, Bilingual(id, id)) for id in districts}


def _table(
    people: Mapping[tuple[str, str], int], voters: Mapping[tuple[str, str], int], kind: str, names: dict[str, Bilingual]
) -> tuple[Group, ...]:
    """The largest groups first: suppression starts from the end, and how large a group is is public."""
    groups = [Group(id, name, people.get((kind, id), 0), voters.get((kind, id), 0)) for id, name in names.items()]
    return tuple(sorted((group for group in groups if group.people), key=lambda group: -group.people))


def _published(people: int, voters: int, tables: Sequence[tuple[Group, ...]], smallest: int) -> Turnout:
    starts = []
    for table in tables:
        cells, limits = [group.voters or 0 for group in table], [group.people for group in table]
        starts.append(first_withheld(cells, smallest, limits))
    if None in starts or (voters < smallest and smallest > 1):
        return Turnout(people, None, *(_withheld(table, 0) for table in tables))
    return Turnout(people, voters, *(_withheld(table, start or 0) for table, start in zip(tables, starts, strict=True)))


def _withheld(table: tuple[Group, ...], start: int) -> tuple[Group, ...]:
    return tuple(replace(group, voters=None) if place >= start else group for place, group in enumerate(table))
