"""Days with hundreds of visits, crashes and a damaged database: reconciled to the last rating."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from lone_kiosk import DEPARTMENTS, LoneKiosk

from kiosk.domain.staff import CheckInReason, card_number
from kiosk.services.kiosk import DATABASE, Kiosk
from kiosk.services.staff_desk import CheckInRefused
from kiosk.services.suggesting import Draft

STAFF = b"staff-card"
VISITS = 300


@dataclass
class Notebook:
    """What a patient observer writes down beside the kiosk."""

    cast: dict[int, set[str]] = field(default_factory=dict)
    today: set[int] = field(default_factory=set)
    casts: int = 0
    ratings: int = 0
    suggestions: int = 0

    def new_day(self) -> None:
        self.today = set()
        self.casts = self.ratings = self.suggestions = 0


def visit(booth: LoneKiosk, kiosk: Kiosk, dice: random.Random, notes: Notebook) -> None:
    number = dice.randrange(120) << 48  # the card's number shows the digits in which they differ
    if dice.random() < 0.1:
        try:
            kiosk.staff_desk.check_in(STAFF, card_number(number.to_bytes(10, "big")), CheckInReason.CARD_DAMAGED)
        except CheckInRefused:
            return
        notes.today.add(number)
        return
    if dice.random() < 0.2:
        kiosk.suggesting.submit(Draft(text="多种树"), "zh")
        notes.suggestions += 1
        return
    credential = kiosk.sign_in.enter(kiosk.sign_in.present(booth.card(number))).credential
    notes.today.add(number)
    left = [d for d in DEPARTMENTS if d not in notes.cast.get(number, set())]
    chosen = dice.sample(left, dice.randint(0, len(left)))
    if chosen:
        kiosk.voting.cast(credential, dict.fromkeys(chosen, 1))
        notes.cast.setdefault(number, set()).update(chosen)
        notes.casts += 1
        notes.ratings += len(chosen)


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
        counts = witness.counts
        assert (counts.casts, counts.ratings, counts.suggestions) == (notes.casts, notes.ratings, notes.suggestions)
        done = [len(notes.cast.get(number, set())) for number in notes.today]
        assert counts.signed_in == len(done) == counts.cast_all + counts.cast_some + counts.cast_none
        assert (counts.cast_all, counts.cast_none) == (done.count(len(DEPARTMENTS)), done.count(0))
        assert counts.agrees
        assert witness.total == total
