"""The days of the event: kiosks open, people come, networks and power fail, sticks are carried, kiosks close."""

from __future__ import annotations

import random
import threading
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from kiosk.crypto.cards import issue
from kiosk.domain.credential import Role
from organiser.tally.release import Closing
from rehearsal.orders import Carry, CloseDay, Enrol, OpenDay, Play, Report, Sync
from rehearsal.plan import Plan
from rehearsal.processes import Central, KioskProcess
from rehearsal.size import PARTS, Place, Size
from rehearsal.visits import write_visits
from rehearsal.world import World
from sync.server.enrolling import create_code
from sync.usb.medium import Medium
from sync.usb.office import take_stick

DAY_S = 86_400
SYNC_EVERY = 20
"""Visits between two syncs of a kiosk with a network."""
OFFLINE, POWER_CUT, SLOW_CLOCK = 0.3, 0.5, 0.2
"""With faults: shares of a kiosk's half-days without a network, with a power cut, and of days with a wrong clock."""
WRONG_CLOCK_S = -10 * 365 * DAY_S
STICKS_EVERY = 6
"""With faults, every so-manieth kiosk never has a network after it was enrolled: its records travel by stick."""
TRIES = 5

Progress = Callable[[int, int], None]


@dataclass
class Event:
    """Runs everything; afterwards `closings` are what the venues reported and `faults` what happened to them."""

    world: World
    plan: Plan
    size: Size
    places: Sequence[Place]
    central: Central
    progress: Progress
    closings: dict[str, Closing] = field(default_factory=dict)
    faults: dict[str, int] = field(default_factory=lambda: dict.fromkeys(("offline", "sticks", "clocks", "server"), 0))

    def __post_init__(self) -> None:
        self.folder = self.world.folder / "kiosks"
        self.folder.mkdir(parents=True, exist_ok=True)
        self.kiosks = {place.kiosk: KioskProcess(place.kiosk, self.folder) for place in self.places}
        self._by_stick = self._without_network()
        self._clocks: dict[str, int] = dict.fromkeys(self.kiosks, 0)
        self._done = 0
        self._server_dies_at: set[int] = set()
        self._lock = threading.Lock()

    def enrol(self, url: str = "") -> None:
        """Every kiosk becomes known and gets its content, while it still has a network; at `url`, if not directly."""
        server = self.world.open_server()
        try:
            codes = {place.kiosk: create_code(server, place.venue, place.number) for place in self.places}
        finally:
            server.close()
        self.everywhere(lambda kiosk: kiosk.do(Enrol(url or self.central.url, codes[kiosk.name])))

    def run(self) -> None:
        """All days, then everything is brought to the server. Raises RehearsalStopped."""
        for day in range(self.size.days):
            if day == 1 and self.world.later != self.world.first:
                self.world.publish(2, self.world.later)
            self._set_clocks(day)
            self.everywhere(self.open_day)
            for part in range(day * PARTS, (day + 1) * PARTS):
                self._part(part)
            self.everywhere(self._close)
            self._carry_sticks()
        self.deliver()

    def deliver(self) -> None:
        """Until no kiosk has anything unsent, or it has been tried often enough; comparing says what is missing."""
        for _ in range(TRIES):
            self._carry_sticks()
            reports = self.everywhere(self._last)
            if not any(report.unsent or report.trouble for report in reports.values()):
                return

    def stop(self) -> None:
        """Every process, in good order."""
        for kiosk in self.kiosks.values():
            kiosk.stop()
        self.central.stop()

    def kill(self) -> None:
        """Every process, whatever it is doing."""
        for kiosk in self.kiosks.values():
            kiosk.kill()
        self.central.kill()

    @property
    def power_cuts(self) -> int:
        """How often a kiosk lost its power."""
        return sum(kiosk.power_cuts for kiosk in self.kiosks.values())

    def _without_network(self) -> frozenset[str]:
        names = [place.kiosk for place in self.places]
        return frozenset(names[STICKS_EVERY - 1 :: STICKS_EVERY] or names[1:2]) if self.size.faults else frozenset()

    def _set_clocks(self, day: int) -> None:
        """The day's time; with faults some machines wake up with a clock that is ten years behind."""
        chance = self._chance("clocks", day)
        for name in self.kiosks:
            wrong = self.size.faults and chance.random() < SLOW_CLOCK
            self.faults["clocks"] += wrong
            self._clocks[name] = WRONG_CLOCK_S if wrong else day * DAY_S

    def _part(self, part: int) -> None:
        if self.size.faults:
            coming = sum(len(visits) for (_, at), visits in self.plan.visits.items() if at == part)
            self._server_dies_at.add(self._done + self._chance("server", part).randrange(max(coming, 1)))
        self.everywhere(lambda kiosk: self._play(kiosk, part))

    def _play(self, kiosk: KioskProcess, part: int) -> Report:
        visits = self.plan.visits.get((kiosk.name, part), ())
        file = self.folder / "visits" / f"{kiosk.name}-{part}.jsonl"
        write_visits(file, visits)
        chance = self._chance(kiosk.name, part)
        offline = self.size.faults and chance.random() < OFFLINE
        cut_at = chance.randrange(max(len(visits), 1)) if self.size.faults and chance.random() < POWER_CUT else -1
        if offline or kiosk.name in self._by_stick:
            self.faults["offline"] += 1
        every = 0 if offline or kiosk.name in self._by_stick else SYNC_EVERY
        seen = 0

        def step(report: Report) -> bool:
            nonlocal seen
            seen += 1
            self._step()
            return seen == cut_at + 1

        return kiosk.do(Play(str(file), every, self._clocks[kiosk.name]), step)

    def _step(self) -> None:
        """One visit has begun somewhere; whichever thread comes to the server's hour kills it and starts it again."""
        with self._lock:
            self._done += 1
            self.progress(min(self._done, len(self.plan.by_number)), len(self.plan.by_number))
            if self._done in self._server_dies_at:
                self.faults["server"] += 1
                self.central.kill()
                self.central.start()

    def open_day(self, kiosk: KioskProcess) -> Report:
        """By the staff of its venue."""
        return kiosk.do(OpenDay(*self._staff(kiosk), self._clocks[kiosk.name]))

    def _close(self, kiosk: KioskProcess) -> Report:
        report = kiosk.do(CloseDay(*self._staff(kiosk), self._clocks[kiosk.name]))
        self.closings[kiosk.name] = Closing(kiosk.name, report.seq, report.head)
        return report

    def _last(self, kiosk: KioskProcess) -> Report:
        if kiosk.name in self._by_stick:
            return kiosk.do(Carry(str(self._stick(kiosk)), self._clocks[kiosk.name]))
        return kiosk.do(Sync(self._clocks[kiosk.name]))

    def _carry_sticks(self) -> None:
        """To the office and back; the stick is taken in beside the process that serves."""
        for name in sorted(self._by_stick):
            kiosk = self.kiosks[name]
            stick = self._stick(kiosk)
            order = Carry(str(stick), self._clocks[name])
            kiosk.do(order)
            server = self.world.open_server()
            try:
                take_stick(server, Medium(stick))
            finally:
                server.close()
            kiosk.do(order)
            self.faults["sticks"] += 1

    def _stick(self, kiosk: KioskProcess) -> Path:
        folder = self.world.folder / "sticks" / kiosk.name
        folder.mkdir(parents=True, exist_ok=True)
        return folder

    def _staff(self, kiosk: KioskProcess) -> tuple[str, str]:
        """A staff card of the kiosk's venue and its PIN."""
        venue = next(place.venue for place in self.places if place.kiosk == kiosk.name)
        cards = (c for c in self.world.first.cards if c.row.role is Role.STAFF and c.row.venue == venue)
        card = next(cards)
        return issue(card.credential(self.world.campaign), self.world.office.key), self._pins()[card.id]

    def _pins(self) -> Mapping[bytes, str]:
        return {pin.verifier.credential: pin.pin for pin in self.world.office.pins(self.world.campaign)}

    def _chance(self, what: str, number: int) -> random.Random:
        return random.Random(f"{self.size.seed} {what} {number}")

    def everywhere(self, act: Callable[[KioskProcess], Report]) -> dict[str, Report]:
        """At every kiosk at the same time. Raises the first RehearsalStopped; then, or when interrupted, all end."""
        with ThreadPoolExecutor(len(self.kiosks)) as threads:
            futures = {name: threads.submit(act, kiosk) for name, kiosk in self.kiosks.items()}
            try:
                return {name: future.result() for name, future in futures.items()}
            except BaseException:
                self.kill()  # else every thread would play its half-day to the end first
                raise
