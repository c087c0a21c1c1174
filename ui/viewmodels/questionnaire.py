"""A form, one question per screen, a review, and one press to hand it in (kiosk.domain.forms).

Answers live in the visit's memory until they are handed in. Which questions are shown follows from the answers, so
their number may change on the way. Nothing about steps, timings or touches is kept.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.domain.credential import CredentialRefused
from kiosk.domain.forms import (
    Flaw,
    Question,
    QuestionKind,
    chosen,
    flaw,
    flaws,
    kept,
    visible,
)
from kiosk.services.casting import Recorded, VotingClosed
from kiosk.services.questionnaires import AlreadyHandedIn, AnswersRefused, Contact, FormChanged, NothingAnswered
from kiosk.services.suggesting import SuggestionRefused
from kiosk.storage.errors import StorageFull
from ui.jobs import DATABASE, Ok, Result
from ui.qml_types import Property, QmlUncreatable
from ui.viewmodels.context import Context
from ui.viewmodels.phrases import PhraseBook
from ui.viewmodels.questions import derive_question, derive_rows, toggled
from ui.viewmodels.refused_cast import turn_away
from ui.viewmodels.words import Both, both

QML_IMPORT_NAME = "SanMin.Models"
QML_IMPORT_MAJOR_VERSION = 1

QUESTION, CONTACT, REVIEW = "question", "contact", "review"


@QmlElement
@QmlUncreatable("made by the shell")
class QuestionnaireModel(QObject):
    """View model of one form. `stage` is question, contact (only for the office's form) or review."""

    changed = Signal()

    def __init__(self, context: Context, form: str, parent: QObject | None = None) -> None:
        """Raises KeyError for an unknown form."""
        super().__init__(parent)
        if context.visit.signed_in is None:
            raise LookupError("nobody is signed in")
        self._context = context
        self._credential = context.visit.signed_in.credential
        self._form = context.campaign.form(form)
        self._answers = context.visit.answers.setdefault(form, {})
        self._phrases = PhraseBook(context.campaign, self)
        self._index, self._stage = 0, QUESTION
        self._name = self._phone = self._trouble = ""
        self._covered = self._busy = False
        context.visit.alone = False

    @Property(str, constant=True)
    def idleKind(self) -> str:
        """Time-outs of voting."""
        return "voting"

    @Property(bool, notify=changed)
    def pressOnly(self) -> bool:
        """Palms, several fingers and drags choose nothing; while one writes, two thumbs may type."""
        return self._stage == REVIEW or (self._stage == QUESTION and self._question().kind is not QuestionKind.TEXT)

    @Property(float, notify=changed)
    def progress(self) -> float:
        """Where the boat is."""
        count = len(self._shown()) + 1
        return 0.96 if self._stage == REVIEW else (self._index + 0.5 + (self._stage == CONTACT)) / (count + 0.6)

    @Property("QVariantMap", constant=True)
    def title(self) -> Both:
        """The form's name."""
        return both(self._form.title)

    @Property("QVariantMap", constant=True)
    def purpose(self) -> Both:
        """What it is for, in the form's own words."""
        return both(self._form.purpose)

    @Property(bool, constant=True)
    def anonymous(self) -> bool:
        """Sealed until the count and handed in once; else it goes to the office like any suggestion."""
        return self._form.once

    @Property(PhraseBook, constant=True)
    def phrases(self) -> PhraseBook:
        """Words of the place for the keyboard."""
        return self._phrases

    @Property(str, notify=changed)
    def stage(self) -> str:
        """question, contact or review."""
        return self._stage

    @Property(int, notify=changed)
    def index(self) -> int:
        """Which of the shown questions is on the screen."""
        return self._index

    @Property(int, notify=changed)
    def count(self) -> int:
        """How many questions are shown, after the answers so far."""
        return len(self._shown())

    @Property("QVariantMap", notify=changed)
    def question(self) -> dict[str, Any]:
        """See derive_question."""
        question = self._question()
        return derive_question(question, None if self.curtained else self._answers.get(question.id))

    @Property(int, notify=changed)
    def chosenHere(self) -> int:
        """How many options of this question are chosen."""
        return len(chosen(self._answers.get(self._question().id)))

    @Property(int, notify=changed)
    def length(self) -> int:
        """Characters of the text so far."""
        answer = self._answers.get(self._question().id)
        return len(answer.strip()) if isinstance(answer, str) else 0

    @Property("QVariantList", notify=changed)
    def rows(self) -> list[dict[str, Any]]:
        """See derive_rows."""
        return [] if self.curtained else derive_rows(self._form, self._answers)

    @Property(int, notify=changed)
    def answered(self) -> int:
        """How many of the shown questions have an answer."""
        return len(kept(self._form, self._answers))

    @Property(str, notify=changed)
    def name(self) -> str:
        """How to call the person; may be empty."""
        return self._name

    @Property(str, notify=changed)
    def phone(self) -> str:
        """Where to call; may be empty."""
        return self._phone

    @Property(bool, notify=changed)
    def curtained(self) -> bool:
        """Somebody helps and may be looking: of an anonymous form nothing is shown, given or handed in."""
        return self._form.once and self._context.visit.curtained

    @Property(bool, notify=changed)
    def helped(self) -> bool:
        """Whether staff help with a form whose answers are secret."""
        return self._form.once and self._context.visit.helper is not None

    @Slot(bool)
    def drawCurtain(self, drawn: bool) -> None:
        """Hide the answers from the helper; opening is the person's own press."""
        self._context.visit.alone = not drawn
        self.changed.emit()

    @Property(bool, notify=changed)
    def covered(self) -> bool:
        """遮住我的选择: the review hides the answers."""
        return self._covered

    @Property(bool, notify=changed)
    def busy(self) -> bool:
        """Being handed in; further presses are ignored."""
        return self._busy

    @Property(str, notify=changed)
    def trouble(self) -> str:
        """Empty, a Flaw, bad-name, bad-phone, closed, already-cast, changed, storage-full or storage."""
        return self._trouble

    @Slot(int)
    def choose(self, code: int) -> None:
        """Touch an option or a point of the scale."""
        question = self._question()
        answer = toggled(question, self._answers.get(question.id), code)
        if self._busy or self.curtained or code not in question.codes:
            return
        if answer is not None and flaw(question, answer) is Flaw.TOO_MANY:
            self._say(Flaw.TOO_MANY.value)
            return
        if answer is None:
            self._answers.pop(question.id, None)
        else:
            self._answers[question.id] = answer
        self._say("")

    @Slot(str)
    def write(self, text: str) -> None:
        """The text field changed."""
        question = self._question()
        if not self.curtained and question.kind is QuestionKind.TEXT and text != self._answers.get(question.id, ""):
            self._answers[question.id] = text
            self._say("")

    @Slot(str)
    def setName(self, name: str) -> None:
        """The name field changed."""
        self._name = name
        self._say("")

    @Slot(str)
    def setPhone(self, phone: str) -> None:
        """The phone field changed."""
        self._phone = phone
        self._say("")

    @Slot()
    def forward(self) -> None:
        """The next question if this answer fits; after the last one the contact or the review."""
        if self._stage == CONTACT:
            self._review()
            return
        question = self._question()
        if wrong := flaw(question, kept(self._form, self._answers).get(question.id)):
            self._say(wrong.value)
        elif self._index + 1 < len(self._shown()):
            self.show(self._index + 1)
        elif not self._form.once:
            self._turn(CONTACT)
        else:
            self._review()

    @Slot(result=bool)
    def stepBack(self) -> bool:
        """One step back; False at the first question, so that the form itself is left. Answers stay for this visit."""
        if self._busy:
            return True
        if self._stage == REVIEW and not self._form.once:
            self._turn(CONTACT)
        elif self._stage != QUESTION:
            self.show(len(self._shown()) - 1)
        elif self._index:
            self.show(self._index - 1)
        else:
            return False
        return True

    @Slot(int)
    def show(self, index: int) -> None:
        """Turn to a question."""
        if 0 <= index < len(self._shown()) and not self._busy:
            self._index = index
            self._turn(QUESTION)

    @Slot()
    def toggleCover(self) -> None:
        """Cover or show the answers."""
        self._covered = not self._covered
        self.changed.emit()

    @Slot()
    def cast(self) -> None:
        """Hand it in. A second press while the first is under way does nothing."""
        if self._busy or self.curtained or self._stage != REVIEW:
            return
        self._busy, self._trouble = True, ""
        self.changed.emit()
        questionnaires, credential = self._context.kiosk.questionnaires, self._credential
        form, answers, language = self._form, dict(self._answers), self._context.language()
        contact = Contact(self._name, self._phone)

        def hand_in() -> Recorded:
            if form.once:
                return questionnaires.cast(credential, form, answers)
            return questionnaires.suggest(form, answers, contact, language)

        self._context.jobs.run(DATABASE, hand_in, self._handed_in)

    def _handed_in(self, result: Result[Recorded]) -> None:
        self._busy = False
        if isinstance(result, Ok):
            self._context.visit.answers.pop(self._form.id, None)
            self._context.after_record()
            kind = "questionnaire" if self._form.once else "suggestion"
            self._context.open_screen("receipt", {"kind": kind, "code": result.value.receipt, "replace": True})
            return
        if isinstance(result.error, CredentialRefused):
            turn_away(self._context, result.error)
            return
        self._trouble = self._name_trouble(result.error)
        self.changed.emit()

    def _name_trouble(self, error: BaseException) -> str:
        match error:
            case AnswersRefused():
                return next(iter(error.flaws.values())).value
            case NothingAnswered():
                return Flaw.MISSING.value
            case AlreadyHandedIn():
                return "already-cast"
            case FormChanged():
                return "changed"
            case VotingClosed():
                return "closed"
            case SuggestionRefused():
                self._stage = CONTACT if error.code in ("bad-name", "bad-phone") else self._stage
                return error.code
            case StorageFull():
                return "storage-full"
            case _:
                return "storage"

    def _review(self) -> None:
        """The review, unless an answer does not fit: a question that has come up since, for example."""
        if wrong := flaws(self._form, self._answers):
            id, found = next(iter(wrong.items()))
            self.show([question.id for question in self._shown()].index(id))
            self._say(found.value)
            return
        self._covered = False
        self._turn(REVIEW)

    def _turn(self, stage: str) -> None:
        self._stage, self._trouble = stage, ""
        self.changed.emit()

    def _say(self, trouble: str) -> None:
        self._trouble = trouble
        self.changed.emit()

    def _shown(self) -> tuple[Question, ...]:
        return visible(self._form, self._answers)

    def _question(self) -> Question:
        shown = self._shown()
        return shown[min(self._index, len(shown) - 1)]
