"""Syncs that end with SIGKILL of kiosk and server, again and again, and what must be true of both afterwards.

Every trial is a forked child that opens the real folders, records, syncs by line or by stick and is killed at a named
point. The parent opens nothing, so that nothing is shared over the fork.
"""

from __future__ import annotations

import os
import random
import signal
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pysqlite3
from lines import Line
from sqlalchemy import event
from sticks import tap
from worlds import World

from kiosk.services.kiosk import DATABASE, Kiosk, open_kiosk
from sync.client import run_once
from sync.server.server import open_server
from sync.usb.carrying import carry
from sync.usb.files import Files
from sync.usb.medium import Medium
from sync.usb.office import take_stick

POINTS = (
    "kiosk-statement",
    "kiosk-before-commit",
    "kiosk-after-commit",
    "server-statement",
    "server-before-commit",
    "server-after-commit",
    "answer-on-its-way",
    "stick-call",
    "any-time",
)
OFTEN = {"kiosk-statement": 40, "server-statement": 30, "stick-call": 50}
"""How far into a child the points lie that are reached often."""


class Reach:
    """Dies at the n-th occurrence of a point."""

    def __init__(self, point: str, occurrence: int) -> None:
        self.point = point
        self.left = occurrence

    def __call__(self, point: str) -> None:
        if point == self.point:
            self.left -= 1
            if self.left <= 0:
                os.kill(os.getpid(), signal.SIGKILL)


class DyingFiles(Files):
    """A stick at whose calls the machine may die."""

    def __init__(self, reach: Reach) -> None:
        self._reach = reach

    def __getattribute__(self, name: str) -> Any:
        if name in ("create", "write", "sync", "rename", "sync_folder", "read", "read_direct", "remove"):
            object.__getattribute__(self, "_reach")("stick-call")
        return super().__getattribute__(name)


def trial(world: World, folder: Path, seed: int, kills: Counter[str]) -> str:
    """One child; what went wrong with it, or ""."""
    dice = random.Random(seed)
    point = POINTS[seed % len(POINTS)]
    reach = Reach(
        point, dice.randint(1, {"kiosk-statement": 40, "server-statement": 30, "stick-call": 50}.get(point, 3))
    )
    ours, theirs = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(ours)
        _act(world, folder, seed, reach, theirs)
    os.close(theirs)
    said = b""
    if point == "any-time":
        while not said and (piece := os.read(ours, 1)):
            said += piece
        time.sleep(dice.uniform(0, 0.15))  # somewhere, not when something has happened
        os.kill(child, signal.SIGKILL)
    while piece := os.read(ours, 4096):
        said += piece
    os.close(ours)
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        kills[point] += 1
        return ""
    return "" if said.endswith(b"done") else f"seed {seed} at {point}: {said.decode()}"


def _act(world: World, folder: Path, seed: int, reach: Reach, told: int) -> None:
    """The child: never returns."""
    try:
        kiosk = open_kiosk(folder, lambda: world.now)
        world.server = open_server(world.server_folder, None, lambda: world.now)
        _arm(kiosk, world, reach)
        os.write(told, b"!")
        tap(kiosk, 1 + seed % 30)
        for place in range(3):
            if (seed + place) % 3:
                _by_line(world, kiosk, reach)
            else:
                _by_stick(world, kiosk, reach, world.folder / "stick")
            tap(kiosk, 2)
        os.write(told, b"done")
    except BaseException as error:
        os.write(told, f"{type(error).__name__}: {error}".encode())
    os._exit(0)


def _by_line(world: World, kiosk: Kiosk, reach: Reach) -> None:
    line = Line(world)

    def hear(ask: Callable[[], bytes]) -> bytes:
        answer = ask()
        reach("answer-on-its-way")
        return answer

    line.faults[:] = [hear] * 50
    with line.session() as http:
        run_once(kiosk, http, most=7)


def _by_stick(world: World, kiosk: Kiosk, reach: Reach, folder: Path) -> None:
    folder.mkdir(exist_ok=True)
    for act in (carry_with(kiosk), lambda medium: take_stick(world.server, medium), carry_with(kiosk)):
        act(Medium(folder, DyingFiles(reach)))


def carry_with(kiosk: Kiosk) -> Callable[[Medium], object]:
    return lambda medium: carry(kiosk, medium)


def _arm(kiosk: Kiosk, world: World, reach: Reach) -> None:
    database, server = kiosk.journal.engine, world.server.engine
    database.after_commit.append(lambda: reach("kiosk-after-commit"))
    event.listen(database.engine, "commit", lambda connection: reach("kiosk-before-commit"))
    event.listen(database.engine, "after_cursor_execute", lambda *about: reach("kiosk-statement"))
    event.listen(server, "commit", lambda connection: reach("server-before-commit"))
    event.listen(server, "after_cursor_execute", lambda *about: reach("server-statement"))
    event.listen(server, "checkin", lambda *about: reach("server-after-commit"))


def look(world: World, folder: Path) -> list[str]:
    """Whether the kiosk believes something delivered that is not; read without opening either."""
    kiosk = pysqlite3.connect(str(folder / DATABASE))
    server = pysqlite3.connect(str(world.server_folder / "server.sqlite3"))
    try:
        settings = dict(kiosk.execute("SELECT name, value FROM setting").fetchall())
        acked = int.from_bytes(settings.get("acked_seq", bytes(12))[:-4], "big", signed=True)
        stored = server.execute("SELECT count(*), max(seq) FROM entry").fetchone()
        ok = [each.execute("PRAGMA integrity_check").fetchone()[0] for each in (kiosk, server)]
    finally:
        kiosk.close()
        server.close()
    wrong = [] if ok == ["ok", "ok"] else [str(ok)]
    if stored[0] != (stored[1] or 0):
        wrong.append(f"{stored[0]} entries up to {stored[1]}")
    return wrong if acked <= stored[0] else [*wrong, f"{acked} acknowledged, {stored[0]} stored"]
