"""The kiosk's trusted time for expiry and voting windows; nothing orders or de-duplicates by it."""

from __future__ import annotations

from collections.abc import Callable

from kiosk.domain.time import TrustedTime, trusted_time
from kiosk.storage.journal import Journal


class Clock:
    """Wall clock, never earlier than the last signed server time."""

    def __init__(self, journal: Journal, wall: Callable[[], float]) -> None:
        self._journal = journal
        self._wall = wall

    def read(self) -> TrustedTime:
        """The time now, and whether the machine's clock lags behind what the server signed."""
        return self.over(self._journal.time_floor())

    def over(self, floor: int) -> TrustedTime:
        """`read`, where the time floor was read already."""
        return trusted_time(int(self._wall()), floor)

    def now(self) -> int:
        """Trusted Unix seconds."""
        return self.read().now
