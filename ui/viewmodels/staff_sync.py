"""Syncing at staff's request: how far it is, what it did, and in plain words what it did not."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.domain.staff import Act
from ui.jobs import DATABASE, NETWORK, Ok, Result
from ui.qml_types import Property, QmlUncreatable
from ui.viewmodels.context import Context
from ui.viewmodels.staff import staff_card
from ui.viewmodels.staff_ports import Synced, Transfer
from ui.viewmodels.staff_tiles import ago
from ui.viewmodels.words import both, minutes

QML_IMPORT_NAME = "SanMin.Models"
QML_IMPORT_MAJOR_VERSION = 1

LOOK_MS = 400
MB = 1_000_000
COMING = "paused"
"""The code of content that made way for what is more urgent (docs/adr/0095)."""


def derive_transfer(transfer: Transfer | None) -> dict[str, Any]:
    """{share, done, total, count, of, files, left}: share 0 to 1, MB as text, the same as numbers, time left in words.

    Empty if nothing moves.
    """
    if transfer is None or transfer.total <= 0:
        return {}
    left = transfer.seconds_left
    return {
        "share": min(1.0, transfer.done / transfer.total),
        "done": f"{transfer.done / MB:.1f}",
        "total": f"{transfer.total / MB:.1f}",
        "count": transfer.done,
        "of": transfer.total,
        "files": transfer.files_left,
        "left": both(None) if left is None else minutes(left),
    }


@QmlElement
@QmlUncreatable("made by the shell")
class StaffSyncModel(QObject):
    """View model. `stage` is ready, running, done or failed."""

    changed = Signal()

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._by = staff_card(context)
        self._context = context
        self._stage, self._trouble = "ready", ""
        self._unsent: int = 0
        self._contact = both(None)
        self._done: Synced | None = None
        self._transfer: Transfer | None = None
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self.look)
        self.refresh()

    @Property(str, constant=True)
    def idleKind(self) -> str:
        """Half an hour."""
        return "staff"

    @Property(bool, notify=changed)
    def playing(self) -> bool:
        """A long sync is no absence."""
        return self._stage == "running"

    @Property(str, notify=changed)
    def stage(self) -> str:
        """See the class."""
        return self._stage

    @Property(str, notify=changed)
    def trouble(self) -> str:
        """The code of why nothing was sent, or of why content did not come."""
        if self._stage == "failed":
            return self._trouble
        return self._done.content_trouble if self._done is not None and not self.coming else ""

    @Property(bool, notify=changed)
    def coming(self) -> bool:
        """Whether content made way and goes on by itself: no trouble, and nothing to wait for."""
        return self._done is not None and self._done.content_trouble == COMING

    @Property(int, notify=changed)
    def unsent(self) -> int:
        """Records that have not reached the server."""
        return self._unsent

    @Property("QVariantMap", notify=changed)
    def lastContact(self) -> dict[str, str]:
        """How long ago the server was heard; empty if never."""
        return self._contact

    @Property("QVariantMap", notify=changed)
    def transfer(self) -> dict[str, Any]:
        """See derive_transfer."""
        return derive_transfer(self._transfer)

    @Property("QVariantMap", notify=changed)
    def done(self) -> dict[str, Any]:
        """{sent, pack, statuses, forked} of what was done; empty before."""
        done = self._done
        if done is None:
            return {}
        return {"sent": done.sent, "pack": done.pack or 0, "statuses": done.statuses, "forked": done.forked}

    @Slot()
    def start(self) -> None:
        """Talk to the server at once; staff's request is recorded first, so that it goes up with the rest."""
        if self._stage == "running":
            return
        self._stage, self._trouble, self._done = "running", "", None
        self._timer.start()
        self.changed.emit()
        desk, by = self._context.kiosk.staff_desk, self._by
        self._context.jobs.run(DATABASE, lambda: desk.note(by, Act.SYNC_NOW), self._noted)

    @Slot()
    def useStick(self) -> None:
        """Another way, where there is no network."""
        self._context.open_screen("staff-usb", {"replace": True})

    @Slot()
    def look(self) -> None:
        """How far it is."""
        transfer = self._context.staff.transfer()
        if transfer != self._transfer:
            self._transfer = transfer
            self.changed.emit()

    @Slot()
    def refresh(self) -> None:
        """What waits to be sent."""
        kiosk = self._context.kiosk

        def read() -> tuple[int, int | None, int]:
            state = kiosk.journal.state()
            return state.unsent, state.last_contact, kiosk.clock.now()

        self._context.jobs.run(DATABASE, read, self._read)

    def show(self, transfer: Transfer) -> None:
        """As if content was coming down: for pictures and tests."""
        self._stage, self._transfer = "running", transfer
        self.changed.emit()

    def dispose(self) -> None:
        """Leaving; a sync that runs goes on."""
        self._timer.stop()

    def _read(self, result: Result[tuple[int, int | None, int]]) -> None:
        if isinstance(result, Ok):
            self._unsent, contact, now = result.value
            self._contact = both(None) if contact is None else ago(max(0, now - contact))
        self.changed.emit()

    def _noted(self, result: Result[None]) -> None:
        if not isinstance(result, Ok):
            self._end("failed", str(getattr(result.error, "code", "storage")))
            return
        self._context.jobs.run(NETWORK, self._context.sync, self._synced)

    def _synced(self, result: Result[bool]) -> None:
        if isinstance(result, Ok):
            self._done = self._context.staff.synced()
            self._end("done", "")
        else:
            self._end("failed", str(getattr(result.error, "code", "storage")))
        self._context.after_sync()

    def _end(self, stage: str, trouble: str) -> None:
        self._timer.stop()
        self._transfer, self._stage, self._trouble = None, stage, trouble
        self.refresh()
        self.changed.emit()
