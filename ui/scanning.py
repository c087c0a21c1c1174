"""A USB scanner that types like a keyboard: caught before any field or input method sees its keys (DESIGN.md §4).

A scanner's keys follow each other faster than any person types. Keys that turn out to be a person's are passed on
a moment later, if passing on is allowed at all: a kiosk at a venue has no keyboard.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent

GAP_MS = 90
"""Longest pause between two keys of one scan."""
SHORTEST = 8
"""Shorter runs of keys are not a code."""
LONGEST = 1000
ENDS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)


class KeyboardScanner(QObject):
    """An event filter for the application. `scanned` gives a whole code."""

    scanned = Signal(str)

    def __init__(self, pass_on: bool, parent: QObject | None = None) -> None:
        """`pass_on` gives a person's keys back to the focused field, for work at a desk."""
        super().__init__(parent)
        self._pass_on = pass_on
        self._keys: list[QKeyEvent] = []
        self._text = ""
        self._pause = QTimer(self, interval=GAP_MS, singleShot=True)
        self._pause.timeout.connect(self._give_up)

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
            return bool(self._text)
        text = event.text()
        return (len(text) == 1 and text.isprintable()) or event.key() == Qt.Key.Key_Shift

    def _take(self, event: QKeyEvent) -> None:
        self._pause.start()
        if event.key() in ENDS:
            self._finish()
            return
        self._keys.append(event.clone())
        self._text = (self._text + event.text())[:LONGEST]

    def _finish(self) -> None:
        text, keys = self._text, self._keys
        self._forget()
        if len(text) >= SHORTEST:
            self.scanned.emit(text)
        else:
            self._replay(keys)

    def _give_up(self) -> None:
        text, keys = self._text, self._keys
        self._forget()
        if len(text) >= 3 * SHORTEST:  # a scanner that sends no Enter
            self.scanned.emit(text)
        else:
            self._replay(keys)

    def _forget(self) -> None:
        self._pause.stop()
        self._text, self._keys = "", []

    def _replay(self, keys: list[QKeyEvent]) -> None:
        target = QGuiApplication.focusObject()
        if not self._pass_on or target is None:
            return
        for key in keys:
            QCoreApplication.postEvent(target, key)
