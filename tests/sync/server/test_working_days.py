"""China's working days in the year of the event, and the organiser's corrections."""

from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from threading import Barrier

import pytest

from sync.server.working_days import CalendarRefused, WorkingDays, read_working_days


@pytest.mark.parametrize(
    ("day", "working"),
    [
        ("2021-09-18", True),  # a Saturday made up for Mid-Autumn
        ("2021-09-20", False),  # a Monday of Mid-Autumn
        ("2021-09-26", True),  # a Sunday made up for the National Day
        ("2021-10-01", False),
        ("2021-10-08", True),
        ("2021-12-17", True),
        ("2021-12-18", False),
        ("2022-01-03", False),  # New Year, moved to a Monday
    ],
)
def test_public_holidays_and_make_up_days_are_known(day: str, working: bool) -> None:
    assert WorkingDays().is_working(date.fromisoformat(day)) is working


def test_fifteen_working_days_over_new_year_and_spring_festival() -> None:
    # 24 January 2022 is a Monday; 29 and 30 January are made up, 31 January to 6 February are off
    assert WorkingDays().after(date(2022, 1, 24), 15) == date(2022, 2, 17)


def test_a_year_that_was_not_announced_yet_still_has_weekends_and_statutory_days() -> None:
    calendar = WorkingDays()
    assert not calendar.is_working(date(2040, 10, 1))
    assert not calendar.is_working(date(2040, 6, 16))  # a Saturday
    assert calendar.is_working(date(2040, 6, 20))


def test_many_threads_that_ask_for_a_new_year_at_once_are_told_the_same() -> None:
    """A calendar that fills itself at the first question told the others that the National Day was a working day."""
    years, together = range(2001, 2100), Barrier(8)

    def ask(_: int) -> list[bool]:
        told = []
        for year in years:
            together.wait()
            told.append(WorkingDays().is_working(date(year, 10, 1)))
        return told

    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(8) as pool:
            answers = list(pool.map(ask, range(8)))
    finally:
        sys.setswitchinterval(before)
    assert not any(any(told) for told in answers)


def test_a_year_is_known_once_its_make_up_days_are_announced_or_written_down(tmp_path: Path) -> None:
    assert WorkingDays().knows(2022) and not WorkingDays().knows(2040)
    (tmp_path / "working-days.csv").write_text("2040-09-30,working\n", "utf-8")
    assert read_working_days(tmp_path).knows(2040) and not read_working_days(tmp_path).knows(2041)


def test_the_organisers_file_overrides_both_ways(tmp_path: Path) -> None:
    (tmp_path / "working-days.csv").write_text("# city holiday\n2021-12-20,off\n2021-12-18, Working\n", "utf-8")
    calendar = read_working_days(tmp_path)
    assert not calendar.is_working(date(2021, 12, 20))
    assert calendar.is_working(date(2021, 12, 18))
    assert calendar.after(date(2021, 12, 17), 2) == date(2021, 12, 21)


@pytest.mark.parametrize(
    "line", ["2021-13-01,off", "2021-12-20", "2021-12-20,holiday", "tomorrow,off", "2021-12-20,working"]
)
def test_a_line_that_cannot_be_read_is_named(tmp_path: Path, line: str) -> None:
    (tmp_path / "working-days.csv").write_text(f"2021-12-20,off\n{line}\n", "utf-8")
    with pytest.raises(CalendarRefused) as refused:
        read_working_days(tmp_path)
    assert refused.value.row == 2


def test_without_a_file_the_calendar_is_the_states(tmp_path: Path) -> None:
    assert read_working_days(tmp_path) == WorkingDays()


@pytest.mark.parametrize(
    ("data", "row"),
    [
        ("2021-12-20,off\n2021-09-26,上班\n".encode("gbk"), 2),
        ("2021-12-20,off\n".encode("utf-16"), 1),
        (b'2021-12-20,off\n2021-12-21,"' + b"x" * 140_000, 2),
        (b"\xef\xbb\xbf2021-12-20,off\r\n2021-13-01,off\r\n", 2),
    ],
    ids=["gbk", "utf-16", "endless", "no month"],
)
def test_a_file_of_another_encoding_or_none_is_named_by_its_row(tmp_path: Path, data: bytes, row: int) -> None:
    (tmp_path / "working-days.csv").write_bytes(data)
    with pytest.raises(CalendarRefused) as refused:
        read_working_days(tmp_path)
    assert refused.value.row == row
