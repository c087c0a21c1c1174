"""Kiosks, a bad network and sticks in any order that Hypothesis finds: the server ends with the union once."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from lines import Fault, Line, cut, dead, deaf, garbled, portal, twice
from sqlalchemy import select
from sticks import FailingFiles, check_union, stick, tap
from worlds import World

from kiosk.services.kiosk import Kiosk
from sync.client import run_once
from sync.errors import SyncError
from sync.server.models import Epoch
from sync.usb.carrying import carry
from sync.usb.errors import NotForUs, StickFails
from sync.usb.office import take_stick

VENUES = ("v01", "v02")
KIOSKS = st.integers(0, len(VENUES) - 1)
STICKS = st.integers(0, 1)
FAULTS = st.one_of(
    st.sampled_from([dead, deaf, twice, portal]), st.integers(0, 300).map(cut), st.integers(0, 500).map(garbled)
)


class Event(RuleBasedStateMachine):
    """Two kiosks, two sticks, one server."""

    @initialize()
    def begin(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="any-order-"))
        self.world = World(self.folder)
        self.world.publish()
        self.line = Line(self.world)
        with self.world.serving():
            self.kiosks = [self.world.new_kiosk(venue) for venue in VENUES]
        for number in range(len(VENUES)):
            self._sync(number, [])

    @rule(number=KIOSKS, count=st.integers(1, 30))
    def record(self, number: int, count: int) -> None:
        tap(self.kiosks[number], count)

    @rule(number=KIOSKS, faults=st.lists(FAULTS, max_size=3), most=st.sampled_from([1, 7, 500]))
    def sync(self, number: int, faults: list[Fault], most: int) -> None:
        self._sync(number, faults, most)

    @rule(number=KIOSKS, place=STICKS, calls=st.integers(0, 60))
    def carry(self, number: int, place: int, calls: int) -> None:
        try:
            carry(self.kiosks[number], stick(self.folder / f"stick-{place}", FailingFiles(calls)))
        except StickFails:
            return

    @rule(place=STICKS, calls=st.integers(0, 60))
    def at_the_office(self, place: int, calls: int) -> None:
        try:
            taken = take_stick(self.world.server, stick(self.folder / f"stick-{place}", FailingFiles(calls)))
        except (StickFails, NotForUs):
            return
        assert not taken.refused
        assert all(arrival.outcome in ("stored", "gap") for arrival in taken.arrivals)

    @rule(seconds=st.integers(-(10**9), 10**9))
    def clocks_jump(self, seconds: int) -> None:
        self.world.now = min(max(self.world.now + seconds, 0), 2**33)

    @rule(place=STICKS)
    def a_stick_is_lost(self, place: int) -> None:
        shutil.rmtree(self.folder / f"stick-{place}", ignore_errors=True)

    @rule(place=STICKS)
    def a_stick_is_copied(self, place: int) -> None:
        """A copy of an old stick turns up later."""
        source, target = self.folder / f"stick-{place}", self.folder / f"stick-{1 - place}"
        if source.exists():
            shutil.rmtree(target, ignore_errors=True)
            shutil.copytree(source, target)

    @invariant()
    def nothing_is_believed_delivered_that_is_not(self) -> None:
        if not hasattr(self, "kiosks"):
            return
        with self.world.server.engine.begin() as connection:
            stored = {(row.kiosk, row.epoch): row.acked_seq for row in connection.execute(select(Epoch.__table__))}
        for kiosk in self.kiosks:
            epoch = kiosk.journal.epoch
            assert kiosk.journal.acked(epoch) <= stored.get((kiosk.identity.kiosk, epoch), 0)
            assert not kiosk.journal.state().fork_noted

    def teardown(self) -> None:
        if not hasattr(self, "kiosks"):
            return
        for number in range(len(VENUES)):
            self._sync(number, [])
        assert {kiosk.journal.state().unsent for kiosk in self.kiosks} == {0}
        check_union(self.world, *self.kiosks)
        self.world.close()
        shutil.rmtree(self.folder)

    def _sync(self, number: int, faults: list[Fault], most: int = 500) -> None:
        self.line.faults[:] = faults
        kiosk: Kiosk = self.kiosks[number]
        with self.line.session() as http:
            try:
                run_once(kiosk, http, most=most)
            except SyncError:
                assert faults, "without a fault it works"


TestEvent = Event.TestCase
TestEvent.settings = settings(
    max_examples=15, stateful_step_count=20, deadline=None, suppress_health_check=list(HealthCheck)
)
