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
from organiser.tally.records import CardState, Holder, Sealed
from organiser.tally.sorting import Keyed, in_order
from organiser.tally.suppression import first_withheld

ROUTES = {
    Route.RANDOM: Bilingual("随机抽取", "Drawn at random"),
    Route.RECOMMENDED: Bilingual("组织推荐", "Recommended"),
    Route.VOLUNTEER: Bilingual("自愿报名", "Volunteered"),
}


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


def turnout(
    campaign: Campaign, holders: Iterable[Holder], rated: Iterable[Sealed], smallest: int, spool: Path
) -> Turnout:
    """Turnout from the holders' list and the boxes that count, which rise by person; each is passed over once."""
    people: Counter[tuple[str, str]] = Counter()
    voters: Counter[tuple[str, str]] = Counter()
    persons = (person for person, _ in groupby(box.person for box in rated if box.form == FORM))
    person, total, cast = next(persons, None), 0, 0
    for holder in _people(holders, spool):
        keys = _keys(holder)
        people.update(keys)
        total += 1
        while person is not None and person < holder.person:
            person = next(persons, None)
        if person == holder.person:
            voters.update(keys)
            cast += 1
    tables = [_table(people, voters, kind, names) for kind, names in _names(campaign, people)]
    return _published(total, cast, tables, smallest)


def _people(holders: Iterable[Holder], spool: Path) -> Iterator[Holder]:
    """One holder for each person with a card that was not revoked, rising by person."""
    entitled = (Keyed((h.person, h.credential), h) for h in holders if h.state != CardState.REVOKED)
    for _, cards in groupby(in_order(entitled, Holder, spool), lambda holder: holder.person):
        yield next(cards)


def _keys(holder: Holder) -> tuple[tuple[str, str], ...]:
    return ("category", holder.category), ("route", holder.route), ("district", holder.district)


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
