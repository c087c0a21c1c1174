"""Names and sizes that FAT32 and exFAT can hold."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.pack import CHUNK
from sync.usb.layout import PART_CHUNKS, folder_name, part_name, read_up_name, up_name

FORBIDDEN = set('"*/:<>?\\|') | {chr(code) for code in range(32)}


@pytest.mark.parametrize("name", ["qd2021", "v01-1", "sm.2021_b"])
def test_usual_names_stay_readable(name: str) -> None:
    assert folder_name(name) == name


@pytest.mark.parametrize("name", ["con", "nul.txt", "com1", "QD", "a.", "", ".", "..", "a/b", "青岛", "x" * 300])
def test_names_that_a_stick_cannot_hold_are_replaced(name: str) -> None:
    assert re.fullmatch(r"x[0-9a-f]{20}", folder_name(name))


@given(st.text(), st.text())
def test_every_name_fits_and_two_are_never_one_on_a_medium_without_capitals(one: str, other: str) -> None:
    made = folder_name(one)
    assert 0 < len(made) <= 40 and not FORBIDDEN & set(made) and not made.endswith((".", " "))
    assert (made.lower() == folder_name(other).lower()) == (one == other)


@given(st.binary(min_size=16, max_size=16), st.integers(1, 10**12 - 1), st.integers(1, 10**12 - 1))
def test_bundles_sort_in_the_order_of_the_journal(epoch: bytes, one: int, other: int) -> None:
    assert (up_name(epoch, one) < up_name(epoch, other)) == (one < other)
    assert read_up_name(up_name(epoch, one)) == (epoch, one)


def test_no_part_is_larger_than_fat32_allows() -> None:
    assert PART_CHUNKS * CHUNK < 2**32 - 1
    assert len(part_name(bytes(32), 999)) < 255
