"""Answers that a person might give to a form, drawn at random, never with a flaw."""

from __future__ import annotations

import random

from kiosk.domain.forms import Answer, Form, Question, QuestionKind, visible

BLANK_SHARE = 0.4
"""Of questions that may stay blank."""
_WORDS = ("公交再密一些", "停车太难", "希望多种树", "路灯不亮", "Longer opening hours, please", "菜价贵", "小区要电梯")


def answers(form: Form, chance: random.Random) -> dict[str, Answer]:
    """One person's answers: every question that is shown, except some of those that may stay blank."""
    given: dict[str, Answer] = {}
    for question in form.questions:
        if question not in visible(form, given) or (not question.required and chance.random() < BLANK_SHARE):
            continue
        given[question.id] = _answer(question, chance)
    return given


def words(number: int, chance: random.Random) -> str:
    """A suggestion's words; the number makes it one that can be found again."""
    return f"{chance.choice(_WORDS)}（{number}）"


def _answer(question: Question, chance: random.Random) -> Answer:
    match question.kind:
        case QuestionKind.SINGLE | QuestionKind.SCALE:
            return chance.choice(question.codes)
        case QuestionKind.SEVERAL:
            number = chance.randint(max(1, question.least), min(question.most, len(question.codes)))
            return tuple(sorted(chance.sample(question.codes, number)))
        case QuestionKind.TEXT:
            return words(chance.randint(1, 999), chance)[: question.most]
