"""What an entry costs the server when it has ten thousand of them, and when it has millions: flat is what is wanted.

The store is filled quickly, with rows as taking in leaves them: entries of real casts (a few, again and again), each
with a receipt and a spent mark of its own. What is measured is real: kiosks push signed bundles to a server process.
Processor time, which the machine's hour changes least; the best of several rounds. SQLite works in the server's process
and is counted; PostgreSQL's own processes are not.
"""

from __future__ import annotations

import itertools
import random
import secrets
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from bench.ingest import Load, timed_together
from bench.measuring import Row
from bench.pushing import Pusher, cast_entry, pusher
from databases import running_cluster
from server_process import ServerProcess
from sqlalchemy import func, select
from synthetic_count import whole_campaign
from worlds import World

from kiosk.domain.receipt import parse_receipt, receipt_code
from sync.enrol import enrol
from sync.server.database import add_new, reading
from sync.server.enrolling import create_code
from sync.server.entries import ENTRY_COLUMNS
from sync.server.models import Receipt, Spent, StoredEntry
from sync.server.spent_list import cursor_of, spent_after

SIZES, LARGE = (10_000, 100_000), (1_000_000, 5_000_000)
GROWS_AT_MOST = 1.25
"""Of each size by the smallest: what is called flat."""
LOAD = Load(kiosks=4, ratings=1, entries=1_500)
ROUNDS = 4
BATCH = 200_000
DIFFERENT = 1_000
"""Entries that are made; the store is filled with them again and again."""
FILLERS = 11
"""Kiosks that the filled rows are of."""


def bench(folder: Path, long: bool) -> Iterator[Row]:
    """SQLite and PostgreSQL; the large sizes only if `long`, for they take half an hour and 6 GB."""
    sizes = SIZES + (LARGE if long else ())
    yield from _growing("SQLite", World(folder / "sqlite", now=time.time()), (), sizes)
    with running_cluster(durable=True) as cluster, cluster.database() as url:
        world = World(folder / "postgres", now=time.time(), database_url=url)
        yield from _growing("PostgreSQL", world, ("--database-url", url), sizes)


def _growing(name: str, world: World, options: tuple[str, ...], sizes: tuple[int, ...]) -> Iterator[Row]:
    world.publish(departments=whole_campaign().departments, problems=())
    store, smallest = _Store(world), 0.0
    for size in sizes:
        store.fill(size)
        cost = store.measure(options)
        what = f"processor time of 1,000 entries, {name}, {size:,} stored"
        if not smallest:
            smallest = cost
            yield Row(what, cost, "ms")
        else:
            yield Row(what, cost, "ms", smallest, f"at {sizes[0]:,}", GROWS_AT_MOST)
    world.close()


@dataclass
class _Store:
    """One server's store that grows."""

    world: World
    _epochs: list[bytes] = field(default_factory=lambda: [secrets.token_bytes(16) for _ in range(FILLERS)])
    _numbers: Iterator[int] = field(default_factory=itertools.count)

    def __post_init__(self) -> None:
        self._entries = [cast_entry(whole_campaign(), seq, 1) for seq in range(1, DIFFERENT + 1)]

    def fill(self, size: int) -> None:
        """Until so many entries are stored."""
        engine = self.world.server.engine
        with reading(engine) as connection:
            there = connection.execute(select(func.count()).select_from(StoredEntry)).scalar_one()
        for first in range(there, size, BATCH):
            count = min(BATCH, size - first)
            with engine.begin() as connection:
                add_new(connection, StoredEntry, ENTRY_COLUMNS, [self._row(first + number) for number in range(count)])
                codes = [(parse_receipt(receipt_code(random.randbytes(16))),) for _ in range(count)]
                add_new(connection, Receipt, ("code",), codes)
                add_new(connection, Spent, ("mark",), [(random.randbytes(16),) for _ in range(count)])

    def _row(self, number: int) -> tuple[object, ...]:
        filler, seq = number % FILLERS, number // FILLERS + 1
        entry = self._entries[number % DIFFERENT]
        return f"w{filler:02}-1", self._epochs[filler], seq, "cast", entry, random.randbytes(32), False

    def measure(self, options: tuple[str, ...]) -> float:
        """Processor milliseconds of the server for 1,000 entries."""
        with ServerProcess(self.world.server_folder, (*options, "--log-level", "warning")) as server:
            costs = []
            for _ in range(ROUNDS):
                pushers = [self._enrolled(server.url) for _ in range(LOAD.kiosks)]
                pushed = partial(Pusher.push, url=server.url, cursor=self._end_of_list())
                costs.append(timed_together(server.process.pid, pushers, pushed).cost)
        return min(costs)

    def _end_of_list(self) -> int:
        """The cursor of a kiosk that has read all spent marks: nobody reads millions of them at each sync."""
        with reading(self.world.server.engine) as connection:
            last = connection.execute(select(Spent.id, Spent.mark).order_by(Spent.id.desc()).limit(1)).one()
            found = spent_after(connection, cursor_of(last.id, last.mark))
        assert not found.marks
        return found.cursor

    def _enrolled(self, url: str) -> Pusher:
        number = next(self._numbers)
        home, venue = self.world.folder / f"kiosk-{number}", f"v{number % 11 + 1:02}"
        enrol(home, url, create_code(self.world.server, venue, number // 11 + 1))
        return pusher(home, whole_campaign(), LOAD.each, LOAD.ratings)
