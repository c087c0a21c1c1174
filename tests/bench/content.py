"""A pack's download with its verification, against curl from the same server with an fsync of what it wrote.

In turns, a fresh kiosk each time. Bare curl, which leaves everything to the system's cache, stands beside it, and what
the same bytes cost on this disk without a network.
"""

from __future__ import annotations

import itertools
import os
import resource
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import requests
from bench.measuring import Row, percentile, timed
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
ROUNDS, ROUNDS_LONG = 5, 1
PIECE = os.urandom(MB)


def bench(folder: Path, long: bool) -> Iterator[Row]:
    """Seconds of all of them, processor time, and how much memory it took."""
    size = SIZE_LONG if long else SIZE
    world = World(folder, now=time.time())
    clip = folder / "clip"
    with clip.open("wb") as stream:
        for number in range(size // MB):
            stream.write(number.to_bytes(8, "big") + PIECE[8:])
    digest = _publish(world, clip)
    with ServerProcess(world.server_folder, ("--log-level", "warning")) as server, session() as http:
        world.url = server.url
        rounds = _Rounds(world, http, f"{server.url}{BLOBS}/{digest}", clip)
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        for _ in range(ROUNDS_LONG if long else ROUNDS):
            rounds.one()
        grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    world.close()
    yield from _rows(rounds, size, grown)


@dataclass
class _Rounds:
    """Everybody in turns; wall seconds, and processor seconds of the receiving side."""

    world: World
    http: requests.Session
    url: str
    clip: Path
    wall: dict[str, list[float]] = field(default_factory=dict)
    processor: dict[str, list[float]] = field(default_factory=dict)
    _numbers: Iterator[int] = field(default_factory=lambda: itertools.count(1))

    def one(self) -> None:
        """One turn of each, on an empty folder; another begins each time, for the first one finds the memory cold."""
        to, number = self.world.folder / "copied", next(self._numbers)
        get = f"curl -s --noproxy '*' -o '{to}' '{self.url}'"
        copy = f"sha256sum '{self.clip}' && cp '{self.clip}' '{to}' && sync '{to}'"
        turns: list[Callable[[], None]] = [
            lambda: self._ours(number),
            lambda: self._others("durable curl", f"{get} && sync '{to}'", to),
            lambda: self._others("curl", get, to),
            lambda: self._others("copy", copy, to),
        ]
        for turn in turns[number % 4 :] + turns[: number % 4]:
            turn()

    def _ours(self, number: int) -> None:
        kiosk = self.world.new_kiosk(number=number)
        self._time("ours", resource.RUSAGE_SELF, lambda: run_once(kiosk, self.http))
        assert kiosk.content.current_version() == 1
        shutil.rmtree(kiosk.content.folder)

    def _others(self, name: str, command: str, to: Path) -> None:
        run = ("sh", "-c", command)
        self._time(name, resource.RUSAGE_CHILDREN, lambda: subprocess.run(run, check=True, stdout=subprocess.DEVNULL))
        to.unlink()

    def _time(self, name: str, whose: int, act: Callable[[], object]) -> None:
        began = _processor_s(whose)
        self.wall.setdefault(name, []).append(timed(act))
        self.processor.setdefault(name, []).append(_processor_s(whose) - began)


def _rows(rounds: _Rounds, size: int, grown: int) -> Iterator[Row]:
    about = f"{size // MB:,} MB"
    wall = {name: percentile(times, 0.25) for name, times in rounds.wall.items()}
    spent = {name: percentile(times, 0.25) for name, times in rounds.processor.items()}
    speed = {name: size / MB / seconds for name, seconds in wall.items()}
    ratios = sorted(curl / ours for ours, curl in zip(rounds.wall["ours"], rounds.wall["durable curl"], strict=True))
    yield Row(
        f"download of {about}, verified and durable",
        speed["ours"],
        "MB/s",
        speed["durable curl"],
        "curl + fsync",
        0.8,
        more_is_better=True,
        low=ratios[0],
        high=ratios[-1],
    )
    yield Row("the same", speed["ours"], "MB/s", speed["curl"], "curl, not verified, not on the disk")
    yield Row("the same", wall["ours"], "s", wall["copy"], "sha256sum + copy + sync")
    yield Row("processor time of it at the kiosk", spent["ours"], "s", spent["durable curl"], "curl + fsync")
    yield Row(f"memory that {about} take", grown / 1024, "MB", note="growth of the largest resident size")


def _publish(world: World, clip: Path) -> str:
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
    manifest = publish_pack(world.server, world.folder / "pack")
    return max(manifest.files, key=lambda file: file.size).sha256.hex()


def _processor_s(whose: int) -> float:
    used = resource.getrusage(whose)
    return used.ru_utime + used.ru_stime
