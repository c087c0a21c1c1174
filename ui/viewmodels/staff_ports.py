"""What the staff's screens are given from outside: sync, sticks, the machine. Callables that block unless they say not.

The screens never import sync: whoever builds the window (commands.staffing) translates.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

CAMERA, SCANNER, TOUCH, SOUND = "camera", "scanner", "touch", "sound"


@dataclass(frozen=True, slots=True)
class Transfer:
    """How far something is: bytes or entries, files left, seconds left or None while unknown."""

    done: int
    total: int
    files_left: int = 0
    seconds_left: float | None = None


@dataclass(frozen=True, slots=True)
class Synced:
    """What a sync did. `pack` is the version that came into force; `content_trouble` a code."""

    sent: int
    unsent: int
    pack: int | None
    statuses: bool
    forked: bool
    content_trouble: str


@dataclass(frozen=True, slots=True)
class Stick:
    """A stick that is plugged in."""

    folder: Path
    read_only: bool


@dataclass(frozen=True, slots=True)
class Carried:
    """What a stick brought and took. `entries` were written and read back; None if nothing had to be written.

    `acknowledged` is None if nothing was taken from it, then `why` is a code. `lacking` bytes of the content are
    still to come.
    """

    acknowledged: int | None = None
    why: str = ""
    pack: int | None = None
    lacking: int = 0
    content_trouble: str = ""
    forked: bool = False
    entries: int | None = None


Told = Callable[[Transfer], None]


class StaffTrouble(Exception):
    """What did not work outside the screens. `code` is stable."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def _nothing(*given: object) -> Carried:
    """This machine has no such thing."""
    raise StaffTrouble("unavailable")


class Backlight(Protocol):
    """The screen's brightness, 1 to 100 percent."""

    def read(self) -> int:
        """The brightness now. Raises OSError."""

    def set(self, percent: int) -> None:
        """Change it. Raises OSError."""


@dataclass(frozen=True, slots=True)
class StaffPorts:
    """`parts` names the devices that are there and is called on the GUI thread; so are `restart` and `leave`.

    `save` writes a file onto a stick and reads it back; `move` enrols the machine anew with a code, for the next start.
    What any of the others raises has a `code`.
    """

    parts: Callable[[], frozenset[str]] | None = None
    transfer: Callable[[], Transfer | None] = lambda: None
    synced: Callable[[], Synced | None] = lambda: None
    sticks: Callable[[], tuple[Stick, ...]] = tuple
    take_out: Callable[[Path, Told], Carried] = _nothing
    bring_in: Callable[[Path, Told], Carried] = _nothing
    save: Callable[[Path, str, bytes], object] = _nothing
    log: Callable[[], tuple[str, ...]] = tuple
    move: Callable[[str], object] = _nothing
    restart: Callable[[], None] = lambda: None
    leave: Callable[[], None] = lambda: None
    volume: Callable[[], int] = lambda: 60
    keep_volume: Callable[[int], object] = lambda percent: None
    touch_sound: Callable[[], bool] = lambda: False
    keep_touch_sound: Callable[[bool], object] = lambda on: None
    backlight: Backlight | None = None
