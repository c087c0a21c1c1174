"""Questionnaires: anonymous once per card, with no trace of which questions were shown; or a suggestion like any."""

from __future__ import annotations

import dataclasses

import pytest
from booths import NOON, Booth, open_rating
from form_samples import OPINION, SUGGESTIONS

from kiosk.domain.answers import answer_info, decode_answer, plaintext_bytes
from kiosk.domain.ballot import WHOLE_FORM, Cast, spent_mark
from kiosk.domain.canonical import encode, read
from kiosk.domain.credential import CredentialRefused, Refusal, Role
from kiosk.domain.forms import Answer, Flaw, Form, Question
from kiosk.domain.journal import Kind
from kiosk.domain.receipt import receipt_code
from kiosk.services.questionnaires import (
    AlreadyHandedIn,
    AnswersRefused,
    Contact,
    FormChanged,
    NothingAnswered,
)
from kiosk.services.suggesting import SuggestionRefused
from kiosk.services.voting import VotingClosed

DRIVER: dict[str, Answer] = {"travel": 3, "parking": 2, "concerns": (3, 1), "school": 1, "wish": " 多些长椅\n"}
WALKER: dict[str, Answer] = {"travel": 1, "concerns": (2,)}
IDEA: dict[str, Answer] = {"field": 1, "words": "校门口请设即停即走区"}
BEFORE, AFTER = 1_638_288_000 - 1, 1_956_499_199 + 1


def casts(booth: Booth) -> list[Cast]:
    return [read(Cast, entry.body) for entry in booth.entries(Kind.CAST)]


def answers_in(cast: Cast, form: Form = OPINION) -> dict[str, Answer | None]:
    def opened(question: Question) -> Answer | None:
        info = answer_info("qd2021", form.id, form.version, question.id)
        return decode_answer(question, open_rating(cast.sealed[question.id], info))

    return {question.id: opened(question) for question in form.questions}


def test_what_is_cast_opens_with_the_tally_key_to_the_answers_and_blanks(booth: Booth) -> None:
    recorded = booth.kiosk.questionnaires.cast(booth.credential(), OPINION, DRIVER)
    booth.restart()
    (cast,) = casts(booth)
    assert answers_in(cast) == {"travel": 3, "parking": 2, "concerns": (1, 3), "school": 1, "wish": "多些长椅"}
    assert (cast.form, cast.form_version, cast.credential) == ("opinion", 1, booth.credential().id)
    assert recorded.receipt == receipt_code(cast.encoded())


def test_the_sealed_questions_and_their_lengths_are_the_same_whatever_was_answered(booth: Booth) -> None:
    booth.kiosk.questionnaires.cast(booth.credential(1), OPINION, DRIVER)
    booth.kiosk.questionnaires.cast(booth.credential(2), OPINION, WALKER)
    first, second = ({id: len(box) for id, box in cast.sealed.items()} for cast in casts(booth))
    assert first == second == {question.id: plaintext_bytes(question) + 48 for question in OPINION.questions}
    assert len({len(encode(entry.body)) for entry in booth.entries()}) == 1
    assert answers_in(casts(booth)[1]) == {**dict.fromkeys(DRIVER), **WALKER}


def test_answers_to_questions_that_were_hidden_again_are_not_handed_in(booth: Booth) -> None:
    booth.kiosk.questionnaires.cast(booth.credential(), OPINION, {**DRIVER, "travel": 2})
    assert answers_in(casts(booth)[0])["parking"] is None


def test_a_form_is_handed_in_once_and_a_second_time_nothing_is_recorded(booth: Booth) -> None:
    booth.kiosk.questionnaires.cast(booth.credential(), OPINION, WALKER)
    before, spent = booth.entries(), booth.spent()
    with pytest.raises(AlreadyHandedIn):
        booth.restart().questionnaires.cast(booth.credential(), OPINION, DRIVER)
    assert (booth.entries(), booth.spent()) == (before, spent)
    assert spent == {spent_mark(booth.kiosk.library.campaign.salt, booth.credential().id, "opinion", WHOLE_FORM)}
    booth.kiosk.questionnaires.cast(booth.credential(2), OPINION, DRIVER)


