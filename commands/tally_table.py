"""The departments' results as a table that a terminal of 80 columns shows with one line for each."""

from __future__ import annotations

from collections.abc import Sequence

from rich.table import Table

from organiser.tally.results import DepartmentResult

WITHHELD = "–"


def department_table(departments: Sequence[DepartmentResult]) -> Table:
    """Number, name, ratings, how often each mark was given, score; a dash where a number is withheld."""
    table = Table(box=None, padding=(0, 1), pad_edge=False)
    table.add_column("#", justify="right", no_wrap=True)
    table.add_column("department", no_wrap=True, overflow="ellipsis")
    marks = [mark.id for mark in departments[0].marks] if departments else []
    for title in ("ratings", *marks, "score"):
        table.add_column(title, justify="right", no_wrap=True)
    for department in departments:
        table.add_row(str(department.order), department.name.zh, *_numbers(department))
    return table


def _numbers(department: DepartmentResult) -> list[str]:
    counts = [department.ratings, *(mark.number for mark in department.marks)]
    score = WITHHELD if department.score is None else f"{department.score:.2f}"
    return [WITHHELD if number is None else f"{number:,}" for number in counts] + [score]
