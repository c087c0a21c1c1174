"""Trusted time: never earlier than the last signed server time this kiosk has seen (DESIGN.md §4)."""

from __future__ import annotations

from dataclasses import dataclass

TOLERANCE_S = 120
"""How far a clock may lag behind the server before staff are told, in seconds."""


@dataclass(frozen=True, slots=True)
class TrustedTime:
    """`now` is Unix seconds; `behind` says that the machine's clock cannot be believed."""

    now: int
    behind: bool


def trusted_time(clock: int, floor: int) -> TrustedTime:
    """Time for expiry and voting windows; nothing else may use it. `floor` is the last signed server time."""
    return TrustedTime(max(clock, floor), clock < floor - TOLERANCE_S)
