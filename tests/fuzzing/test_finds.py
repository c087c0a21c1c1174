"""What fuzzing found, each as a plain test."""

from __future__ import annotations

import pytest
import zstandard
from fuzzing.decoders import DECODERS

from kiosk.crypto.signing import Purpose, SignatureRefused, SigningKey, signer_of, verify
from kiosk.domain.canonical import EncodingError, decode
from sync.wire import MAX_BUNDLE, MAX_STATUSES, decompress

KEY = SigningKey(b"f" * 32)
HUGE_EXPONENTS = {
    "a binary one": b"\xc5\x82\x1b\x7f" + b"\xff" * 7 + b"\x01",
    "a decimal one": b"\xc4\x82\x1b\x7f" + b"\xff" * 7 + b"\x01",
}
"""CBOR's big floats (RFC 8949 §3.4.4), which the reader makes a `decimal.Decimal` of."""


@pytest.mark.parametrize("number", HUGE_EXPONENTS.values(), ids=HUGE_EXPONENTS)
def test_a_number_with_a_huge_exponent_is_refused_like_everything_that_is_not_ours(number: bytes) -> None:
    with pytest.raises(EncodingError, match="not-plain"):
        decode(b"\x81" + number)


@pytest.mark.parametrize("number", HUGE_EXPONENTS.values(), ids=HUGE_EXPONENTS)
@pytest.mark.parametrize("name", DECODERS)
def test_a_signed_message_of_such_a_number_is_refused(name: str, number: bytes) -> None:
    decoder = DECODERS[name]()
    assert not decoder.check(decoder.signed(number))


def test_what_is_not_signed_is_not_decoded() -> None:
    """A million small arrays where the payload belongs: seconds and 70 MB to decode, none of it to refuse."""
    arrays = b"\x9a" + (1_000_000).to_bytes(4, "big") + b"\x80" * 1_000_000
    message = b"\xd2\x84\x43\xa1\x01\x27\xa0" + arrays + b"\x58\x40" + bytes(64)
    with pytest.raises(SignatureRefused, match="damaged"):
        verify(message, Purpose.BUNDLE, KEY.public)
    with pytest.raises(SignatureRefused, match="damaged"):
        signer_of(message)


def _frame(window_log: int) -> bytes:
    """A zstd frame (RFC 8878 §3.1.1), cut short, that asks for a window of 2^`window_log` bytes."""
    return b"\x28\xb5\x2f\xfd" + bytes([0x80, (window_log - 10) << 3]) + (100).to_bytes(4, "little") + b"\x22\x03\x00x"


@pytest.mark.parametrize(("limit", "largest"), [(MAX_BUNDLE, 22), (MAX_STATUSES, 26)])
def test_a_frame_may_not_ask_for_more_window_than_its_content_can_need(limit: int, largest: int) -> None:
    """128 MiB were set aside for a frame of fourteen bytes that had not even come whole."""
    for window_log, asks_too_much in ((largest, False), (largest + 1, True)):
        with pytest.raises(EncodingError, match="not-zstd") as refused:
            decompress(_frame(window_log), limit)
        assert isinstance(refused.value.__cause__, zstandard.ZstdError) is asks_too_much
