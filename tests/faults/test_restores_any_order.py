"""Backups put back at kiosks and server, in any order with votes, sticks and a bad network: nothing is lost or twice.

A server or kiosk that was restored catches up by itself, some by line and some by stick alone.
"""

from __future__ import annotations

import contextlib
import shutil
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule
from lines import Fault, Line, cut, dead, deaf, garbled, portal, twice
from sqlalchemy import select
from sticks import FailingFiles, cast, stick, tap
from worlds import World

from commands.backup import SERVER, restore_server
from kiosk.domain.journal import chain, genesis
from kiosk.services.casting import CastRefused
from kiosk.services.kiosk import Kiosk
from kiosk.services.restoring import back_up_kiosk, restore_kiosk
from kiosk.storage.backup import write_backup
from sync.client import run_once
from sync.errors import SyncError
from sync.server.models import ForkedEntry, StoredEntry
from sync.server.server import open_server
from sync.usb.carrying import carry
from sync.usb.errors import NotForUs, StickFails
from sync.usb.office import take_stick

VENUES = ("v01", "v02")
KIOSKS = st.integers(0, len(VENUES) - 1)
CALLS = st.one_of(st.integers(0, 60), st.just(10**6))
"""After how many calls to the system the stick is pulled out."""
FAULTS = st.one_of(
    st.sampled_from([dead, deaf, twice, portal]), st.integers(0, 300).map(cut), st.integers(0, 500).map(garbled)
)


class Restores(RuleBasedStateMachine):
    """Two kiosks, a stick, a server; `by_line` is whether there is a network at all."""

    @initialize(by_line=st.booleans())
    def begin(self, by_line: bool) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="restores-"))
        self.world = World(self.folder)
        self.world.publish()
        self.line, self.by_line = Line(self.world), by_line
        with self.world.serving():
            self.kiosks = [self.world.new_kiosk(venue) for venue in VENUES]
        self.server_at, self.copies = self.world.server_folder, 0
        self.server_backup: Path | None = None
        self.kiosk_backups: dict[int, Path] = {}
        self.ever: set[bytes] = set()
        for number in range(len(VENUES)):
            self._sync(number, [])

    @rule(number=KIOSKS, count=st.integers(1, 20))
    def record(self, number: int, count: int) -> None:
        tap(self.kiosks[number], count)
        self._note()

    @rule(number=KIOSKS, person=st.integers(1, 5))
    def vote(self, number: int, person: int) -> None:
        try:
            cast(self.world, self.kiosks[number], person)
        except CastRefused:
            return
        self._note()

    @precondition(lambda self: self.by_line)
    @rule(number=KIOSKS, faults=st.lists(FAULTS, max_size=3), most=st.sampled_from([1, 7, 500]))
    def sync(self, number: int, faults: list[Fault], most: int) -> None:
        self._sync(number, faults, most)

    @rule(number=KIOSKS, calls=CALLS)
    def carry(self, number: int, calls: int) -> None:
        with contextlib.suppress(StickFails):
            carry(self.kiosks[number], stick(self.folder / "stick", FailingFiles(calls)))
        self._note()

    @rule(calls=CALLS)
    def at_the_office(self, calls: int) -> None:
        self.world.now += 60
        try:
            assert not take_stick(self.world.server, stick(self.folder / "stick", FailingFiles(calls))).refused
        except (StickFails, NotForUs):
            return

    @rule()
    def back_up_the_server(self) -> None:
        self.server_backup = self._fresh()
        write_backup(self.server_at, self.server_backup, SERVER, 0, with_content=True)

    @precondition(lambda self: self.server_backup is not None)
    @rule()
    def restore_the_server(self) -> None:
        assert self.server_backup is not None
        self.server_at = self._fresh()
        restore_server(self.server_backup, self.server_at)
        self.world.server.close()
        self.world.server = open_server(self.server_at, None, lambda: self.world.now)

    @rule(number=KIOSKS)
    def back_up_a_kiosk(self, number: int) -> None:
        self.kiosk_backups[number] = self._fresh()
        back_up_kiosk(self._folder_of(number), self.kiosk_backups[number], 0, with_content=True)

    @precondition(lambda self: self.kiosk_backups)
    @rule(number=KIOSKS)
    def restore_a_kiosk(self, number: int) -> None:
        if number not in self.kiosk_backups:
            return
        folder = self._fresh()
        restore_kiosk(self.kiosk_backups[number], folder)
        self.kiosks[number].close()
        self.kiosks[number] = self.world.open_kiosk(folder)
        self._note()

    def teardown(self) -> None:
        if not hasattr(self, "kiosks"):
            return
        for _ in range(4):
            self.world.now += 60
            for number in range(len(VENUES)):
                self._meet(number)
        assert [kiosk.journal.state().unsent for kiosk in self.kiosks] == [0, 0]
        assert not any(kiosk.journal.state().fork_noted for kiosk in self.kiosks)
        self._check_server()
        self.world.close()
        shutil.rmtree(self.folder)

    def _meet(self, number: int) -> None:
        if self.by_line:
            self._sync(number, [])
            return
        carry(self.kiosks[number], stick(self.folder / "last"))
        take_stick(self.world.server, stick(self.folder / "last"))
        carry(self.kiosks[number], stick(self.folder / "last"))
        self._note()

    def _check_server(self) -> None:
        """Every chain verifies, nothing is invented, and of what kiosks have nothing lacks."""
        with self.world.server.engine.begin() as connection:
            rows = connection.execute(select(StoredEntry.__table__).order_by(StoredEntry.seq)).all()
            forked = set(connection.scalars(select(ForkedEntry.entry)))
        heads: dict[tuple[str, bytes], tuple[int, bytes]] = {}
        for row in rows:
            place = (row.kiosk, row.epoch)
            seq, head = heads.get(place, (0, genesis(*place)))
            assert (row.seq, row.hash) == (seq + 1, chain(head, row.entry))
            heads[place] = row.seq, row.hash
        there = {row.entry for row in rows} | forked
        assert there <= self.ever
        for kiosk in self.kiosks:
            assert set(kiosk.journal.entries()) <= there

    def _sync(self, number: int, faults: list[Fault], most: int = 500) -> None:
        self.line.faults[:] = faults
        with self.line.session() as http:
            try:
                run_once(self.kiosks[number], http, most=most)
            except SyncError:
                assert faults, "without a fault it works"
        self._note()

    def _note(self) -> None:
        for kiosk in self.kiosks:
            self.ever |= set(kiosk.journal.entries())

    def _folder_of(self, number: int) -> Path:
        kiosk: Kiosk = self.kiosks[number]
        return kiosk.content.folder.parent

    def _fresh(self) -> Path:
        self.copies += 1
        return self.folder / f"copy-{self.copies}"


TestRestores = Restores.TestCase
TestRestores.settings = settings(
    max_examples=10, stateful_step_count=20, deadline=None, suppress_health_check=list(HealthCheck)
)
