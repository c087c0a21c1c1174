"""Card numbers that staff read from a card and type."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.credential import Credential, Role
from kiosk.domain.staff import NUMBER_BYTES, card_number, parse_card_number

IDS = st.binary(min_size=10, max_size=10)


@given(IDS)
def test_the_number_is_the_one_printed_on_the_card(id: bytes) -> None:
    assert card_number(id) == Credential("c", id, Role.REPRESENTATIVE, "", "v01", 0).card_number


@given(IDS)
def test_a_number_is_read_however_it_is_typed(id: bytes) -> None:
    shown = card_number(id)
    for typed in (shown, shown.lower(), shown.replace(" ", ""), shown.replace(" ", "-"), f"  {shown}\n"):
        assert parse_card_number(typed) == id[:NUMBER_BYTES]


@pytest.mark.parametrize(
    "typed", ["", "0001", "0001 020", "0001 02030", "0001 020G", "０００１ ０２０３", "+001 0203", "0x01 0203"]
)
def test_what_is_no_card_number_is_none(typed: str) -> None:
    assert parse_card_number(typed) is None


@given(st.text(max_size=20))
def test_any_text_is_four_bytes_or_none(typed: str) -> None:
    number = parse_card_number(typed)
    assert number is None or len(number) == NUMBER_BYTES
