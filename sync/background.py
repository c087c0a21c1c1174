"""Syncing as a running kiosk does it: one object that is called now and again and says when to call it next.

It blocks and knows nothing of screens; only one call runs at a time (the network lane). So that lane is never taken for
long: content gives way to what was recorded at once and to everything else after a while (docs/adr/0095).
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from threading import Event, Lock

import requests

from kiosk.services.kiosk import Kiosk
from kiosk.storage.errors import StorageError
from sync.client import SyncReport, run_once
from sync.errors import Paused, SyncError
from sync.mending import Mending
from sync.pace import Progress
from sync.schedule import ContentSchedule, Schedule
from sync.turn import Turn

VISIT_BYTES_PER_S = 500_000
"""What content may take of line and disk while somebody is at the screen, watching a video perhaps."""
TURN_S = 20.0
"""After so long content makes way: staff may want the line, or have put in a stick."""


class BackgroundSync:
    """Call it to sync; whether new content came into force. Raises SyncError or StorageError."""

    def __init__(
        self,
        kiosk: Kiosk,
        session: requests.Session,
        chance: random.Random | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._kiosk = kiosk
        self._session = session
        self._chance = chance or random.Random()
        self._clock = clock
        self._schedule = Schedule()
        self._content = ContentSchedule()
        self._statuses = ContentSchedule()
        self._mending = Mending()
        self._one = Lock()
        self._stopped = Event()
        self._began, self._appends = 0.0, 0
        self._visited = self._pressed = self._asked = self._came = False
        self.progress: Progress | None = None
        """How far the content that is being fetched is; None if none is."""
        self.last: SyncReport | None = None

    def __call__(self) -> bool:
        """One sync."""
        with self._one:
            self._began, self._appends, self._came = self._clock(), self._kiosk.journal.appends, False
            try:
                report = run_once(
                    self._kiosk,
                    self._session,
                    self._tell,
                    cap=self._cap,
                    most=self._schedule.most,
                    mending=self._mending,
                    turn=Turn(self._wants, self._wants_statuses, self._is_over, self._stopped.is_set),
                )
            except (SyncError, StorageError) as error:
                self._schedule = self._schedule.failed(error)
                raise
            finally:
                self.progress, self._pressed = None, False
            self._take_in(report)
            return report.pack is not None

    def wait_s(self) -> float:
        """Seconds until the next call, if nothing happens."""
        return self._schedule.wait_s(self._chance)

    def wait_after_record_s(self) -> float | None:
        """Seconds until the next call now that something was recorded; None: as it was."""
        return self._schedule.wait_after_record_s(self._chance)

    def note_visit(self, somebody: bool) -> None:
        """Whether somebody is at the screen; the network lane looks at it for every piece of content."""
        self._visited = somebody

    def press(self) -> None:
        """Staff want the next call: content that was not worth asking for yet is asked for all the same."""
        self._pressed = True

    def stop(self) -> None:
        """The program ends: a call that runs ends soon, with what it has; later ones end at once."""
        self._stopped.set()

    def _take_in(self, report: SyncReport) -> None:
        more = report.paused or self._kiosk.journal.appends != self._appends
        self._schedule = self._schedule.succeeded(more)
        if report.failed_pack is not None and not self._came:
            first, now = self._kiosk.library.is_empty, self._clock()
            self._content = self._content.failed(report.failed_pack, now, self._chance, first=first)
        elif self._asked:
            self._content = ContentSchedule()
        if report.late:
            self._statuses = self._statuses.failed(0, self._clock(), self._chance)
        elif report.statuses:
            self._statuses = ContentSchedule()
        self._kiosk.health.heard(report.server_time)
        self.last = report

    def _wants(self, version: int) -> bool:
        self._asked = self._pressed or self._content.wants(version, self._clock())
        return self._asked

    def _wants_statuses(self) -> bool:
        """Of whatever version: it changes with each step of the office, and trouble seldom goes with it."""
        return self._pressed or self._statuses.wants(0, self._clock())

    def _is_over(self) -> bool:
        return self._kiosk.journal.appends != self._appends or self._clock() - self._began > TURN_S

    def _cap(self) -> int | None:
        """Asked for every piece of content."""
        if self._stopped.is_set():
            raise Paused
        return VISIT_BYTES_PER_S if self._visited else None

    def _tell(self, progress: Progress) -> None:
        self._came = self._came or (self.progress is not None and progress.done > self.progress.done)
        self.progress = progress
