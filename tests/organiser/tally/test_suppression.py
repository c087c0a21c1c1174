"""Suppression: whoever knows the rule and everything published cannot tell what a withheld cell holds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from organiser.tally.suppression import first_withheld

Published = tuple[object, ...]


def shown(cells: tuple[int, ...], smallest: int, limits: tuple[int, ...] | None) -> Published:
    """All that is published of a table: its sum, unless even that is withheld, and the cells that are shown."""
    start = first_withheld(cells, smallest, limits)
    return ("nothing",) if start is None or sum(cells) < smallest else (sum(cells), *cells[:start])


def worlds(total: int, places: int, limits: tuple[int, ...] | None) -> Iterator[tuple[int, ...]]:
    """Every table with this sum."""
    if places == 0:
        if total == 0:
            yield ()
        return
    for cell in range(min(total, limits[0] if limits else total) + 1):
        for rest in worlds(total - cell, places - 1, limits[1:] if limits else None):
            yield (cell, *rest)


@cache
def seen_from_outside(
    places: int, smallest: int, limits: tuple[int, ...] | None, totals: tuple[int, ...]
) -> dict[Published, list[tuple[int, ...]]]:
    """For everything that can be published, all tables that would give it: what an attacker who knows the rule sees."""
    seen: defaultdict[Published, list[tuple[int, ...]]] = defaultdict(list)
    for total in totals:
        for cells in worlds(total, places, limits):
            seen[shown(cells, smallest, limits)].append(cells)
    return dict(seen)


@settings(deadline=None)  # the first look at a total lists all its tables
@given(st.lists(st.integers(0, 6), min_size=2, max_size=4), st.integers(2, 4))
def test_a_withheld_mark_keeps_as_many_values_as_the_smallest_cell(cells: list[int], smallest: int) -> None:
    table, total = tuple(cells), sum(cells)
    if total < smallest:
        return  # fewer ratings than the smallest cell: even the sum is withheld, see test_results
    start = first_withheld(table, smallest)
    assert start is not None, "without limits there is always room"
    candidates = seen_from_outside(len(table), smallest, None, (total,))[shown(table, smallest, None)]
    assert table in candidates
    for place in range(start, len(table)):
        assert len({candidate[place] for candidate in candidates}) >= smallest


@settings(deadline=None)
@given(st.data(), st.integers(2, 3))
def test_a_withheld_group_keeps_as_many_values_as_its_size_allows(data: st.DataObject, smallest: int) -> None:
    limits = tuple(sorted(data.draw(st.lists(st.integers(1, 6), min_size=2, max_size=4)), reverse=True))
    table = tuple(data.draw(st.integers(0, limit)) for limit in limits)
    seen = seen_from_outside(len(limits), smallest, limits, tuple(range(sum(limits) + 1)))
    start = first_withheld(table, smallest, limits)
    candidates = seen[shown(table, smallest, limits)]
    first = 0 if start is None or sum(table) < smallest else start
    enough = min(smallest, *(limit + 1 for limit in limits[first:]), smallest)
    for place in range(first, len(table)):
        assert len({candidate[place] for candidate in candidates}) >= enough


@given(st.lists(st.integers(0, 60), min_size=1, max_size=6), st.integers(2, 12))
def test_no_small_cell_is_ever_shown(cells: list[int], smallest: int) -> None:
    start = first_withheld(cells, smallest)
    assert start is None or all(cell >= smallest for cell in cells[:start])


@pytest.mark.parametrize(
    ("cells", "start"),
    [
        ((2000, 800, 300, 100), 4),
        ((2000, 800, 300, 5), 2),  # 不了解 alone could be had by subtraction
        ((2000, 800, 5, 100), 2),
        ((2000, 800, 3, 4), 1),  # the two small ones hold 7 together: too few to hide in
        ((2000, 5, 300, 100), 1),
        ((3200, 0, 0, 0), 0),  # all of one mind
        ((3198, 1, 1, 0), 0),  # all but two
    ],
)
def test_what_is_withheld_of_a_departments_marks(cells: tuple[int, ...], start: int) -> None:
    assert first_withheld(cells, 10) == start


def test_a_smallest_cell_of_one_withholds_nothing() -> None:
    assert first_withheld((5, 0, 1), 1) == 3


def test_groups_that_all_voted_leave_no_room_and_take_the_sum_with_them() -> None:
    assert first_withheld((50, 3), 10, (50, 3)) is None, "53 of 53 tells that all three voted"


def test_a_small_district_takes_only_the_one_before_it_along() -> None:
    assert first_withheld((900, 450, 3), 10, (1000, 500, 3)) == 1
    assert first_withheld((900, 450, 5), 10, (1000, 500, 300)) == 1
    assert first_withheld((4, 450, 290), 10, (1000, 500, 300)) == 0
