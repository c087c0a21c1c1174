"""Taking records in over HTTP, verified and durable, against a bare sketch that takes the same bytes in over HTTP.

Both servers are processes of their own on SQLite with FULL commits, the kiosks push at once, the portions are the
same. In turns, several rounds; the best of each counts, for others on the machine only make rounds longer. The server's
processor time is told as well: it says what the machine's hour does not change. With PostgreSQL too.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from bench.measuring import Row, percentile
from bench.processes import processor_s, served
from bench.pushing import HALF_DAY, Pusher, push_to_sketch, pusher
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
ROUNDS = 3
SKETCH = Path(__file__).parent / "sketch_server.py"


@dataclass(frozen=True, slots=True)
class Load:
    """So many kiosks, each with so many casts of so many ratings."""

    kiosks: int
    ratings: int = 1
    entries: int = ENTRIES

    @property
    def each(self) -> int:
        """Entries of each kiosk."""
        return min(self.entries, MOST_IN_ALL // self.kiosks)

    def __str__(self) -> str:
        many = "rating" if self.ratings == 1 else "ratings"
        return f"{self.kiosks} kiosks, {self.ratings} {many} an entry"


@dataclass(frozen=True, slots=True)
class Taken:
    """What it took to take all in: seconds, the server's processor seconds, seconds of each exchange.

    `failed` are devices that gave up; their records are not among `records`.
    """

    records: int
    seconds: float
    processor: float
    waits: Sequence[float] = ()
    failed: int = 0

    @property
    def rate(self) -> float:
        """Records a second."""
        return self.records / self.seconds

    @property
    def cost(self) -> float:
        """Processor milliseconds of the server for a thousand records."""
        return self.processor / self.records * 1_000_000


def bench(folder: Path, long: bool) -> Iterator[Row]:
    """SQLite with 1, 11 and 50 kiosks, small entries and large; PostgreSQL with 11 and 1, 2 and 4 processes."""
    for ratings in (1, HALF_DAY):
        for kiosks in CROWDS:
            yield from against_sketch(folder / f"sqlite-{kiosks}-{ratings}", Load(kiosks, ratings))
    with running_cluster(durable=True) as cluster:
        for processes in PROCESSES:
            with cluster.database() as url:
                load, place = Load(11), folder / f"postgres-{processes}"
                took, _ = ours(place, load, url, ("--database-url", url, "--workers", str(processes)))
                what = f"ingest, {load}, PostgreSQL, {processes} processes"
                yield Row(what, took.rate, "entries/s")
                yield Row(f"processor time of it, {processes} processes", took.cost, "ms for 1,000")


def against_sketch(folder: Path, load: Load) -> Iterator[Row]:
    """Ours and the sketch in turns."""
    mine, bare = [], []
    for number in range(ROUNDS):
        took, pushers = ours(folder / str(number), load)
        mine.append(took)
        bare.append(sketch(folder / str(number), pushers))
    rate, floor = max(each.rate for each in mine), max(each.rate for each in bare)
    yield Row(f"ingest, {load}", rate, "entries/s", floor, "bare sketch over HTTP", 0.5, more_is_better=True)
    cost, least = min(each.cost for each in mine), min(each.cost for each in bare)
    yield Row(f"processor time of it, {load}", cost, "ms for 1,000", least, "bare sketch")
    waits = min((each.waits for each in mine), key=lambda waits: percentile(waits, 0.5))
    yield Row(f"acknowledgement of a bundle, {load}, p50", percentile(waits, 0.5) * 1000, "ms")
    yield Row(f"acknowledgement of a bundle, {load}, p99", percentile(waits, 0.99) * 1000, "ms")


def ours(folder: Path, load: Load, url: str | None = None, options: tuple[str, ...] = ()) -> tuple[Taken, list[Pusher]]:
    """Push everything to our server. Every kiosk must get all of its journal acknowledged."""
    folder.mkdir(parents=True)
    world = World(folder, now=time.time(), database_url=url)
    world.publish(departments=whole_campaign().departments, problems=())
    with ServerProcess(world.server_folder, (*options, "--log-level", "warning")) as server:
        pushers = [_enrolled(world, server.url, number, load) for number in range(load.kiosks)]
        took = timed_together(server.process.pid, pushers, lambda each: each.push(server.url))
    world.close()
    return took, pushers


def sketch(folder: Path, pushers: list[Pusher]) -> Taken:
    """The same entries to the sketch."""
    with served(sys.executable, str(SKETCH), str(folder / "sketch.sqlite3")) as server:
        return timed_together(server.pid, pushers, lambda each: push_to_sketch(each, server.url))


def timed_together(pid: int, pushers: list[Pusher], push: Callable[[Pusher], list[float]]) -> Taken:
    """All at once, each in a thread of its own."""
    before, began = processor_s(pid), time.perf_counter()
    with ThreadPoolExecutor(len(pushers)) as threads:
        waits = [wait for each in threads.map(push, pushers) for wait in each]
    elapsed = time.perf_counter() - began
    return Taken(sum(len(each.entries) for each in pushers), elapsed, processor_s(pid) - before, waits)


def _enrolled(world: World, url: str, number: int, load: Load) -> Pusher:
    home, venue = world.folder / f"kiosk-{number}", f"v{number % 11 + 1:02}"
    enrol(home, url, create_code(world.server, venue, number // 11 + 1))
    return pusher(home, whole_campaign(), load.each, load.ratings)
