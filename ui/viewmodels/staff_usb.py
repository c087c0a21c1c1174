"""A stick in place of the network: plug in, carry, and pull out only after everything was read back."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.domain.staff import Act
from ui.jobs import DATABASE, NETWORK, Ok, Result
from ui.qml_types import Property, QmlUncreatable
from ui.viewmodels.context import Context
from ui.viewmodels.staff import staff_card
from ui.viewmodels.staff_ports import Carried, Stick, Transfer
from ui.viewmodels.staff_sync import LOOK_MS, derive_transfer

QML_IMPORT_NAME = "SanMin.Models"
QML_IMPORT_MAJOR_VERSION = 1

STICKS_MS = 1_000


@QmlElement
@QmlUncreatable("made by the shell")
class StaffUsbModel(QObject):
    """View model. `stage` is choose, insert, working, safe or failed; `way` is out or in."""

    changed = Signal()

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._by = staff_card(context)
        self._context = context
        self._stage, self._way, self._trouble = "choose", "", ""
        self._unsent = 0
        self._transfer: Transfer | None = None
        self._shown: Transfer | None = None
        self._carried: Carried | None = None
        self._looking = False
        self._sticks = QTimer(self, interval=STICKS_MS)
        self._sticks.timeout.connect(self.look)
        self._progress = QTimer(self, interval=LOOK_MS)
        self._progress.timeout.connect(self.lookHowFar)
        self._count()

    @Property(str, constant=True)
    def idleKind(self) -> str:
        """Half an hour."""
        return "staff"

    @Property(bool, notify=changed)
    def playing(self) -> bool:
        """While a stick is written nobody is sent away."""
        return self._stage == "working"

    @Property(str, notify=changed)
    def stage(self) -> str:
        """See the class."""
        return self._stage

    @Property(str, notify=changed)
    def way(self) -> str:
        """out or in."""
        return self._way

    @Property(str, notify=changed)
    def trouble(self) -> str:
        """The code of what went wrong."""
        return self._trouble

    @Property(int, notify=changed)
    def unsent(self) -> int:
        """Records that have not reached the server."""
        return self._unsent

    @Property("QVariantMap", notify=changed)
    def transfer(self) -> dict[str, Any]:
        """See derive_transfer."""
        return derive_transfer(self._shown)

    @Property("QVariantMap", notify=changed)
    def carried(self) -> dict[str, Any]:
        """{entries, acknowledged, pack, lacking, why, trouble, forked}; −1 for none."""
        done = self._carried
        if done is None:
            return {}
        return {
            "entries": -1 if done.entries is None else done.entries,
            "acknowledged": -1 if done.acknowledged is None else done.acknowledged,
            "pack": done.pack or 0,
            "lacking": done.lacking // 1_000_000,
            "why": done.why,
            "trouble": done.content_trouble,
            "forked": done.forked,
        }

    @Slot(str)
    def choose(self, way: str) -> None:
        """out: records onto the stick, and what came back from it; in: only what came back."""
        self._way, self._stage, self._trouble, self._carried = way, "insert", "", None
        self._sticks.start()
        self.changed.emit()
        self.look()

    @Slot()
    def look(self) -> None:
        """Whether a stick is plugged in; it is used at once."""
        if self._looking or self._stage != "insert":
            return
        self._looking = True
        self._context.jobs.run(NETWORK, self._context.staff.sticks, self._seen)

    @Slot()
    def lookHowFar(self) -> None:
        """Take over what the network lane told."""
        if self._shown != self._transfer:
            self._shown = self._transfer
            self.changed.emit()

    @Slot()
    def again(self) -> None:
        """The same once more, with this stick or another."""
        self.choose(self._way)

    @Slot(result=bool)
    def stepBack(self) -> bool:
        """To the choice; while a stick is written nobody leaves."""
        if self._stage == "working":
            return True
        if self._stage in ("choose", "safe"):
            return False
        self._stage = "choose"
        self._sticks.stop()
        self.changed.emit()
        return True

    def wait(self, way: str = "out") -> None:
        """As if no stick was there yet: for pictures and tests."""
        self._way, self._stage = way, "insert"
        self.changed.emit()

    def show(self, way: str, transfer: Transfer) -> None:
        """As if a stick was being read or written: for pictures and tests."""
        self._way, self._stage, self._transfer = way, "working", transfer
        self.lookHowFar()

    def dispose(self) -> None:
        """Leaving."""
        self._sticks.stop()
        self._progress.stop()

    def _count(self) -> None:
        journal = self._context.kiosk.journal
        self._context.jobs.run(DATABASE, lambda: journal.state().unsent, self._counted)

    def _counted(self, result: Result[int]) -> None:
        if isinstance(result, Ok):
            self._unsent = result.value
        self.changed.emit()

    def _seen(self, result: Result[tuple[Stick, ...]]) -> None:
        self._looking = False
        if self._stage != "insert" or not isinstance(result, Ok) or not result.value:
            return
        self._sticks.stop()
        self._stage, self._transfer, self._shown = "working", None, None
        self._progress.start()
        self.changed.emit()
        stick, way, desk, by = result.value[-1], self._way, self._context.kiosk.staff_desk, self._by
        self._context.jobs.run(DATABASE, lambda: desk.note(by, Act.STICK, way), lambda noted: self._carry(stick, noted))

    def _carry(self, stick: Stick, noted: Result[None]) -> None:
        if not isinstance(noted, Ok):
            self._end("failed", str(getattr(noted.error, "code", "storage")))
            return
        ports = self._context.staff
        work = ports.take_out if self._way == "out" else ports.bring_in
        self._context.jobs.run(NETWORK, lambda: work(stick.folder, self._tell), self._done)

    def _tell(self, transfer: Transfer) -> None:
        """On the network lane: only kept; the timer shows it."""
        self._transfer = transfer

    def _done(self, result: Result[Carried]) -> None:
        if isinstance(result, Ok):
            self._carried = result.value
            self._end("safe", "")
            self._context.after_sync()
        else:
            self._end("failed", str(getattr(result.error, "code", "stick-broken")))

    def _end(self, stage: str, trouble: str) -> None:
        self._progress.stop()
        self._stage, self._trouble = stage, trouble
        self._count()
        self.changed.emit()
