"""What is built of the whole database for whoever asks: once for all who ask together, and not too often."""

from __future__ import annotations

import time
from collections.abc import Callable
from threading import Lock

FRESH_S = 60.0
"""A list says as of when it is true; one that did not change is built again after this long to say it anew."""
COSTLY_S = 0.1
"""Processor time from which building counts as work: below it whoever asks gets what is true now."""
SHARE = 20
"""Of that work's time, so that building takes at most a twentieth of a core: who asks in between gets the last one."""


class Offered:
    """The last one that was built, as bytes with the version it has. Any thread may ask.

    Whoever asks gets one whose building began after they asked, or the last one if its version still holds or if
    building is costly. A kiosk that got an older one sees it by the version in its next acknowledgement.
    """

    def __init__(
        self, clock: Callable[[], float] = time.monotonic, spent: Callable[[], float] = time.thread_time
    ) -> None:
        self._clock, self._spent = clock, spent
        self._lock = Lock()
        self._last: tuple[bytes, int] | None = None
        self._began = 0.0
        self._cost = 0.0

    def get(self, version: Callable[[], int], build: Callable[[], tuple[bytes, int]]) -> tuple[bytes, int]:
        """`build` reads the database; `version` says cheaply which version it would give. Raises what they raise."""
        asked = self._clock()
        with self._lock:
            if self._last is None or not self._serves(self._last[1], asked, version):
                self._began, spent = self._clock(), self._spent()
                self._last = build()
                self._cost = self._spent() - spent
            return self._last

    def _serves(self, last: int, asked: float, version: Callable[[], int]) -> bool:
        age = self._clock() - self._began
        patience = self._cost * SHARE if self._cost > COSTLY_S else 0.0
        return self._began > asked or age < patience or (age < FRESH_S and last == version())
