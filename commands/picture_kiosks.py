"""Kiosks for pictures: enrolled, with the demo's content, standing in the middle of the event's second session."""

from __future__ import annotations

import io
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Literal

from commands.campaign import read_pack
from commands.demo_world import VENUE, DemoWorld
from kiosk.crypto.signing import Purpose, sign
from kiosk.domain.pack import describe
from kiosk.domain.results import RESULTS_FILE
from kiosk.services.kiosk import Kiosk, open_kiosk
from kiosk.storage import settings
from kiosk.storage.content import ContentStore
from kiosk.storage.identity import Identity, load_identity, save_identity
from organiser.pack import BLOBS_FOLDER, MANIFEST_FILE
from organiser.sample_results import sample_results
from sync.download import Download, FolderSource
from sync.server.server import open_server
from sync.server.statuses import status_list

TIME = 1_639_811_520
"""18 December 2021, 15:12 in Qingdao: the second session is on."""
Holding = Literal["day", "results", "nothing"]
"""What a kiosk holds: the day's content, the released results as well, or nothing yet."""
MORNING = 1_639_780_200
"""06:30 of the same day: when the content was signed."""


def fresh_kiosks(world: DemoWorld, folder: Path) -> Callable[[Holding], Kiosk]:
    """Makes kiosks that share the pack and have nothing recorded; their clock stands still in the middle of the event.

    What it gives takes what the kiosk holds.
    """
    templates = {
        "day": _template(world, folder / "template-day", released=False),
        "results": _template(world, folder / "template-results", released=True),
    }
    count = 0

    def fresh(holding: Holding) -> Kiosk:
        nonlocal count
        count += 1
        made, template = folder / f"kiosk-{count}", templates.get(holding, templates["day"])
        shutil.rmtree(folder / f"kiosk-{count - 1}", ignore_errors=True)
        made.mkdir()
        save_identity(made, load_identity(template))
        if holding != "nothing":
            (made / "content").symlink_to(template / "content")
        kiosk = open_kiosk(made, lambda: float(TIME))
        with kiosk.journal.engine.begin() as connection:
            settings.put_int(connection, settings.LAST_CONTACT, TIME - 120)
        return kiosk

    return fresh


def _template(world: DemoWorld, folder: Path, released: bool) -> Path:
    """The folder of an enrolled kiosk with the day's content."""
    server = open_server(world.server, wall=lambda: float(MORNING))
    try:
        keys = server.organiser.raw, server.key.public.raw
        identity = Identity(f"{VENUE}-1", VENUE, 1, server.campaign, "https://sanmin.example", *keys)
        folder.mkdir()
        save_identity(folder, identity)
        store = ContentStore(folder / "content", identity.organiser, identity.campaign)
        Download(store, FolderSource(_pack_of_the_day(world, folder / "pack", released))).run()
        store.save_statuses(status_list(server)[0])
    finally:
        server.close()
    return folder


def _pack_of_the_day(world: DemoWorld, pack: Path, released: bool) -> Path:
    """The demo's pack, signed on the morning that the pictures show; with sample results if they are released."""
    manifest, campaign = read_pack(world.pack, world.office.public)
    manifest = replace(manifest, created=MORNING)
    (pack / BLOBS_FOLDER).mkdir(parents=True)
    for blob in (world.pack / BLOBS_FOLDER).iterdir():
        (pack / BLOBS_FOLDER / blob.name).symlink_to(blob)
    if released:
        data = sample_results(campaign)
        file = describe(RESULTS_FILE, io.BytesIO(data))
        (pack / BLOBS_FOLDER / file.sha256.hex()).write_bytes(data)
        files = sorted((*manifest.files, file), key=lambda file: file.name)
        manifest = replace(manifest, version=manifest.version + 1, files=tuple(files))
    (pack / MANIFEST_FILE).write_bytes(sign(manifest.encoded(), Purpose.PACK, world.office.key))
    return pack
