"""Closing the day: nothing is cast any more, and the reconciliation says what became of everybody who came."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.services.day import Witnessed
from ui.jobs import DATABASE, Ok, Result
from ui.qml_types import Property, QmlUncreatable
from ui.viewmodels.context import Context
from ui.viewmodels.staff import staff_card
from ui.viewmodels.staff_witness import PaperSaver, derive_witness

QML_IMPORT_NAME = "SanMin.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the shell")
class StaffCloseModel(QObject):
    """View model. `stage` is ask or closed."""

    changed = Signal()

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._by = staff_card(context)
        self._context = context
        self._unsent = self._here = 0
        self._stage, self._trouble, self._busy = "ask", "", False
        self._witnessed: Witnessed | None = None
        self._paper = PaperSaver(context, self.changed.emit)
        kiosk = context.kiosk
        context.jobs.run(
            DATABASE, lambda: (kiosk.journal.state().unsent, len(kiosk.staff_desk.present())), self._looked
        )

    @Property(str, constant=True)
    def idleKind(self) -> str:
        """Half an hour."""
        return "staff"

    @Property(str, notify=changed)
    def stage(self) -> str:
        """See the class."""
        return self._stage

    @Property(str, notify=changed)
    def trouble(self) -> str:
        """Empty, or storage-damaged, storage, no-content."""
        return self._trouble

    @Property(bool, notify=changed)
    def busy(self) -> bool:
        """Closing and counting."""
        return self._busy

    @Property(int, notify=changed)
    def unsent(self) -> int:
        """Records that have not reached the server."""
        return self._unsent

    @Property(int, notify=changed)
    def here(self) -> int:
        """Representatives marked present now."""
        return self._here

    @Property("QVariantMap", notify=changed)
    def witness(self) -> dict[str, Any]:
        """See derive_witness; empty before closing."""
        return {} if self._witnessed is None else derive_witness(self._witnessed)

    @Property(str, notify=changed)
    def saved(self) -> str:
        """Of the printable page: empty, busy, done or a code."""
        return self._paper.state

    @Slot()
    def close(self) -> None:
        """Close the day."""
        if self._busy:
            return
        self._busy, self._trouble = True, ""
        self.changed.emit()
        day, by = self._context.kiosk.day, self._by
        self._context.jobs.run(DATABASE, lambda: day.close(by), self._closed)

    @Slot()
    def savePage(self) -> None:
        """The printable page onto a stick."""
        if self._witnessed is not None:
            self._paper.save(self._witnessed)

    @Slot(str)
    def go(self, task: str) -> None:
        """What comes next: usb or sync."""
        self._context.open_screen(f"staff-{task}", {"replace": True})

    def _looked(self, result: Result[tuple[int, int]]) -> None:
        if isinstance(result, Ok):
            self._unsent, self._here = result.value
        self.changed.emit()

    def _closed(self, result: Result[Witnessed]) -> None:
        self._busy = False
        if isinstance(result, Ok):
            self._witnessed, self._stage = result.value, "closed"
            self._context.after_record()
        else:
            code = str(getattr(result.error, "code", "no-content"))
            self._trouble = code if code in ("storage-damaged", "no-content") else "storage"
        self.changed.emit()
