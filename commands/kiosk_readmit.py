"""kiosk-readmit: making an enrolled kiosk known to a server that was restored from an older backup."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from commands.say import Json, answer, note
from kiosk.storage.preferences import load_preferences
from sync.enrol import readmit
from sync.http import new_session


def readmit_(
    code: Annotated[str, typer.Argument(help="The one-time code of `serve code` for this very kiosk.")],
    url: Annotated[str, typer.Option("--server", help="The server's address, if it is another one now.")] = "",
    data: Annotated[Path, typer.Option("--data", help="The kiosk's folder.")] = Path("kiosk-data"),
    json: Json = False,
) -> None:
    """Make this kiosk known again to a restored server; it keeps its key and its records. It may be running."""
    here = load_preferences(data)
    session = new_session(here.proxy, Path(here.certificates) if here.certificates else None)
    identity = readmit(data, code, url, session)
    words = f"[bold]{identity.kiosk}[/] is known to the server. Its next sync sends everything that is missing there."
    answer({"kiosk": identity.kiosk, "server": identity.server_url}, json, lambda: note(words))
