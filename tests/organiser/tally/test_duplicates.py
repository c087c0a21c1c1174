"""Duplicates: whatever was cast twice and in whatever order it arrived, the same boxes count."""

from __future__ import annotations

import random
import tempfile
from pathlib import Path
from typing import TypeVar

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st
from organiser_samples import sample_campaign
from synthetic_count import card, cast, collected

from kiosk.domain.canonical import decode, decode_message
from organiser.issuing import CardState, IssuedCard
from organiser.tally.boxes import bare_bytes, box_bytes
from organiser.tally.countable import countable
from organiser.tally.crew import alone
from organiser.tally.holders import holders
from organiser.tally.records import CardState as State
from organiser.tally.records import Collected, Sealed, Stripped
from organiser.tally.stages import Check, Deduplicate, Revoke, Shuffle, Strip

T = TypeVar("T")
CAMPAIGN = sample_campaign()
ITEMS = ("fgw", "kjj", "jyj")
HOME = [card(number, CAMPAIGN).row.venue for number in range(3)]


def cards() -> list[IssuedCard]:
    """Three people; the first has a replaced card too, the second a revoked one."""
    people = [card(number, CAMPAIGN) for number in range(3)]
    old = [card(number + 10, CAMPAIGN) for number in range(2)]
    return [
        *people,
        IssuedCard(old[0].id, CardState.REPLACED, people[0].row),
        IssuedCard(old[1].id, CardState.REVOKED, people[1].row),
    ]


CARDS = cards()
casts = st.builds(
    lambda who, where, envelope, items: (who, where, envelope, tuple(sorted(items))),
    st.integers(0, len(CARDS) - 1),
    st.sampled_from([*HOME, "v11"]),
    st.integers(0, 30),
    st.sets(st.sampled_from(ITEMS), min_size=1),
)


def box(who: int, envelope: int, item: str) -> bytes:
    """Different for every cast, as sealed boxes are; nothing is opened here."""
    return random.Random(f"{who} {envelope} {item}").randbytes(80)


def record(who: int, where: str, envelope: int, items: tuple[str, ...], seq: int) -> Collected:
    sealed = {item: box(who, envelope, item) for item in items}
    id = random.Random(f"{who} {envelope}").randbytes(16)
    body = cast(CAMPAIGN, CARDS[who].id, id, sealed)
    return decode_message(Collected, collected(f"{where}-1", where, seq, body))


def counted(records: list[Collected], folder: Path) -> tuple[list[Sealed], list[Stripped]]:
    """What counts of these, and what is handed to the opening."""
    forms = countable(CAMPAIGN)
    check, once = Check(alone(CAMPAIGN, forms), forms, folder), Deduplicate(folder)
    kept = list(Revoke().run(once.run(check.run(records, holders(CARDS, folder)))))
    mixed = list(Shuffle(folder).run(Strip().run(kept)))
    return read_as(Sealed, [box_bytes([box]) for box in kept]), read_as(Stripped, [bare_bytes([box]) for box in mixed])


def read_as(type_: type[T], records: list[bytes]) -> list[T]:
    return [msgspec.convert(decode(record), type_, builtin_types=(bytes,)) for record in records]


@settings(deadline=None)
@given(st.lists(casts, max_size=12), st.randoms(use_true_random=False))
def test_the_same_boxes_count_in_every_order_of_arrival(
    given_casts: list[tuple[int, str, int, tuple[str, ...]]], chance: random.Random
) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        first = [record(*one, seq=seq) for seq, one in enumerate(given_casts, 1)]
        expected = counted(first, folder)
        again = given_casts + chance.sample(given_casts, len(given_casts) // 2)  # restored kiosks deliver twice
        chance.shuffle(again)
        assert counted([record(*one, seq=seq) for seq, one in enumerate(again, 50)], folder) == expected


@settings(deadline=None)
@given(st.lists(casts, max_size=12))
def test_one_box_per_person_and_department_and_it_is_the_one_the_rule_names(
    given_casts: list[tuple[int, str, int, tuple[str, ...]]],
) -> None:
    with tempfile.TemporaryDirectory() as name:
        kept, _ = counted([record(*one, seq=seq) for seq, one in enumerate(given_casts, 1)], Path(name))
    assert len({(box.person, box.item) for box in kept}) == len(kept)
    person_of = {0: "first", 3: "first", 1: "second", 4: "second", 2: "third"}
    wanted = {
        (person_of[who], item)
        for who, _, _, items in given_casts
        for item in items
        if CARDS[who].state is not CardState.REVOKED
    }
    assert len(kept) == len(wanted), "everybody's rating counts once, whatever else came"
    best: dict[tuple[str, str], bool] = {}
    for who, where, _, items in given_casts:
        for item in items:
            if CARDS[who].state is CardState.VALID and where == CARDS[who].row.venue:
                best[person_of[who], item] = True
    assert sum(box.home and box.state == State.VALID for box in kept) >= len(best)
