"""Python's collector of cycles, run on the GUI thread only.

Left alone it runs on whatever thread happens to allocate, and ends Qt's objects there; Qt wants them ended where they
live, else the process crashes now and then.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer, Slot

EVERY_MS = 2_000
FULL_EVERY = 30
"""Every minute everything is looked through, else only what is young."""


class GuiCollector(QObject):
    """Takes over from Python until `close`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._round = 0
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def settle(self) -> None:
        """What is there now stays for the whole run: it need not be looked through again and again."""
        gc.collect()
        gc.freeze()

    @Slot()
    def collect(self) -> None:
        """Look for cycles."""
        self._round += 1
        gc.collect(2 if self._round % FULL_EVERY == 0 else 1)

    def close(self) -> None:
        """Give it back to Python."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()
