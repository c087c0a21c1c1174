"""Fifty kiosks for an hour: lines break, kiosks go offline and come back in the same second, the server is killed.

In the first half the server dies now and then. In the second half it lives, so that its memory and its processor time
for an entry can be compared from the beginning of that half to its end. At last it is killed once more, everything is
delivered, and what the people at the kiosks saw is held against the kiosks' journals and the server's database.
"""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import psutil
from bench.processes import processor_s
from sqlalchemy import func, select
from torn_line import TornLine

from rehearsal.event import Event
from rehearsal.orders import Play, Report, Sync
from rehearsal.plan import draw_plan
from rehearsal.processes import Central, KioskProcess
from rehearsal.remains import read_remains
from rehearsal.size import PARTS, Size, places
from rehearsal.visits import write_visits
from rehearsal.world import build_world
from sync.server.database import reading
from sync.server.models import StoredEntry
from sync.server.server import Server

KIOSKS, SECONDS, ROUND_S = 50, 3600.0, 30.0
VISITS = 7
"""Of each kiosk in a round."""
SYNC_EVERY = 3
TORN, OFFLINE, SERVER_DIES, KIOSK_DIES = 0.15, 0.3, 0.3, 0.2
"""Shares: of connections that break, of kiosks offline in a round, of rounds in which server or a kiosk is killed."""
MEMORY_MB, SLOWER = 30.0, 1.5
"""What the server may grow by in half an hour, and how much longer an entry may take at the end."""
EVENT = Path(__file__).resolve().parents[2] / "assets/demo"


@dataclass(frozen=True, slots=True)
class Round:
    """A round in which the server was not killed: entries taken in, its processor time for them, memory after it."""

    entries: int
    processor_s: float
    memory_mb: float


def soak(folder: Path, seed: int, share: float) -> list[str]:
    """What went wrong."""
    rounds = max(6, round(SECONDS / ROUND_S * share))
    event = _event(folder, seed, rounds)
    try:
        with TornLine(lambda: event.central.url, seed) as line:
            event.central.start()
            event.enrol(line.url)
            event.everywhere(event.open_day)
            hour = _Hour(event, line, random.Random(f"{seed} hour"), rounds)
            hour.run()
            event.stop()
    finally:
        event.kill()
    return [*hour.idle_faults(), *grown(hour.quiet), *_differences(event)]


