"""serve blobs: where packs' files lie, and moving them to an S3-compatible store or back."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from commands.keys import Json
from commands.say import answer, note, steps
from commands.server_options import SERVER, Database, ServerFolder
from sync.server.blob_place import Place, move_blobs, read_place
from sync.server.publishing import current_manifest
from sync.server.server import open_server

FOLDER = "folder"


def blobs(
    to: Annotated[
        str | None, typer.Argument(help="s3://BUCKET/PREFIX, or folder; without it, say where they lie.")
    ] = None,
    s3_endpoint: Annotated[str, typer.Option(help="The store's address, if it is not Amazon's; https://.")] = "",
    s3_region: Annotated[str, typer.Option(help="The store's region, if it wants one.")] = "",
    s3_credentials: Annotated[
        Path | None, typer.Option(help="A file as Amazon's tools have it; else AWS_ACCESS_KEY_ID and the like.")
    ] = None,
    server: ServerFolder = SERVER,
    database_url: Database = None,
    json: Json = False,
) -> None:
    """Keep packs' files in an S3-compatible store: copies what is offered, then switches."""
    moved = 0
    if to is not None:
        place = Place() if to == FOLDER else Place(to, s3_endpoint, s3_region)
        opened = open_server(server, database_url)
        try:
            with steps("Copying the offered pack"):
                moved = move_blobs(server, current_manifest(opened), place, s3_credentials)
        finally:
            opened.close()
    here = read_place(server)

    def show() -> None:
        note(f"Packs' files lie in [bold]{here.url or server / 'blobs'}[/].")
        if to is not None:
            note(f"{moved} files are there. Start the server again so that it fetches from there.")

    answer({"url": here.url or FOLDER, "endpoint": here.endpoint, "region": here.region, "moved": moved}, json, show)
