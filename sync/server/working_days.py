"""Working days in China: public holidays and make-up working days, with the organiser's own corrections.

The State Council announces each year's days in the autumn before; `holidays` knows them offline. What it cannot know
yet, or a city decides for itself, the organiser writes into `working-days.csv` in the server's folder: a line is a
date and `working` or `off`, such as `2021-09-26,working`.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import holidays

FILE = "working-days.csv"
_WORDS = {"working": True, "off": False}
_DAY = timedelta(days=1)


class CalendarRefused(Exception):
    """A line of the organiser's file that cannot be read, or says the opposite of one before. `row` counts from 1."""

    def __init__(self, row: int) -> None:
        super().__init__(f"{FILE}: row {row}")
        self.row = row


@dataclass(frozen=True, slots=True)
class WorkingDays:
    """`own` are the organiser's corrections: True for a working day."""

    own: dict[date, bool] = field(default_factory=dict)

    def is_working(self, day: date) -> bool:
        """Whether offices work on that day."""
        return self.own[day] if day in self.own else _by_the_state(day)

    def knows(self, year: int) -> bool:
        """Whether the year's make-up days are known. Before they are, a due day may be off by some days."""
        return any(day.year == year for day in (*_year(year).weekend_workdays, *self.own))

    def after(self, start: date, days: int) -> date:
        """The last of `days` working days, the first of which is the next one after `start`."""
        last = start
        for day in self._following(start):
            if days <= 0:
                break
            last, days = day, days - 1
        return last

    def before(self, day: date) -> date:
        """The last working day before `day`."""
        day -= _DAY
        while not self.is_working(day):
            day -= _DAY
        return day

    def _following(self, day: date) -> Iterator[date]:
        while True:
            day += _DAY
            if self.is_working(day):
                yield day


@cache
def _by_the_state(day: date) -> bool:
    return bool(_year(day.year).is_working_day(day))


@cache
def _year(year: int) -> holidays.HolidayBase:
    """A year of its own, whole: one for all years fills itself while another thread reads in it."""
    return holidays.country_holidays("CN", years=year, expand=False)


def read_working_days(folder: Path) -> WorkingDays:
    """The calendar with the corrections in a server's folder, if there are any. Raises CalendarRefused or OSError."""
    path = folder / FILE
    own: dict[date, bool] = {}
    if not path.exists():
        return WorkingDays()
    for row, cells in _rows(path.read_bytes()):
        if not cells or cells[0].startswith("#"):
            continue
        try:
            day, working = date.fromisoformat(cells[0].strip()), _WORDS[cells[1].strip().lower()]
        except (ValueError, KeyError, IndexError) as error:
            raise CalendarRefused(row) from error
        if own.setdefault(day, working) is not working:
            raise CalendarRefused(row)
    return WorkingDays(own)


def _rows(data: bytes) -> Iterator[tuple[int, list[str]]]:
    """Rows counted from 1. Raises CalendarRefused for what is not UTF-8 or no table."""
    try:
        lines = data.decode("utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        raise CalendarRefused(data[: error.start].count(b"\n") + 1) from error
    reader = csv.reader(lines)
    try:
        yield from enumerate(reader, 1)
    except csv.Error as error:
        raise CalendarRefused(reader.line_num) from error
