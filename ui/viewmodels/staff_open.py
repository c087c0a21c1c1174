"""Opening the day: the machine checks itself, staff check what needs a hand, and the zero report is witnessed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.services.day import Witnessed
from kiosk.services.reconciling import casts_since_closing, reconcile
from ui.camera import CodeCamera
from ui.jobs import DATABASE, NETWORK, Ok, Result
from ui.qml_types import Property, QmlUncreatable
from ui.viewmodels.context import Context
from ui.viewmodels.staff import staff_card
from ui.viewmodels.staff_checks import (
    CORNERS,
    Check,
    Found,
    Outcome,
    begin,
    derive_rows,
    failing,
    is_running,
    judge_content,
    judge_journal,
    judge_stand,
    read_files,
)
from ui.viewmodels.staff_ports import SOUND
from ui.viewmodels.staff_stand import Stand, read_stand
from ui.viewmodels.staff_witness import PaperSaver, derive_witness

QML_IMPORT_NAME = "SanMin.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the shell")
class StaffOpenModel(QObject):
    """View model. `stage` is list, reader, sound, corners, confirm or opened."""

    changed = Signal()

    def __init__(self, context: Context, camera: CodeCamera | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._by = staff_card(context)
        self._context, self._camera = context, camera
        self._findings = begin()
        self._stage, self._trouble = "list", ""
        self._corners: set[int] = set()
        self._read, self._size, self._total = 0, 0, 0
        self._damaged: list[str] = []
        self._files: Iterator[tuple[str, int, bool]] = iter(())
        self._busy = self._left = self._tone = False
        self._witnessed: Witnessed | None = None
        self._paper = PaperSaver(context, self.changed.emit)
        self.check()

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
        """Empty, or why it could not be opened: damaged, storage, no-content."""
        return self._trouble

    @Property(bool, notify=changed)
    def busy(self) -> bool:
        """Opening."""
        return self._busy

    @Property(bool, notify=changed)
    def running(self) -> bool:
        """Whether the machine is still checking."""
        return is_running(self._findings)

    @Property("QVariantList", notify=changed)
    def rows(self) -> list[dict[str, Any]]:
        """See derive_rows."""
        return derive_rows(self._findings, round(100 * self._size / self._total) if self._total else 0)

    @Property("QStringList", notify=changed)
    def exceptions(self) -> list[str]:
        """Codes of the checks that did not pass."""
        return [check.value for check in failing(self._findings)]

    @Property("QVariantList", notify=changed)
    def corners(self) -> list[bool]:
        """Which corners were touched."""
        return [corner in self._corners for corner in range(CORNERS)]

    @Property(bool, notify=changed)
    def tone(self) -> bool:
        """Whether the tone is to be heard now."""
        return self._tone and self.hasSound

    @Property(bool, notify=changed)
    def hasSound(self) -> bool:
        """Whether there is anything to hear it with."""
        parts = self._context.staff.parts
        return parts is not None and SOUND in parts()

    @Property("QVariantMap", notify=changed)
    def witness(self) -> dict[str, Any]:
        """See derive_witness; empty before opening."""
        return {} if self._witnessed is None else derive_witness(self._witnessed)

    @Property(str, notify=changed)
    def saved(self) -> str:
        """Of the printable page: empty, busy, done or a code."""
        return self._paper.state

    @Slot()
    def check(self) -> None:
        """Begin the machine's checks anew; what was done by hand stays."""
        by_hand = {check: found for check, found in self._findings.items() if found.outcome is Outcome.PASSED}
        self._findings = begin() | {c: f for c, f in by_hand.items() if c in (Check.READER, Check.SOUND, Check.TOUCH)}
        self._trouble = ""
        kiosk, parts = self._context.kiosk, self._context.staff.parts
        there = parts() if parts is not None else frozenset()
        self._context.jobs.run(DATABASE, lambda: (read_stand(kiosk, there), *self._reconciled()), self._stood)
        self._begin_reading()
        self.changed.emit()

    @Slot(str)
    def begin(self, check: str) -> None:
        """Do a check by hand: reader, sound or touch; of the journal, close the day before first."""
        if check == Check.JOURNAL:
            self._context.open_screen("staff-close", {"replace": True})
            return
        self._stage = "corners" if check == Check.TOUCH else check
        if check == Check.TOUCH:
            self._corners.clear()
        self._tone = check == Check.SOUND
        if self._camera is not None:
            self._camera.look_anew()
        self.changed.emit()

    @Slot(str)
    def scanned(self, text: str) -> None:
        """Camera or scanner read a code: any will do, nothing of it is kept."""
        if self._stage == "reader":
            self._found(Check.READER, Found(Outcome.PASSED))

    @Slot()
    def playAgain(self) -> None:
        """The tone once more."""
        self._tone = False
        self.changed.emit()
        self._tone = True
        self.changed.emit()

    @Slot(bool)
    def judge(self, works: bool) -> None:
        """What staff say of the check at hand."""
        check = {"reader": Check.READER, "sound": Check.SOUND, "corners": Check.TOUCH}.get(self._stage)
        if check is not None:
            self._found(check, Found(Outcome.PASSED) if works else Found(Outcome.FAILED, "no"))

    @Slot(int)
    def touchCorner(self, corner: int) -> None:
        """One of the four targets was touched; the last one passes the check."""
        self._corners.add(corner)
        if self._corners == set(range(CORNERS)):
            self._found(Check.TOUCH, Found(Outcome.PASSED))
        self.changed.emit()

    @Slot()
    def ask(self) -> None:
        """Open, or name first what did not pass."""
        if failing(self._findings):
            self._stage = "confirm"
            self.changed.emit()
        else:
            self.open()

    @Slot()
    def open(self) -> None:
        """Open the day with what did not pass as named exceptions."""
        if self._busy:
            return
        self._busy, self._trouble, self._stage = True, "", "list"
        self.changed.emit()
        day, by, exceptions = self._context.kiosk.day, self._by, tuple(self.exceptions)
        self._context.jobs.run(DATABASE, lambda: day.open(by, exceptions), self._opened)

    @Slot()
    def savePage(self) -> None:
        """The printable page onto a stick."""
        if self._witnessed is not None:
            self._paper.save(self._witnessed)

    @Slot(result=bool)
    def stepBack(self) -> bool:
        """From a check back to the list."""
        if self._stage in ("list", "opened"):
            return False
        self._stage, self._tone = "list", False
        self.changed.emit()
        return True

    def dispose(self) -> None:
        """Leaving: files are read no further."""
        self._left = True

    def _reconciled(self) -> tuple[bool, int]:
        """Whether journal and spent marks tell the same, and how many casts no closing has counted yet."""
        kiosk = self._context.kiosk
        if kiosk.library.is_empty:
            return True, 0
        counts, _ = reconcile(kiosk.journal, kiosk.library.campaign, kiosk.clock.now())
        return counts.agrees, casts_since_closing(kiosk.journal)

    def _stood(self, result: Result[tuple[Stand, bool, int]]) -> None:
        if isinstance(result, Ok):
            stand, agrees, unreconciled = result.value
            judged = judge_journal(agrees, unreconciled, stand.notices)
            self._findings |= judge_stand(stand) | {Check.JOURNAL: judged}
        else:
            bad = Found(Outcome.FAILED, "storage")
            self._findings |= dict.fromkeys((Check.ACCESS, Check.CLOCK, Check.DISK, Check.JOURNAL), bad)
        self.changed.emit()

    def _begin_reading(self) -> None:
        manifest = self._context.kiosk.content.current()
        self._total = 0 if manifest is None else sum(file.size for file in manifest.files)
        self._read, self._size, self._damaged = 0, 0, []
        self._files = read_files(self._context.kiosk)
        self._read_next()

    def _read_next(self) -> None:
        files = self._files
        self._context.jobs.run(NETWORK, lambda: next(files, None), self._read_one)

    def _read_one(self, result: Result[tuple[str, int, bool] | None]) -> None:
        if self._left:
            return
        if not isinstance(result, Ok):
            self._findings[Check.CONTENT] = Found(Outcome.FAILED, "storage")
        elif result.value is None:
            self._findings[Check.CONTENT] = judge_content(tuple(self._damaged), self._read)
        else:
            name, size, good = result.value
            self._read, self._size = self._read + 1, self._size + size
            self._damaged += [] if good else [name]
            self._read_next()
        self.changed.emit()

    def _found(self, check: Check, found: Found) -> None:
        self._findings[check] = found
        self._stage, self._tone = "list", False
        self.changed.emit()

    def _opened(self, result: Result[Witnessed]) -> None:
        self._busy = False
        if isinstance(result, Ok):
            self._witnessed, self._stage = result.value, "opened"
            self._context.after_record()
        else:
            code = str(getattr(result.error, "code", "no-content"))
            self._trouble = code if code == "storage-damaged" else "no-content" if code == "no-content" else "storage"
        self.changed.emit()
