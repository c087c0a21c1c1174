"""Visits as they come in a day, and what a patient observer writes down beside the kiosk."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from typing import Protocol

from lone_kiosk import DEPARTMENTS

from kiosk.domain.staff import CheckInReason, DayCounts, card_number
from kiosk.services.kiosk import Kiosk
from kiosk.services.staff_desk import CheckInRefused
from kiosk.services.suggesting import Draft

STAFF = b"staff-card"


class Cards(Protocol):
    """Whoever issues cards."""

    def card(self, number: int) -> str:
        """The text of its QR."""


@dataclass
class Notebook:
    """`cast` are departments by the card's number, of all days; `today` are the cards seen; the rest is the day's."""

    cast: dict[int, set[str]] = field(default_factory=dict)
    today: set[int] = field(default_factory=set)
    casts: int = 0
    ratings: int = 0
    suggestions: int = 0

    def new_day(self) -> None:
        """Begin the day's counts anew."""
        self.today = set()
        self.casts = self.ratings = self.suggestions = 0


def visit(booth: Cards, kiosk: Kiosk, dice: random.Random, notes: Notebook) -> None:
    """One person: signs in and rates some or none of what is left, writes a suggestion, or is checked in by number."""
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


def assert_reconciled(counts: DayCounts, notes: Notebook) -> None:
    """To the last rating, and to the last person."""
    assert (counts.casts, counts.ratings, counts.suggestions) == (notes.casts, notes.ratings, notes.suggestions)
    done = [len(notes.cast.get(number, set())) for number in notes.today]
    assert counts.signed_in == len(done) == counts.cast_all + counts.cast_some + counts.cast_none
    assert (counts.cast_all, counts.cast_none) == (done.count(len(DEPARTMENTS)), done.count(0))
    assert counts.agrees
