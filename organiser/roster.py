"""The roster: who was chosen, how they are made up, and whether quotas and streets are filled.

RosterRefused            the file cannot be read (`code`), or rows are bad (`problems` names each)
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from kiosk.domain.campaign import Campaign
from kiosk.domain.credential import Role


class Route(StrEnum):
    """How a representative was found: 随机抽取, 组织推荐, 自愿报名. Staff have none."""

    RANDOM = "random"
    RECOMMENDED = "recommended"
    VOLUNTEER = "volunteer"
    NONE = ""


@dataclass(frozen=True, slots=True)
class RosterRow:
    """One person. `card_no` is the organiser's own number and stays the same when a card is issued again."""

    card_no: str
    name: str
    phone: str
    category: str
    route: Route
    district: str
    street: str
    venue: str
    role: Role


@dataclass(frozen=True, slots=True)
class RowProblem:
    """Why a row cannot be imported. `row` counts as the spreadsheet does; `text` is how the cell begins.

    `code`: `empty`, `too-long`, `bad-text`, `bad-phone`, `unknown` (not a value this campaign has), `twice`.
    """

    row: int
    column: str
    code: str
    text: str = ""


class RosterRefused(Exception):
    """Nothing was imported. `code`: `bad-rows`, `missing-columns` (`columns`), or one of `TableRefused` (`sheets`)."""

    def __init__(
        self,
        code: str,
        problems: tuple[RowProblem, ...] = (),
        columns: tuple[str, ...] = (),
        sheets: tuple[str, ...] = (),
    ) -> None:
        super().__init__(code)
        self.code = code
        self.problems = problems
        self.columns = columns
        self.sheets = sheets


@dataclass(frozen=True, slots=True)
class Roster:
    """The people of a campaign; `skipped` holds the rows left out when the caller asked for that."""

    rows: tuple[RosterRow, ...]
    skipped: tuple[RowProblem, ...] = ()


@dataclass(frozen=True, slots=True)
class Composition:
    """How many there are of each kind. Only representatives are counted in the three tables."""

    representatives: int
    staff: int
    by_category: Mapping[str, int]
    by_route: Mapping[str, int]
    by_district: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class QuotaGap:
    """A category whose seats and people differ."""

    category: str
    seats: int
    people: int


def uncovered_streets(rows: Iterable[RosterRow], category: str) -> tuple[tuple[str, str], ...]:
    """Streets of the roster, as (district, street), that have nobody of this category (镇街代表: one for each)."""
    streets, covered = set(), set()
    for row in rows:
        if row.role is Role.REPRESENTATIVE and row.street:
            streets.add((row.district, row.street))
            if row.category == category:
                covered.add((row.district, row.street))
    return tuple(sorted(streets - covered))


def compose(rows: Iterable[RosterRow]) -> Composition:
    """How the roster is made up."""
    people = list(rows)
    chosen = [row for row in people if row.role is Role.REPRESENTATIVE]
    return Composition(
        len(chosen),
        len(people) - len(chosen),
        dict(Counter(row.category for row in chosen)),  # `asdict` makes nonsense of a Counter
        dict(Counter(row.route.value for row in chosen)),
        dict(Counter(row.district for row in chosen)),
    )


def check_quotas(rows: Iterable[RosterRow], campaign: Campaign) -> tuple[QuotaGap, ...]:
    """Categories whose people do not fill their seats exactly, in the campaign's order."""
    present = compose(rows).by_category
    gaps = (QuotaGap(c.id, c.seats, present.get(c.id, 0)) for c in campaign.categories)
    return tuple(gap for gap in gaps if gap.seats != gap.people)
