"""Syncing as a running kiosk does it: one object that is called now and again and says when to call it next.

It blocks and knows nothing of screens; only one call runs at a time (the network lane).
"""

from __future__ import annotations

import random
from threading import Lock

import requests

from kiosk.services.kiosk import Kiosk
from kiosk.storage.errors import StorageError
from sync.client import SyncReport, run_once
from sync.errors import SyncError
from sync.mending import Mending
from sync.pace import Progress
from sync.schedule import Schedule

VISIT_BYTES_PER_S = 500_000
"""What content may take of line and disk while somebody is at the screen, watching a video perhaps."""


class BackgroundSync:
    """Call it to sync; whether new content came into force. Raises SyncError or StorageError."""

    def __init__(self, kiosk: Kiosk, session: requests.Session, chance: random.Random | None = None) -> None:
        self._kiosk = kiosk
        self._session = session
        self._chance = chance or random.Random()
        self._schedule = Schedule()
        self._mending = Mending()
        self._one = Lock()
        self._visited = False
        self.progress: Progress | None = None
        """How far the content that is being fetched is; None if none is."""
        self.last: SyncReport | None = None

    def __call__(self) -> bool:
        """One sync."""
        with self._one:
            try:
                report = run_once(
                    self._kiosk,
                    self._session,
                    self._tell,
                    cap=lambda: VISIT_BYTES_PER_S if self._visited else None,
                    most=self._schedule.most,
                    mending=self._mending,
                )
            except (SyncError, StorageError) as error:
                self._schedule = self._schedule.failed(error)
                raise
            finally:
                self.progress = None
            self._schedule = self._schedule.succeeded()
            self._kiosk.health.heard(report.server_time)
            self.last = report
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

    def _tell(self, progress: Progress) -> None:
        self.progress = progress
