"""serve strip: after the final count, what leads from a card to an envelope leaves the server."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from commands.keys import Json
from commands.say import answer, note
from commands.server_options import SERVER, By, Database, ServerFolder
from sync.server.server import open_server
from sync.server.strip import strip


def strip_(
    count: Annotated[Path, typer.Argument(help="The folder that `tally count` wrote.", show_default=False)],
    collection: Annotated[Path, typer.Option(help="The collection that was counted.")],
    by: By,
    server: ServerFolder = SERVER,
    database_url: Database = None,
    json: Json = False,
) -> None:
    """After the results are final: take away what was counted. Backups and the collection are yours to destroy."""
    made = strip(open_server(server, database_url), collection, count, by)

    def show() -> None:
        note(f"{made.stripped:,} counted casts no longer lead from a card to an envelope on this server.")
        if made.uncounted:
            note(f"[yellow]{made.uncounted:,} casts were not in that count and stay as they are.[/]")
        note("The collection and every backup still do: destroy them when the time for objections is over.")

    answer(made, json, show)
