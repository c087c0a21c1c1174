"""Opening the kiosk's screen once its options are known; no library of the command line is needed for it.

What a kiosk is made of (commands.machine) is loaded behind the first picture, so nothing of it is imported here.
"""

from __future__ import annotations

import json
import logging
import os
import re
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from commands.display import HOW, has_display

if TYPE_CHECKING:
    from ui.device import Machine

IDENTITY = "identity.cbor"
"""As kiosk.storage.identity names it; that an enrolled kiosk opens is known before its storage is loaded."""
SIZE = re.compile(r"(\d{3,5})x(\d{3,5})")
SIDE = (320, 8192)
"""px; outside of it Qt draws no letters, or for minutes."""
DIAGONAL = (5, 100)
"""Inches."""


@dataclass(frozen=True, slots=True)
class KioskOptions:
    """What `kiosk` was asked for. `size` is in px, `diagonal` in inches; None: as the screen is."""

    data: Path = Path("kiosk-data")
    windowed: bool = False
    size: tuple[int, int] | None = None
    diagonal: float | None = None
    server: str = ""
    demo_cards: Path | None = None


def open_screen(wanted: KioskOptions) -> None:
    """Run the kiosk, or on a machine that is not enrolled its enrolment; leaves with the exit code of ui.exits."""
    if not has_display():
        from commands.say import err

        err.print(HOW)
        sys.exit(2)
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    from ui.exits import RESTART
    from ui.lockdown import forbid_dumps  # Qt is loaded only where a window opens
    from ui.options import Options
    from ui.starting import run
    from ui.watchdog import Notifier, watch_seconds

    forbid_dumps()
    with suppress(OSError):
        wanted.data.mkdir(parents=True, exist_ok=True)  # if not, the screen says why
    cards = _read_cards(wanted.demo_cards)
    options = Options(windowed=wanted.windowed, size=wanted.size, diagonal_in=wanted.diagonal, cards=cards)
    notifier = Notifier.of(os.environ)
    enrolled = (wanted.data / IDENTITY).exists()
    code = run(lambda: _machine(wanted), enrolled, options, notifier, watch_seconds(os.environ))
    if code == RESTART and not notifier.present:
        os.execv(sys.executable, [sys.executable, *sys.orig_argv[1:]])  # nobody else would start it anew
    sys.exit(code)


def _machine(wanted: KioskOptions) -> Machine:
    from commands.machine import machine_of

    return machine_of(wanted.data, wanted.server)


def _read_cards(path: Path | None) -> tuple[tuple[str, str, str, str], ...]:
    if path is None:
        return ()
    try:
        cards = json.loads(path.read_text("utf-8"))
        return tuple((card["zh"], card["en"], card["text"], card["pin"]) for card in cards)
    except (ValueError, KeyError, TypeError):
        from commands.say import refuse

        refuse(f"{path} is not a list of sample cards.")
        return ()
