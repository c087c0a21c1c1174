"""Leaving a suggestion in four steps: write it, choose a department, say how to answer, read it once more."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.services.suggesting import Draft, SuggestionRefused
from kiosk.services.voting import Recorded
from ui.jobs import DATABASE, Ok, Result
from ui.qml_types import Property, QmlUncreatable
from ui.viewmodels.context import Context
from ui.viewmodels.phrases import PhraseBook
from ui.viewmodels.words import both

QML_IMPORT_NAME = "SanMin.Models"
QML_IMPORT_MAJOR_VERSION = 1

WRITE, CHOOSE, CONTACT, REVIEW = range(4)
STEPS = 4


@QmlElement
@QmlUncreatable("made by the shell")
class SuggestModel(QObject):
    """View model of the four steps. The draft lives in the visit: a warning keeps it, the end forgets it."""

    changed = Signal()

    def __init__(
        self,
        context: Context,
        department: str | None = None,
        problem: int | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._draft = self._kept_draft(department, problem)
        self._phrases = PhraseBook(context.campaign, self)
        self._step = WRITE
        self._trouble = ""
        self._busy = False

    @Property(int, notify=changed)
    def step(self) -> int:
        """0 write, 1 choose, 2 contact, 3 review."""
        return self._step

    @Property(float, notify=changed)
    def progress(self) -> float:
        """Where the boat is."""
        return (self._step + 0.35) / STEPS

    @Property(str, notify=changed)
    def text(self) -> str:
        """The words so far."""
        return self._draft.text

    @Property(int, constant=True)
    def limit(self) -> int:
        """Most characters."""
        return self._context.campaign.suggestion.max_characters

    @Property(int, notify=changed)
    def length(self) -> int:
        """Characters so far."""
        return len(self._draft.text.strip())

    @Property(int, notify=changed)
    def over(self) -> int:
        """Characters too many; 0 while there is room."""
        return max(0, self.length - self.limit)

    @Property(PhraseBook, constant=True)
    def phrases(self) -> PhraseBook:
        """Words of the place for the keyboard."""
        return self._phrases

    @Property(bool, notify=changed)
    def hasWords(self) -> bool:
        """Whether one can go on."""
        return self._refusal(replace(self._draft, name="", phone="")) == ""

    @Property(str, notify=changed)
    def department(self) -> str:
        """The chosen department's id, or ""."""
        return self._draft.department or ""

    @Property("QVariantMap", notify=changed)
    def departmentName(self) -> dict[str, str]:
        """Its name; empty if none was chosen."""
        if self._draft.department is None:
            return both(None)
        return both(self._context.campaign.department(self._draft.department).name)

    @Property(int, notify=changed)
    def problem(self) -> int:
        """Number of the key problem it is about; 0 if none."""
        return self._draft.problem or 0

    @Property("QVariantList", constant=True)
    def departments(self) -> list[dict[str, Any]]:
        """[{id, name, session}] to choose from."""
        return [{"id": d.id, "name": both(d.name), "session": d.session} for d in self._context.campaign.departments]

    @Property(str, notify=changed)
    def name(self) -> str:
        """How to call the person; may be empty."""
        return self._draft.name

    @Property(str, notify=changed)
    def phone(self) -> str:
        """Where to call; may be empty."""
        return self._draft.phone

    @Property(str, notify=changed)
    def trouble(self) -> str:
        """Empty, or no-words, too-long, bad-name, bad-phone, storage-full, storage: QML says it in words."""
        return self._trouble

    @Property(bool, notify=changed)
    def busy(self) -> bool:
        """Being recorded; further presses are ignored."""
        return self._busy

    @Slot(str)
    def write(self, text: str) -> None:
        """The text field changed."""
        if text != self._draft.text:
            self._set(replace(self._draft, text=text))

    @Slot(str)
    def chooseDepartment(self, id: str) -> None:
        """Choose a department; the same one again, or "", clears the choice.

        With another department than those that answer the key problem, it is no longer about that problem.
        """
        department = None if id in ("", self._draft.department) else id
        answering = self._answering()
        problem = self._draft.problem if department is None or department in answering else None
        self._set(replace(self._draft, department=department, problem=problem))

    @Slot(str)
    def setName(self, name: str) -> None:
        """The name field changed."""
        self._set(replace(self._draft, name=name))

    @Slot(str)
    def setPhone(self, phone: str) -> None:
        """The phone field changed."""
        self._set(replace(self._draft, phone=phone))

    @Slot()
    def forward(self) -> None:
        """To the next step, if this one is in order."""
        checked = self._draft if self._step >= CONTACT else replace(self._draft, name="", phone="")
        self._trouble = self._refusal(checked)
        if not self._trouble and self._step < REVIEW:
            self._step += 1
        self.changed.emit()

    @Slot(int)
    def goTo(self, step: int) -> None:
        """Back to an earlier step."""
        if 0 <= step < self._step:
            self._step, self._trouble = step, ""
            self.changed.emit()

    @Slot(result=bool)
    def stepBack(self) -> bool:
        """One step back; False if this was the first, so that the screen itself is left."""
        if self._step == WRITE:
            return False
        self.goTo(self._step - 1)
        return True

    @Slot()
    def submit(self) -> None:
        """Hand it in; on success the receipt opens."""
        if self._busy:
            return
        self._trouble = self._refusal(self._draft)
        self._busy = not self._trouble
        self.changed.emit()
        if self._busy:
            draft, language = self._draft, self._context.language()
            suggesting = self._context.kiosk.suggesting
            self._context.jobs.run(DATABASE, lambda: suggesting.submit(draft, language), self._submitted)

    def _submitted(self, result: Result[Recorded]) -> None:
        self._busy = False
        if isinstance(result, Ok):
            self._draft = Draft()
            self._context.visit.draft.clear()
            self._context.after_record()
            self._context.open_screen("receipt", {"kind": "suggestion", "code": result.value.receipt, "replace": True})
        else:
            self._trouble = getattr(result.error, "code", "storage")
        self.changed.emit()

    def _refusal(self, draft: Draft) -> str:
        try:
            self._context.kiosk.suggesting.check(draft)
        except SuggestionRefused as refused:
            return refused.code
        return ""

    def _kept_draft(self, department: str | None, problem: int | None) -> Draft:
        kept = self._context.visit.draft.get("suggestion")
        draft = kept if isinstance(kept, Draft) else Draft()
        if department is None and problem is None:
            return draft if draft.text.strip() else replace(draft, department=None, problem=None)
        return replace(draft, department=department or draft.department, problem=problem)

    def _answering(self) -> tuple[str, ...]:
        problems = self._context.campaign.problems
        return next((tuple(p.departments) for p in problems if p.number == self._draft.problem), ())

    def _set(self, draft: Draft) -> None:
        self._draft = draft
        self._trouble = ""
        self._context.visit.draft["suggestion"] = draft
        self.changed.emit()