def test_a_form_handed_in_elsewhere_is_refused_here_once_the_server_has_said_so(booth: Booth) -> None:
    salt = booth.kiosk.library.campaign.salt
    booth.acknowledge(NOON, spent=(spent_mark(salt, booth.credential().id, "opinion", WHOLE_FORM),))
    assert booth.kiosk.questionnaires.handed_in(booth.credential()) == {"opinion"}
    with pytest.raises(AlreadyHandedIn):
        booth.kiosk.questionnaires.cast(booth.credential(), OPINION, WALKER)
    assert booth.entries() == []


def test_a_new_version_of_a_form_is_still_the_same_form(booth: Booth) -> None:
    booth.kiosk.questionnaires.cast(booth.credential(), OPINION, WALKER)
    second = dataclasses.replace(OPINION, version=2)
    booth.publish(forms=(second, SUGGESTIONS))
    with pytest.raises(AlreadyHandedIn):
        booth.kiosk.questionnaires.cast(booth.credential(), second, WALKER)


def test_ballot_and_questionnaire_do_not_spend_each_other(booth: Booth) -> None:
    booth.kiosk.voting.cast(booth.credential(), {"fgw": 1})
    booth.kiosk.questionnaires.cast(booth.credential(), OPINION, WALKER)
    booth.kiosk.voting.cast(booth.credential(), {"kjj": 1})
    assert booth.kiosk.voting.spent(booth.credential()) == {"fgw", "kjj"}
    assert booth.kiosk.questionnaires.handed_in(booth.credential()) == {"opinion"}


@pytest.mark.parametrize(("now", "open_now"), [(BEFORE, [False, True]), (NOON, [True, True]), (AFTER, [False, True])])
def test_anonymous_forms_are_open_while_ratings_are_and_suggestions_always(
    booth: Booth, now: int, open_now: list[bool]
) -> None:
    booth.now = now
    found = booth.kiosk.questionnaires.open_forms(booth.credential())
    assert [form in found for form in (OPINION, SUGGESTIONS)] == open_now


def test_a_form_that_was_handed_in_is_no_longer_open_for_this_card_alone(booth: Booth) -> None:
    booth.kiosk.questionnaires.cast(booth.credential(), OPINION, WALKER)
    assert booth.kiosk.questionnaires.open_forms(booth.credential()) == (SUGGESTIONS,)
    assert booth.kiosk.questionnaires.open_forms(booth.credential(2)) == (OPINION, SUGGESTIONS)


@pytest.mark.parametrize(("now", "opens"), [(BEFORE, BEFORE + 1), (AFTER, None)])
def test_outside_the_campaign_a_questionnaire_is_refused(booth: Booth, now: int, opens: int | None) -> None:
    booth.now = now
    with pytest.raises(VotingClosed) as caught:
        booth.kiosk.questionnaires.cast(booth.credential(not_after=AFTER), OPINION, WALKER)
    assert caught.value.opens == opens
    assert booth.entries() == []


def test_answers_that_do_not_fit_are_named_and_nothing_is_spent(booth: Booth) -> None:
    with pytest.raises(AnswersRefused) as caught:
        booth.kiosk.questionnaires.cast(booth.credential(), OPINION, {"travel": 3, "concerns": (1, 2, 3, 4)})
    assert caught.value.flaws == {"parking": Flaw.MISSING, "concerns": Flaw.TOO_MANY}
    assert (booth.entries(), booth.spent()) == ([], set())
    booth.kiosk.questionnaires.cast(booth.credential(), OPINION, WALKER)


def test_a_form_on_which_nothing_was_answered_is_not_handed_in(booth: Booth) -> None:
    questions = tuple(dataclasses.replace(question, required=False) for question in OPINION.questions)
    lenient = dataclasses.replace(OPINION, questions=questions)
    booth.publish(forms=(lenient,))
    with pytest.raises(NothingAnswered):
        booth.kiosk.questionnaires.cast(booth.credential(), lenient, {"wish": "   "})
    assert (booth.entries(), booth.spent()) == ([], set())


