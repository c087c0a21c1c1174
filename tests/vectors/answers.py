"""Vectors of questionnaires: the plaintext of every kind of answer, and what is no answer."""

from __future__ import annotations

from vectors.basics import TALLY, Vectors, fixed_seal

from kiosk.domain.answers import answer_info, encode_answer, plaintext_bytes
from kiosk.domain.canonical import encode, pad
from kiosk.domain.forms import Answer, Option, Question, QuestionKind
from kiosk.domain.words import Bilingual

WORDS = Bilingual("问", "Question")
OPTIONS = tuple(Option(code, WORDS) for code in (1, 2, 23))
QUESTIONS = {
    "travel": Question("travel", QuestionKind.SINGLE, WORDS, options=OPTIONS),
    "parking": Question("parking", QuestionKind.SCALE, WORDS, least=1, most=5),
    "concerns": Question("concerns", QuestionKind.SEVERAL, WORDS, options=OPTIONS, least=1, most=2),
    "wish": Question("wish", QuestionKind.TEXT, WORDS, required=False, most=200),
}
ANSWERS: list[tuple[str, Answer | None]] = [
    ("travel", 23),
    ("travel", None),
    ("parking", 5),
    ("concerns", (1, 23)),
    ("concerns", (2,)),
    ("wish", "多种树"),
    ("wish", "字" * 200),
    ("wish", None),
]
BAD: list[tuple[str, object]] = [
    ("travel", 3),
    ("travel", [1]),
    ("travel", "1"),
    ("travel", True),
    ("parking", 0),
    ("parking", 6),
    ("concerns", [2, 1]),
    ("concerns", [1, 1]),
    ("concerns", []),
    ("concerns", [1, 2, 23]),
    ("wish", " a"),
    ("wish", ""),
    ("wish", 1),
    ("wish", "a" * 201),
]


def _answers() -> Vectors:
    return {
        "private": TALLY.raw,
        "questions": {
            id: {"kind": q.kind.value, "most": q.most, "plaintext_bytes": plaintext_bytes(q)}
            for id, q in QUESTIONS.items()
        },
        "valid": [_answer(id, answer) for id, answer in ANSWERS],
        "invalid": [
            {"question": id, "plaintext": pad(encode(value), plaintext_bytes(QUESTIONS[id]))} for id, value in BAD
        ]
        + [{"question": "travel", "plaintext": pad(encode(1), 64)}, {"question": "wish", "plaintext": bytes(1024)}],
    }


def _answer(id: str, answer: Answer | None) -> Vectors:
    plaintext, info = encode_answer(QUESTIONS[id], answer), answer_info("qd2021", "opinion", 1, id)
    return {"question": id, "answer": answer, "plaintext": plaintext, "info": info} | {
        "box": fixed_seal(plaintext, TALLY, info, len(plaintext) % 100)
    }


FILES = {"answers.json": _answers}
