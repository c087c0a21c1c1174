"""When to try again: full jitter, so that kiosks which lost the network together do not return together."""

from __future__ import annotations

import random
from dataclasses import dataclass

BASE_S = 5.0
CAP_S = 600.0


@dataclass(frozen=True, slots=True)
class Backoff:
    """How often it failed in a row. Frozen: each outcome gives the next one."""

    failures: int = 0

    def failed(self) -> Backoff:
        """One more."""
        return Backoff(self.failures + 1)

    def delay(self, chance: random.Random, retry_after: float | None = None) -> float:
        """Seconds to wait: anywhere up to the doubling cap, never less than the server asked for."""
        ceiling = min(CAP_S, BASE_S * 2 ** min(self.failures, 10))
        return max(chance.uniform(0, ceiling), retry_after or 0.0)