def test_a_form_that_a_newer_pack_changed_is_refused_and_nothing_is_spent(booth: Booth) -> None:
    booth.publish(forms=(dataclasses.replace(OPINION, version=2), SUGGESTIONS))
    with pytest.raises(FormChanged):
        booth.kiosk.questionnaires.cast(booth.credential(), OPINION, WALKER)
    booth.publish(forms=())
    with pytest.raises(FormChanged):
        booth.kiosk.questionnaires.suggest(SUGGESTIONS, IDEA, Contact(), "zh")
    assert (booth.entries(), booth.spent()) == ([], set())


def test_each_form_goes_to_its_own_recipient_only(booth: Booth) -> None:
    with pytest.raises(FormChanged):
        booth.kiosk.questionnaires.cast(booth.credential(), SUGGESTIONS, IDEA)
    with pytest.raises(FormChanged):
        booth.kiosk.questionnaires.suggest(OPINION, WALKER, Contact(), "zh")
    assert booth.entries() == []


def test_staff_cannot_fill_in_a_questionnaire(booth: Booth) -> None:
    with pytest.raises(CredentialRefused) as caught:
        booth.kiosk.questionnaires.cast(booth.credential(role=Role.STAFF), OPINION, WALKER)
    assert caught.value.reason is Refusal.WRONG_ROLE
    assert booth.entries() == []


def test_a_suggestion_form_becomes_a_suggestion_in_the_offices_words(booth: Booth) -> None:
    recorded = booth.kiosk.questionnaires.suggest(SUGGESTIONS, IDEA, Contact(), "en")
    (entry,) = booth.entries()
    assert entry.kind == Kind.SUGGESTION
    found = booth.suggestion(entry)
    assert found.text == "哪个方面：交通\n意见建议：校门口请设即停即走区"
    assert (found.language, found.name, found.phone) == ("en", None, None)
    assert booth.kiosk.following.find(recorded.receipt).status is None


def test_nothing_of_the_card_goes_into_a_suggestion_form(booth: Booth) -> None:
    signed_in = booth.kiosk.sign_in.enter(booth.kiosk.sign_in.present(booth.card(77)))
    booth.kiosk.questionnaires.suggest(SUGGESTIONS, IDEA, Contact(), "zh")
    (entry,) = booth.entries(Kind.SUGGESTION)
    assert set(entry.body) == {"campaign", "envelope", "pack", "suite", "key", "sealed"}
    assert signed_in.credential.id not in encode(entry.body)
    assert signed_in.credential.id not in encode(dataclasses.asdict(booth.suggestion(entry)))
    assert booth.spent() == set()


def test_a_suggestion_form_may_be_handed_in_again_and_again(booth: Booth) -> None:
    receipts = {booth.kiosk.questionnaires.suggest(SUGGESTIONS, IDEA, Contact(), "zh").receipt for _ in range(3)}
    assert len(receipts) == len(booth.entries(Kind.SUGGESTION)) == 3
    assert SUGGESTIONS in booth.kiosk.questionnaires.open_forms(booth.credential())


def test_a_name_goes_in_only_if_the_person_gives_it(booth: Booth) -> None:
    booth.kiosk.questionnaires.suggest(SUGGESTIONS, IDEA, Contact("王女士", "138 0000 0000"), "zh")
    found = booth.suggestion(booth.entries()[0])
    assert (found.name, found.phone) == ("王女士", "138 0000 0000")


def test_a_wrong_phone_number_or_missing_words_record_nothing(booth: Booth) -> None:
    with pytest.raises(SuggestionRefused, match="bad-phone"):
        booth.kiosk.questionnaires.suggest(SUGGESTIONS, IDEA, Contact(phone="12"), "zh")
    with pytest.raises(AnswersRefused) as caught:
        booth.kiosk.questionnaires.suggest(SUGGESTIONS, {"field": 1}, Contact(), "zh")
    assert caught.value.flaws == {"words": Flaw.MISSING}
    assert booth.entries() == []
