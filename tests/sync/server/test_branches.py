"""Copies are put together from their chain, in whatever order their entries lie in the database."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.journal import chain
from sync.server.branches import Node, copies_of

BASE = bytes(32)


def path(first: int, before: bytes, entries: list[bytes], arrived: int = 0) -> list[Node]:
    nodes = []
    for number, entry in enumerate(entries):
        before = chain(before, entry)
        nodes.append(Node(first + number, entry, before, arrived + number if arrived else 0))
    return nodes


@given(
    stored=st.lists(st.binary(max_size=4), min_size=1, max_size=6).map(lambda e: [b"A", *e]),
    other=st.lists(st.binary(max_size=4), max_size=6).map(lambda e: [b"B", *e]),
    more=st.lists(st.binary(max_size=4), max_size=3),
    seed=st.randoms(),
)
def test_both_copies_come_out_whole(stored: list[bytes], other: list[bytes], more: list[bytes], seed: object) -> None:
    a = path(5, BASE, stored)
    going_on = path(5 + len(stored), a[-1].hash, more, 100)
    b = path(5, BASE, other, 50)
    nodes = [*a, *going_on, *b]
    seed.shuffle(nodes)  # type: ignore[attr-defined]
    copies = copies_of(BASE, nodes)
    assert [copy.letter for copy in copies] == ["A", "B"]
    assert copies[0].nodes == (*a, *going_on) and copies[1].nodes == tuple(b)
    assert all(copy.joined for copy in copies)


def test_a_copy_without_its_beginning_is_not_joined() -> None:
    a, b = path(5, BASE, [b"a", b"b", b"c"]), path(5, BASE, [b"x", b"y", b"z"], 9)
    copies = copies_of(BASE, [*a, *b[1:]])
    assert [(copy.letter, copy.joined) for copy in copies] == [("A", True), ("B", False)]


def test_three_copies_that_part_at_different_places() -> None:
    a, b = path(5, BASE, [b"a", b"b", b"c"]), path(5, BASE, [b"x"], 9)
    c = path(7, a[1].hash, [b"q", b"r"], 20)
    copies = copies_of(BASE, [*c, *b, *a])
    assert [tuple(node.entry for node in copy.nodes) for copy in copies] == [
        (b"a", b"b", b"c"),
        (b"a", b"b", b"q", b"r"),
        (b"x",),
    ]


def test_nothing_gives_no_copies() -> None:
    assert copies_of(BASE, []) == []
