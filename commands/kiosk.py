"""kiosk and kiosk-enrol: the screen at a venue, and how a machine becomes one.

What a kiosk is made of (commands.machine) is loaded behind the first picture, so nothing of it is imported here.
"""

from __future__ import annotations

import json
import logging
import os
import re
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from commands.display import HOW, has_display
from commands.say import Json, answer, note, refuse

if TYPE_CHECKING:
    from ui.device import Machine

KioskFolder = Annotated[Path, typer.Option("--data", help="The kiosk's folder.")]
IDENTITY = "identity.cbor"
"""As kiosk.storage.identity names it; that an enrolled kiosk opens is known before its storage is loaded."""
SIDE = (320, 8192)
"""px; outside of it Qt draws no letters, or for minutes."""
SIZE = re.compile(r"(\d{3,5})x(\d{3,5})")


def enrol(
    url: Annotated[str, typer.Argument(help="The server's address; https:// unless it is this machine.")],
    code: Annotated[str, typer.Argument(help="The one-time code of `serve code`.")],
    data: KioskFolder = Path("kiosk-data"),
    json: Json = False,
) -> None:
    """Make this machine a kiosk with a one-time code."""
    from commands.machine import session_for
    from sync.enrol import enrol as enrol_machine

    identity = enrol_machine(data, url, code, session_for(data))
    words = f"This machine is [bold]{identity.kiosk}[/] of {identity.campaign} now."
    answer({"kiosk": identity.kiosk, "venue": identity.venue, "campaign": identity.campaign}, json, lambda: note(words))


def kiosk(
    data: KioskFolder = Path("kiosk-data"),
    windowed: Annotated[bool, typer.Option(help="In a window instead of the full screen.")] = False,
    size: Annotated[str | None, typer.Option(help="The window's size, such as 1080x1920.")] = None,
    diagonal: Annotated[float | None, typer.Option(min=5, max=100, help="The screen's diagonal in inches.")] = None,
    server: Annotated[str, typer.Option(help="The server's address, for enrolling on the screen.")] = "",
    demo_cards: Annotated[Path | None, typer.Option(hidden=True)] = None,
) -> None:
    """Open the kiosk's screen; on a machine that is not enrolled, the enrolment's."""
    wanted = parse_size(size)
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
        data.mkdir(parents=True, exist_ok=True)  # if not, the screen says why
    options = Options(windowed=windowed, size=wanted, diagonal_in=diagonal, cards=_read_cards(demo_cards))
    notifier = Notifier.of(os.environ)
    enrolled = (data / IDENTITY).exists()
    code = run(lambda: _machine(data, server), enrolled, options, notifier, watch_seconds(os.environ))
    if code == RESTART and not notifier.present:
        os.execv(sys.executable, [sys.executable, *sys.orig_argv[1:]])  # nobody else would start it anew
    sys.exit(code)


def _machine(data: Path, server: str) -> Machine:
    from commands.machine import machine_of

    return machine_of(data, server)


def parse_size(size: str | None) -> tuple[int, int] | None:
    """WIDTHxHEIGHT in px."""
    if size is None:
        return None
    match = SIZE.fullmatch(size)
    if match is None:
        refuse(f"--size {size}: a size looks like 1920x1080.")
        return None
    width, height = int(match[1]), int(match[2])
    if not (SIDE[0] <= min(width, height) and max(width, height) <= SIDE[1]):
        refuse(f"--size {size}: each side has {SIDE[0]} to {SIDE[1]:,} pixels.")
    return width, height


def _read_cards(path: Path | None) -> tuple[tuple[str, str, str, str], ...]:
    if path is None:
        return ()
    try:
        cards = json.loads(path.read_text("utf-8"))
        return tuple((card["zh"], card["en"], card["text"], card["pin"]) for card in cards)
    except (ValueError, KeyError, TypeError):
        refuse(f"{path} is not a list of sample cards.")
        return ()
