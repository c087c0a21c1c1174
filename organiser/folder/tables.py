"""The folder's small tables: departments.csv, sessions.csv, venues.csv."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kiosk.domain.campaign import Bilingual, Session, Venue
from organiser.folder.mistakes import Mistakes
from organiser.folder.nodes import parse_moment
from organiser.folder.texts import read_text

MAX_ID = 16
MAX_NAME_ZH, MAX_NAME_EN = 40, 120
"""Characters; the longest department's names of 2021 have 10 and 42, so what is longer is no name."""
_ID = re.compile(rf"[a-z0-9]{{1,{MAX_ID}}}")


@dataclass(frozen=True, slots=True)
class DepartmentRow:
    """One line of departments.csv."""

    id: str
    order: int
    session: int
    name: Bilingual


def read_departments(folder: Path, sessions: Sequence[Session], mistakes: Mistakes) -> tuple[DepartmentRow, ...]:
    """The departments in their order."""
    file = "departments.csv"
    rows: list[DepartmentRow] = []
    orders: list[int] = []
    numbers = {session.number for session in sessions}
    seen: set[str] = set()
    for line, cells in _read(folder, file, ("order", "id", "session", "name_zh", "name_en"), mistakes):
        order, session = (_number(cells[key], line, file, mistakes) for key in ("order", "session"))
        if session not in numbers and numbers:  # none at all has been said already
            mistakes.add(file, line, f"session {cells['session']} is not in sessions.csv")
        if cells["id"] in seen:
            mistakes.add(file, line, f"department “{cells['id']}” is named twice")
        seen.add(cells["id"])
        orders.append(order)
        if _check_id(cells["id"], line, file, mistakes):
            rows.append(DepartmentRow(cells["id"], order, session, Bilingual(cells["name_zh"], cells["name_en"])))
    if orders != list(range(1, len(orders) + 1)):
        mistakes.add(file, 0, "“order” must count from 1 without gaps")
    return tuple(rows)


def read_sessions(folder: Path, mistakes: Mistakes) -> tuple[Session, ...]:
    """The sessions in their order."""
    file = "sessions.csv"
    rows: list[Session] = []
    for line, cells in _read(folder, file, ("session", "start", "end"), mistakes):
        start, end = (parse_moment(cells[key], line, file, mistakes) for key in ("start", "end"))
        if end <= start:
            mistakes.add(file, line, "the session ends before it begins")
        if rows and start < rows[-1].end:
            mistakes.add(file, line, "this session begins before the one above it has ended")
        number = _number(cells["session"], line, file, mistakes)
        if number in {row.number for row in rows}:
            mistakes.add(file, line, f"session {number} is there twice")
        rows.append(Session(number, start, end))
    return tuple(rows)


def read_venues(folder: Path, mistakes: Mistakes) -> tuple[Venue, ...]:
    """The venues."""
    file = "venues.csv"
    rows: list[Venue] = []
    for line, cells in _read(folder, file, ("id", "district_zh", "district_en"), mistakes):
        _check_id(cells["id"], line, file, mistakes)
        if cells["id"] in {row.id for row in rows}:
            mistakes.add(file, line, f"venue “{cells['id']}” is named twice")
        rows.append(Venue(cells["id"], Bilingual(cells["district_zh"], cells["district_en"])))
    return tuple(rows)


def _read(folder: Path, file: str, columns: Sequence[str], mistakes: Mistakes) -> list[tuple[int, dict[str, str]]]:
    text = read_text(folder, file, mistakes)
    if text is None:
        return []
    reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    try:
        lines = [(reader.line_num, row) for row in reader]
    except csv.Error as error:
        mistakes.add(file, reader.line_num, f"this is not a table with commas: {error}")
        return []
    if missing := [column for column in columns if column not in (reader.fieldnames or ())]:
        mistakes.add(file, 1, f"columns are missing: {', '.join(missing)}")
        return []
    rows = []
    if not lines:
        mistakes.add(file, 1, "there is nothing below the column names")
    for number, row in lines:
        if None in row:
            mistakes.add(file, number, "this line has more cells than there are columns")
        cells = {column: (row[column] or "").strip() for column in columns}
        if empty := [column for column in columns if not cells[column]]:
            mistakes.add(file, number, f"empty: {', '.join(empty)}")
        for column, most in (("name_zh", MAX_NAME_ZH), ("name_en", MAX_NAME_EN), ("district_zh", MAX_NAME_ZH)):
            if len(cells.get(column, "")) > most:
                mistakes.add(file, number, f"“{column}” has more than {most} characters")
        rows.append((number, cells))
    return rows


def _check_id(id: str, line: int, file: str, mistakes: Mistakes) -> bool:
    """Whether files and kiosks can be named after this id."""
    good = _ID.fullmatch(id) is not None
    if id and not good:
        mistakes.add(file, line, f"“{id}” must have up to {MAX_ID} small letters and digits")
    return good


def _number(text: str, line: int, file: str, mistakes: Mistakes) -> int:
    if not text.isdecimal():
        mistakes.add(file, line, f"“{text}” is not a number")
        return 0
    return int(text)
