"""systemd's watchdog, fed only while the GUI thread and the database lane both answer.

A timer on the GUI thread asks the lane with an empty job and feeds while answers come. Frozen GUI: the timer stops.
Frozen lane: the answer stops. Either way systemd ends the process and starts it anew (WatchdogSec in
assets/deploy/sanmin-kiosk.service).
"""

from __future__ import annotations

import logging
import os
import socket
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Slot

from ui.jobs import DATABASE, JobRunner, Result

logger = logging.getLogger(__name__)

FEEDS = 6
"""How often it is fed within the time that systemd waits."""


@dataclass(frozen=True, slots=True)
class Notifier:
    """sd_notify(3): datagrams to the service manager; without one nothing is sent."""

    address: str = ""

    @classmethod
    def of(cls, environment: Mapping[str, str]) -> Notifier:
        """The service manager that started this process, if one did."""
        return cls(environment.get("NOTIFY_SOCKET", ""))

    @property
    def present(self) -> bool:
        """Whether a service manager listens, so that it will start an ended process anew."""
        return self.address != ""

    def send(self, *lines: str) -> None:
        """Tell it: READY=1, WATCHDOG=1, STATUS=…. Never blocks and never raises."""
        if not self.present:
            return
        path = "\0" + self.address[1:] if self.address.startswith("@") else self.address
        try:
            with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_NONBLOCK) as to:
                to.sendto("\n".join(lines).encode(), path)
        except OSError as error:
            logger.info("the service manager does not listen: %s", error.strerror)


def watch_seconds(environment: Mapping[str, str]) -> float | None:
    """After how many seconds without a word systemd ends this process; None if it does not watch it."""
    if environment.get("WATCHDOG_PID", str(os.getpid())) != str(os.getpid()):
        return None
    text = environment.get("WATCHDOG_USEC", "")
    return int(text) / 1_000_000 if text.isdecimal() and int(text) > 0 else None


class Watchdog(QObject):
    """Feeds on the GUI thread. `watch` names the lanes that must answer; until then the GUI alone counts."""

    def __init__(
        self,
        notifier: Notifier,
        seconds: float | None,
        clock: Callable[[], float] = time.monotonic,
        parent: QObject | None = None,
    ) -> None:
        """`seconds` is what systemd waits; `clock` is seconds that only rise."""
        super().__init__(parent)
        self._notifier, self._seconds, self._clock = notifier, seconds, clock
        self._jobs: JobRunner | None = None
        self._asked: float | None = None
        self._round = 0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.tick)

    def start(self) -> None:
        """Feed from now on, if anybody watches."""
        if self._seconds is not None:
            self._timer.start(int(1_000 * self._seconds / FEEDS))
            self.tick()

    def watch(self, jobs: JobRunner | None) -> None:
        """These lanes from now on; answers of earlier ones no longer count."""
        self._jobs, self._asked = jobs, None
        self._round += 1

    @property
    def lane_answers(self) -> bool:
        """Whether the lane has answered within half of the time."""
        return self._asked is None or self._clock() - self._asked <= (self._seconds or 0) / 2

    @Slot()
    def tick(self) -> None:
        """Feed, unless the lane has been silent for too long; ask it again once it has answered."""
        if not self.lane_answers:
            logger.info("the database lane does not answer")
            return
        self._notifier.send("WATCHDOG=1")
        if self._jobs is not None and self._asked is None:
            self._asked, current = self._clock(), self._round

            def answered(result: Result[None]) -> None:
                if current == self._round:
                    self._asked = None

            self._jobs.run(DATABASE, lambda: None, answered)
