"""A kiosk without content takes it from any stick that is plugged in: before its first pack nobody can sign in.

Whoever plugs it in gains nothing by that: what comes is signed by the organiser and verified like everything else.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from ui.jobs import NETWORK, JobRunner, Ok, Result
from ui.viewmodels.staff_ports import Carried, StaffPorts, Stick

logger = logging.getLogger(__name__)

LOOK_MS = 2_000
READING, LACKING, NOTHING = "reading", "stick-lacking", "stick-empty"


class FirstContent(QObject):
    """Looks for sticks until there is content, from wherever it came; then says `arrived` once.

    `state` is empty while no stick is there, `reading`, or the code of why a stick did not help. Each stick is read
    once; pulled out and plugged in again it is read again.
    """

    changed = Signal()
    arrived = Signal()

    def __init__(
        self,
        is_empty: Callable[[], bool],
        jobs: JobRunner,
        ports: StaffPorts,
        note: Callable[[], object],
        parent: QObject | None = None,
    ) -> None:
        """`is_empty` says whether the kiosk still has no content and does not block; `note` records that a stick is
        read, as an act of the staff's of whom nobody knows which.
        """
        super().__init__(parent)
        self._is_empty, self._jobs, self._ports, self._note = is_empty, jobs, ports, note
        self._tried: frozenset[Path] = frozenset()
        self._busy = False
        self.state = ""
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Look now and again, if there is anything to wait for."""
        if self._is_empty():
            self._timer.start()
            self.look()

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()

    @Slot()
    def look(self) -> None:
        """Whether content has come, or a stick."""
        if not self._is_empty():
            self._timer.stop()
            self._say("")
            self.arrived.emit()
        elif not self._busy:
            self._busy = True
            self._jobs.run(NETWORK, self._ports.sticks, self._seen)

    def _seen(self, result: Result[tuple[Stick, ...]]) -> None:
        self._busy = False
        folders = frozenset(stick.folder for stick in result.value) if isinstance(result, Ok) else frozenset()
        self._tried &= folders
        fresh = sorted(folders - self._tried)
        if fresh:
            self._read(fresh[-1])
        elif not folders:
            self._say("")

    def _read(self, folder: Path) -> None:
        self._tried |= {folder}
        self._busy = True
        self._say(READING)
        self._jobs.run(NETWORK, lambda: self._bring_in(folder), self._done)

    def _bring_in(self, folder: Path) -> Carried:
        self._note()
        return self._ports.bring_in(folder, lambda how: None)

    def _done(self, result: Result[Carried]) -> None:
        self._busy = False
        code = derive_trouble(result.value) if isinstance(result, Ok) else str(getattr(result.error, "code", "storage"))
        if code:
            logger.info("the stick did not bring content: %s", code)
        self._say(code)
        self.look()

    def _say(self, state: str) -> None:
        if state != self.state:
            self.state = state
            self.changed.emit()


def derive_trouble(carried: Carried) -> str:
    """Why there is still no content after a stick was read; empty if there is."""
    if carried.pack is not None:
        return ""
    return carried.content_trouble or (LACKING if carried.lacking else NOTHING)
