"""Boxes as bytes: in the files and in the order that their fields have."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.ballot import counted_first
from organiser.tally import sorting
from organiser.tally.boxes import bare_bytes, bared, box_bytes, boxed, label, named
from organiser.tally.errors import TallyRefused
from organiser.tally.records import CardState, Sealed, Stripped, encode_sequence
from organiser.tally.stages import Deduplicate, Shuffle

name = st.text(st.sampled_from("\0\1aß问😀"), max_size=3)
"""Names that are hard to keep in order: with zeros, with others as their beginning, beyond ASCII."""
boxes = st.binary(min_size=1, max_size=300)
sealed = st.builds(
    Sealed,
    st.sampled_from([0, 1, 23, 24, 255, 256, 2**32, 2**64 - 1]),
    st.binary(min_size=10, max_size=10),
    st.booleans(),
    st.sampled_from(CardState),
    st.binary(min_size=16, max_size=16),
    name,
    st.integers(0, 300),
    name,
    boxes,
)
stripped = st.builds(Stripped, name, st.integers(0, 300), name, boxes)


@given(st.lists(sealed, max_size=20))
def test_a_boxs_pieces_are_its_records_bytes(records: list[Sealed]) -> None:
    assert box_bytes(list(boxed(records, "1-checked.cborseq"))) == encode_sequence(records)


@given(st.lists(stripped, max_size=20))
def test_a_bare_boxs_pieces_are_its_records_bytes(records: list[Stripped]) -> None:
    assert bare_bytes(list(bared(records))) == encode_sequence(records)


@given(st.lists(sealed, max_size=20))
def test_places_rise_as_persons_forms_items_and_claims_do(records: list[Sealed]) -> None:
    def rule(box: Sealed) -> tuple[object, ...]:
        revoked, replaced = box.state is CardState.REVOKED, box.state is CardState.REPLACED
        return box.person, box.form, box.item, revoked, replaced, *counted_first(box.home, box.envelope)

    places = [place for place, *_ in boxed(sorted(records, key=rule), "1-checked.cborseq")]  # type: ignore[arg-type]  # a key of plain values
    assert places == sorted(places)
    assert len(set(places)) == len(set(map(rule, records)))


@given(name, st.integers(0, 2**64 - 1), name, st.integers(0, 70_000))
def test_a_label_says_what_it_is_made_of(form: str, version: int, item: str, size: int) -> None:
    assert named(label(form, version, item, size)) == (form, version, item)


@given(st.lists(sealed, max_size=20), st.lists(stripped, max_size=20))
def test_sorting_on_the_disk_gives_the_same_boxes(whole: list[Sealed], alone: list[Stripped]) -> None:
    given_boxes, given_bare = list(boxed(whole, "1-checked.cborseq")), list(bared(alone))
    in_memory = list(Deduplicate(Path()).run(given_boxes)), list(Shuffle(Path()).run(given_bare))
    with pytest.MonkeyPatch.context() as patch, tempfile.TemporaryDirectory() as folder:
        patch.setattr(sorting.rising, "__defaults__", (3,))
        patch.setattr(sorting, "BLOCK", 2)
        on_disk = list(Deduplicate(Path(folder)).run(given_boxes)), list(Shuffle(Path(folder)).run(given_bare))
    assert on_disk == in_memory


def test_a_person_beyond_what_a_count_numbers_is_a_damaged_file() -> None:
    record = Sealed(2**64, b"c" * 10, True, CardState.VALID, b"e" * 16, "ballot", 1, "fgw", b"x")
    with pytest.raises(TallyRefused) as caught:
        list(boxed([record], "2-deduplicated.cborseq"))
    assert (caught.value.code, caught.value.file) == ("damaged", "2-deduplicated.cborseq")
