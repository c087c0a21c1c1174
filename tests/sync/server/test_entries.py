"""Kiosk and server make the same spent marks of a cast, practice apart from the vote."""

from __future__ import annotations

from kiosk.domain.ballot import Cast
from kiosk.domain.campaign import Mode
from kiosk.services import reconciling
from sync.server import entries


def test_practice_has_marks_of_its_own_the_same_at_kiosk_and_server() -> None:
    marks = []
    for mode in Mode:
        cast = Cast("qd2021", bytes(10), bytes(16), "ballot", 1, bytes(32), mode, 1, bytes(8), {"fgw": b"", "jyj": b""})
        assert set(entries.marks_of(cast, b"salt")) == reconciling.marks_of(cast, b"salt")
        marks += entries.marks_of(cast, b"salt")
    assert len(set(marks)) == len(marks) == 4
