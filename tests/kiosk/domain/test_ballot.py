"""Ratings: equally long plaintexts, info that binds them to their place, marks that say nothing, and which counts."""

from __future__ import annotations

import hashlib
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.ballot import (
    ENVELOPE_BYTES,
    MARK_BYTES,
    PLAINTEXT_BYTES,
    Cast,
    counted_first,
    decode_rating,
    encode_rating,
    rating_info,
    spent_mark,
    spent_marks,
)
from kiosk.domain.campaign import Mode
from kiosk.domain.canonical import EncodingError, decode_message, encode, pad


@given(st.integers(0, 23))
def test_every_mark_comes_back_and_is_as_long_as_every_other(code: int) -> None:
    assert decode_rating(encode_rating(code)) == code
    assert len(encode_rating(code)) == PLAINTEXT_BYTES


@given(st.binary(max_size=40))
def test_other_bytes_are_no_mark(plaintext: bytes) -> None:
    try:
        code = decode_rating(plaintext)
    except EncodingError:
        return
    assert encode_rating(code) == plaintext


@pytest.mark.parametrize("value", [24, -1, "1", b"\x01", True, None, [1], 10**6])
def test_another_value_is_no_mark(value: object) -> None:
    with pytest.raises(EncodingError):
        decode_rating(pad(encode(value), PLAINTEXT_BYTES))


@given(
    st.lists(st.tuples(st.text(max_size=4), st.text(max_size=4), st.integers(0, 99), st.text(max_size=4)), max_size=9)
)
def test_two_places_never_share_their_info(places: list[tuple[str, str, int, str]]) -> None:
    assert len({rating_info(*place) for place in places}) == len(set(places))


def test_info_is_not_fooled_by_moving_a_letter() -> None:
    assert rating_info("qd", "2021ballot", 1, "fgw") != rating_info("qd2021", "ballot", 1, "fgw")


@given(st.binary(max_size=8), st.binary(min_size=10, max_size=10), st.text(max_size=5), st.text(max_size=5))
def test_a_spent_mark_is_short_and_depends_on_everything(salt: bytes, credential: bytes, form: str, unit: str) -> None:
    mark = spent_mark(salt, credential, form, unit)
    others = {
        spent_mark(salt + b"x", credential, form, unit),
        spent_mark(salt, credential + b"x", form, unit),
        spent_mark(salt, credential, form + "x", unit),
        spent_mark(salt, credential, form, unit + "x"),
    }
    assert len(mark) == MARK_BYTES
    assert mark not in others
    assert len(others) == 4


@given(st.binary(max_size=40), st.binary(max_size=12), st.text(max_size=30), st.lists(st.text(max_size=30), max_size=4))
def test_marks_made_together_are_those_that_the_format_says(
    salt: bytes, credential: bytes, form: str, units: list[str]
) -> None:
    whole = [hashlib.sha256(encode(["sanmin/1/spent", salt, credential, form, unit])).digest() for unit in units]
    assert spent_marks(salt, credential, form, units) == [digest[:MARK_BYTES] for digest in whole]


RATINGS = st.lists(
    st.tuples(st.booleans(), st.binary(min_size=ENVELOPE_BYTES, max_size=ENVELOPE_BYTES)),
    min_size=1,
    max_size=5,
    unique_by=lambda rating: rating[1],
)


@given(RATINGS)
def test_the_same_rating_counts_in_whatever_order_they_arrive(ratings: list[tuple[bool, bytes]]) -> None:
    first = {min(order, key=lambda rating: counted_first(*rating)) for order in itertools.permutations(ratings)}
    assert len(first) == 1
    (home, _) = first.pop()
    assert home is any(home for home, _ in ratings)


def test_a_cast_comes_back_and_holds_no_time() -> None:
    cast = Cast("qd2021", bytes(10), bytes(16), "ballot", 1, bytes(32), Mode.REHEARSAL, 1, bytes(8), {"fgw": bytes(80)})
    assert decode_message(Cast, cast.encoded()) == cast
    assert not {"at", "time", "session", "venue", "kiosk"} & set(Cast.__slots__)
