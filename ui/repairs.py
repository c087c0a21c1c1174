"""The least that helps: the player again, the screen again, the process again after the visit. Each is counted.

What cannot be mended by itself (an unplugged touch screen) is noticed, counted and told to the server in health.
"""

from __future__ import annotations

import logging
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from types import TracebackType

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from kiosk.services.health import Health
from kiosk.storage.errors import StorageBusy, StorageDamaged, StorageError
from kiosk.storage.runs import End
from ui.devices import Device, plugged_in
from ui.jobs import DATABASE, JobRunner, Ok, Result
from ui.viewmodels.shell import ATTRACT, HOME, OUT_OF_SERVICE, Shell

logger = logging.getLogger(__name__)

LOOK_MS = 10_000
SETTLED_S = 600.0
"""A process that is younger is not started anew by itself: what is wrong would be wrong again at once."""
BUSY_LOOKS = 6
"""So many looks in a row at a locked database are no passing trouble."""
MANY_DEFECTS = 5


@dataclass(frozen=True, slots=True)
class Limits:
    """`memory` in bytes; `expects` are devices that are missed even if they were never seen since the start."""

    memory: int = 1_500_000_000
    expects: frozenset[Device] = frozenset()


@dataclass(frozen=True, slots=True)
class Found:
    """One look at the machine. `database` is empty, or the code of what is wrong with it."""

    devices: frozenset[Device] = frozenset()
    memory: int = 0
    database: str = ""


def derive_restart(found: Found, limits: Limits, busy_looks: int) -> End | None:
    """Why the process should start anew, the gravest first; None if it need not."""
    if found.database == StorageDamaged.code or busy_looks >= BUSY_LOOKS:
        return End.DATABASE
    return End.MEMORY if found.memory > limits.memory else None


class Repairs(QObject):
    """Looks, mends, counts. `restartWanted` tells the reason once nobody is at the screen."""

    restartWanted = Signal(str)

    def __init__(
        self,
        shell: Shell,
        jobs: JobRunner,
        health: Health,
        check_database: Callable[[], object],
        camera_present: Callable[[], bool],
        limits: Limits | None = None,
        devices: Callable[[], frozenset[Device]] = plugged_in,
        clock: Callable[[], float] = time.monotonic,
        parent: QObject | None = None,
    ) -> None:
        """`check_database` reads a little and raises StorageError; what a visitor's own work met, health knows.

        `clock` is seconds that only rise.
        """
        super().__init__(parent)
        self._shell, self._jobs, self._health = shell, jobs, health
        self._check_database, self._camera_present, self._devices = check_database, camera_present, devices
        self._limits, self._clock, self._began = limits or Limits(), clock, clock()
        self._seen = self._limits.expects
        self._missing: frozenset[Device] = frozenset()
        self._busy_looks = self._defects = 0
        self._why: End | None = None
        self._mended: set[tuple[str, int]] = set()
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self.look)
        shell.mender = self.mend
        shell.visitEnded.connect(self._when_nobody_is_there)

    def start(self) -> None:
        """Look now and again."""
        self._timer.start()
        self.look()

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()

    @Slot()
    def look(self) -> None:
        """Look at devices, memory and database, off the GUI thread."""
        self._jobs.run(DATABASE, self._find, self._judge)

    def mend(self, what: str) -> bool:
        """`player` or `screen` failed: whether it is made anew. Each screen gets one new try, then the home screen."""
        self._count(what)
        screen, model = self._shell.screen, self._shell.model
        attempt = (what, id(model))
        if attempt not in self._mended:
            self._mended.add(attempt)
            QTimer.singleShot(0, self, self._shell.reload)
            return True
        if what == "screen":
            if screen in (HOME, ATTRACT):
                self.restart_after_visit(End.SCREEN)
            else:
                QTimer.singleShot(0, self, self._shell.home)
        return False

    def defect(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """An exception that nobody caught: where it happened goes into the log, what it says does not."""
        frames = traceback.extract_tb(trace)
        where = f"{frames[-1].filename}:{frames[-1].lineno}" if frames else "?"
        logger.warning("defect: %s at %s", kind.__name__, where)
        self._count("defect")
        self._defects += 1
        if self._defects >= MANY_DEFECTS:
            self.restart_after_visit(End.SCREEN)

    def restart_after_visit(self, why: End) -> None:
        """Start anew as soon as nobody is at the screen; the first reason counts, but for a person who asks for it."""
        if self._why is None or why is End.UPGRADE:
            logger.info("a new start after this visit: %s", why.value)
            self._why = why
        self._when_nobody_is_there()

    def _find(self) -> Found:
        devices = self._devices()
        if self._camera_present():
            devices |= {Device.CAMERA}
        return Found(devices, self._health.memory, self._database())

    def _database(self) -> str:
        try:
            self._check_database()
        except StorageError as error:
            return error.code
        return StorageDamaged.code if self._health.met_damage else ""

    def _judge(self, result: Result[Found]) -> None:
        if not isinstance(result, Ok):
            logger.info("looking failed: %s", type(result.error).__name__)
            return
        found = result.value
        self._judge_devices(found.devices)
        if found.database and not self._busy_looks:
            self._count("database")
        self._busy_looks = self._busy_looks + 1 if found.database == StorageBusy.code else 0
        why = derive_restart(found, self._limits, self._busy_looks)
        if why is End.MEMORY and self._why is None:
            self._count("memory")
        if why is not None:
            self.restart_after_visit(why)
        else:
            self._when_nobody_is_there()  # a reason of before, while the process was too young

    def _judge_devices(self, there: frozenset[Device]) -> None:
        self._seen |= there
        missing = self._seen - there
        for device in sorted(missing - self._missing):
            logger.info("%s is gone", device)
            self._count(device.value)
        if missing != self._missing:
            self._health.lacks(device.value for device in missing)
        gone, back = missing - self._missing, self._missing - missing
        self._missing = missing
        if Device.TOUCH in gone:
            self._shell.openScreen(OUT_OF_SERVICE, {"reason": "touch"})
        elif Device.TOUCH in back and self._shell.screen == OUT_OF_SERVICE:
            self._shell.endVisit()

    @Slot()
    def _when_nobody_is_there(self) -> None:
        if self._why is None or self._shell.screen not in (ATTRACT, OUT_OF_SERVICE):
            return
        if self._why is End.UPGRADE or self._clock() - self._began >= SETTLED_S:
            self.restartWanted.emit(self._why.value)
        elif self._why is End.DATABASE and self._shell.screen != OUT_OF_SERVICE:
            self._shell.openScreen(OUT_OF_SERVICE, {"reason": "database"})

    def _count(self, what: str) -> None:
        self._jobs.run(DATABASE, lambda: self._health.runs.repaired(what), lambda result: None)
