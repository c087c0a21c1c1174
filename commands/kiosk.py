"""kiosk and kiosk-enrol: the screen at a venue, and how a machine becomes one."""

from __future__ import annotations

import json
import logging
import re
import sys
from pathlib import Path
from typing import Annotated

import requests
import typer

from commands.display import HOW, has_display
from commands.keys import Json
from commands.say import answer, err, note, refuse
from kiosk.services.kiosk import open_kiosk
from kiosk.storage.preferences import load_preferences
from sync.background import BackgroundSync
from sync.enrol import enrol as enrol_machine
from sync.http import new_session

KioskFolder = Annotated[Path, typer.Option("--data", help="The kiosk's folder.")]
SIZE = re.compile(r"(\d{3,5})x(\d{3,5})")


def enrol(
    url: Annotated[str, typer.Argument(help="The server's address; https:// unless it is this machine.")],
    code: Annotated[str, typer.Argument(help="The one-time code of `serve code`.")],
    data: KioskFolder = Path("kiosk-data"),
    json: Json = False,
) -> None:
    """Make this machine a kiosk with a one-time code."""
    identity = enrol_machine(data, url, code, session_for(data))
    words = f"This machine is [bold]{identity.kiosk}[/] of {identity.campaign} now."
    answer({"kiosk": identity.kiosk, "venue": identity.venue, "campaign": identity.campaign}, json, lambda: note(words))


def kiosk(
    data: KioskFolder = Path("kiosk-data"),
    windowed: Annotated[bool, typer.Option(help="In a window instead of the full screen.")] = False,
    size: Annotated[str | None, typer.Option(help="The window's size, such as 1080x1920.")] = None,
    diagonal: Annotated[float | None, typer.Option(min=5, max=100, help="The screen's diagonal in inches.")] = None,
    demo_cards: Annotated[Path | None, typer.Option(hidden=True)] = None,
) -> None:
    """Open the kiosk's screen."""
    wanted = parse_size(size)
    opened = open_kiosk(data)
    if not has_display():
        err.print(HOW)
        sys.exit(2)
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    from ui.app import Options, Pacing, run  # Qt is loaded only where a window opens

    options = Options(windowed=windowed, size=wanted, diagonal_in=diagonal, cards=_read_cards(demo_cards))
    try:
        syncing = BackgroundSync(opened, session_for(data))
        pacing = Pacing(syncing.wait_s, syncing.wait_after_record_s, syncing.note_visit)
        code = run(opened, syncing, options, pacing)
    finally:
        opened.close()
    sys.exit(code)


def parse_size(size: str | None) -> tuple[int, int] | None:
    """WIDTHxHEIGHT in px."""
    if size is None:
        return None
    match = SIZE.fullmatch(size)
    if match is None:
        refuse(f"--size {size}: a size looks like 1920x1080.")
        return None
    return int(match[1]), int(match[2])


def session_for(data: Path) -> requests.Session:
    """A session with the proxy and the authorities that are set for this machine."""
    set_here = load_preferences(data)
    return new_session(set_here.proxy, Path(set_here.certificates) if set_here.certificates else None)


def _read_cards(path: Path | None) -> tuple[tuple[str, str, str, str], ...]:
    if path is None:
        return ()
    return tuple((card["zh"], card["en"], card["text"], card["pin"]) for card in json.loads(path.read_text("utf-8")))
