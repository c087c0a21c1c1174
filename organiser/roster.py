"""The roster: who was chosen, read from CSV or XLSX, checked row by row and held against the quotas.

Columns may be headed in Chinese or English and stand in any order; values may be ids or the words people write.

    RosterRefused            the file cannot be read (`code`), or rows are bad (`problems` names each)
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from kiosk.domain.campaign import Campaign
from kiosk.domain.credential import Role
from organiser.tables import TableRefused, read_table

MAX_NAME = 40


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
    """Why a row cannot be imported. `row` counts as the spreadsheet does: the header is row 1.

    `code`: `empty`, `too-long`, `bad-text`, `bad-phone`, `unknown` (not a value this campaign has), `twice`.
    """

    row: int
    column: str
    code: str


class RosterRefused(Exception):
    """Nothing was imported. `code`: `bad-rows`, `missing-columns`, or one of `TableRefused`."""

    def __init__(self, code: str, problems: tuple[RowProblem, ...] = (), columns: tuple[str, ...] = ()) -> None:
        super().__init__(code)
        self.code = code
        self.problems = problems
        self.columns = columns


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


COLUMNS: dict[str, tuple[str, ...]] = {
    "card_no": ("编号", "证号", "序号", "代表编号", "card number", "no"),
    "name": ("姓名", "full name"),
    "phone": ("手机", "手机号", "电话", "联系电话", "手机号码", "mobile", "telephone"),
    "category": ("类别", "代表类别"),
    "route": ("产生方式", "途径", "来源", "selection"),
    "district": ("区市", "区", "所在区市", "区（市）"),
    "street": ("街道", "镇街", "镇（街）", "镇街道", "town", "town/street"),
    "venue": ("会场", "分会场"),
    "role": ("身份", "角色"),
}
_ROUTES = {
    Route.RANDOM: ("随机抽取", "随机"),
    Route.RECOMMENDED: ("组织推荐", "推荐"),
    Route.VOLUNTEER: ("自愿报名", "报名", "自愿"),
}
_ROLES = {
    Role.REPRESENTATIVE: ("市民代表", "代表"),
    Role.STAFF: ("工作人员", "会场工作人员"),
}
_PHONE = re.compile(r"\+?[0-9]{5,15}")
_FORMULA = ("=", "+", "-", "@")


def read_roster(path: Path, campaign: Campaign, *, skip_bad: bool = False) -> Roster:
    """The people in a CSV (UTF-8 or GB 18030) or XLSX file.

    Every bad row is named; nothing is imported unless `skip_bad`. Raises RosterRefused and OSError.
    """
    try:
        header, *body = read_table(path)
    except TableRefused as error:
        raise RosterRefused(error.code) from error
    places = _places(header.cells)
    reader = _Reader(campaign)
    for line in body:
        reader.add(line.number, {name: _cell(line.cells, place) for name, place in places.items()})
    if reader.problems and not skip_bad:
        raise RosterRefused("bad-rows", tuple(reader.problems))
    return Roster(tuple(reader.rows), tuple(reader.problems))


def compose(rows: Iterable[RosterRow]) -> Composition:
    """How the roster is made up."""
    people = list(rows)
    chosen = [row for row in people if row.role is Role.REPRESENTATIVE]
    return Composition(
        len(chosen),
        len(people) - len(chosen),
        Counter(row.category for row in chosen),
        Counter(row.route.value for row in chosen),
        Counter(row.district for row in chosen),
    )


def check_quotas(rows: Iterable[RosterRow], campaign: Campaign) -> tuple[QuotaGap, ...]:
    """Categories whose people do not fill their seats exactly, in the campaign's order."""
    present = compose(rows).by_category
    gaps = (QuotaGap(c.id, c.seats, present.get(c.id, 0)) for c in campaign.categories)
    return tuple(gap for gap in gaps if gap.seats != gap.people)


