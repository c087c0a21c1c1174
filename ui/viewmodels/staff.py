"""For venue staff, at a glance: one light, one sentence, and a tile for every fact behind it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.domain.credential import Role
from ui.jobs import DATABASE, Ok, Result
from ui.qml_types import Property, QmlUncreatable
from ui.viewmodels.context import Context
from ui.viewmodels.staff_stand import Stand, derive_light, derive_state, read_stand
from ui.viewmodels.staff_tiles import derive_tiles, since
from ui.viewmodels.words import day_and_time, from_unix

QML_IMPORT_NAME = "SanMin.Models"
QML_IMPORT_MAJOR_VERSION = 1

LOOK_MS = 20_000


def staff_card(context: Context) -> bytes:
    """The id of the staff card that is signed in. Raises LookupError: then the screen is not shown."""
    signed_in = context.visit.signed_in
    if signed_in is None or signed_in.credential.role is not Role.STAFF:
        raise LookupError("no staff card is signed in")
    return signed_in.credential.id


@QmlElement
@QmlUncreatable("made by the shell")
class StaffModel(QObject):
    """View model of the staff's overview."""

    changed = Signal()

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        staff_card(context)
        self._context = context
        self._stand = Stand()
        self._ready = False
        self._trouble = ""
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self.refresh)
        self._timer.start()
        self.refresh()

    @Property(str, constant=True)
    def idleKind(self) -> str:
        """Half an hour."""
        return "staff"

    @Property(bool, notify=changed)
    def ready(self) -> bool:
        """Whether it is known yet."""
        return self._ready

    @Property(str, notify=changed)
    def trouble(self) -> str:
        """Empty, or storage: nothing can be said."""
        return self._trouble

    @Property(str, notify=changed)
    def state(self) -> str:
        """See derive_state."""
        return "support" if self._trouble else derive_state(self._stand)

    @Property(str, notify=changed)
    def light(self) -> str:
        """pine or amber."""
        return derive_light(self.state)

    @Property(int, notify=changed)
    def unsent(self) -> int:
        """Records that have not reached the server."""
        return self._stand.unsent

    @Property("QVariantMap", notify=changed)
    def oldest(self) -> dict[str, str]:
        """How long the oldest of them has been waiting."""
        return since(self._stand, self._stand.oldest)

    @Property("QVariantMap", notify=changed)
    def lastContact(self) -> dict[str, str]:
        """How long ago the server was heard; empty if never."""
        return since(self._stand, self._stand.last_contact)

    @Property(bool, notify=changed)
    def dayOpen(self) -> bool:
        """Whether ratings may be cast."""
        return self._stand.open

    @Property("QVariantMap", notify=changed)
    def dayAt(self) -> dict[str, str]:
        """When it was opened or closed by staff; empty if it never was."""
        at = self._stand.witnessed_at
        return {"zh": "", "en": ""} if at is None else day_and_time(from_unix(at))

    @Property("QVariantMap", constant=True)
    def place(self) -> dict[str, str]:
        """市南区会场 · 1 号终端."""
        kiosk = self._context.kiosk
        if kiosk.library.is_empty:
            return {"zh": kiosk.identity.kiosk, "en": kiosk.identity.kiosk}
        venue, number = self._context.campaign.venue(kiosk.identity.venue).name, kiosk.identity.number
        en = (venue.en or venue.zh).replace(" District", "")
        return {"zh": f"{venue.zh}会场 · {number} 号终端", "en": f"{en} venue · kiosk {number}"}

    @Property("QVariantList", notify=changed)
    def tiles(self) -> list[dict[str, Any]]:
        """See derive_tiles."""
        return derive_tiles(self._stand, self._context.staff.volume())

    @Slot(str)
    def go(self, task: str) -> None:
        """Open one of the staff's tasks: open, close, sync, usb, attendance, help, device."""
        self._context.open_screen(f"staff-{task}", {})

    @Slot()
    def refresh(self) -> None:
        """Look again."""
        parts, kiosk = self._context.staff.parts, self._context.kiosk
        there = parts() if parts is not None else frozenset()
        self._context.jobs.run(DATABASE, lambda: read_stand(kiosk, there), self._looked)

    def show(self, stand: Stand) -> None:
        """As if this had been found: for pictures and tests."""
        self._stand, self._ready = stand, True
        self._timer.stop()
        self.changed.emit()

    def dispose(self) -> None:
        """Leaving."""
        self._timer.stop()

    def _looked(self, result: Result[Stand]) -> None:
        if isinstance(result, Ok):
            self._stand, self._trouble = result.value, ""
        else:
            self._trouble = "storage"
        self._ready = True
        self.changed.emit()
