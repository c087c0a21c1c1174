"""Help behind a curtain: what is recorded, what stays hidden, when it ends."""

from __future__ import annotations

from booths import Booth
from desks import Desk
from form_samples import OPINION, SUGGESTIONS
from staffs import PIN, STAFF_ID, Surroundings, acts, publish_with_staff, staff_card_text, staffed

from kiosk.domain.credential import Role
from kiosk.domain.journal import Kind
from ui.viewmodels.context import Context
from ui.viewmodels.questionnaire import QuestionnaireModel
from ui.viewmodels.rate import RateModel
from ui.viewmodels.sign_in import SignInModel
from ui.viewmodels.staff_help import StaffHelpModel


def test_help_is_recorded_and_hides_what_is_chosen_until_the_person_is_alone(
    desk: Desk, booth: Booth, context: Context
) -> None:
    StaffHelpModel(context).start()
    assert (desk.visit.signed_in, desk.opened[-1][0]) == (None, "sign-in")
    sign_in = SignInModel(context)
    sign_in.scanned(booth.card(1))
    desk.executor.run_all()
    assert [(e.body["act"], e.body["credential"]) for e in booth.entries(Kind.STAFF)] == [
        ("helped", booth.credential(1).id)
    ]
    model = RateModel(context, 1)
    desk.executor.run_all()
    assert model.helped and model.curtained
    model.choose(1)
    assert desk.visit.marks == {}
    model.drawCurtain(False)
    model.choose(1)
    assert model.chosen == 1
    model.drawCurtain(True)
    assert model.chosen == 0
    assert all(row["code"] == 0 for row in model.rows)
    model.review()
    model.cast()
    desk.executor.run_all()
    assert booth.entries(Kind.CAST) == []
    model.drawCurtain(False)
    model.cast()
    desk.executor.run_all()
    assert len(booth.entries(Kind.CAST)) == 1


def test_the_curtain_falls_again_each_time_rating_begins_and_help_ends_with_the_visit(
    desk: Desk, booth: Booth, context: Context
) -> None:
    desk.visit.signed_in = booth.kiosk.sign_in.enter(booth.kiosk.sign_in.present(booth.card(1)))
    desk.visit.helper, desk.visit.alone = STAFF_ID, True
    assert RateModel(context, 1).curtained
    desk.visit.forget()
    assert not desk.visit.curtained


def test_without_help_there_is_no_curtain(desk: Desk, booth: Booth, context: Context) -> None:
    desk.visit.signed_in = booth.kiosk.sign_in.enter(booth.kiosk.sign_in.present(booth.card(1)))
    model = RateModel(context, 1)
    assert not model.helped and not model.curtained


def test_an_anonymous_form_has_the_curtain_too_and_one_for_the_office_has_none(
    desk: Desk, booth: Booth, outside: Surroundings
) -> None:
    publish_with_staff(booth, forms=(OPINION, SUGGESTIONS))
    context = staffed(desk, outside)
    desk.visit.signed_in = booth.kiosk.sign_in.enter(booth.kiosk.sign_in.present(booth.card(1)))
    desk.visit.helper = STAFF_ID
    model = QuestionnaireModel(context, OPINION.id)
    code = OPINION.questions[0].codes[0]
    model.choose(code)
    assert (model.curtained, model.answered, model.rows) == (True, 0, [])
    model.drawCurtain(False)
    model.choose(code)
    assert model.answered == 1
    model.drawCurtain(True)
    assert not any(option["chosen"] for option in model.question["options"])
    assert not QuestionnaireModel(context, SUGGESTIONS.id).curtained


def test_a_staff_card_that_signs_in_is_never_helped(desk: Desk, booth: Booth, context: Context) -> None:
    desk.visit.forget()
    desk.visit.helper = STAFF_ID
    model = SignInModel(context)
    model.scanned(staff_card_text(booth))
    desk.executor.run_all()
    for digit in PIN:
        model.typeDigit(digit)
    desk.executor.run_all()
    assert desk.visit.signed_in is not None and desk.visit.signed_in.credential.role is Role.STAFF
    assert (desk.visit.helper, acts(booth)) == (None, [])
    model.dispose()
