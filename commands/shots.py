"""shots: every screen as a picture, and a page that shows them side by side."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Annotated

import typer

from commands.contact_sheet import write_contact_sheet
from commands.demo import DATA, MAIN
from commands.demo_world import FOLDER, DemoWorld
from commands.picture_kiosks import fresh_kiosks
from commands.say import bar, note, refuse
from organiser.folder.statuses import read_statuses

SCREEN = "-screen 0 1920x1920x24"
"""Room for both orientations."""
MODES = ("normal", "elder", "contrast", "lowered")
"""Several together are joined by +."""


def shots(
    to: Annotated[Path, typer.Argument(help="The folder for the pictures.")] = Path("build/shots"),
    only: Annotated[str, typer.Option(help="Only screens whose name contains this.")] = "",
    language: Annotated[list[str] | None, typer.Option(help="zh or en; both if not said.")] = None,
    mode: Annotated[
        list[str] | None, typer.Option(help="normal, elder, contrast, lowered, joined by +; the first two.")
    ] = None,
    orientation: Annotated[list[str] | None, typer.Option(help="landscape or portrait; both if not said.")] = None,
    data: Annotated[Path, typer.Option(help="Where the demo's files are.")] = DATA,
    video: Annotated[bool, typer.Option(hidden=True, help="Only scenes with video, on a virtual display.")] = False,
) -> None:
    """Render every screen in both languages, modes and orientations, without a display.

    Scenes with video are drawn on a virtual display, if xvfb-run is there: Qt's software renderer draws none.
    """
    _check("--language", language, ("zh", "en"))
    _check("--mode", [part for one in mode or () for part in one.split("+")], MODES)
    _check("--orientation", orientation, ("landscape", "portrait"))
    os.environ["QT_QPA_PLATFORM"] = "xcb" if video else "offscreen"
    from ui.shots import Look, Photographer, take_shots, wanted_shots  # Qt is loaded only here
    from ui.shots_scenes import scene_names

    if not any(only in name for name in scene_names()):
        refuse(f"--only {only}: no screen's name contains this.")
    world = DemoWorld(data.resolve())
    world.build()
    cards = tuple((c["zh"], c["en"], c["text"], c["pin"]) for c in json.loads(world.sample_cards.read_text("utf-8")))
    receipts = tuple(receipt for receipt, _ in read_statuses(FOLDER))
    looks = [
        Look(a, b, c)
        for a in language or ("zh", "en")
        for b in mode or ("normal", "elder")
        for c in orientation or ("landscape", "portrait")
    ]
    apart = not video and shutil.which("xvfb-run") is not None
    wanted = wanted_shots(only, looks, with_video=None if not video and not apart else video)
    with tempfile.TemporaryDirectory() as temporary, bar("Drawing") as tell:
        take_shots(Photographer(fresh_kiosks(world, Path(temporary)), cards, receipts), to, wanted, tell)
    if video:
        return
    if apart and wanted_shots(only, looks, with_video=True):
        _draw_video(sys.argv[1:])
    count = len(list(to.glob("*.png")))
    note(f"{count} pictures are in [bold]{to}[/], side by side in {write_contact_sheet(to)}.")


def _check(option: str, given: list[str] | None, known: tuple[str, ...]) -> None:
    """A picture named after a look that does not exist would show another one."""
    if unknown := next((one for one in given or () if one not in known), None):
        refuse(f"{option} {unknown}: there is {', '.join(known)}.")


def _draw_video(arguments: list[str]) -> None:
    command = ["xvfb-run", "-a", "-s", SCREEN, sys.executable, str(MAIN), *arguments, "--video"]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
