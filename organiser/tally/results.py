"""Results: counts, shares and scores per department and turnout, with small cells withheld (docs/adr/0033)."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from kiosk.domain.ballot import FORM
from kiosk.domain.campaign import Bilingual, Campaign
from organiser.tally.form_results import FormResult, count_forms
from organiser.tally.records import Pile
from organiser.tally.release import Release
from organiser.tally.suppression import first_withheld
from organiser.tally.turnout import Turnout

SMALLEST_CELL = 10


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark of the scale: how often it was given and its share in per cent; None where they are withheld."""

    id: str
    label: Bilingual
    weight: int | None
    number: int | None
    share: float | None


@dataclass(frozen=True, slots=True)
class DepartmentResult:
    """`score` is the mean of the weights, None if nobody gave a mark that has one or if any mark is withheld.

    `withheld` is `few` (fewer ratings than the smallest cell: nothing is shown), `some` (marks are withheld) or empty.
    """

    id: str
    order: int
    name: Bilingual
    ratings: int | None
    marks: tuple[Mark, ...]
    score: float | None
    withheld: str


@dataclass(frozen=True, slots=True)
class Results:
    """Everything that is published. `set_aside` maps stage to reason to count; `ratings` is None if that would tell."""

    v: int
    campaign: str
    title: Bilingual
    city: Bilingual
    year: int
    sample: bool
    smallest_cell: int
    ratings: int | None
    departments: tuple[DepartmentResult, ...]
    forms: tuple[FormResult, ...]
    turnout: Turnout
    set_aside: dict[str, dict[str, int]]
    release: Release


def count(
    campaign: Campaign,
    piles: Iterable[Pile],
    turnout: Turnout,
    set_aside: dict[str, dict[str, int]],
    release: Release,
    smallest_cell: int,
) -> Results:
    """The results of opened piles."""
    counts: defaultdict[str, Counter[int]] = defaultdict(Counter)
    chosen = [pile for pile in piles if isinstance(pile.code, int)]
    for pile in chosen:
        if pile.form == FORM and isinstance(pile.code, int):
            counts[pile.item][pile.code] += pile.number
    departments = tuple(_department(campaign, d.id, counts[d.id], smallest_cell) for d in campaign.departments)
    numbers = [department.ratings for department in departments]
    return Results(
        v=1,
        campaign=campaign.id,
        title=campaign.title,
        city=campaign.city,
        year=campaign.year,
        sample=campaign.sample,
        smallest_cell=smallest_cell,
        ratings=None if None in numbers else sum(number or 0 for number in numbers),
        departments=departments,
        forms=count_forms(campaign, chosen, smallest_cell),
        turnout=turnout,
        set_aside=set_aside,
        release=release,
    )


def _department(campaign: Campaign, id: str, counts: Counter[int], smallest: int) -> DepartmentResult:
    department, options, total = campaign.department(id), campaign.ballot.options, counts.total()
    few = total < smallest and smallest > 1
    start = 0 if few else first_withheld([counts[option.code] for option in options], smallest)
    start = start or 0  # with no limits and enough ratings there is always room; if not, all are withheld
    marks = tuple(
        Mark(option.id, option.label, option.weight, *_shown(counts[option.code], total, place < start))
        for place, option in enumerate(options)
    )
    whole = start == len(options)
    return DepartmentResult(
        id=id,
        order=department.order,
        name=department.name,
        ratings=None if few else total,
        marks=marks,
        score=_score(campaign, counts) if whole else None,
        withheld="" if whole else "few" if few else "some",
    )


def _shown(number: int, total: int, shown: bool) -> tuple[int | None, float | None]:
    if not shown:
        return None, None
    return number, round(100 * number / total, 2) if total else None


def _score(campaign: Campaign, counts: Counter[int]) -> float | None:
    weighted = [(option.weight, counts[option.code]) for option in campaign.ballot.options if option.weight is not None]
    people = sum(number for _, number in weighted)
    return round(sum(weight * number for weight, number in weighted) / people, 2) if people else None
