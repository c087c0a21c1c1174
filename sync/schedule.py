"""When a kiosk talks to its server next. Pure: an outcome gives the next state, and the state gives a wait.

Full jitter, so that kiosks which lost the network together do not return together.
"""

from __future__ import annotations

import random
from dataclasses import dataclass

from kiosk.domain.journal import MAX_ENTRIES
from sync.errors import Busy, TimedOut

IDLE_S = (45.0, 75.0)
"""Idle syncs are spread over this span."""
SOON_S = (0.5, 2.5)
"""After something was recorded: the person sees the receipt first, and others recorded something too."""
FIRST_RETRY_S = 10.0
LONGEST_RETRY_S = 600.0
LONGEST_PATIENCE_S = 3_600.0
"""A server may ask for patience, but not for ever."""


FIRST_CONTENT_S = 60.0
LONGEST_CONTENT_S = 1_800.0
LONGEST_FIRST_S = 240.0
"""For a kiosk without content, at which nobody can sign in and press."""


@dataclass(frozen=True, slots=True)
class Schedule:
    """How often it failed in a row, what the server asked for, and how many entries go into one bundle.

    `more` if content gave the line back, or something was recorded meanwhile.
    """

    failures: int = 0
    asked_for_s: float = 0.0
    most: int = MAX_ENTRIES
    more: bool = False

    @property
    def online(self) -> bool:
        """Whether the last sync worked."""
        return self.failures == 0

    def succeeded(self, more: bool = False) -> Schedule:
        """Bundles grow again slowly: a weak line that carries small ones is not tried with a full one at once."""
        return Schedule(most=min(MAX_ENTRIES, self.most * 2), more=more)

    def failed(self, error: BaseException) -> Schedule:
        """After a time-out bundles are half as large."""
        asked = min(LONGEST_PATIENCE_S, error.retry_after or 0.0) if isinstance(error, Busy) else 0.0
        most = max(1, self.most // 2) if isinstance(error, TimedOut) else self.most
        return Schedule(self.failures + 1, asked, most)

    def wait_s(self, chance: random.Random) -> float:
        """Seconds until the next sync, if nothing happens."""
        if self.online:
            return chance.uniform(*(SOON_S if self.more else IDLE_S))
        ceiling = min(LONGEST_RETRY_S, FIRST_RETRY_S * 2.0 ** min(self.failures, 10))
        return self.asked_for_s + chance.uniform(1.0, ceiling)

    def wait_after_record_s(self, chance: random.Random) -> float | None:
        """Seconds until what was just recorded is sent; None: offline, so the wait that runs goes on."""
        return chance.uniform(*SOON_S) if self.online else None


@dataclass(frozen=True, slots=True)
class ContentSchedule:
    """When a pack is asked for again of which nothing came: without waits a damaged file at the server, or a disk
    without room, would cost every kiosk the same megabytes each minute. Times are seconds that only rise.
    """

    version: int = 0
    failures: int = 0
    not_before: float = 0.0

    def wants(self, version: int, now: float) -> bool:
        """Whether a pack of this version is worth asking for now; another one always is."""
        return version != self.version or now >= self.not_before

    def failed(self, version: int, now: float, chance: random.Random, *, first: bool = False) -> ContentSchedule:
        """Nothing new came of this version; `first` if there is no content yet."""
        failures = self.failures + 1 if version == self.version else 1
        ceiling = min(LONGEST_FIRST_S if first else LONGEST_CONTENT_S, FIRST_CONTENT_S * 2.0 ** min(failures, 10))
        return ContentSchedule(version, failures, now + chance.uniform(ceiling / 2, ceiling))
