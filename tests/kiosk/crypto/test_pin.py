"""PIN verifiers: only the PIN matches, and equal PINs do not look equal."""

from __future__ import annotations

import pytest

from kiosk.crypto.pin import SALT_BYTES, make_verifier, matches

VERIFIER = make_verifier(b"0123456789", "246810")


def test_the_pin_matches() -> None:
    assert matches(VERIFIER, "246810")


@pytest.mark.parametrize("pin", ["", "24681", "246811", "0246810", "246810 ", "２４６８１０", "x" * 1000])
def test_nothing_else_matches(pin: str) -> None:
    assert not matches(VERIFIER, pin)


def test_equal_pins_have_different_salts_and_hashes() -> None:
    other = make_verifier(b"9876543210", "246810")
    assert len(VERIFIER.salt) == SALT_BYTES
    assert VERIFIER.salt != other.salt
    assert VERIFIER.hash != other.hash


def test_a_verifier_names_its_card_and_not_its_pin() -> None:
    assert VERIFIER.credential == b"0123456789"
    assert b"246810" not in VERIFIER.hash + VERIFIER.salt
