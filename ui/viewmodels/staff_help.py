"""Helping a representative: from here on a helper may guide, and the marks stay behind a curtain."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.qml_types import Property, QmlUncreatable
from ui.viewmodels.context import Context
from ui.viewmodels.staff import staff_card

QML_IMPORT_NAME = "SanMin.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the shell")
class StaffHelpModel(QObject):
    """View model of the page before helping."""

    changed = Signal()

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._by = staff_card(context)
        self._context = context

    @Property(str, constant=True)
    def idleKind(self) -> str:
        """Half an hour."""
        return "staff"

    @Slot()
    def start(self) -> None:
        """Staff sign out; the next card that signs in within this visit is helped, and that is recorded."""
        self._context.visit.forget()
        self._context.visit.helper = self._by
        self._context.go_home()
        self._context.open_screen("sign-in", {})
