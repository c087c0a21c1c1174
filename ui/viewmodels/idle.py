"""Idle rules: after how long a screen warns, and when the visit ends (DESIGN.md §11), as pure functions."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class IdleKind(StrEnum):
    """What a screen is to the idle clock."""

    BROWSING = "browsing"
    VOTING = "voting"
    RECEIPT = "receipt"
    STAFF = "staff"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds of quiet before a warning, and seconds the warning stands. A receipt goes without a warning."""

    quiet: int
    warning: int


LIMITS = {
    IdleKind.BROWSING: Limits(75, 20),
    IdleKind.VOTING: Limits(180, 30),
    IdleKind.RECEIPT: Limits(30, 0),
    IdleKind.STAFF: Limits(29 * 60, 60),
}
ELDER_FACTOR = 2
STAFF_LONGEST_S = 12 * 3600
"""However often staff touch the screen: a card that was left signed in is out by the next morning."""


@dataclass(frozen=True, slots=True)
class IdleState:
    """What the screen shows: whether the warning is up, seconds left until the end, whether it has come."""

    warning: bool
    left: int
    over: bool


AWAKE = IdleState(warning=False, left=0, over=False)


def derive_idle(kind: IdleKind, idle_s: float, elder: bool) -> IdleState:
    """The state after `idle_s` seconds without a touch."""
    limits = LIMITS.get(kind)
    if limits is None:
        return AWAKE
    factor = ELDER_FACTOR if elder and kind is not IdleKind.STAFF else 1
    quiet, warning = limits.quiet * factor, limits.warning * factor
    left = int(quiet + warning - idle_s + 0.999)
    if idle_s >= quiet + warning:
        return IdleState(warning=False, left=0, over=True)
    if kind is IdleKind.RECEIPT:
        return IdleState(warning=False, left=left, over=False)
    return IdleState(warning=idle_s >= quiet, left=left if idle_s >= quiet else 0, over=False)
