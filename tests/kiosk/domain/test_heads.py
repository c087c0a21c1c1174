"""Tags are found wherever they are, and nothing else is taken for one."""

from __future__ import annotations

from typing import Any

import cbor2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.canonical import EncodingError, decode, encode
from kiosk.domain.heads import has_tag

PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**64), 2**64 - 1) | st.binary(max_size=300) | st.text(max_size=300),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=30), inner, max_size=4),
    max_leaves=12,
)


@given(PLAIN)
def test_plain_values_have_no_tags_whatever_bytes_are_in_their_strings(value: Any) -> None:
    assert not has_tag(encode(value))


@given(PLAIN, st.integers(0, 2**64 - 1))
def test_a_tag_is_found_wherever_it_is(value: Any, number: int) -> None:
    message = encode(["before", value]) + cbor2.dumps(cbor2.CBORTag(number, value))
    assert has_tag(message)
    assert has_tag(b"\x9f\x7f\x61a\xff\xfb" + bytes(8) + message), "in what is not canonical too"


@given(st.binary(max_size=200))
def test_any_bytes_at_all_come_to_an_end(data: bytes) -> None:
    has_tag(data)


@pytest.mark.parametrize("data", [b"", b"\x5b" + b"\xff" * 8 + b"\xc4", b"\x58", b"\x43\xc4\xc4"], ids=bytes.hex)
def test_what_is_cut_short_has_no_tags(data: bytes) -> None:
    assert not has_tag(data)


@pytest.mark.parametrize(
    "tagged",
    [
        cbor2.dumps(cbor2.CBORTag(30, ["1e9999999"])),
        b"\xd9\x00\x1e" + cbor2.dumps(["1e9999999"]),  # the same, its head longer than need be
        cbor2.dumps(cbor2.CBORTag(4, [1, 2 ** (8 * 400_000)])),
    ],
    ids=["fraction", "fraction, longer head", "a million digits"],
)
def test_numbers_that_take_a_minute_to_make_are_not_made(tagged: bytes) -> None:
    """Made, each would keep this test busy for half a minute."""
    with pytest.raises(EncodingError, match="not-plain"):
        decode(b"\xa1\x61a" + tagged)
