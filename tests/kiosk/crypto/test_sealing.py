"""Sealed boxes: they open with the right key in the right place, and nowhere else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.crypto.sealing import OVERHEAD, OpeningKey, SealingKey, SealRefused, open_sealed, seal
from kiosk.domain.ballot import PLAINTEXT_BYTES, encode_rating, rating_info

KEY, OTHER = OpeningKey(b"\x01" * 32), OpeningKey(b"\x02" * 32)
INFO = rating_info("qd2021", "ballot", 1, "fgw")
BOX = seal(encode_rating(1), KEY.public, INFO)


@given(st.binary(max_size=300), st.binary(max_size=60))
def test_what_was_sealed_comes_back(plaintext: bytes, info: bytes) -> None:
    box = seal(plaintext, KEY.public, info)
    assert open_sealed(box, KEY, info) == plaintext
    assert len(box) == len(plaintext) + OVERHEAD


def test_all_sealed_ratings_are_equally_long_and_no_two_are_equal() -> None:
    boxes = [seal(encode_rating(code), KEY.public, INFO) for code in (1, 1, 2, 3, 4)]
    assert {len(box) for box in boxes} == {PLAINTEXT_BYTES + OVERHEAD}
    assert len(set(boxes)) == len(boxes)


@pytest.mark.parametrize(
    "info",
    [
        rating_info("qd2022", "ballot", 1, "fgw"),
        rating_info("qd2021", "survey", 1, "fgw"),
        rating_info("qd2021", "ballot", 2, "fgw"),
        rating_info("qd2021", "ballot", 1, "jtj"),
        INFO + b"\x00",
        INFO[:-1],
        b"",
    ],
)
def test_a_rating_moved_elsewhere_does_not_open(info: bytes) -> None:
    with pytest.raises(SealRefused):
        open_sealed(BOX, KEY, info)


def test_another_key_does_not_open_it() -> None:
    with pytest.raises(SealRefused):
        open_sealed(BOX, OTHER, INFO)


def test_every_flip_of_a_bit_is_refused() -> None:
    """Also of the highest bit of `enc`, which X25519 ignores (RFC 7748 §5): HPKE binds the bytes."""
    for place in range(len(BOX)):
        for bit in range(8):
            flipped = bytearray(BOX)
            flipped[place] ^= 1 << bit
            with pytest.raises(SealRefused):
                open_sealed(bytes(flipped), KEY, INFO)


@given(st.binary(max_size=100))
def test_other_bytes_do_not_open_and_do_not_crash(data: bytes) -> None:
    with pytest.raises(SealRefused):
        open_sealed(data, KEY, INFO)


def test_a_public_key_of_low_order_seals_and_opens_nothing() -> None:
    with pytest.raises((SealRefused, ValueError)):
        seal(b"secret", SealingKey(bytes(32)), INFO)
    with pytest.raises(SealRefused):
        open_sealed(bytes(32) + BOX[32:], KEY, INFO)


def test_private_keys_show_nothing() -> None:
    assert KEY.raw.hex() not in repr(KEY)
    assert repr(KEY.raw) not in repr(KEY)
    assert OpeningKey.generate() != OpeningKey.generate()
