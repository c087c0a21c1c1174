"""For venue staff, at a glance: has everything reached the server, how old is the content, is the clock right."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.jobs import DATABASE, NETWORK, Ok, Result
from ui.qml_types import Property, QmlUncreatable
from ui.viewmodels.context import Context
from ui.viewmodels.words import both, day_and_time, from_unix, same

QML_IMPORT_NAME = "SanMin.Models"
QML_IMPORT_MAJOR_VERSION = 1

LEAST_FREE = 2_000_000_000
GB = 1_000_000_000


@dataclass(frozen=True, slots=True)
class Stand:
    """What was found. `last_contact` is Unix seconds, None if the server was never heard."""

    unsent: int = 0
    recorded: int = 0
    last_contact: int | None = None
    fork: bool = False
    pack: int = 0
    pack_created: int | None = None
    free: int = 0
    clock_behind: bool = False


def derive_state(stand: Stand) -> str:
    """fork, unsent, disk, clock or well: the most urgent first."""
    if stand.fork:
        return "fork"
    if stand.unsent:
        return "unsent"
    if stand.free < LEAST_FREE:
        return "disk"
    return "clock" if stand.clock_behind else "well"


@QmlElement
@QmlUncreatable("made by the shell")
class StaffModel(QObject):
    """View model of the staff screen."""

    changed = Signal()

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._stand = Stand()
        self._ready = False
        self._sync = ""
        self.refresh()

    @Property(bool, notify=changed)
    def ready(self) -> bool:
        """Whether it is known yet."""
        return self._ready

    @Property(str, notify=changed)
    def state(self) -> str:
        """See derive_state."""
        return derive_state(self._stand)

    @Property(str, notify=changed)
    def sync(self) -> str:
        """Empty, running, done, or a code: unreachable, busy, not-the-server, no-room …"""
        return self._sync

    @Property("QVariantMap", notify=changed)
    def lastContact(self) -> dict[str, str]:
        """When the server was last heard; empty if never."""
        at = self._stand.last_contact
        return both(None) if at is None else day_and_time(from_unix(at))

    @Property("QVariantList", notify=changed)
    def tiles(self) -> list[dict[str, Any]]:
        """[{id, icon, value, note, attention}] in the order of the screen."""
        stand = self._stand
        return [
            _tile("unsent", "cloudup", same(str(stand.unsent)), self.lastContact, stand.unsent > 0),
            _tile("recorded", "shell", same(str(stand.recorded)), both(None), False),
            _tile("pack", "pack", same(str(stand.pack)), self._pack_note(), stand.pack == 0),
            _tile("disk", "disk", same(f"{stand.free / GB:.0f} GB"), both(None), stand.free < LEAST_FREE),
            _tile("clock", "clock", self._now(), both(None), stand.clock_behind),
            _tile("kiosk", "screen", same(self._context.kiosk.identity.kiosk), both(None), False),
        ]

    @Slot()
    def refresh(self) -> None:
        """Look again."""
        self._context.jobs.run(DATABASE, self._look, self._looked)

    @Slot()
    def syncNow(self) -> None:
        """Talk to the server at once."""
        if self._sync == "running":
            return
        self._sync = "running"
        self.changed.emit()
        self._context.jobs.run(NETWORK, self._context.sync, self._synced)

    def _look(self) -> Stand:
        kiosk = self._context.kiosk
        state = kiosk.journal.state()
        published = None if kiosk.library.is_empty else kiosk.library.published
        return Stand(
            unsent=state.unsent,
            recorded=state.head_seq,
            last_contact=state.last_contact,
            fork=state.fork_noted,
            pack=published.manifest.version if published else 0,
            pack_created=published.created if published else None,
            free=kiosk.content.free_bytes(),
            clock_behind=kiosk.clock.read().behind,
        )

    def _looked(self, result: Result[Stand]) -> None:
        if isinstance(result, Ok):
            self._stand, self._ready = result.value, True
        self.changed.emit()

    def _synced(self, result: Result[bool]) -> None:
        self._sync = "done" if isinstance(result, Ok) else str(getattr(result.error, "code", "storage"))
        self.changed.emit()
        self._context.after_sync()
        self.refresh()

    def _pack_note(self) -> dict[str, str]:
        created = self._stand.pack_created
        return both(None) if created is None else day_and_time(from_unix(created))

    def _now(self) -> dict[str, str]:
        return day_and_time(from_unix(self._context.kiosk.clock.now()))


def _tile(id: str, icon: str, value: dict[str, str], note: dict[str, str], attention: bool) -> dict[str, Any]:
    return {"id": id, "icon": icon, "value": value, "note": note, "attention": attention}
