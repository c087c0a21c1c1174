"""Reading a roster: CSV or XLSX, checked row by row.

Columns may be headed in Chinese or English and stand in any order; values may be ids or the words people write.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path

from kiosk.domain.campaign import Campaign
from kiosk.domain.credential import Role
from organiser.roster import Roster, RosterRefused, RosterRow, Route, RowProblem
from organiser.tables import TableRefused, read_table

MAX_NAME = 40

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


def read_roster(
    path: Path, campaign: Campaign, *, skip_bad: bool = False, optional: frozenset[str] = frozenset()
) -> Roster:
    """The people in a CSV (UTF-8 or GB 18030) or XLSX file.

    Every bad row is named; nothing is imported unless `skip_bad`. `optional` columns may be missing or empty: then a
    person is a representative who was drawn, at their district's venue. Raises RosterRefused and OSError.
    """
    try:
        header, *body = read_table(path, lambda cells: not _missing(_places(cells), optional))
    except TableRefused as error:
        raise RosterRefused(error.code, sheets=error.sheets) from error
    places = _places(header.cells)
    if missing := _missing(places, optional):
        raise RosterRefused("missing-columns", columns=missing)
    reader = _Reader(campaign, optional)
    for line in body:
        reader.add(line.number, {name: _cell(line.cells, place) for name, place in places.items()})
    if reader.problems and not skip_bad:
        raise RosterRefused("bad-rows", tuple(reader.problems))
    return Roster(tuple(reader.rows), tuple(reader.problems))


def _plain(text: str) -> str:
    """A word without case, spaces, brackets and underscores: `Card No` is `card_no`, 镇（街） is 镇街."""
    return re.sub(r"[\s_()]", "", unicodedata.normalize("NFKC", text)).casefold()


_NAMES = {_plain(alias): name for name, aliases in COLUMNS.items() for alias in (name, *aliases)}


def _places(header: Sequence[str]) -> dict[str, int]:
    places: dict[str, int] = {}
    for place, text in enumerate(header):
        if name := _NAMES.get(_plain(text)):
            places.setdefault(name, place)
    return places


def _missing(places: Collection[str], optional: frozenset[str]) -> tuple[str, ...]:
    return tuple(name for name in COLUMNS if name not in places and name not in optional)


def _cell(cells: Sequence[str], place: int) -> str:
    """A cell on one line; names are often drawn apart by ideographic spaces or line breaks."""
    return " ".join(cells[place].split()) if place < len(cells) else ""


class _Reader:
    """Reads rows one after the other and remembers what must not come twice."""

    def __init__(self, campaign: Campaign, optional: frozenset[str]) -> None:
        self._optional = optional
        self.rows: list[RosterRow] = []
        self.problems: list[RowProblem] = []
        self._cards: set[str] = set()
        self._people: set[tuple[str, str]] = set()
        self._words = {
            "role": _words((role.value, *words) for role, words in _ROLES.items()),
            "venue": _words((v.id, v.name.zh, v.name.en) for v in campaign.venues),
            "category": _words((c.id, c.name.zh, c.name.en) for c in campaign.categories),
            "route": _words((route.value, *words) for route, words in _ROUTES.items()),
        }

    def add(self, number: int, cells: dict[str, str]) -> None:
        """Keep the row, or say everything that is wrong with it."""
        cells = self._filled(cells)
        meant = {column: words.get(_plain(cells[column])) for column, words in self._words.items()}
        if meant["venue"] is None and "venue" in self._optional:
            meant["venue"] = ""
        staff = meant["role"] == Role.STAFF
        if staff:
            meant |= {"category": "", "route": ""}
        bad = [*self._bad_texts(cells, staff), *_bad_words(cells, meant), *self._bad_repeats(cells)]
        self._cards.add(cells["card_no"])
        self._people.add((cells["name"], cells["phone"]))
        if bad:
            self.problems += [RowProblem(number, column, code, cells[column][:MAX_NAME]) for column, code in bad]
        else:
            self.rows.append(_row({**cells, **{column: value or "" for column, value in meant.items()}}))

    def _filled(self, cells: dict[str, str]) -> dict[str, str]:
        """The cells with a plain phone number, and with what optional columns mean where they are empty."""
        cells = {**dict.fromkeys(COLUMNS, ""), **cells}
        cells["card_no"] = unicodedata.normalize("NFKC", cells["card_no"])
        cells["phone"] = re.sub(r"[\s()-]", "", unicodedata.normalize("NFKC", cells["phone"]))
        meant = {"role": Role.REPRESENTATIVE.value, "route": Route.RANDOM.value, "venue": cells["district"]}
        for column, value in meant.items():
            if column in self._optional and not cells[column]:
                cells[column] = value
        return cells

    def _bad_texts(self, cells: dict[str, str], staff: bool) -> list[tuple[str, str]]:
        bad = []
        wanted = ("card_no", "name") if staff else ("card_no", "name", "district")
        for column in ("card_no", "name", "district", "street"):
            text = cells[column]
            if not text and column in wanted and column not in self._optional:
                bad.append((column, "empty"))
            elif len(text) > MAX_NAME:
                bad.append((column, "too-long"))
            elif text.startswith(_FORMULA) or not text.isprintable():
                bad.append((column, "bad-text"))
        if not _PHONE.fullmatch(cells["phone"]) and (cells["phone"] or "phone" not in self._optional):
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


def _bad_words(cells: Mapping[str, str], meant: Mapping[str, str | None]) -> list[tuple[str, str]]:
    """Cells that must be one of the campaign's values and are not."""
    return [(column, "unknown" if cells[column] else "empty") for column, value in meant.items() if value is None]


def _row(cells: Mapping[str, str]) -> RosterRow:
    texts = {column: cells[column] for column in COLUMNS if column not in ("route", "role")}
    return RosterRow(**texts, route=Route(cells["route"]), role=Role(cells["role"]))


def _words(groups: Iterable[Sequence[str]]) -> dict[str, str]:
    """From every way of writing a value to its id, the first of each group."""
    return {_plain(word): group[0] for group in groups for word in group if word}
