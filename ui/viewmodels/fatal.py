"""What stands on the screen when the kiosk cannot start: a sentence, a code, a QR for support, and another try."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.fatal import Fault, support_text
from ui.qml_types import Property, QmlUncreatable

QML_IMPORT_NAME = "SanMin.Models"
QML_IMPORT_MAJOR_VERSION = 1

RETRY_S = 60
"""What may pass by itself is tried again so often."""


@QmlElement
@QmlUncreatable("made by ui.start_window")
class FatalModel(QObject):
    """View model of a start that failed."""

    changed = Signal()

    def __init__(
        self, fault: Fault, version: str, try_again: Callable[[], None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._fault, self._version, self._try_again = fault, version, try_again
        self._left = RETRY_S
        self._timer = QTimer(self, interval=1000)
        self._timer.timeout.connect(self.tick)
        if fault.passing:
            self._timer.start()

    @Property(str, constant=True)
    def code(self) -> str:
        """A code of ui.fatal.FaultCode; QML says it in words."""
        return self._fault.code.value

    @Property(str, constant=True)
    def kiosk(self) -> str:
        """Which kiosk this is; empty if even that cannot be read."""
        return self._fault.kiosk

    @Property(str, constant=True)
    def version(self) -> str:
        """The program's version."""
        return self._version

    @Property(str, constant=True)
    def support(self) -> str:
        """The text of the QR."""
        return support_text(self._fault, self._version)

    @Property(int, notify=changed)
    def secondsLeft(self) -> int:
        """Until it is tried again by itself; 0 if that would not help."""
        return self._left if self._fault.passing else 0

    @Property(str, constant=True)
    def idleKind(self) -> str:
        """It stays until it works."""
        return "none"

    @Slot()
    def tryAgain(self) -> None:
        """Start anew now."""
        self._left = RETRY_S
        self.changed.emit()
        self._try_again()

    @Slot()
    def tick(self) -> None:
        """A second has passed."""
        self._left -= 1
        self.changed.emit()
        if self._left <= 0:
            self.tryAgain()

    def dispose(self) -> None:
        """It is over."""
        self._timer.stop()
