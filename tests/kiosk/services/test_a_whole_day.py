"""Days with hundreds of visits, crashes and a damaged database: reconciled to the last rating."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from daybooks import STAFF, Notebook, assert_reconciled, visit
from lone_kiosk import LoneKiosk

from kiosk.services.kiosk import DATABASE

VISITS = 300


def damage(booth: LoneKiosk) -> None:
    data = bytearray((booth.folder / DATABASE).read_bytes())
    data[0] ^= 1
    (booth.folder / DATABASE).write_bytes(data)


@pytest.mark.parametrize("harmed", [False, True])
def test_two_days_are_reconciled_to_the_last_rating(tmp_path: Path, harmed: bool) -> None:
    booth, dice, notes = LoneKiosk(tmp_path / "kiosk").make(), random.Random(5), Notebook()
    total = 0
    for _ in range(2):
        kiosk = booth.open()
        kiosk.day.open(STAFF)
        notes.new_day()
        for number in range(VISITS // 2):
            visit(booth, kiosk, dice, notes)
            if number % 50 == 49:
                kiosk.close()
                if harmed:
                    damage(booth)
                kiosk = booth.open()
        witness = kiosk.day.close(STAFF).witness
        kiosk.close()
        booth.now += 86_400
        total += notes.casts
        assert_reconciled(witness.counts, notes)
        assert witness.total == total
