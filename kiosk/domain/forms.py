"""Forms as data: questions, conditions, and the pure rules of which are shown and which answers fit.

The evaluation ballot is not among them (`kiosk.domain.ballot`). A form is written by the organiser and checked when
the pack is built (`organiser.folder.forms`), so a kiosk may rely on its shape.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias, assert_never

from kiosk.domain.words import Bilingual

Answer: TypeAlias = int | tuple[int, ...] | str
"""A code of a single choice or a point of a scale; the rising codes of several choices; the words of a text."""
Answers: TypeAlias = Mapping[str, Answer]
"""Question ids → answers. A question that is not in it is blank."""
_SURROGATE = re.compile("[\ud800-\udfff]")  # half a character: no encoding has bytes for it


class Recipient(StrEnum):
    """Who can open a form: nobody before the count, once per card; or the office that handles suggestions."""

    TALLY = "tally"
    INTAKE = "intake"


class QuestionKind(StrEnum):
    """What can be asked."""

    SINGLE = "single"
    SEVERAL = "several"
    SCALE = "scale"
    TEXT = "text"


class Flaw(StrEnum):
    """Why an answer cannot be handed in as it is; each has its own sentence on the screen."""

    MISSING = "missing"
    WRONG_KIND = "wrong-kind"
    NOT_OFFERED = "not-offered"
    TOO_FEW = "too-few"
    TOO_MANY = "too-many"
    TOO_LONG = "too-long"


@dataclass(frozen=True, slots=True)
class Option:
    """One choice. `code` is what is sealed, 1 to 23; it keeps its meaning as long as the form's version.

    One that stands `alone` among several choices, such as 没有特别操心的, takes their place and gives way to them.
    """

    code: int
    label: Bilingual
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Condition:
    """Shown if an earlier question was shown and its answer is, or is among, `any_of`."""

    question: str
    any_of: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """One question. `least` and `most` bound what its kind counts:

    several   how many options may be chosen
    scale     the ends of the scale, whose words are `least_label` and `most_label`
    text      `most` characters

    A question that is not `required` may stay blank.
    """

    id: str
    kind: QuestionKind
    text: Bilingual
    required: bool = True
    options: tuple[Option, ...] = ()
    least: int = 0
    most: int = 0
    least_label: Bilingual | None = None
    most_label: Bilingual | None = None
    shown_if: Condition | None = None

    @property
    def codes(self) -> tuple[int, ...]:
        """What can be chosen: the options' codes or the points of the scale; nothing for a text."""
        if self.kind is QuestionKind.SCALE:
            return tuple(range(self.least, self.most + 1))
        return tuple(option.code for option in self.options)


@dataclass(frozen=True, slots=True)
class Form:
    """A form. `version` is part of every seal: another wording that changes an answer's meaning needs another one."""

    id: str
    version: int
    title: Bilingual
    purpose: Bilingual
    recipient: Recipient
    questions: tuple[Question, ...]

    @property
    def once(self) -> bool:
        """Whether a card may hand it in only once."""
        return self.recipient is Recipient.TALLY

    def question(self, id: str) -> Question:
        """The question with this id. Raises KeyError."""
        for question in self.questions:
            if question.id == id:
                return question
        raise KeyError(id)


def visible(form: Form, answers: Answers) -> tuple[Question, ...]:
    """The questions that are shown, in their order. Each depends on earlier ones alone; a hidden one hides others."""
    shown: dict[str, Question] = {}
    for question in form.questions:
        condition = question.shown_if
        if condition is None or (condition.question in shown and _holds(condition, answers.get(condition.question))):
            shown[question.id] = question
    return tuple(shown.values())


def kept(form: Form, answers: Answers) -> dict[str, Answer]:
    """What is handed in of `answers`: only of shown questions, choices in rising order, words without blank ends."""
    given = {question.id: tidy(answers[question.id]) for question in visible(form, answers) if question.id in answers}
    return {id: answer for id, answer in given.items() if answer not in ((), "")}


def flaws(form: Form, answers: Answers) -> dict[str, Flaw]:
    """What keeps these answers from being handed in: question id → flaw, in the form's order. Empty if nothing does."""
    given = kept(form, answers)
    found = {question.id: flaw(question, given.get(question.id)) for question in visible(form, given)}
    return {id: wrong for id, wrong in found.items() if wrong is not None}


def flaw(question: Question, answer: Answer | None) -> Flaw | None:
    """What is wrong with one answer to a shown question, or None."""
    if answer is None:
        return Flaw.MISSING if question.required else None
    match question.kind:
        case QuestionKind.SINGLE | QuestionKind.SCALE:
            return _flaw_of_choices(question, answer, int)
        case QuestionKind.SEVERAL:
            return _flaw_of_choices(question, answer, tuple)
        case QuestionKind.TEXT:
            return _flaw_of_text(question, answer)
        case _ as never:
            assert_never(never)


def chosen(answer: Answer | None) -> tuple[int, ...]:
    """The codes in an answer; nothing for words and blanks."""
    match answer:
        case int():
            return (answer,)
        case tuple():
            return answer
        case _:
            return ()


def tidy(answer: Answer) -> Answer:
    """The one way an answer is written: choices in rising order, each once; words without blank ends."""
    match answer:
        case tuple():
            return tuple(sorted(set(answer)))
        case str():
            return answer.strip()
        case _:
            return answer


def _holds(condition: Condition, answer: Answer | None) -> bool:
    return not set(condition.any_of).isdisjoint(chosen(answer))


def _flaw_of_choices(question: Question, answer: Answer, shape: type) -> Flaw | None:
    codes = chosen(answer)
    if not isinstance(answer, shape) or any(type(code) is not int for code in codes):
        return Flaw.WRONG_KIND
    if not set(codes) <= set(question.codes):
        return Flaw.NOT_OFFERED
    if question.kind is not QuestionKind.SEVERAL:
        return None
    if len(codes) < question.least:
        return Flaw.TOO_FEW
    return Flaw.TOO_MANY if len(codes) > question.most else None


def _flaw_of_text(question: Question, answer: Answer) -> Flaw | None:
    if not isinstance(answer, str) or _SURROGATE.search(answer):
        return Flaw.WRONG_KIND
    if len(answer) > question.most:
        return Flaw.TOO_LONG
    return Flaw.MISSING if question.required and not any(map(str.isalnum, answer)) else None
