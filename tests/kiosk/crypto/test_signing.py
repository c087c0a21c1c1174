"""Signed messages: every changed byte, another purpose, another key is refused."""

from __future__ import annotations

import itertools

import cbor2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.crypto.signing import (
    KEY_ID_BYTES,
    Purpose,
    SignatureRefused,
    SigningKey,
    VerifyKey,
    key_id,
    sign,
    signer_of,
    verify,
)

KEY, OTHER = SigningKey(b"\x01" * 32), SigningKey(b"\x02" * 32)
MESSAGE = sign(b"a payload", Purpose.BUNDLE, KEY)
NAMELESS = sign(b"a payload", Purpose.CREDENTIAL, KEY, name_key=False)


@given(st.binary(max_size=200), st.sampled_from(Purpose), st.booleans())
def test_what_was_signed_comes_back(payload: bytes, purpose: Purpose, name_key: bool) -> None:
    message = sign(payload, purpose, KEY, name_key=name_key)
    assert verify(message, purpose, KEY.public) == payload
    assert signer_of(message) == (KEY.public.id if name_key else None)


@pytest.mark.parametrize(("message", "purpose"), [(MESSAGE, Purpose.BUNDLE), (NAMELESS, Purpose.CREDENTIAL)])
def test_every_flip_of_a_bit_is_refused(message: bytes, purpose: Purpose) -> None:
    for place, bit in itertools.product(range(len(message)), range(8)):
        flipped = bytearray(message)
        flipped[place] ^= 1 << bit
        with pytest.raises(SignatureRefused):
            verify(bytes(flipped), purpose, KEY.public)


def test_every_byte_left_out_and_every_byte_more_is_refused() -> None:
    for place in range(len(MESSAGE)):
        for wrong in (
            MESSAGE[:place],
            MESSAGE[:place] + MESSAGE[place + 1 :],
            MESSAGE[:place] + b"\0" + MESSAGE[place:],
        ):
            with pytest.raises(SignatureRefused):
                verify(wrong, Purpose.BUNDLE, KEY.public)


@pytest.mark.parametrize("purpose", sorted(set(Purpose) - {Purpose.BUNDLE}))
def test_a_signature_for_one_purpose_is_worth_nothing_for_another(purpose: Purpose) -> None:
    with pytest.raises(SignatureRefused, match="forged"):
        verify(MESSAGE, purpose, KEY.public)


@pytest.mark.parametrize("name_key", [True, False])
def test_another_keys_message_is_forged(name_key: bool) -> None:
    with pytest.raises(SignatureRefused, match="forged"):
        verify(sign(b"a payload", Purpose.BUNDLE, OTHER, name_key=name_key), Purpose.BUNDLE, KEY.public)


@pytest.mark.parametrize("raw", [b"", b"short", bytes(31), bytes(33)])
def test_what_is_no_key_verifies_nothing(raw: bytes) -> None:
    with pytest.raises(SignatureRefused):
        verify(NAMELESS, Purpose.CREDENTIAL, VerifyKey(raw))


@given(st.binary(max_size=100))
def test_other_bytes_are_damaged_and_not_a_crash(data: bytes) -> None:
    with pytest.raises(SignatureRefused):
        verify(data, Purpose.BUNDLE, KEY.public)


def test_an_unprotected_header_is_not_tolerated() -> None:
    tag = cbor2.loads(MESSAGE)
    tag.value[1] = {4: KEY.public.id}
    with pytest.raises(SignatureRefused, match="damaged"):
        verify(cbor2.dumps(tag, canonical=True), Purpose.BUNDLE, KEY.public)


def test_keys_are_named_by_a_hash_and_private_ones_show_nothing() -> None:
    assert KEY.public.id == key_id(KEY.public.raw)
    assert len(KEY.public.id) == KEY_ID_BYTES
    assert KEY.raw.hex() not in repr(KEY)
    assert repr(KEY.raw) not in repr(KEY)


def test_new_keys_differ() -> None:
    assert SigningKey.generate() != SigningKey.generate()
