"""Results: counts, shares, scores, turnout; small cells withheld everywhere they could be read or recomputed."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from dataclasses import asdict
from pathlib import Path
from xml.etree import ElementTree

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from organiser_samples import sample_campaign
from small_count import ITEMS

from organiser.tally.records import CardState, Holder, Pile, Sealed
from organiser.tally.release import Delivery, KioskDelivery, Release
from organiser.tally.report import read_results, render, write_results
from organiser.tally.results import Results, count
from organiser.tally.turnout import Turnout, voters

CAMPAIGN = sample_campaign()
NOBODY = Turnout(0, 0, (), (), ())
NUMBER = st.integers(0, 40)


def results(numbers: dict[str, tuple[int, ...]], smallest: int = 10, release: Release | None = None) -> Results:
    piles = [Pile("ballot", 1, item, code, n) for item, row in numbers.items() for code, n in enumerate(row, 1) if n]
    grounds = release or Release((), 0, 0, ())
    return count(CAMPAIGN, piles, NOBODY, {"deduplicated": {"duplicate": 3}}, grounds, smallest)


def test_shares_and_the_score_are_of_those_who_gave_a_mark_that_counts() -> None:
    (department, *_) = results(dict.fromkeys(ITEMS, (60, 20, 10, 10))).departments
    assert [mark.share for mark in department.marks] == [60.0, 20.0, 10.0, 10.0]
    assert department.score == pytest.approx((60 * 100 + 20 * 70 + 10 * 30) / 90, abs=0.005)
    assert (department.ratings, department.withheld) == (100, "")


def test_a_department_with_a_withheld_mark_shows_no_score() -> None:
    made = results({"fgw": (60, 20, 40, 3), "kjj": (60, 20, 10, 10), "jyj": (50, 0, 0, 0), "jtj": (4, 1, 0, 0)})
    fgw, kjj, jyj, jtj = made.departments
    assert [mark.number for mark in fgw.marks] == [60, 20, None, None]
    assert (fgw.ratings, fgw.score, fgw.withheld) == (123, None, "some")
    assert kjj.score is not None
    assert {mark.number for mark in jyj.marks} == {None}, "all of one mind: nothing but how many"
    assert (jyj.ratings, jyj.withheld) == (50, "some"), "and no word that they are"
    assert (jtj.ratings, jtj.withheld) == (None, "few")
    assert made.ratings is None, "the sum of all would give the department's"


@given(st.fixed_dictionaries({item: st.tuples(NUMBER, NUMBER, NUMBER, NUMBER) for item in ITEMS}), st.integers(2, 12))
def test_nothing_small_and_nothing_computed_from_withheld_cells_is_published(
    numbers: dict[str, tuple[int, ...]], smallest: int
) -> None:
    made = results(numbers, smallest)
    for department in made.departments:
        row = numbers[department.id]
        shown = [mark.number for mark in department.marks if mark.number is not None]
        assert all(number >= smallest for number in shown)
        hidden = len(row) - len(shown)
        assert hidden != 1, "one cell alone is the rest of the sum"
        assert (department.score is None) or hidden == 0
        assert (department.ratings is None) == (sum(row) < smallest)
        assert all((mark.share is None) == (mark.number is None) for mark in department.marks)
        if hidden and department.ratings is not None:
            assert sum(row) - sum(shown) >= smallest - 1


@settings(deadline=None, max_examples=40)
@given(st.fixed_dictionaries({item: st.tuples(NUMBER, NUMBER, NUMBER, NUMBER) for item in ITEMS}))
def test_no_file_says_a_withheld_number(numbers: dict[str, tuple[int, ...]]) -> None:
    """Two worlds that differ only in what is withheld look the same, byte for byte, in every published file."""
    other = {item: swap(row) for item, row in numbers.items()}
    first, second = results(numbers), results(other)
    assert first == second
    assert list(render(first, 0)) == list(render(second, 0))


def swap(row: tuple[int, ...]) -> tuple[int, ...]:
    """The row with its last two cells exchanged if one of them is small: both are withheld then."""
    *before, one, other = row
    return (*before, other, one) if min(one, other) < 10 and min(before) >= 10 else row


def test_turnout_counts_people_once_in_each_division(tmp_path: Path) -> None:
    people = [
        Holder(bytes([n]) * 10, n, "v01", "enterprise" if n % 2 else "town", "random", "市南区", CardState.VALID)
        for n in range(1, 61)
    ]
    people.append(Holder(b"\xf0" * 10, 1, "v01", "enterprise", "random", "市南区", CardState.REPLACED))
    people.append(Holder(b"\xf1" * 10, 61, "v01", "town", "random", "市南区", CardState.REVOKED))
    rated = [
        Sealed(n, bytes([n]) * 10, True, CardState.VALID, b"e", "ballot", 1, item, b"x")
        for n in range(1, 41)
        for item in ("fgw", "kjj")
    ]
    came = voters(people, rated, tmp_path).turnout(CAMPAIGN, 10)
    assert (came.people, came.voters) == (60, 40)
    assert {group.id: (group.people, group.voters) for group in came.by_category} == {
        "enterprise": (30, 20),
        "town": (30, 20),
    }
    assert [(group.id, group.voters) for group in came.by_district] == [("市南区", 40)]


def test_few_voters_hide_the_whole_turnout(tmp_path: Path) -> None:
    people = [Holder(bytes([n]) * 10, n, "v01", "town", "random", "市南区", CardState.VALID) for n in range(1, 61)]
    rated = [Sealed(n, b"c", True, CardState.VALID, b"e", "ballot", 1, "fgw", b"x") for n in range(1, 5)]
    came = voters(people, rated, tmp_path).turnout(CAMPAIGN, 10)
    assert (came.people, came.voters, came.by_route[0].voters) == (60, None, None)
    assert voters(people, rated, tmp_path).turnout(CAMPAIGN, 1).voters == 4


def test_files_come_back_and_the_reason_for_missing_kiosks_is_printed_in_all(tmp_path: Path) -> None:
    lost = KioskDelivery("v02-1", 3, None, Delivery.LOST, "=cmd() <b>fire</b>")
    missing = KioskDelivery("v03-1", 3, 9, Delivery.MISSING)
    made = results({"fgw": (60, 20, 10, 10)}, release=Release((lost, missing), 1, 2, (), "=1+1 <i>flood</i>"))
    write_results(tmp_path, made, 1_640_000_000)
    assert read_results(tmp_path / "results.json") == made
    page = (tmp_path / "results.html").read_text("utf-8")
    assert "=1+1 &lt;i&gt;flood&lt;/i&gt;" in page and "=cmd() &lt;b&gt;fire&lt;/b&gt;" in page
    book = openpyxl.load_workbook(tmp_path / "results.xlsx")
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert {cell.value for cell in cells} >= {"=1+1 <i>flood</i>", "=cmd() <b>fire</b>"}
    assert not [cell for cell in cells if cell.data_type == "f"], "what somebody typed is never a formula"


def test_the_page_needs_nothing_else_and_its_charts_say_what_they_show() -> None:
    pages = dict(render(results(dict.fromkeys(ITEMS, (60, 20, 40, 3))), 0))
    page = pages["results.html"].decode()
    assert not re.search(r"<script|https?://|<link|src=", page)
    charts = re.findall(r"<svg class=\"bar\".*?</svg>", page)
    assert len(charts) >= len(ITEMS)
    for chart in charts:
        svg = ElementTree.fromstring(chart)
        assert svg.get("role") == "img" and svg.get("aria-label")
    assert page.index("各部门评价") < page.index("Marks by department"), "Chinese first"
    assert "示例数据" in page


def test_the_workbook_has_the_same_bytes_every_time() -> None:
    made = results(dict.fromkeys(ITEMS, (60, 20, 40, 3)))
    first, second = (dict(render(made, 1_640_000_000))["results.xlsx"] for _ in range(2))
    assert first == second
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert {member.date_time for member in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_what_was_set_aside_is_counted_by_stage_and_reason() -> None:
    assert Counter(asdict(results({}))["set_aside"]["deduplicated"]) == {"duplicate": 3}
