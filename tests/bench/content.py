"""A pack's download with its verification, against sha256sum and a copy of the same bytes, and against curl."""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

from bench.measuring import Row, timed
from server_process import ServerProcess
from worlds import World, session

from kiosk.domain.access_json import encode_access
from kiosk.domain.campaign_json import encode_campaign
from kiosk.domain.pack import ACCESS_FILE, CAMPAIGN_FILE, Access
from organiser.pack import build_pack
from sync.client import run_once
from sync.server.publishing import publish_pack
from sync.wire import BLOBS

MB = 1_000_000
SIZE, SIZE_LONG = 500 * MB, 5_000 * MB
PIECE = os.urandom(MB)


def bench(folder: Path, long: bool) -> Iterator[Row]:
    """Seconds of both, and how much memory it took."""
    size = SIZE_LONG if long else SIZE
    world = World(folder, now=time.time())
    clip = folder / "clip"
    with clip.open("wb") as stream:
        for number in range(size // MB):
            stream.write(number.to_bytes(8, "big") + PIECE[8:])
    _publish(world, clip)
    with ServerProcess(world.server_folder, ("--log-level", "warning")) as server, session() as http:
        world.url = server.url
        kiosk = world.new_kiosk()
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        ours = timed(lambda: run_once(kiosk, http))
        grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
        assert kiosk.content.current_version() == 1
        file = max(kiosk.library.published.manifest.files, key=lambda file: file.size)
        url = f"{server.url}{BLOBS}/{file.sha256.hex()}"
        curl = timed(lambda: _run("curl", "-s", "--noproxy", "*", "-o", str(folder / "curled"), url))
        floor = timed(lambda: _copied(clip, folder / "copied"))
    world.close()
    about = f"{size // MB:,} MB"
    yield Row(f"download of {about}, verified and durable", ours, "s", floor, "sha256sum + copy + sync")
    yield Row("the same in MB/s", size / MB / ours, "MB/s", size / MB / curl, "curl", 0.8, more_is_better=True)
    yield Row(f"memory that {about} take", grown / 1024, "MB", note="growth of the largest resident size")


def _publish(world: World, clip: Path) -> None:
    documents = {CAMPAIGN_FILE: encode_campaign(world.campaign()), ACCESS_FILE: encode_access(Access((), (), ()))}
    build_pack(
        {"clips/a.mp4": clip},
        documents,
        world.folder / "pack",
        campaign="qd2021",
        version=1,
        created=int(world.now),
        key=world.organiser,
    )
    publish_pack(world.server, world.folder / "pack")


def _copied(clip: Path, to: Path) -> None:
    _run("sha256sum", str(clip))
    shutil.copyfile(clip, to)
    _run("sync", str(to))


def _run(*command: str) -> None:
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
