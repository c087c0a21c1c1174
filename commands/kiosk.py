"""kiosk and kiosk-enrol: the screen at a venue, and how a machine becomes one."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from commands.kiosk_screen import DIAGONAL, SIDE, SIZE, KioskOptions, open_screen
from commands.say import Json, answer, note, refuse

KioskFolder = Annotated[Path, typer.Option("--data", help="The kiosk's folder.")]


def enrol(
    url: Annotated[str, typer.Argument(help="The server's address; https:// unless it is this machine.")],
    code: Annotated[str, typer.Argument(help="The one-time code of `serve code`.")],
    data: KioskFolder = Path("kiosk-data"),
    json: Json = False,
) -> None:
    """Make this machine a kiosk with a one-time code."""
    from commands.machine import session_for
    from sync.enrol import enrol as enrol_machine

    if (data / "keys" / "server.key").exists():  # as a kiosk's, a backup of it would leave the server's records out
        refuse(f"{data} is a server's folder; name another one with --data.")
    identity = enrol_machine(data, url, code, session_for(data))
    words = f"This machine is [bold]{identity.kiosk}[/] of {identity.campaign} now."
    answer({"kiosk": identity.kiosk, "venue": identity.venue, "campaign": identity.campaign}, json, lambda: note(words))


def kiosk(
    data: KioskFolder = Path("kiosk-data"),
    windowed: Annotated[bool, typer.Option(help="In a window instead of the full screen.")] = False,
    size: Annotated[str | None, typer.Option(help="The window's size, such as 1080x1920.")] = None,
    diagonal: Annotated[
        float | None, typer.Option(min=DIAGONAL[0], max=DIAGONAL[1], help="The screen's diagonal in inches.")
    ] = None,
    server: Annotated[str, typer.Option(help="The server's address, for enrolling on the screen.")] = "",
    demo_cards: Annotated[Path | None, typer.Option(hidden=True)] = None,
) -> None:
    """Open the kiosk's screen; on a machine that is not enrolled, the enrolment's."""
    open_screen(KioskOptions(data, windowed, parse_size(size), diagonal, server, demo_cards))


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
