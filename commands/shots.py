"""shots: every screen as a picture."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from commands.campaign import read_pack
from commands.demo import DATA
from commands.demo_world import FOLDER, VENUE, DemoWorld
from commands.say import bar, note
from kiosk.crypto.signing import Purpose, sign
from kiosk.services.kiosk import Kiosk, open_kiosk
from kiosk.storage import settings
from kiosk.storage.content import ContentStore
from kiosk.storage.identity import Identity, load_identity, save_identity
from organiser.folder.statuses import read_statuses
from organiser.pack import MANIFEST_FILE
from sync.download import Download, FolderSource
from sync.server.server import open_server
from sync.server.statuses import status_list

TIME = 1_639_811_520
"""18 December 2021, 15:12 in Qingdao: the second session is on."""
MORNING = 1_639_780_200
"""06:30 of the same day: when the content was signed."""


def shots(
    to: Annotated[Path, typer.Argument(help="The folder for the pictures.")] = Path("build/shots"),
    only: Annotated[str, typer.Option(help="Only screens whose name contains this.")] = "",
    language: Annotated[list[str] | None, typer.Option(help="zh or en; both if not said.")] = None,
    mode: Annotated[list[str] | None, typer.Option(help="normal, elder, contrast, lowered; the first two.")] = None,
    orientation: Annotated[list[str] | None, typer.Option(help="landscape or portrait; both if not said.")] = None,
    data: Annotated[Path, typer.Option(help="Where the demo's files are.")] = DATA,
) -> None:
    """Render every screen in both languages, modes and orientations, without a display."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from ui.shots import Look, Photographer, take_shots  # Qt is loaded only here

    world = DemoWorld(data.resolve())
    world.build()
    cards = tuple((c["zh"], c["en"], c["text"], c["pin"]) for c in json.loads(world.sample_cards.read_text("utf-8")))
    receipt = read_statuses(FOLDER)[0][0]
    looks = [
        Look(a, b, c)
        for a in language or ("zh", "en")
        for b in mode or ("normal", "elder")
        for c in orientation or ("landscape", "portrait")
    ]
    with tempfile.TemporaryDirectory() as temporary, bar("Drawing") as tell:
        photographer = Photographer(fresh_kiosks(world, Path(temporary)), cards, receipt)
        count = take_shots(photographer, to, only, looks, tell)
    note(f"{count} pictures are in [bold]{to}[/].")


def fresh_kiosks(world: DemoWorld, folder: Path) -> Callable[[], Kiosk]:
    """Kiosks that share the pack and have nothing recorded; their clock stands still in the middle of the event."""
    template = folder / "template"
    server = open_server(world.server, wall=lambda: float(MORNING))
    try:
        identity = Identity(
            f"{VENUE}-1",
            VENUE,
            1,
            server.campaign,
            "https://sanmin.example",
            server.organiser.raw,
            server.key.public.raw,
        )
        template.mkdir()
        save_identity(template, identity)
        store = ContentStore(template / "content", identity.organiser, identity.campaign)
        Download(store, FolderSource(_pack_of_the_day(world, folder))).run()
        store.save_statuses(status_list(server)[0])
    finally:
        server.close()
    count = 0

    def fresh() -> Kiosk:
        nonlocal count
        count += 1
        made = folder / f"kiosk-{count}"
        shutil.rmtree(folder / f"kiosk-{count - 1}", ignore_errors=True)
        made.mkdir()
        save_identity(made, load_identity(template))
        (made / "content").symlink_to(template / "content")
        kiosk = open_kiosk(made, lambda: float(TIME))
        with kiosk.journal.engine.begin() as connection:
            settings.put_int(connection, settings.LAST_CONTACT, TIME - 120)
        return kiosk

    return fresh


def _pack_of_the_day(world: DemoWorld, folder: Path) -> Path:
    """The demo's pack, signed on the morning that the pictures show."""
    manifest = replace(read_pack(world.pack, world.office.public)[0], created=MORNING)
    pack = folder / "pack"
    pack.mkdir()
    (pack / "blobs").symlink_to(world.pack / "blobs")
    (pack / MANIFEST_FILE).write_bytes(sign(manifest.encoded(), Purpose.PACK, world.office.key))
    return pack
