"""How large a rehearsal is, and where its kiosks stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kiosk.domain.campaign import Venue

PARTS = 2
"""Parts of a day: the half-day sessions of the event. Between two parts every kiosk is waited for."""


@dataclass(frozen=True, slots=True)
class Size:
    """What is asked for. `days` days of two parts each; the same seed gives the same people, visits and faults."""

    kiosks: int = 11
    representatives: int = 3200
    suggestions: int = 5000
    days: int = 2
    faults: bool = False
    seed: int = 2021

    @property
    def parts(self) -> int:
        """Half-days in all."""
        return self.days * PARTS


@dataclass(frozen=True, slots=True)
class Place:
    """Where one kiosk stands."""

    venue: str
    number: int

    @property
    def kiosk(self) -> str:
        """The kiosk's name, as the server gives it."""
        return f"{self.venue}-{self.number}"


def places(venues: Sequence[Venue], kiosks: int) -> tuple[Place, ...]:
    """One kiosk for each venue, then a second one, and so on."""
    return tuple(Place(venues[n % len(venues)].id, 1 + n // len(venues)) for n in range(kiosks))
