"""A form on the screen: one question at a time, conditions, limits, a review; answers live in memory only."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from booths import NOON
from desks import Desk
from form_samples import OPINION, SUGGESTIONS, words
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.campaign import Bilingual
from kiosk.domain.credential import CredentialRefused, Refusal
from kiosk.domain.forms import Option, Question, QuestionKind
from kiosk.domain.journal import Kind
from ui.viewmodels.questionnaire import QuestionnaireModel
from ui.viewmodels.questions import EXCERPT, derive_question, derive_rows, excerpt, toggled
from ui.viewmodels.representative import RepresentativeModel, derive_forms


@pytest.fixture
def seated(desk: Desk, qapp: object) -> Iterator[Desk]:
    """A representative has signed in; two forms are there beside the ballot."""
    desk.booth.publish(forms=(OPINION, SUGGESTIONS))
    sign_in = desk.booth.kiosk.sign_in
    desk.visit.signed_in = sign_in.enter(sign_in.present(desk.booth.card()))
    yield desk


def form(desk: Desk, id: str = "opinion") -> QuestionnaireModel:
    return QuestionnaireModel(desk.context, id)


def fill(model: QuestionnaireModel) -> None:
    """Bus, two worries, nothing written: on to the review."""
    model.choose(1)
    model.forward()
    model.choose(1)
    model.choose(2)
    model.forward()
    model.forward()


def forms_at_home(desk: Desk) -> dict[str, str]:
    home = RepresentativeModel(desk.context)
    desk.executor.run_all()
    return {row["id"]: row["state"] for row in home.forms}


def test_a_required_question_holds_until_it_is_answered(seated: Desk) -> None:
    model = form(seated)
    model.forward()
    assert (model.index, model.trouble) == (0, "missing")
    model.choose(1)
    assert model.trouble == ""
    model.forward()
    assert model.index == 1


def test_a_question_with_a_condition_comes_and_goes(seated: Desk) -> None:
    model = form(seated)
    model.choose(1)
    count = model.count
    model.choose(3)
    assert model.count == count + 1
    model.forward()
    assert model.question["id"] == "parking"
    assert [option["code"] for option in model.question["options"]] == [1, 2, 3, 4, 5]


def test_touching_a_choice_again_takes_it_back(seated: Desk) -> None:
    model = form(seated)
    model.choose(1)
    model.choose(2)
    assert [option["chosen"] for option in model.question["options"]] == [False, True, False]
    model.choose(2)
    assert model.chosenHere == 0


def test_no_more_than_allowed_can_be_chosen_and_it_says_so(seated: Desk) -> None:
    model = form(seated)
    model.choose(1)
    model.forward()
    for code in (1, 2, 3, 4):
        model.choose(code)
    assert (model.chosenHere, model.trouble) == (3, "too-many")
    model.choose(3)
    model.choose(4)
    assert (model.chosenHere, model.trouble) == (3, "")


def test_what_is_not_offered_cannot_be_chosen(seated: Desk) -> None:
    model = form(seated)
    model.choose(99)
    assert model.chosenHere == 0


def test_a_text_that_is_too_long_is_held_back(seated: Desk) -> None:
    model = form(seated)
    model.choose(1)
    model.forward()
    model.choose(1)
    model.forward()
    model.write("字" * 201)
    model.forward()
    assert (model.stage, model.trouble, model.length) == ("question", "too-long", 201)


def test_palms_are_kept_out_where_one_chooses_and_two_thumbs_may_type(seated: Desk) -> None:
    model = form(seated)
    assert model.pressOnly
    model.choose(1)
    model.forward()
    model.choose(1)
    model.forward()
    assert model.question["kind"] == "text" and not model.pressOnly
    model.forward()
    assert model.stage == "review" and model.pressOnly


def test_the_form_is_handed_in_once_and_its_receipt_opens(seated: Desk) -> None:
    model = form(seated)
    fill(model)
    assert (model.stage, model.answered, model.count) == ("review", 2, 3)
    model.cast()
    model.cast()
    seated.executor.run_all()
    (screen, args) = seated.opened[-1]
    assert (screen, args["kind"], args["replace"]) == ("receipt", "questionnaire", True)
    assert len(seated.booth.entries(Kind.CAST)) == 1
    assert seated.visit.answers == {}
    assert forms_at_home(seated) == {"opinion": "done", "suggestions": "open"}


def test_a_form_that_was_handed_in_elsewhere_meanwhile_is_refused_and_nothing_is_spent(seated: Desk) -> None:
    first = form(seated)
    fill(first)
    seated.visit.answers.clear()
    second = form(seated)
    fill(second)
    first.cast()
    second.cast()
    seated.executor.run_all()
    assert second.trouble == "already-cast"
    assert len(seated.booth.entries(Kind.CAST)) == 1


def test_after_voting_has_closed_the_answers_are_still_there(seated: Desk) -> None:
    closing = datetime.fromtimestamp(NOON + 60, UTC)
    seated.booth.publish(forms=(OPINION,), not_after=closing)
    model = form(seated)
    fill(model)
    seated.booth.now += 120
    model.cast()
    seated.executor.run_all()
    assert (model.trouble, model.answered) == ("closed", 2)
    assert seated.booth.entries(Kind.CAST) == []


def test_a_card_revoked_meanwhile_hands_nothing_in_and_the_answers_are_forgotten(seated: Desk) -> None:
    model = form(seated)
    fill(model)
    assert seated.visit.signed_in is not None
    seated.booth.publish(forms=(OPINION, SUGGESTIONS), revoked=(seated.visit.signed_in.credential.id,))
    model.cast()
    seated.executor.run_all()
    screen, args = seated.opened[-1]
    assert screen == "sign-in" and isinstance(args["refused"], CredentialRefused)
    assert args["refused"].reason is Refusal.REVOKED
    assert seated.visit.answers == {} and seated.booth.entries(Kind.CAST) == []


def test_a_form_that_a_new_pack_changed_is_not_cast(seated: Desk) -> None:
    model = form(seated)
    fill(model)
    seated.booth.publish(forms=(SUGGESTIONS,))
    model.cast()
    seated.executor.run_all()
    assert model.trouble == "changed"


def test_answers_stay_for_the_visit_and_are_forgotten_at_its_end(seated: Desk) -> None:
    form(seated).choose(1)
    assert forms_at_home(seated)["opinion"] == "started"
    assert form(seated).chosenHere == 1
    seated.visit.forget()
    assert seated.visit.answers == {}
    assert seated.booth.entries(Kind.CAST) == []


def test_the_offices_form_asks_for_a_name_and_becomes_a_suggestion(seated: Desk) -> None:
    model = form(seated, "suggestions")
    for _ in range(model.count):
        if model.question["kind"] == "text":
            model.write("校门口请设即停即走区")
        else:
            model.choose(1)
        model.forward()
    assert model.stage == "contact"
    model.setPhone("12")
    model.forward()
    model.cast()
    seated.executor.run_all()
    assert (model.stage, model.trouble) == ("contact", "bad-phone")
    model.setPhone("13800000000")
    model.forward()
    assert model.stage == "review"
    model.cast()
    seated.executor.run_all()
    assert seated.opened[-1][1]["kind"] == "suggestion"
    (entry,) = seated.booth.entries(Kind.SUGGESTION)
    sent = seated.booth.suggestion(entry)
    assert "校门口请设即停即走区" in sent.text and sent.phone == "13800000000"


def test_one_step_back_at_a_time(seated: Desk) -> None:
    model = form(seated)
    fill(model)
    assert model.stepBack() and (model.stage, model.index) == ("question", 2)
    assert model.stepBack() and model.index == 1
    assert model.stepBack() and model.index == 0
    assert not model.stepBack()


def test_the_review_shows_answers_in_words_and_names_what_is_blank(seated: Desk) -> None:
    model = form(seated)
    fill(model)
    rows = model.rows
    assert [row["blank"] for row in rows] == [False, False, True]
    assert rows[1]["answer"]["zh"] == "物价、就医"
    assert rows[0]["answer"]["en"] == "公交 (en)"


def test_nobody_who_is_not_signed_in_fills_in_a_form(desk: Desk, qapp: object) -> None:
    desk.booth.publish(forms=(OPINION,))
    with pytest.raises(LookupError):
        QuestionnaireModel(desk.context, "opinion")


def test_forms_without_one_for_the_office_leave_room_for_a_plain_suggestion() -> None:
    rows = derive_forms((OPINION,), frozenset(), frozenset(), {})
    assert [(row["id"], row["state"]) for row in rows] == [("opinion", "later"), ("", "open")]


def test_points_of_a_scale_are_shown_beside_its_end() -> None:
    scale = Question("s", QuestionKind.SCALE, words("满意吗"), least=0, most=10)
    assert derive_question(scale, 7)["options"][7] == {"code": 7, "label": {"zh": "7", "en": "7"}, "chosen": True}
    made = OPINION.__class__("f", 1, words("f"), words("p"), OPINION.recipient, (scale,))
    assert derive_rows(made, {"s": 7})[0]["answer"]["zh"] == "7 / 10"


def test_a_point_says_what_the_end_of_its_scale_means() -> None:
    best = Bilingual("很满意", "very satisfied")
    scale = Question("s", QuestionKind.SCALE, words("满意吗"), least=1, most=5, most_label=best)
    made = OPINION.__class__("f", 1, words("f"), words("p"), OPINION.recipient, (scale,))
    assert derive_rows(made, {"s": 4})[0]["answer"] == {"zh": "4（5 是很满意）", "en": "4 (5 is very satisfied)"}


@given(st.sets(st.integers(1, 4)), st.integers(1, 4))
def test_an_option_touched_twice_is_as_before(before: set[int], code: int) -> None:
    options = tuple(Option(n, Bilingual(str(n), str(n))) for n in range(1, 5))
    question = Question("q", QuestionKind.SEVERAL, words("q"), options=options, least=1, most=4)
    answer = tuple(sorted(before)) or None
    assert toggled(question, toggled(question, answer, code), code) == answer


def test_an_option_that_stands_alone_takes_the_others_place_and_gives_way() -> None:
    options = (*(Option(n, words(str(n))) for n in (1, 2)), Option(3, words("none"), alone=True))
    question = Question("q", QuestionKind.SEVERAL, words("q"), options=options, least=1, most=2)
    assert toggled(question, (1, 2), 3) == (3,), "also where as many are chosen as may be"
    assert toggled(question, (3,), 1) == (1,)
    assert toggled(question, (3,), 3) is None


@given(st.text())
def test_an_excerpt_is_one_short_line(text: str) -> None:
    assert len(excerpt(text)) <= EXCERPT and "\n" not in excerpt(text)