def _plain(text: str) -> str:
    """Header text without case, spaces and underscores: `Card No` is `card_no`."""
    return re.sub(r"[\s_]", "", text).casefold()


def _places(header: Sequence[str]) -> dict[str, int]:
    names = {_plain(alias): name for name, aliases in COLUMNS.items() for alias in (name, *aliases)}
    places: dict[str, int] = {}
    for place, text in enumerate(header):
        if name := names.get(_plain(text)):
            places.setdefault(name, place)
    if missing := tuple(name for name in COLUMNS if name not in places):
        raise RosterRefused("missing-columns", columns=missing)
    return places


def _cell(cells: Sequence[str], place: int) -> str:
    return cells[place].strip() if place < len(cells) else ""


class _Reader:
    """Reads rows one after the other and remembers what must not come twice."""

    def __init__(self, campaign: Campaign) -> None:
        self.rows: list[RosterRow] = []
        self.problems: list[RowProblem] = []
        self._cards: set[str] = set()
        self._people: set[tuple[str, str]] = set()
        self._categories = _words((c.id, c.name.zh, c.name.en) for c in campaign.categories)
        self._venues = _words((v.id, v.name.zh, v.name.en) for v in campaign.venues)
        self._routes = _words((route.value, *words) for route, words in _ROUTES.items())
        self._roles = _words((role.value, *words) for role, words in _ROLES.items())

    def add(self, number: int, cells: dict[str, str]) -> None:
        """Keep the row, or say everything that is wrong with it."""
        cells["phone"] = re.sub(r"[\s()（）-]", "", cells["phone"])
        role = self._roles.get(_plain(cells["role"]))
        staff = role == Role.STAFF.value
        category = self._categories.get(_plain(cells["category"]))
        route = self._routes.get(_plain(cells["route"]))
        venue = self._venues.get(_plain(cells["venue"]))
        bad = self._bad_texts(cells, staff)
        bad += [("role", "unknown")] * (role is None) + [("venue", "unknown")] * (venue is None)
        if not staff:
            bad += [("category", "unknown")] * (category is None) + [("route", "unknown")] * (route is None)
        bad += self._bad_repeats(cells)
        self._cards.add(cells["card_no"])
        self._people.add((cells["name"], cells["phone"]))
        if bad or role is None or venue is None:
            self.problems += [RowProblem(number, column, code) for column, code in bad]
            return
        self.rows.append(
            RosterRow(
                cells["card_no"],
                cells["name"],
                cells["phone"],
                "" if staff else category or "",
                Route.NONE if staff else Route(route or ""),
                cells["district"],
                cells["street"],
                venue,
                Role(role),
            )
        )

    def _bad_texts(self, cells: dict[str, str], staff: bool) -> list[tuple[str, str]]:
        bad = []
        wanted = ("card_no", "name") if staff else ("card_no", "name", "district")
        for column in ("card_no", "name", "district", "street"):
            text = cells[column]
            if not text and column in wanted:
                bad.append((column, "empty"))
            elif len(text) > MAX_NAME:
                bad.append((column, "too-long"))
            elif text.startswith(_FORMULA) or not text.isprintable():
                bad.append((column, "bad-text"))
        if not _PHONE.fullmatch(cells["phone"]):
            bad.append(("phone", "bad-phone" if cells["phone"] else "empty"))
        return bad

    def _bad_repeats(self, cells: dict[str, str]) -> list[tuple[str, str]]:
        """A card number, or a person by name and phone, that an earlier row already has."""
        bad = []
        if cells["card_no"] and cells["card_no"] in self._cards:
            bad.append(("card_no", "twice"))
        if cells["name"] and cells["phone"] and (cells["name"], cells["phone"]) in self._people:
            bad.append(("name", "twice"))
        return bad


def _words(groups: Iterable[Sequence[str]]) -> dict[str, str]:
    """From every way of writing a value to its id, the first of each group."""
    return {_plain(word): group[0] for group in groups for word in group if word}
