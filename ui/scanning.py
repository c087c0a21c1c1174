"""A USB scanner that types like a keyboard: caught before any field or input method sees its keys (DESIGN.md §4).

A scanner's keys follow each other faster than any person types. Keys that turn out to be a person's are passed on
a moment later, if passing on is allowed at all: a kiosk at a venue has no keyboard. A single space is: a switch for
people who cannot touch the screen sends it to press what has the focus.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent

GAP_MS = 90
"""Longest pause between two keys of one scan."""
GRACE_MS = 20
"""After such a pause, how long keys may still come that waited behind a screen being built."""
SHORTEST = 8
"""Shorter runs of keys are not a code."""
LONGEST = 1000
ENDS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)


@dataclass(slots=True)
class Run:
    """Keys of one device that followed each other quickly."""

    text: str = ""
    keys: list[QKeyEvent] = field(default_factory=list)


class KeyboardScanner(QObject):
    """An event filter for the application. `scanned` gives a whole code."""

    scanned = Signal(str)

    def __init__(self, pass_on: bool, parent: QObject | None = None) -> None:
        """`pass_on` gives a person's keys back to the focused field, for work at a desk."""
        super().__init__(parent)
        self.passes_on = pass_on
        self._runs: dict[int, Run] = {}
        self._pause = QTimer(self, interval=GAP_MS, singleShot=True)
        self._grace = QTimer(self, interval=GRACE_MS, singleShot=True)
        self._pause.timeout.connect(self._grace.start)
        self._grace.timeout.connect(self._give_up)

    def set_gap(self, milliseconds: int) -> None:
        """Longest pause between two keys of one scan, from now on, the pause under way included."""
        self._pause.setInterval(milliseconds)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Swallow keys that come from a keyboard device."""
        if event.type() not in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease) or not event.spontaneous():
            return False
        if not isinstance(event, QKeyEvent) or not self._is_code_key(event):
            return False
        if event.type() is QEvent.Type.KeyPress and not event.isAutoRepeat():
            self._take(event)
        return True

    def _is_code_key(self, event: QKeyEvent) -> bool:
        modifiers = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        if modifiers != Qt.KeyboardModifier.NoModifier:
            return False
        if event.key() in ENDS:
            return _device(event) in self._runs
        text = event.text()
        return (len(text) == 1 and text.isprintable()) or event.key() == Qt.Key.Key_Shift

    def _take(self, event: QKeyEvent) -> None:
        self._grace.stop()
        self._pause.start()
        if event.key() in ENDS:
            self._end(self._runs.pop(_device(event)), SHORTEST)
            return
        if not event.text():
            return
        run = self._runs.setdefault(_device(event), Run())
        run.keys.append(event.clone())
        run.text = (run.text + event.text())[:LONGEST]

    def _give_up(self) -> None:
        runs, self._runs = self._runs, {}
        for run in runs.values():
            self._end(run, 3 * SHORTEST)  # a scanner that sends no Enter

    def _end(self, run: Run, least: int) -> None:
        if len(run.text) >= least:
            self.scanned.emit(run.text)
        elif self.passes_on or run.text == " ":
            _replay(run.keys)


def _device(event: QKeyEvent) -> int:
    """Which keyboard the key came from, so that two scanners do not mix; 0 where the platform does not say."""
    device = event.device()
    return int(device.systemId()) if device is not None else 0


def _replay(keys: list[QKeyEvent]) -> None:
    target = QGuiApplication.focusObject()
    if target is None:
        return
    for key in keys:
        QCoreApplication.postEvent(target, key)
        released = QKeyEvent(QEvent.Type.KeyRelease, key.key(), key.modifiers(), key.text())
        QCoreApplication.postEvent(target, released)
