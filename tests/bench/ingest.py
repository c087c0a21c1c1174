"""Taking records in over HTTP, signatures verified and durable, against bare inserts of the same entries.

The server is a process of its own, as in use; so many kiosks push at once. With PostgreSQL as well.
"""

from __future__ import annotations

import contextlib
import hashlib
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pysqlite3
from bench.measuring import Row, percentile
from bench.pushing import Pusher, pusher
from databases import running_cluster
from server_process import ServerProcess
from synthetic_count import whole_campaign
from worlds import World

from sync.enrol import enrol
from sync.server.enrolling import create_code

ENTRIES = 2_000
"""Of each kiosk."""
CROWDS = (1, 11, 50)
PROCESSES = (1, 2, 4)
MOST_IN_ALL = 22_000


def bench(folder: Path, long: bool) -> Iterator[Row]:
    """SQLite with 1, 11 and 50 kiosks; PostgreSQL with 11 and 1, 2 and 4 processes."""
    for kiosks in CROWDS:
        yield from _measured(folder / f"sqlite-{kiosks}", kiosks, None, (), f"{kiosks} kiosks, SQLite")
    with running_cluster() as cluster:
        for processes in PROCESSES:
            with cluster.database() as url:
                options = ("--database-url", url, "--workers", str(processes))
                what = f"11 kiosks, PostgreSQL, {processes} processes"
                yield from _measured(folder / f"postgres-{processes}", 11, url, options, what)


def _measured(folder: Path, kiosks: int, url: str | None, options: tuple[str, ...], what: str) -> Iterator[Row]:
    folder.mkdir()
    world = World(folder, now=time.time(), database_url=url)
    world.publish(departments=whole_campaign().departments, problems=())
    with ServerProcess(world.server_folder, (*options, "--log-level", "warning")) as server:
        pushers = _crowd(world, server.url, kiosks)
        began = time.perf_counter()
        with ThreadPoolExecutor(kiosks) as threads:
            seconds = [took for each in threads.map(lambda one: one.push(server.url), pushers) for took in each]
        elapsed = time.perf_counter() - began
    world.close()
    number = sum(len(each.entries) for each in pushers)
    bare = number / _bare(folder / "bare.sqlite3", pushers)
    yield Row(f"ingest, {what}", number / elapsed, "entries/s", bare, "bare inserts, 1 commit a bundle")
    yield Row(f"acknowledgement of a bundle, {what}, p50", percentile(seconds, 0.5) * 1000, "ms")
    yield Row(f"acknowledgement of a bundle, {what}, p99", percentile(seconds, 0.99) * 1000, "ms")


def _crowd(world: World, url: str, kiosks: int) -> list[Pusher]:
    each = min(ENTRIES, MOST_IN_ALL // kiosks)
    made = []
    for number in range(kiosks):
        home, venue = world.folder / f"kiosk-{number}", f"v{number % 11 + 1:02}"
        enrol(home, url, create_code(world.server, venue, number // 11 + 1))
        made.append(pusher(home, whole_campaign(), each))
    return made


def _bare(path: Path, pushers: list[Pusher]) -> float:
    """Seconds for the same entries with their hashes into one table, a FULL commit for each bundle."""
    with contextlib.closing(pysqlite3.connect(str(path), isolation_level=None)) as database:
        for pragma in ("journal_mode=WAL", "synchronous=FULL"):
            database.execute(f"PRAGMA {pragma}")
        database.execute(
            "CREATE TABLE entry (kiosk TEXT, seq INTEGER, entry BLOB, hash BLOB, PRIMARY KEY (kiosk, seq))"
        )
        began = time.perf_counter()
        for each in pushers:
            per = -(-len(each.entries) // len(each.bundles))
            for first in range(0, len(each.entries), per):
                rows = [
                    (each.kiosk, first + place, entry, hashlib.sha256(entry).digest())
                    for place, entry in enumerate(each.entries[first : first + per])
                ]
                database.execute("BEGIN IMMEDIATE")
                database.executemany("INSERT INTO entry VALUES (?, ?, ?, ?)", rows)
                database.execute("COMMIT")
        return time.perf_counter() - began
