"""Following a suggestion: the code typed or scanned, then the way 受理 → 转办 → 办理 → 反馈 → 吸纳 and the reply."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.domain.receipt import ALPHABET, LENGTH, ReceiptError, group, parse_receipt
from kiosk.domain.suggestion import CLOSED, State, Status
from kiosk.services.following import Found, ReceiptUnknown
from ui.jobs import DATABASE, Ok, Result
from ui.qml_types import Property, QmlUncreatable
from ui.viewmodels.context import Context
from ui.viewmodels.words import THIN, both, day_and_time, from_unix

QML_IMPORT_NAME = "SanMin.Models"
QML_IMPORT_MAJOR_VERSION = 1

LAMPS = (State.RECEIVED, State.FORWARDED, State.IN_HAND, State.REPLIED, State.ADOPTED)
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def derive_lamps(status: Status | None) -> list[dict[str, Any]]:
    """The five lamps: [{state, done, now, on, note}]. A closing other than adoption takes the last lamp's place."""
    steps = {} if status is None else {step.state: step for step in status.steps}
    reached = State.RECEIVED if status is None else status.state
    last = reached if reached in CLOSED else State.ADOPTED
    lamps = [*LAMPS[:-1], last]
    now = lamps.index(reached) if reached in lamps else 0
    return [
        {
            "state": lamp.value,
            "done": index <= now and status is not None,
            "now": index == now,
            "on": _short_date(steps[lamp].on) if lamp in steps else {"zh": "", "en": ""},
            "note": both(steps[lamp].note) if lamp in steps else {"zh": "", "en": ""},
        }
        for index, lamp in enumerate(lamps)
    ]


def _short_date(iso: str) -> dict[str, str]:
    on = date.fromisoformat(iso)
    return {"zh": f"{on.month}{THIN}月{THIN}{on.day}{THIN}日", "en": f"{on.day} {_MONTHS[on.month - 1]}"}


@QmlElement
@QmlUncreatable("made by the shell")
class FollowModel(QObject):
    """View model of looking up a receipt."""

    changed = Signal()

    def __init__(self, context: Context, code: str = "", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._typed = ""
        self._trouble = ""
        self._found: Found | None = None
        self._as_of: int | None = None
        self._busy = False
        if code:
            self.scanned(code)

    @Property(str, notify=changed)
    def typed(self) -> str:
        """What was typed, in groups of 4-4-2."""
        return group(self._typed)

    @Property(int, notify=changed)
    def missing(self) -> int:
        """Characters still to type."""
        return LENGTH - len(self._typed)

    @Property("QStringList", constant=True)
    def keys(self) -> list[str]:
        """Characters of the keypad."""
        return list(ALPHABET)

    @Property(bool, notify=changed)
    def busy(self) -> bool:
        """Looking."""
        return self._busy

    @Property(str, notify=changed)
    def trouble(self) -> str:
        """Empty, or bad-check, too-short, unknown, bad-character, storage."""
        return self._trouble

    @Property(bool, notify=changed)
    def found(self) -> bool:
        """Whether a suggestion is shown."""
        return self._found is not None

    @Property(str, notify=changed)
    def code(self) -> str:
        """The receipt that is shown."""
        return group(self._found.code) if self._found else ""

    @Property(bool, notify=changed)
    def waiting(self) -> bool:
        """Received here; the centre has not read it in yet."""
        return self._found is not None and self._found.status is None

    @Property("QVariantList", notify=changed)
    def lamps(self) -> list[dict[str, Any]]:
        """[{state, done, now, on, note}]."""
        return derive_lamps(self._found.status if self._found else None)

    @Property("QVariantMap", notify=changed)
    def summary(self) -> dict[str, str]:
        """What it is about, in the handler's words."""
        return both(self._found.status.summary if self._found and self._found.status else None)

    @Property("QVariantMap", notify=changed)
    def reply(self) -> dict[str, str]:
        """The reply in full; empty while there is none."""
        return both(self._found.status.reply if self._found and self._found.status else None)

    @Property("QVariantMap", notify=changed)
    def department(self) -> dict[str, str]:
        """Who answers."""
        status = self._found.status if self._found else None
        if status is None or status.department is None:
            return both(None)
        return both(self._context.campaign.department(status.department).name)

    @Property(str, notify=changed)
    def outcome(self) -> str:
        """Empty, planned (纳入明年工作谋划) or published (刊发《建言与决策》)."""
        status = self._found.status if self._found else None
        return (status.outcome if status else None) or ""

    @Property("QVariantMap", notify=changed)
    def asOf(self) -> dict[str, str]:
        """How old this is; empty if the server was never heard."""
        as_of = self._found.as_of if self._found else self._as_of
        return both(None) if as_of is None else day_and_time(from_unix(as_of))

    @Slot(str)
    def typeCharacter(self, character: str) -> None:
        """Add a character; the last one looks up."""
        if len(self._typed) < LENGTH and not self._busy:
            self._typed += character
            self._trouble = ""
            self.changed.emit()
            if len(self._typed) == LENGTH:
                self._look_up()

    @Slot()
    def erase(self) -> None:
        """Take the last character back."""
        self._typed, self._trouble = self._typed[:-1], ""
        self.changed.emit()

    @Slot()
    def clear(self) -> None:
        """Another code."""
        self._typed, self._trouble, self._found = "", "", None
        self.changed.emit()

    @Slot(str)
    def scanned(self, text: str) -> None:
        """A receipt's QR: the address of the status page, or the bare code."""
        try:
            self._typed = parse_receipt(text.rstrip("/").rsplit("/", 1)[-1])
        except ReceiptError as error:
            self._trouble = error.code
            self.changed.emit()
            return
        self._look_up()

    def _look_up(self) -> None:
        self._busy = True
        self.changed.emit()
        typed, following = self._typed, self._context.kiosk.following
        self._context.jobs.run(DATABASE, lambda: following.find(typed), self._looked_up)

    def _looked_up(self, result: Result[Found]) -> None:
        self._busy = False
        if isinstance(result, Ok):
            self._found, self._trouble = result.value, ""
        elif isinstance(result.error, ReceiptUnknown):
            self._trouble, self._as_of = "unknown", result.error.as_of
        else:
            self._trouble = getattr(result.error, "code", "storage")
        self.changed.emit()
