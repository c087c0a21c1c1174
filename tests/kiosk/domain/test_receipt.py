"""Receipt codes: typing mistakes are found, and what a person means is read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.receipt import (
    ALPHABET,
    LENGTH,
    ReceiptError,
    group,
    parse_receipt,
    receipt_code,
    receipt_digest,
    status_key,
)

CODES = st.binary(max_size=40).map(receipt_code)
BLIND = {"0", "Z"}
"""The one pair of neighbours whose swap Luhn's algorithm modulo 32 cannot see."""


@given(st.binary(max_size=40))
def test_a_code_is_its_own_and_has_the_right_length(envelope: bytes) -> None:
    code = receipt_code(envelope)
    assert len(code) == LENGTH
    assert set(code) <= set(ALPHABET)
    assert parse_receipt(code) == code
    number = int.from_bytes(receipt_digest(envelope), "big") >> (256 - 45)
    assert [ALPHABET.index(c) for c in code[:9]] == [number >> shift & 31 for shift in range(40, -1, -5)]


@given(CODES)
def test_every_single_wrong_character_is_found(code: str) -> None:
    for place in range(LENGTH):
        for other in set(ALPHABET) - {code[place]}:
            with pytest.raises(ReceiptError, match="bad-check"):
                parse_receipt(code[:place] + other + code[place + 1 :])


@given(CODES)
def test_every_swap_of_neighbours_is_found_except_zero_with_z(code: str) -> None:
    for place in range(LENGTH - 1):
        first, second = code[place : place + 2]
        swapped = code[:place] + second + first + code[place + 2 :]
        if {first, second} == BLIND or first == second:
            assert parse_receipt(swapped) == swapped
        else:
            with pytest.raises(ReceiptError, match="bad-check"):
                parse_receipt(swapped)


@given(CODES)
def test_it_is_read_however_it_is_written(code: str) -> None:
    meant = code.replace("0", "O").replace("1", "I")
    for typed in (group(code), code.lower(), f" {code[:5]} – {code[5:]}", meant, meant.lower().replace("i", "l")):
        assert parse_receipt(typed) == code


WIDE = str.maketrans({chr(c): chr(c + 0xFEE0) for c in range(0x21, 0x7F)})


@given(CODES)
def test_it_is_read_as_a_chinese_keyboard_types_it_and_as_it_is_copied(code: str) -> None:
    grouped = group(code)
    copied = (grouped.replace("-", dash) for dash in ("—", "－", "‑", "−", "_", "——", "\u00a0", "\u200b"))
    for typed in (grouped.translate(WIDE), code.lower().translate(WIDE), f"\t{code}。\r\n", f"{code}.", *copied):
        assert parse_receipt(typed) == code


@given(st.text(max_size=30))
def test_any_text_is_a_code_or_refused(text: str) -> None:
    try:
        code = parse_receipt(text)
    except ReceiptError as error:
        assert error.code in {"too-short", "too-long", "bad-character", "bad-check"}
    else:
        assert parse_receipt(code) == code


def test_it_is_shown_in_groups_of_four_four_and_two() -> None:
    assert group("7K4M2P9X3F") == "7K4M-2P9X-3F"
    assert group("7K4M2") == "7K4M-2"
    assert group("") == ""


@given(CODES)
def test_the_key_of_its_status_does_not_hold_the_code(code: str) -> None:
    assert len(status_key(code)) == 16
    assert code.encode() not in status_key(code)
