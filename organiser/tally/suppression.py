"""Which cells of a table with a known sum are withheld, so that nothing small can be recomputed (docs/adr/0033).

A small cell is withheld, and with it every cell after it in the table's fixed order, at least two; if that does not
leave each of them room enough, the cell before too, and so on. The choice looks at nothing but what is published: the
order, the sum of what is withheld and the public limits. So knowing this rule helps nobody.
"""

from __future__ import annotations

from collections.abc import Sequence


def first_withheld(cells: Sequence[int], smallest: int, limits: Sequence[int] | None = None) -> int | None:
    """From which place on cells are withheld: `len(cells)` if none is, None if the sum must be withheld as well.

    `limits` are the public upper bounds of the cells, such as how many people there are in a group. Every withheld
    cell keeps `smallest` possible values, even to someone who knows this rule; fewer only if the smallest of the
    withheld groups cannot have so many, and then as many as that one can have.
    """
    small = [place for place, cell in enumerate(cells) if cell < smallest]
    if not small or smallest <= 1:
        return len(cells)
    bounds = [sum(cells)] * len(cells) if limits is None else list(limits)
    latest = min(small[0], len(cells) - 2)
    return next((start for start in range(latest, -1, -1) if _has_room(cells[start:], bounds[start:], smallest)), None)


def _has_room(cells: Sequence[int], limits: Sequence[int], smallest: int) -> bool:
    """Whether enough different tables would be withheld from the same place on, with the same sum."""
    enough = min(smallest, min(limits) + 1)
    values = _of_two if len(cells) == 2 else _of_more
    return min(values(sum(cells), limits, smallest)) >= enough


def _of_two(total: int, limits: Sequence[int], smallest: int) -> list[int]:
    """How many values two cells can have when either of them is small; the one follows from the other."""
    first = range(max(0, total - limits[1]), min(smallest - 1, limits[0], total) + 1)
    second = range(max(0, total - limits[0]), min(smallest - 1, limits[1], total) + 1)
    return [len({*first, *(total - value for value in second)})]


def _of_more(total: int, limits: Sequence[int], smallest: int) -> list[int]:
    """How many values each cell can have, counting only tables whose first cell is small: each an interval."""
    small_most = min(smallest - 1, limits[0])
    room = small_most + sum(limits[1:])
    most = [small_most, *limits[1:]]
    return [min(total, limit) - max(0, total - (room - limit)) + 1 for limit in most]
