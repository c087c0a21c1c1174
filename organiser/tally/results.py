"""Results: counts, shares and scores per department, turnout by category, small cells withheld."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kiosk.domain.ballot import FORM
from kiosk.domain.campaign import Bilingual, Campaign
from organiser.tally.records import Pile

SMALLEST_CELL = 10


@dataclass(frozen=True, slots=True)
class DepartmentResult:
    """`counts` maps option ids to counts, None where they are withheld. `score` is the weighted mean, or None."""

    id: str
    order: int
    name: Bilingual
    ratings: int
    counts: dict[str, int] | None
    score: float | None
    withheld: str


@dataclass(frozen=True, slots=True)
class Turnout:
    """How many people of a category hold a card, and how many of them cast at least one rating."""

    id: str
    name: Bilingual
    seats: int
    voters: int


@dataclass(frozen=True, slots=True)
class Results:
    """Everything that is published. `set_aside` maps stage to reason to count."""

    campaign: str
    title: Bilingual
    year: int
    sample: bool
    smallest_cell: int
    departments: tuple[DepartmentResult, ...]
    turnout: tuple[Turnout, ...]
    ratings: int
    set_aside: dict[str, dict[str, int]]


def count(
    campaign: Campaign,
    piles: Iterable[Pile],
    voters: Mapping[str, int],
    set_aside: dict[str, dict[str, int]],
    smallest_cell: int,
) -> Results:
    """The results. `voters` maps categories to people who cast something."""
    counts: defaultdict[str, Counter[int]] = defaultdict(Counter)
    for pile in (pile for pile in piles if pile.form == FORM):
        counts[pile.item][pile.code] += pile.count
    departments = tuple(_department(campaign, d.id, counts[d.id], smallest_cell) for d in campaign.departments)
    turnout = tuple(Turnout(c.id, c.name, c.seats, voters.get(c.id, 0)) for c in campaign.categories)
    return Results(
        campaign.id,
        campaign.title,
        campaign.year,
        campaign.sample,
        smallest_cell,
        departments,
        turnout,
        sum(department.ratings for department in departments),
        set_aside,
    )


def _department(campaign: Campaign, id: str, counts: Counter[int], smallest_cell: int) -> DepartmentResult:
    department = campaign.department(id)
    total = counts.total()
    withheld = _withheld(counts, total, smallest_cell)
    shown = None if withheld else {option.id: counts[option.code] for option in campaign.ballot.options}
    score = None if withheld else _score(campaign, counts)
    return DepartmentResult(id, department.order, department.name, total, shown, score, withheld)


def _withheld(counts: Counter[int], total: int, smallest_cell: int) -> str:
    """Why a department's marks are not shown: too few people, or all of one mind, which would tell each one's mark."""
    if total < smallest_cell:
        return "few" if total else "none"
    return "unanimous" if smallest_cell > 1 and max(counts.values()) == total else ""


def _score(campaign: Campaign, counts: Counter[int]) -> float | None:
    weighted = [(option.weight, counts[option.code]) for option in campaign.ballot.options if option.weight is not None]
    people = sum(number for _, number in weighted)
    return round(sum(weight * number for weight, number in weighted) / people, 2) if people else None
