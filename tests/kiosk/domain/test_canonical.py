"""Canonical bytes: one value, one encoding, and nothing else is read."""

from __future__ import annotations

import random
from dataclasses import dataclass

import cbor2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.canonical import (
    EncodingError,
    decode,
    decode_message,
    encode,
    encode_message,
    pad,
    read,
    to_map,
    unpad,
)

SCALARS = st.none() | st.booleans() | st.integers(-(2**64), 2**64 - 1) | st.text(max_size=12) | st.binary(max_size=12)
KEYS = st.sampled_from([st.text(max_size=6), st.integers(0, 2**64 - 1), st.binary(min_size=4, max_size=4)])
PLAIN = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | KEYS.flatmap(lambda key: st.dictionaries(key, inner, max_size=4)),
    max_leaves=12,
)


@dataclass(frozen=True, slots=True)
class Note:
    text: str
    at: int
    who: bytes | None = None


@given(PLAIN)
def test_every_plain_value_comes_back(value: object) -> None:
    assert decode(encode(value)) == value


@given(st.binary(max_size=60))
def test_bytes_that_are_read_are_the_only_encoding_of_their_value(data: bytes) -> None:
    try:
        value = decode(data)
    except EncodingError:
        return
    assert isinstance(value, cbor2.CBORTag) or encode(value) == data


@given(PLAIN, st.binary(min_size=1, max_size=4))
def test_bytes_after_the_end_are_refused(value: object, more: bytes) -> None:
    with pytest.raises(EncodingError, match=r"not-canonical|not-plain"):  # what follows may look like a tag
        decode(encode(value) + more)


@given(PLAIN, st.data())
def test_bytes_cut_short_are_refused(value: object, data: st.DataObject) -> None:
    whole = encode(value)
    with pytest.raises(EncodingError):
        decode(whole[: data.draw(st.integers(0, len(whole) - 1))])


@given(KEYS.flatmap(lambda key: st.dictionaries(key, SCALARS)))
def test_the_order_in_which_a_map_was_built_does_not_show(value: dict[object, object]) -> None:
    assert encode(dict(reversed(value.items()))) == encode(value)


@given(st.dictionaries(st.text(max_size=4), st.integers(0, 99), min_size=2, max_size=5), st.randoms())
def test_a_map_in_another_order_is_refused(value: dict[str, int], chance: random.Random) -> None:
    ordered = list(decode(encode(value)).items())
    shuffled = chance.sample(ordered, len(ordered))
    if shuffled != ordered:
        for wrapped in (dict(shuffled), [dict(shuffled)], {"a": dict(shuffled)}):
            with pytest.raises(EncodingError, match="not-canonical"):
                decode(cbor2.dumps(wrapped))


@given(st.sets(st.binary(min_size=16, max_size=16), min_size=2, max_size=5), st.randoms())
def test_a_map_of_bytes_in_another_order_is_refused(keys: set[bytes], chance: random.Random) -> None:
    rising = sorted(keys)
    value = dict.fromkeys(rising, 1)
    assert decode(cbor2.dumps(value)) == value
    others = chance.sample(rising, len(rising))
    if others != rising:
        with pytest.raises(EncodingError, match="not-canonical"):
            decode(cbor2.dumps(dict.fromkeys(others, 1)))


@pytest.mark.parametrize("order", [(b"b", b"aa"), (b"aa", b"b")])
def test_bytes_of_different_lengths_are_no_keys_of_one_map(order: tuple[bytes, bytes]) -> None:
    with pytest.raises(EncodingError):
        decode(cbor2.dumps(dict.fromkeys(order, 1)))


def test_a_value_that_cannot_be_encoded_again_leaves_no_trace_for_the_next() -> None:
    with pytest.raises(EncodingError):
        decode(b"\xd8\x1c\x81\xd8\x1d\x00")  # a list that holds itself (shared references)
    assert decode(encode([1, "a"])) == [1, "a"]


@given(st.floats())
def test_no_float_is_read(number: float) -> None:
    with pytest.raises(EncodingError):
        decode(cbor2.dumps(number, canonical=True))


@pytest.mark.parametrize("depth", [2_000, 100_000])
def test_absurd_nesting_is_refused_and_not_a_crash(depth: int) -> None:
    with pytest.raises(EncodingError, match="not-cbor"):
        decode(b"\x81" * depth + b"\x00")


def test_nesting_that_the_document_promises_is_read() -> None:
    decode(b"\x81" * 100 + b"\x00")


def test_a_field_without_a_value_is_left_out_and_comes_back_as_none() -> None:
    assert to_map(Note("a", 1)) == {"text": "a", "at": 1}
    assert decode_message(Note, encode_message(Note("a", 1))) == Note("a", 1)


@given(st.text(), st.integers(-(2**63), 2**63), st.none() | st.binary())
def test_a_message_comes_back(text: str, at: int, who: bytes | None) -> None:
    assert decode_message(Note, encode_message(Note(text, at, who))) == Note(text, at, who)


def test_a_field_of_a_later_version_is_ignored() -> None:
    assert read(Note, {"text": "a", "at": 1, "colour": "red"}) == Note("a", 1)


@pytest.mark.parametrize(
    "value",
    [
        *({"text": "a"}, {"text": b"a", "at": 1}, {"text": "a", "at": True}, {"text": "a", "at": "1"}),
        *({"text": "a", "at": 1.0}, {"text": "a", "at": 1, "who": "AAAA"}, [], None, "a"),
    ],
)
def test_another_shape_is_refused(value: object) -> None:
    with pytest.raises(EncodingError, match="wrong-shape"):
        read(Note, value)


@given(st.binary(max_size=100), st.integers(1, 64))
def test_padding_comes_off_and_hides_the_length(data: bytes, block: int) -> None:
    padded = pad(data, block)
    assert unpad(padded) == data
    assert len(padded) % block == 0
    assert len(data) < len(padded) <= len(data) + block


@given(st.binary(max_size=40))
def test_unpadding_gives_what_was_padded_or_refuses(data: bytes) -> None:
    try:
        bare = unpad(data)
    except EncodingError as error:
        assert error.code == "bad-padding"
    else:
        assert data.startswith(bare + b"\x80")
        assert not any(data[len(bare) + 1 :])
