"""How a question and its answer are shown: as the screen asks it, and in words for the review."""

from __future__ import annotations

from typing import Any

from kiosk.domain.forms import Answer, Answers, Form, Question, QuestionKind, chosen, kept, tidy, visible
from ui.viewmodels.words import Both, both, same

EXCERPT = 14
"""Characters of a longer text that the review shows."""


def derive_question(question: Question, answer: Answer | None) -> dict[str, Any]:
    """{id, kind, text, required, least, most, options: [{code, label, chosen}], leastLabel, mostLabel, words}."""
    codes = chosen(answer)
    labels = {option.code: both(option.label) for option in question.options}
    return {
        "id": question.id,
        "kind": question.kind.value,
        "text": both(question.text),
        "required": question.required,
        "least": question.least,
        "most": question.most,
        "options": [
            {"code": code, "label": labels.get(code, same(str(code))), "chosen": code in codes}
            for code in question.codes
        ],
        "leastLabel": both(question.least_label),
        "mostLabel": both(question.most_label),
        "words": answer if isinstance(answer, str) else "",
    }


def derive_rows(form: Form, answers: Answers) -> list[dict[str, Any]]:
    """[{index, text, answer, blank}] for the review: the shown questions and what is handed in of their answers."""
    given = kept(form, answers)
    return [
        {
            "index": index,
            "text": both(question.text),
            "answer": in_words(question, given.get(question.id)),
            "blank": question.id not in given,
        }
        for index, question in enumerate(visible(form, given))
    ]


def in_words(question: Question, answer: Answer | None) -> Both:
    """An answer as the review shows it; empty if there is none."""
    if answer is None or isinstance(answer, str):
        return same(excerpt(answer or ""))
    labels = {option.code: both(option.label) for option in question.options}
    named = [labels.get(code, _point(question, code)) for code in chosen(answer)]
    return {"zh": "、".join(label["zh"] for label in named), "en": ", ".join(label["en"] for label in named)}


def excerpt(text: str) -> str:
    """The beginning of a longer text: enough to know it again, on one line."""
    line = " ".join(text.split())
    return line if len(line) <= EXCERPT else f"{line[: EXCERPT - 2]}……"


def toggled(question: Question, answer: Answer | None, code: int) -> Answer | None:
    """The answer after touching an option: the one that is chosen is taken back, others join or take its place."""
    if question.kind is not QuestionKind.SEVERAL:
        return None if answer == code else code
    before, alone = set(chosen(answer)), {option.code for option in question.options if option.alone}
    if code in alone - before:
        return (code,)
    codes = before - {code} if code in before else before - alone | {code}
    return tidy(tuple(codes)) if codes else None


def _point(question: Question, code: int) -> Both:
    """A point of a scale beside what its end means, 4（5 是很满意）; without words for the end 4 / 5."""
    best = question.most_label
    if best is None:
        return same(f"{code} / {question.most}")
    return {"zh": f"{code}（{question.most} 是{best.zh}）", "en": f"{code} ({question.most} is {best.en or best.zh})"}
