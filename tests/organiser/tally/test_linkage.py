"""Linkage: the sign-in order, every file and the opened piles in hand, marks cannot be matched to people.

Each run is a fresh event. The attacker knows who signed in when, reads every file of the count in the order in which
it lies there, and deals the opened marks of a department out to people along that order. Chance is dealing them out
along a random order. That the attack works where an order does follow casting is shown with the sign-in order itself:
marks rise through the day.
"""

from __future__ import annotations

import math
import random
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from itertools import repeat
from pathlib import Path

import pytest
from small_count import ITEMS, SmallCount

from kiosk.domain.canonical import decode
from kiosk.domain.journal import decode_entry
from organiser.tally.records import Collected, Holder, Pile, Sealed, Stripped, read_records
from organiser.tally.steps import CHECKED, DEDUPLICATED, HOLDERS, OPENED, REVOKED, SHUFFLED, STRIPPED

RUNS, PEOPLE = 100, 16
Order = Callable[[SmallCount, str], list[int]]
"""A department's people in the order that an attacker takes from the files; people are numbers in sign-in order."""


def by_box(small: SmallCount) -> dict[bytes, int]:
    """Who sealed which box: the collection tells, and it does not open any."""
    number = {card.id: place for place, card in enumerate(small.cards)}
    records = read_records(small.folder / "collection" / "collection.cborseq", Collected)
    entries = (decode_entry(record.entry).body for record in records)
    return {box: number[body["credential"]] for body in entries for box in body["sealed"].values()}


def sign_in_order(small: SmallCount, item: str) -> list[int]:
    return list(range(PEOPLE))


def collection_order(small: SmallCount, item: str) -> list[int]:
    number = {card.id: place for place, card in enumerate(small.cards)}
    records = read_records(small.folder / "collection" / "collection.cborseq", Collected)
    return [number[decode_entry(record.entry).body["credential"]] for record in records]


def holders_order(small: SmallCount, item: str) -> list[int]:
    number = {card.id: place for place, card in enumerate(small.cards)}
    return [number[holder.credential] for holder in read_records(small.out / HOLDERS, Holder)]


def sealed_order(file: str) -> Order:
    def order(small: SmallCount, item: str) -> list[int]:
        owner = by_box(small)
        return [owner[box.sealed] for box in read_records(small.out / file, Sealed) if box.item == item]

    return order


def stripped_order(file: str) -> Order:
    def order(small: SmallCount, item: str) -> list[int]:
        owner = by_box(small)
        return [owner[box.sealed] for box in read_records(small.out / file, Stripped) if box.item == item]

    return order


ORDERS: dict[str, Order] = {
    "sign-in": sign_in_order,
    "collection": collection_order,
    HOLDERS: holders_order,
    **{file: sealed_order(file) for file in (CHECKED, DEDUPLICATED, REVOKED)},
    **{file: stripped_order(file) for file in (STRIPPED, SHUFFLED)},
}


def opened_marks(small: SmallCount, item: str) -> list[int]:
    """The opened marks in the order in which the file has them."""
    piles = read_records(small.out / OPENED, Pile)
    return [int(mark) for pile in piles if pile.item == item for mark in repeat(pile.code, pile.number)]


def hits_by_chance(marks: list[int]) -> tuple[float, float]:
    """Mean and variance of how many marks a random dealing-out gets right (a matching within piles)."""
    people, piles = len(marks), Counter(marks).values()
    mean = sum(pile * pile for pile in piles) / people
    within = sum((pile * (pile - 1)) ** 2 for pile in piles)
    across = sum(a * a * b * b for i, a in enumerate(piles) for j, b in enumerate(piles) if i != j)
    return mean, mean + (within + across) / (people * (people - 1)) - mean * mean


def runs(folder: Path) -> Iterator[tuple[SmallCount, list[dict[str, int]]]]:
    """Counted events: what everybody really marked, in sign-in order; a shared mood drifts through the day."""
    for run in range(RUNS):
        chance = random.Random(run)
        small = SmallCount(folder / str(run), people=PEOPLE, chance=chance)
        chance.shuffle(small.cards)
        truth = [
            {item: 1 + chance.choice((0, 0, 1)) + 2 * place // PEOPLE for item in ITEMS} for place in range(PEOPLE)
        ]
        records = [small.record(number, marks, number + 1) for number, marks in enumerate(truth)]
        records.sort(key=lambda data: decode(data)["entry"][::-1])  # the server's export is not in casting order
        small.count(records)
        yield small, truth


@pytest.mark.slow
def test_matching_marks_to_people_is_no_better_than_chance_over_100_events(tmp_path: Path) -> None:
    hits: defaultdict[str, int] = defaultdict(int)
    mean = variance = 0.0
    for small, truth in runs(tmp_path):
        for item in ITEMS:
            marks = opened_marks(small, item)
            expected, spread = hits_by_chance(marks)
            mean, variance = mean + expected, variance + spread
            for name, order in ORDERS.items():
                pairs = zip(order(small, item), marks, strict=True)
                hits[name] += sum(truth[person][item] == mark for person, mark in pairs)
    deviation = math.sqrt(variance * len(ITEMS))  # one person's marks go together, as moods do
    assert hits.pop("sign-in") > mean + 10 * deviation, "an order that follows casting would be noticed"
    for name, right in hits.items():
        assert abs(right - mean) < 4.5 * deviation, f"{name}: {right} right, chance gives {mean:.0f}"
