"""The folder's small tables: departments.csv, sessions.csv, venues.csv."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kiosk.domain.campaign import Bilingual, Session, Venue
from organiser.folder.mistakes import Mistakes
from organiser.folder.nodes import parse_moment


@dataclass(frozen=True, slots=True)
class DepartmentRow:
    """One line of departments.csv."""

    id: str
    order: int
    session: int
    name: Bilingual


def read_departments(folder: Path, sessions: Sequence[Session], mistakes: Mistakes) -> tuple[DepartmentRow, ...]:
    """The departments in their order."""
    file, rows = "departments.csv", []
    numbers = {session.number for session in sessions}
    seen: set[str] = set()
    for line, cells in _read(folder, file, ("order", "id", "session", "name_zh", "name_en"), mistakes):
        order, session = (_number(cells[key], line, file, mistakes) for key in ("order", "session"))
        if session not in numbers:
            mistakes.add(file, line, f"session {cells['session']} is not in sessions.csv")
        if cells["id"] in seen:
            mistakes.add(file, line, f"department “{cells['id']}” is named twice")
        seen.add(cells["id"])
        rows.append(DepartmentRow(cells["id"], order, session, Bilingual(cells["name_zh"], cells["name_en"])))
    if [row.order for row in rows] != list(range(1, len(rows) + 1)):
        mistakes.add(file, 0, "“order” must count from 1 without gaps")
    return tuple(rows)


def read_sessions(folder: Path, mistakes: Mistakes) -> tuple[Session, ...]:
    """The sessions in their order."""
    file, rows = "sessions.csv", []
    for line, cells in _read(folder, file, ("session", "start", "end"), mistakes):
        start, end = (parse_moment(cells[key], line, file, mistakes) for key in ("start", "end"))
        if end <= start:
            mistakes.add(file, line, "the session ends before it begins")
        rows.append(Session(_number(cells["session"], line, file, mistakes), start, end))
    return tuple(rows)


def read_venues(folder: Path, mistakes: Mistakes) -> tuple[Venue, ...]:
    """The venues."""
    columns = ("id", "district_zh", "district_en")
    rows = _read(folder, "venues.csv", columns, mistakes)
    return tuple(Venue(cells["id"], Bilingual(cells["district_zh"], cells["district_en"])) for _, cells in rows)


def _read(folder: Path, file: str, columns: Sequence[str], mistakes: Mistakes) -> list[tuple[int, dict[str, str]]]:
    try:
        text = (folder / file).read_text("utf-8-sig")
        reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
        lines = [(reader.line_num, row) for row in reader]
    except FileNotFoundError:
        mistakes.add(file, 0, "the file is missing")
        return []
    except (OSError, UnicodeDecodeError, csv.Error):
        mistakes.add(file, 0, "the file cannot be read as a table in UTF-8")
        return []
    if missing := [column for column in columns if column not in (reader.fieldnames or ())]:
        mistakes.add(file, 1, f"columns are missing: {', '.join(missing)}")
        return []
    rows = []
    for number, row in lines:
        cells = {column: (row[column] or "").strip() for column in columns}
        if empty := [column for column in columns if not cells[column]]:
            mistakes.add(file, number, f"empty: {', '.join(empty)}")
        rows.append((number, cells))
    return rows


def _number(text: str, line: int, file: str, mistakes: Mistakes) -> int:
    if not text.isdecimal():
        mistakes.add(file, line, f"“{text}” is not a number")
        return 0
    return int(text)
