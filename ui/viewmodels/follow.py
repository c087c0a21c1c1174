"""Following a suggestion: the code typed or scanned, then the way 受理 → 转办 → 办理 → 反馈 → 吸纳 and the reply."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.domain.receipt import ALPHABET, LENGTH, ReceiptError, group, parse_receipt
from kiosk.domain.suggestion import CLOSED, State, Status, Step
from kiosk.services.following import Found, ReceiptUnknown
from ui.jobs import DATABASE, Ok, Result
from ui.qml_types import Property, QmlUncreatable
from ui.viewmodels.context import Context
from ui.viewmodels.words import THIN, both, day_and_time, from_unix

QML_IMPORT_NAME = "SanMin.Models"
QML_IMPORT_MAJOR_VERSION = 1

LAMPS = (State.RECEIVED, State.FORWARDED, State.IN_HAND, State.REPLIED, State.ADOPTED)
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


class Phase(StrEnum):
    """How far one lamp of the way is. `PASSED` was skipped: a suggestion may be answered or merged at once."""

    DONE = "done"
    NOW = "now"
    NEXT = "next"
    LATER = "later"
    PASSED = "passed"


def derive_phases(status: Status | None) -> list[tuple[State, Phase]]:
    """The five lamps in order. A closing other than adoption takes the last lamp's place."""
    if status is None:
        return [(lamp, Phase.LATER if index else Phase.NEXT) for index, lamp in enumerate(LAMPS)]
    reached = status.state
    lamps = [*LAMPS[:-1], reached if reached in CLOSED else State.ADOPTED]
    now, walked = lamps.index(reached), {step.state for step in status.steps}

    def phase(index: int) -> Phase:
        if index < now:
            return Phase.DONE if lamps[index] in walked else Phase.PASSED
        return {now: Phase.NOW, now + 1: Phase.NEXT}.get(index, Phase.LATER)

    return [(lamp, phase(index)) for index, lamp in enumerate(lamps)]


def derive_lamps(status: Status | None) -> list[dict[str, Any]]:
    """The five lamps as the screen draws them: [{state, phase, lit, on, note}]; dates and notes of lit ones only."""
    steps = {} if status is None else {step.state: step for step in status.steps}
    return [_lamp(state, phase, steps.get(state)) for state, phase in derive_phases(status)]


def _lamp(state: State, phase: Phase, step: Step | None) -> dict[str, Any]:
    lit = phase in (Phase.DONE, Phase.NOW)
    shown = step if lit else None
    return {
        "state": state.value,
        "phase": phase.value,
        "lit": lit,
        "on": _short_date(shown.on) if shown else both(None),
        "note": both(shown.note) if shown else both(None),
    }


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
        """[{state, phase, lit, on, note}]."""
        return derive_lamps(self._found.status if self._found else None)

    @Property("QVariantMap", notify=changed)
    def now(self) -> dict[str, Any]:
        """The lamp that was lit last, with its place from 1; before the first one is lit, the first."""
        lamps = self.lamps
        place = next((i for i, lamp in enumerate(lamps) if lamp["phase"] in (Phase.NOW, Phase.NEXT)), 0)
        return {**lamps[place], "place": place + 1}

    @Property("QVariantMap", notify=changed)
    def repliedOn(self) -> dict[str, str]:
        """When the latest reply was given; empty if there is none."""
        steps = self._found.status.steps if self._found and self._found.status else ()
        replied = [step for step in steps if step.state is State.REPLIED]
        return _short_date(replied[-1].on) if replied else both(None)

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
