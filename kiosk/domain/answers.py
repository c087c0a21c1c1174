"""Answers as bytes: each question's answer is sealed on its own, blanks too, at a size that only the form decides.

The plaintext is the canonical encoding of the answer (null for a blank, an integer, an array of rising integers, or a
text), padded. A box says nothing by its length or by being there: every question of the form has one, and all boxes
of one question are as long as each other.
"""

from __future__ import annotations

from kiosk.domain.canonical import EncodingError, decode, encode, pad, unpad
from kiosk.domain.forms import Answer, Answers, Form, Question, QuestionKind, flaw, kept, tidy

CHOICE_BYTES = 32
"""Enough for 23 chosen codes of one byte each, with head and padding."""
TEXT_BLOCK = 256
MAX_CODE = 23
"""The largest integer that CBOR encodes in one byte (RFC 8949 §3)."""
_UTF8_BYTES = 4
_TEXT_HEAD_BYTES = 5


def answer_info(campaign: str, form: str, form_version: int, question: str) -> bytes:
    """HPKE's `info` of one answer: campaign | form | version | question, unambiguously encoded."""
    return encode(["sanmin/1/answer", campaign, form, form_version, question])


def plaintext_bytes(question: Question) -> int:
    """How long every answer's plaintext is: for a text, whole blocks that hold its longest possible words."""
    if question.kind is not QuestionKind.TEXT:
        return CHOICE_BYTES
    longest = question.most * _UTF8_BYTES + _TEXT_HEAD_BYTES + 1
    return -(-longest // TEXT_BLOCK) * TEXT_BLOCK


def encode_answer(question: Question, answer: Answer | None) -> bytes:
    """The padded plaintext of an answer without flaws, or of a blank.

    Raises EncodingError for an answer that does not belong here.
    """
    if answer is not None and not _is_canonical(question, answer):
        raise EncodingError("wrong-shape", "answer")
    return pad(encode(list(answer) if isinstance(answer, tuple) else answer), plaintext_bytes(question))


def decode_answer(question: Question, plaintext: bytes) -> Answer | None:
    """The answer, or None for a blank. Raises EncodingError for anything that `encode_answer` does not write."""
    if len(plaintext) != plaintext_bytes(question):
        raise EncodingError("wrong-shape", "answer")
    value = decode(unpad(plaintext))
    if value is None:
        return None
    answer = tuple(value) if isinstance(value, list) else value
    if not isinstance(answer, (int, str, tuple)) or not _is_canonical(question, answer):
        raise EncodingError("wrong-shape", "answer")
    return answer


def encode_answers(form: Form, answers: Answers) -> dict[str, bytes]:
    """Every question's plaintext, in the form's order; what is hidden or was left out is a blank."""
    given = kept(form, answers)
    return {question.id: encode_answer(question, given.get(question.id)) for question in form.questions}


def _is_canonical(question: Question, answer: Answer) -> bool:
    """Whether this is the one way to write an answer that fits; flaws are looked for first: sets need plain codes."""
    return answer not in ("", ()) and flaw(question, answer) is None and tidy(answer) == answer
