"""Who is here, and what to do where a card fails: check in by number, report it lost, unlock its PIN."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.domain.staff import NUMBER_BYTES, CheckInReason
from kiosk.services.staff_desk import Present, Waiting
from ui.jobs import DATABASE, Ok, Result
from ui.qml_types import Property, QmlUncreatable
from ui.viewmodels.context import Context
from ui.viewmodels.staff import staff_card
from ui.viewmodels.words import both, session_name

QML_IMPORT_NAME = "SanMin.Models"
QML_IMPORT_MAJOR_VERSION = 1

DIGITS = 2 * NUMBER_BYTES
KEYS = tuple("0123456789ABCDEF")
TASKS = ("check-in", "lost", "unlock")


def derive_number(typed: str) -> str:
    """What was typed of a card number in two groups: AB12 CD34."""
    return f"{typed[:4]} {typed[4:]}".strip()


@QmlElement
@QmlUncreatable("made by the shell")
class StaffAttendanceModel(QObject):
    """View model. `stage` is list, check-in, lost or unlock."""

    changed = Signal()

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._by = staff_card(context)
        self._context = context
        self._stage, self._trouble, self._said = "list", "", ""
        self._typed, self._reason = "", ""
        self._session: int | None = None
        self._present: tuple[Present, ...] = ()
        self._waiting: tuple[Waiting, ...] = ()
        self._ready = self._busy = False
        self.refresh()

    @Property(str, constant=True)
    def idleKind(self) -> str:
        """Half an hour."""
        return "staff"

    @Property(bool, notify=changed)
    def ready(self) -> bool:
        """Whether the list is read."""
        return self._ready

    @Property(str, notify=changed)
    def stage(self) -> str:
        """See the class."""
        return self._stage

    @Property(str, notify=changed)
    def trouble(self) -> str:
        """Empty, or bad-number, already-here, not-locked, no-reason, storage, storage-full."""
        return self._trouble

    @Property(str, notify=changed)
    def said(self) -> str:
        """What was done just now: check-in, lost, unlock; for a sentence above the list."""
        return self._said

    @Property("QVariantMap", notify=changed)
    def session(self) -> dict[str, str]:
        """第二场; empty between sessions."""
        return both(None) if self._session is None else session_name(self._session)

    @Property("QVariantList", notify=changed)
    def rows(self) -> list[dict[str, Any]]:
        """[{number, category, byStaff}] in the order of card numbers."""
        campaign = self._context.campaign
        rows = []
        for person in self._present:
            category = campaign.category(person.category)
            name = both(category.name if category else None)
            rows.append({"number": person.number, "category": name, "byStaff": person.how == "staff"})
        return rows

    @Property("QVariantList", notify=changed)
    def waiting(self) -> list[dict[str, Any]]:
        """[{number, locked}]: cards that wait after wrong PINs."""
        return [{"number": card.number, "locked": card.locked} for card in self._waiting]

    @Property("QStringList", constant=True)
    def keys(self) -> list[str]:
        """The characters of a card number."""
        return list(KEYS)

    @Property(str, notify=changed)
    def number(self) -> str:
        """What was typed so far."""
        return derive_number(self._typed)

    @Property(bool, notify=changed)
    def complete(self) -> bool:
        """Whether all that is needed is there."""
        return len(self._typed) == DIGITS and not self._busy and (self._stage != "check-in" or bool(self._reason))

    @Property("QStringList", constant=True)
    def reasons(self) -> list[str]:
        """Codes; QML has the words."""
        return [reason.value for reason in CheckInReason]

    @Property(str, notify=changed)
    def reason(self) -> str:
        """The chosen one."""
        return self._reason

    @Slot(str)
    def begin(self, task: str) -> None:
        """check-in, lost or unlock."""
        if task in TASKS:
            self._stage, self._typed, self._reason, self._trouble, self._said = task, "", "", "", ""
            self.changed.emit()

    @Slot(str)
    def type(self, character: str) -> None:
        """One more character of the number."""
        if character in KEYS and len(self._typed) < DIGITS:
            self._typed += character
            self._trouble = ""
            self.changed.emit()

    @Slot()
    def erase(self) -> None:
        """Take the last one back."""
        self._typed = self._typed[:-1]
        self.changed.emit()

    @Slot(str)
    def choose(self, reason: str) -> None:
        """Why the card did not read."""
        self._reason, self._trouble = reason, ""
        self.changed.emit()

    @Slot(str)
    def take(self, number: str) -> None:
        """A card of the list of waiting ones."""
        self._typed = number.replace(" ", "")
        self.changed.emit()

    @Slot()
    def confirm(self) -> None:
        """Do it."""
        if not self.complete:
            return
        self._busy = True
        self.changed.emit()
        self._context.jobs.run(DATABASE, self._work(), self._done)

    @Slot(result=bool)
    def stepBack(self) -> bool:
        """To the list."""
        if self._stage == "list":
            return False
        self._stage, self._typed, self._trouble = "list", "", ""
        self.changed.emit()
        return True

    @Slot()
    def refresh(self) -> None:
        """Read the list anew."""
        desk = self._context.kiosk.staff_desk
        self._context.jobs.run(DATABASE, lambda: (desk.session(), desk.present(), desk.waiting()), self._listed)

    def _work(self) -> Callable[[], None]:
        desk, by, number, reason = self._context.kiosk.staff_desk, self._by, self._typed, self._reason
        if self._stage == "check-in":
            return lambda: desk.check_in(by, number, CheckInReason(reason))
        if self._stage == "lost":
            return lambda: desk.report_lost_card(by, number)
        return lambda: desk.unlock_pin(by, number)

    def _done(self, result: Result[None]) -> None:
        self._busy = False
        if isinstance(result, Ok):
            self._said, self._stage, self._typed, self._trouble = self._stage, "list", "", ""
            self._context.after_record()
            self.refresh()
        else:
            self._trouble = str(getattr(result.error, "code", "storage"))
        self.changed.emit()

    def _listed(self, result: Result[tuple[int | None, tuple[Present, ...], tuple[Waiting, ...]]]) -> None:
        if isinstance(result, Ok):
            self._session, self._present, self._waiting = result.value
            self._ready = True
        else:
            self._trouble = "storage"
        self.changed.emit()
