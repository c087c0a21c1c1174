"""What is plugged in: touch screen and keyboard-like scanners, as the kernel lists them under /sys/class/input."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

INPUT = Path("/sys/class/input")
DIRECT = 1
"""INPUT_PROP_DIRECT of linux/input-event-codes.h: touching is pointing, as on a screen and not on a touch pad."""
ABS_X, ABS_MT_POSITION_X = 0x00, 0x35
KEY_1, KEY_ENTER, KEY_A, KEY_Z = 2, 28, 30, 44
USB, BLUETOOTH = 0x03, 0x05
WORD = 64


class Device(StrEnum):
    """What a kiosk needs to be of use."""

    TOUCH = "touch"
    CAMERA = "camera"
    SCANNER = "scanner"


def plugged_in(folder: Path = INPUT) -> frozenset[Device]:
    """Touch screens and scanners that are there now. A scanner types, so a USB keyboard counts as one."""
    return frozenset(kind for device in folder.glob("event*/device") if (kind := kind_of(device)) is not None)


def kind_of(device: Path) -> Device | None:
    """What one input device is to us; None for all else, also for one that vanishes while it is read."""
    absolute, properties = _bits(device / "capabilities/abs"), _bits(device / "properties")
    if DIRECT in properties and absolute & {ABS_X, ABS_MT_POSITION_X}:
        return Device.TOUCH
    if _bus(device) in (USB, BLUETOOTH) and {KEY_1, KEY_ENTER, KEY_A, KEY_Z} <= _bits(device / "capabilities/key"):
        return Device.SCANNER
    return None


def _bits(path: Path) -> frozenset[int]:
    """The set bits of a bitmap as sysfs prints it: hexadecimal words of a long, the highest first."""
    try:
        words = [int(word, 16) for word in path.read_text("ascii").split()]
    except (OSError, ValueError):
        return frozenset()
    return frozenset(
        index * WORD + bit for index, word in enumerate(reversed(words)) for bit in range(WORD) if word >> bit & 1
    )


def _bus(device: Path) -> int | None:
    try:
        return int((device / "id/bustype").read_text("ascii"), 16)
    except (OSError, ValueError):
        return None
