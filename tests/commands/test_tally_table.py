"""The results fit a terminal of 80 columns, one line for each department, nothing cut off."""

from __future__ import annotations

import io

import pytest
from rich.cells import cell_len
from rich.console import Console

from commands.tally_table import department_table
from kiosk.domain.words import Bilingual
from organiser.tally.results import DepartmentResult, Mark

NAME = "市人力资源社会保障局"
"""The longest of the 38 names."""


def department(order: int, number: int | None, score: float | None) -> DepartmentResult:
    marks = tuple(Mark(id, Bilingual(id, id), 1, number, None) for id in ("good", "fair", "poor", "unknown"))
    ratings = None if number is None else 4 * number
    return DepartmentResult(f"d{order}", order, Bilingual(NAME, NAME), ratings, marks, score, "")


def printed(*departments: DepartmentResult) -> list[str]:
    stream = io.StringIO()
    Console(file=stream, width=80, force_terminal=False).print(department_table(departments))
    return stream.getvalue().splitlines()


def test_each_department_has_one_line_even_with_a_million_representatives() -> None:
    lines = printed(*(department(order, 250_000, 100.0) for order in range(1, 39)))
    assert len(lines) == 39
    assert all(cell_len(line) <= 80 for line in lines)
    assert all(NAME in line and line.count("250,000") == 4 and "100.00" in line for line in lines[1:])


@pytest.mark.parametrize("number", [None, 0])
def test_what_is_withheld_is_a_dash_and_not_nought(number: int | None) -> None:
    (_, line) = printed(department(1, number, None))
    assert line.split()[2:] == (["–"] * 6 if number is None else ["0"] * 5 + ["–"])


def test_no_departments_are_an_empty_table() -> None:
    assert len(printed()) == 1
