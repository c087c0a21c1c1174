"""Memory that nothing uses any more, given back to the system while nobody is at the screen.

What a clip or a visit needed is freed in pieces that glibc keeps for later: over a day of clips a hundred MB that look
like a leak, and what a visitor typed would lie in there until it is written over.
"""

from __future__ import annotations

import ctypes
import gc
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Slot

SOON_MS = 2_000
"""After a visit: its last screen is gone by then, and the attract loop stands."""
EVERY_MS = 60_000


def give_back() -> bool:
    """Return what is free to the system; 10 to 25 ms. False where the C library has no such call.

    malloc_trim(3): since glibc 2.8 it frees whole pages in every arena.
    """
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim is None:
        return False
    gc.collect()
    trim(ctypes.c_size_t(0))
    return True


class GivingBack(QObject):
    """Gives back soon after each visit, and each minute in which nobody is there: the attract loop plays clips too."""

    def __init__(
        self,
        nobody_here: Callable[[], bool],
        parent: QObject | None = None,
        *,
        give: Callable[[], object] = give_back,
    ) -> None:
        super().__init__(parent)
        self._nobody_here, self._give = nobody_here, give
        self._soon = QTimer(self, singleShot=True, interval=SOON_MS)
        self._soon.timeout.connect(self.look)
        self._often = QTimer(self, interval=EVERY_MS)
        self._often.timeout.connect(self.look)
        self._often.start()

    @Slot()
    def visit_ended(self) -> None:
        """Once the screens of the visit are gone."""
        self._soon.start()

    @Slot()
    def look(self) -> None:
        """Give back, unless somebody is there: a person waits for no housework."""
        if self._nobody_here():
            self._give()

    def close(self) -> None:
        """No more."""
        self._soon.stop()
        self._often.stop()
