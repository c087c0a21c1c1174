"""Out of service: this kiosk cannot help anybody now, says so, and points to the one beside it."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtQml import QmlElement

from kiosk.version import VERSION
from ui.fatal import support_line
from ui.qml_types import Property, QmlUncreatable
from ui.viewmodels.context import Context

QML_IMPORT_NAME = "SanMin.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the shell")
class OutOfServiceModel(QObject):
    """View model. `reason` is touch, database or staff."""

    def __init__(self, context: Context, reason: str = "staff", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._reason = reason

    @Property(str, constant=True)
    def reason(self) -> str:
        """QML says it in words."""
        return self._reason

    @Property(str, constant=True)
    def kiosk(self) -> str:
        """Which kiosk this is."""
        return self._context.kiosk.identity.kiosk

    @Property(str, constant=True)
    def version(self) -> str:
        """The program's version."""
        return VERSION

    @Property(str, constant=True)
    def support(self) -> str:
        """The text of the QR."""
        return support_line(self._reason, self.kiosk, VERSION)

    @Property(str, constant=True)
    def idleKind(self) -> str:
        """It stays until it works."""
        return "none"
