"""What venue staff do, as the journal has it, and the witness: what they take home on paper at opening and closing."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kiosk.domain.campaign import Mode

WITNESS_PREFIX = "SMW:"
NUMBER_BYTES = 4
"""Bytes of a credential that its printed card number shows."""


class Act(StrEnum):
    """`act` in the body of a journal entry of kind `staff`. The entry also says `by` whom: a staff credential."""

    OPEN_DAY = "open-day"
    CLOSE_DAY = "close-day"
    CHECK_IN = "check-in"
    REPLACE_CARD = "replace-card"
    HELPED = "helped"
    UNLOCK_PIN = "unlock-pin"
    NEW_EPOCH = "new-epoch"
    SYNC_NOW = "sync-now"
    STICK = "stick"
    """`what` is `out` or `in`."""
    DEVICE = "device"
    """`what` is a DeviceAct."""


class DeviceAct(StrEnum):
    """What staff did with the machine itself."""

    BRIGHTNESS = "brightness"
    VOLUME = "volume"
    TOUCH_SOUND_ON = "touch-sound-on"
    TOUCH_SOUND_OFF = "touch-sound-off"
    CLEANING = "cleaning"
    RESTART = "restart"
    DIAGNOSTICS = "diagnostics"
    MOVE = "move"
    LEAVE = "leave"


class CheckInReason(StrEnum):
    """Why a card did not read. Codes, not words: nothing that staff type may end up on the disk (promise 2)."""

    CARD_DAMAGED = "card-damaged"
    CARD_FORGOTTEN = "card-forgotten"
    PHONE_FAILS = "phone-fails"
    SCANNER_FAILS = "scanner-fails"


@dataclass(frozen=True, slots=True)
class DayCounts:
    """What was recorded here since the day was opened, and who came.

    `signed_in` = `cast_all` + `cast_some` + `cast_none`, by what is known to be cast here or elsewhere of the
    departments that may be rated; `forms` counts questionnaires; `agrees` says that every rating in the journal is
    spent, so journal and marks tell the same. `unsent` counts entries that the server has not acknowledged.
    """

    casts: int
    ratings: int
    forms: int
    suggestions: int
    signed_in: int
    cast_all: int
    cast_some: int
    cast_none: int
    agrees: bool
    unsent: int


class Moment(StrEnum):
    """When a witness was made."""

    OPENED = "opened"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Witness:
    """The journal's head at opening or closing, signed by the kiosk. Whoever keeps it can prove a later change.

    `at` is trusted Unix seconds; `total` is how many casts the kiosk ever recorded; the counts are the day's.
    """

    v: int
    moment: Moment
    campaign: str
    mode: Mode
    kiosk: str
    epoch: bytes
    seq: int
    head_hash: bytes
    at: int
    pack_version: int
    total: int
    counts: DayCounts


def card_number(credential: bytes) -> str:
    """The number printed on a card: the first 8 hexadecimal digits of its id, in two groups."""
    digits = credential[:NUMBER_BYTES].hex().upper()
    return f"{digits[:4]} {digits[4:]}"


def parse_card_number(typed: str) -> bytes | None:
    """The bytes that a typed card number stands for, or None if it is not one."""
    digits = "".join(typed.split()).replace("-", "")
    if len(digits) != 2 * NUMBER_BYTES or not digits.isascii() or not digits.isalnum():
        return None
    try:
        return bytes.fromhex(digits)
    except ValueError:
        return None