def _event(folder: Path, seed: int, rounds: int) -> Event:
    coming = KIOSKS * VISITS * rounds
    size = Size(KIOSKS, max(60, coming // 4), coming // 2, days=1, seed=seed)
    world = build_world(folder, EVENT, size, None)
    where = places(world.campaign.venues, KIOSKS)
    plan = draw_plan(size, world.campaign, where, world.first, world.later, world.office.key)
    central = Central(world.server_folder, (), folder / "server.log")
    return Event(world, plan, size, where, central, lambda done, all: None)


class _Hour:
    """Runs the rounds. `quiet` are those of the second half."""

    def __init__(self, event: Event, line: TornLine, chance: random.Random, rounds: int) -> None:
        self._event, self.line, self._chance, self._rounds = event, line, chance, rounds
        self._lock = threading.Lock()
        self._server_dies_at = 0
        self._begun = self._offline = 0
        self.server_kills = 0
        self.quiet: list[Round] = []

    def run(self) -> None:
        """All rounds, each at its time, then everything is delivered over a whole line."""
        began, server = time.monotonic(), self._event.world.open_server()
        try:
            self.line.share = TORN
            for number in range(self._rounds):
                threading.Event().wait(max(0.0, began + number * ROUND_S - time.monotonic()))
                if time.monotonic() - began > self._rounds * ROUND_S:  # a slow machine gets fewer rounds, not more time
                    break
                self._round(number, server)
        finally:
            server.close()
        self.line.share = 0.0
        self._kill_server()
        self._event.deliver()

    def _round(self, number: int, server: Server) -> None:
        lives = number >= self._rounds // 2
        before = self._stand(server)
        dies = not lives and (number == 0 or self._chance.random() < SERVER_DIES)
        self._server_dies_at = self._begun + self._chance.randrange(1, KIOSKS) if dies else 0
        victim = self._chance.choice(sorted(self._event.kiosks)) if self._chance.random() < KIOSK_DIES else ""
        away = {name for name in sorted(self._event.kiosks) if self._chance.random() < OFFLINE}
        self._offline += len(away)
        self._event.everywhere(lambda kiosk: self._play(kiosk, number, kiosk.name in away, kiosk.name == victim))
        self._event.everywhere(lambda kiosk: kiosk.do(Sync(0)))  # all of them in the same second
        after = self._stand(server)
        if lives:
            spent = after.processor_s - before.processor_s
            self.quiet.append(Round(after.entries - before.entries, spent, after.memory_mb))
        print(f"  round {number + 1} of {self._rounds}: {after.entries} entries at the server", flush=True)

    def _play(self, kiosk: KioskProcess, number: int, offline: bool, dies: bool) -> Report:
        mine = [v for part in range(PARTS) for v in self._event.plan.visits.get((kiosk.name, part), ())]
        file = self._event.folder / "visits" / f"{kiosk.name}-{number}.jsonl"
        write_visits(file, mine[number :: self._rounds])
        seen = 0

        def step(report: Report) -> bool:
            nonlocal seen
            seen += 1
            self._step()
            return dies and seen == 2

        return kiosk.do(Play(str(file), 0 if offline else SYNC_EVERY, 0), step)

    def _step(self) -> None:
        """A visit has begun somewhere; whichever thread comes to the server's hour kills it and starts it again."""
        with self._lock:
            self._begun += 1
            if self._begun == self._server_dies_at:
                self._kill_server()

    def _kill_server(self) -> None:
        self.server_kills += 1
        self._event.central.kill()
        self._event.central.start()

    def _stand(self, server: Server) -> Round:
        """Since the server's process began; `entries` since there is a database."""
        pid = self._event.central.pid
        with reading(server.engine) as connection:
            entries = connection.execute(select(func.count()).select_from(StoredEntry)).scalar_one()
        return Round(entries, processor_s(pid), psutil.Process(pid).memory_info().rss / 1e6)

    def idle_faults(self) -> list[str]:
        """Kinds of trouble that never came: then the hour proved less than it says."""
        came = {
            "the server was killed": self.server_kills > 1,
            "a connection broke": self.line.cuts,
            "a kiosk was offline": self._offline,
        }
        return [f"never once: {what}" for what, often in came.items() if not often]


def grown(rounds: Sequence[Round]) -> list[str]:
    """Whether memory or the processor time for an entry is larger in the last third of the rounds than in the first."""
    third = max(1, len(rounds) // 3)
    first, last = rounds[:third], rounds[-third:]
    memory = last[-1].memory_mb - first[-1].memory_mb
    slower = _each(last) / _each(first)
    print(
        f"  the server grew by {memory:.1f} MB; an entry took {_each(first) * 1e3:.2f} ms, then {_each(last) * 1e3:.2f}"
    )
    problems = [f"the server grew by {memory:.0f} MB in {len(rounds)} rounds"] if memory > MEMORY_MB else []
    return problems + ([f"an entry takes {slower:.1f} times as long at the end"] if slower > SLOWER else [])


def _each(rounds: Sequence[Round]) -> float:
    return sum(each.processor_s for each in rounds) / max(1, sum(each.entries for each in rounds))


def _differences(event: Event) -> list[str]:
    left = read_remains(event)
    _, wrong = left.compare()
    print(f"  {len(left.stored.entries)} entries; exchanges that failed: {dict(left.known.failed_syncs)}", flush=True)
    return [f"{each.what}: {each.where}: {each.put_in} put in, {each.came_out} came out" for each in wrong]
