"""shots: every screen as a picture."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from commands.say import bar, note


def shots(
    to: Annotated[Path, typer.Argument(help="The folder for the pictures.")] = Path("build/shots"),
    only: Annotated[str | None, typer.Option(help="Only screens whose name contains this.")] = None,
    language: Annotated[list[str] | None, typer.Option(help="zh or en; both if not said.")] = None,
    mode: Annotated[list[str] | None, typer.Option(help="normal or elder; both if not said.")] = None,
    orientation: Annotated[list[str] | None, typer.Option(help="landscape or portrait; both if not said.")] = None,
) -> None:
    """Render every screen in both languages, modes and orientations, without a display."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from ui.shots import take_shots  # Qt is loaded only here

    with bar("Drawing") as tell:
        count = take_shots(
            to,
            only or "",
            tuple(language or ("zh", "en")),
            tuple(mode or ("normal", "elder")),
            tuple(orientation or ("landscape", "portrait")),
            tell,
        )
    note(f"{count} pictures are in [bold]{to}[/].")
