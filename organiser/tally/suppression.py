"""Which cells of a table with a known sum are withheld, so that nothing small can be recomputed (docs/adr/0033).

A cell under the smallest size is withheld, and with it every cell after it in the table's fixed order; if that does
not leave each of them room enough, the cell before too, and so on. The choice looks at nothing but what is published:
the order, the sum of what is withheld and the public limits. So knowing this rule helps nobody.
"""

from __future__ import annotations

from collections.abc import Sequence


def first_withheld(cells: Sequence[int], smallest: int, limits: Sequence[int] | None = None) -> int | None:
    """From which place on cells are withheld: `len(cells)` if none is, None if the sum must be withheld as well.

    `limits` are the public upper bounds of the cells, such as how many people there are in a group. Every withheld
    cell keeps at least `smallest` possible values, or as many as its limit allows, even to someone who knows this rule.
    """
    small = [place for place, cell in enumerate(cells) if cell < smallest]
    if not small or smallest <= 1:
        return len(cells)
    bounds = [sum(cells)] * len(cells) if limits is None else list(limits)
    return next((start for start in range(small[0], -1, -1) if _has_room(start, cells, bounds, smallest)), None)


def _has_room(start: int, cells: Sequence[int], limits: Sequence[int], smallest: int) -> bool:
    """Whether enough different tables would look the same, counting only those whose cell at `start` is small.

    With the sum R of the withheld cells published, and 0 ≤ cell ≤ limit, each cell's possible values are an interval.
    """
    total, room = sum(cells[start:]), sum(limits[start:])
    small_most = min(smallest - 1, limits[start])
    for place in range(start, len(cells)):
        limit = limits[place]
        others_most = room - limit if place == start else room - limit - limits[start] + small_most
        least, most = max(0, total - others_most), min(total, small_most if place == start else limit)
        if most - least + 1 < min(smallest, limit + 1):
            return False
    return True
