"""Which questions are shown, which answers fit, and that their bytes tell nothing by length."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest
from form_samples import OPINION, answers_to, filled, forms, words
from hypothesis import given
from hypothesis import strategies as st

from kiosk.crypto.sealing import OVERHEAD, OpeningKey, SealRefused, open_sealed, seal
from kiosk.domain.answers import (
    CHOICE_BYTES,
    answer_info,
    decode_answer,
    encode_answer,
    encode_answers,
    plaintext_bytes,
)
from kiosk.domain.ballot import rating_info
from kiosk.domain.canonical import EncodingError, encode, pad
from kiosk.domain.forms import Answer, Flaw, Form, Option, Question, QuestionKind, flaws, kept, visible

KEY = OpeningKey(bytes(range(32)))
FULL: dict[str, Answer] = {"travel": 3, "parking": 2, "concerns": (1, 3), "school": 1, "wish": "多些长椅"}


def ids(form: Form, answers: dict[str, Answer]) -> list[str]:
    return [question.id for question in visible(form, answers)]


@pytest.mark.parametrize(
    ("answers", "shown"),
    [
        ({}, ["travel", "concerns", "wish"]),
        ({"travel": 1}, ["travel", "concerns", "wish"]),
        ({"travel": 3}, ["travel", "parking", "concerns", "wish"]),
        ({"concerns": (1, 3)}, ["travel", "concerns", "school", "wish"]),
        ({"concerns": (1, 2)}, ["travel", "concerns", "wish"]),
    ],
)
def test_a_question_is_shown_when_its_condition_holds(answers: dict[str, Answer], shown: list[str]) -> None:
    assert ids(OPINION, answers) == shown


def test_a_hidden_question_hides_those_that_depend_on_it_whatever_was_answered_before() -> None:
    first, second, *_ = OPINION.questions
    third = dataclasses.replace(second, id="garage", shown_if=dataclasses.replace(second.shown_if, question="parking"))  # type: ignore[type-var]
    third = dataclasses.replace(third, shown_if=dataclasses.replace(third.shown_if, any_of=(2,)))  # type: ignore[type-var]
    form = dataclasses.replace(OPINION, questions=(first, second, third))
    assert ids(form, {"travel": 3, "parking": 2}) == ["travel", "parking", "garage"]
    assert ids(form, {"travel": 1, "parking": 2}) == ["travel"]


def test_answers_to_questions_that_were_hidden_again_are_not_handed_in() -> None:
    assert kept(OPINION, {**FULL, "travel": 1, "concerns": (2, 1)}) == {
        "travel": 1,
        "concerns": (1, 2),
        "wish": "多些长椅",
    }


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ({}, {}),
        ({"travel": None}, {"travel": Flaw.MISSING}),
        ({"parking": None}, {"parking": Flaw.MISSING}),
        ({"parking": 0}, {"parking": Flaw.NOT_OFFERED}),
        ({"parking": 6}, {"parking": Flaw.NOT_OFFERED}),
        ({"school": None, "wish": None}, {}),
        ({"wish": "  \n"}, {}),
        ({"wish": "字" * 200}, {}),
        ({"wish": "字" * 201}, {"wish": Flaw.TOO_LONG}),
        ({"wish": "half \ud800"}, {"wish": Flaw.WRONG_KIND}),
        ({"wish": 1}, {"wish": Flaw.WRONG_KIND}),
        ({"travel": True}, {"travel": Flaw.WRONG_KIND}),
        ({"travel": (1,)}, {"travel": Flaw.WRONG_KIND}),
        ({"travel": 4}, {"travel": Flaw.NOT_OFFERED}),
        ({"concerns": 1, "school": None}, {"concerns": Flaw.WRONG_KIND}),
        ({"concerns": (), "school": None}, {"concerns": Flaw.MISSING}),
        ({"concerns": (1, 2, 3, 4)}, {"concerns": Flaw.TOO_MANY}),
        ({"concerns": (1, 3, 9)}, {"concerns": Flaw.NOT_OFFERED}),
    ],
)
def test_every_flaw_is_found_at_its_question(change: dict[str, Answer | None], found: dict[str, Flaw]) -> None:
    answers = {id: answer for id, answer in {**FULL, **change}.items() if answer is not None}
    assert flaws(OPINION, answers) == found


def test_fewer_choices_than_asked_for_are_a_flaw_and_none_at_all_a_blank() -> None:
    question = dataclasses.replace(OPINION.question("concerns"), least=2, required=False)
    form = dataclasses.replace(OPINION, questions=(question,))
    assert flaws(form, {"concerns": (1,)}) == {"concerns": Flaw.TOO_FEW}
    assert flaws(form, {"concerns": ()}) == {}


def test_a_required_text_needs_at_least_one_letter_or_character() -> None:
    form = dataclasses.replace(OPINION, questions=(dataclasses.replace(OPINION.question("wish"), required=True),))
    assert flaws(form, {"wish": "……！"}) == {"wish": Flaw.MISSING}
    assert flaws(form, {"wish": "好！"}) == {}


@given(forms(), st.data())
def test_visible_questions_never_depend_on_later_ones(form: Form, data: st.DataObject) -> None:
    def any_answers() -> dict[str, Answer]:
        chosen = {q.id: data.draw(st.none() | answers_to(q)) for q in form.questions}
        return {id: answer for id, answer in chosen.items() if answer is not None}

    first, second = any_answers(), any_answers()
    for place, question in enumerate(form.questions):
        earlier = {q.id for q in form.questions[:place]}
        mixed = {id: a for id, a in first.items() if id in earlier}
        mixed |= {id: a for id, a in second.items() if id not in earlier}
        assert (question in visible(form, first)) == (question in visible(form, mixed))
        cut = dataclasses.replace(form, questions=form.questions[: place + 1])
        assert visible(cut, first) == tuple(q for q in visible(form, first) if q in cut.questions)


@given(filled())
def test_answers_come_back_as_they_were_given(pair: tuple[Form, dict[str, Answer]]) -> None:
    form, answers = pair
    plaintexts = encode_answers(form, answers)
    assert list(plaintexts) == [question.id for question in form.questions]
    back = {id: decode_answer(form.question(id), plaintext) for id, plaintext in plaintexts.items()}
    assert {id: answer for id, answer in back.items() if answer is not None} == kept(form, answers) == answers


@given(filled())
def test_every_box_of_a_form_is_there_and_its_length_does_not_depend_on_the_answers(
    pair: tuple[Form, dict[str, Answer]],
) -> None:
    form, answers = pair
    boxes = {id: seal(text, KEY.public, b"") for id, text in encode_answers(form, answers).items()}
    blank = {id: seal(text, KEY.public, b"") for id, text in encode_answers(form, {}).items()}
    assert {id: len(box) for id, box in boxes.items()} == {id: len(box) for id, box in blank.items()}
    for question in form.questions:
        assert len(boxes[question.id]) == plaintext_bytes(question) + OVERHEAD


def test_the_longest_answers_fit() -> None:
    text = Question("t", QuestionKind.TEXT, words("t"), most=1000)
    assert decode_answer(text, encode_answer(text, "𠀀" * 1000)) == "𠀀" * 1000
    all_codes = tuple(range(1, 24))
    several = Question(
        "s", QuestionKind.SEVERAL, words("s"), options=tuple(Option(c, words("o")) for c in all_codes), least=1, most=23
    )
    assert decode_answer(several, encode_answer(several, all_codes)) == all_codes
    assert plaintext_bytes(several) == CHOICE_BYTES


@pytest.mark.parametrize("value", [[3, 1], [1, 1], [], [9], 1, "1", True, {"a": 1}, [[1]], [None], 1.5])
def test_what_is_not_exactly_an_answer_is_not_read(value: Any) -> None:
    with pytest.raises(EncodingError):
        decode_answer(OPINION.question("concerns"), pad(encode(value), CHOICE_BYTES))


@pytest.mark.parametrize("plaintext", [b"", b"\x01" * 32, b"\x01\x80", pad(b"\x01", 64), pad(b"\x18\x01", 32)])
def test_bytes_that_no_kiosk_writes_are_not_read(plaintext: bytes) -> None:
    with pytest.raises(EncodingError):
        decode_answer(OPINION.question("travel"), plaintext)


def test_words_with_blank_ends_are_not_canonical() -> None:
    question = OPINION.question("wish")
    for value in (" a", "a\n", ""):
        with pytest.raises(EncodingError):
            decode_answer(question, pad(encode(value), plaintext_bytes(question)))
        with pytest.raises(EncodingError):
            encode_answer(question, value)


def test_an_answer_moved_to_another_question_form_version_or_campaign_does_not_open() -> None:
    here = ("qd2021", "opinion", 1, "travel")
    box = seal(encode_answer(OPINION.question("travel"), 1), KEY.public, answer_info(*here))
    assert open_sealed(box, KEY, answer_info(*here))
    for place, other in enumerate(("qd2022", "discipline", 2, "school")):
        moved: Any = (*here[:place], other, *here[place + 1 :])
        with pytest.raises(SealRefused):
            open_sealed(box, KEY, answer_info(*moved))
    with pytest.raises(SealRefused):
        open_sealed(box, KEY, rating_info(*here))
