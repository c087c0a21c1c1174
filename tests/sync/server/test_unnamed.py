"""A person's telephone number is found in whatever way it is written, and other numbers are not."""

from __future__ import annotations

import pytest

from sync.server.unnamed import tells


@pytest.mark.parametrize(
    ("text", "phone", "told"),
    [
        ("请拨 13800000000", "13800000000", True),
        ("138 0000 0000", "13800000000", True),
        ("138－0000－0000", "１３８００００００００", True),
        ("13800000000", "+86 138-0000-0000", True),
        ("0532-85912345", "8591 2345", True),
        ("请拨 0532-12345", "13800000000", False),
        ("13800000001", "13800000000", False),
        ("第 12345 号", "12345", False),
        ("13800000000", None, False),
        ("13800000000", "没有", False),
    ],
)
def test_a_number_is_found_however_it_is_written(text: str, phone: str | None, told: bool) -> None:
    assert tells(text, phone) is told
