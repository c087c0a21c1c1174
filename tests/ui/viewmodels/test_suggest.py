"""Leaving a suggestion: the steps, what each one refuses, and what is kept for how long."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from booths import Booth
from desks import Desk
from pytestqt.qtbot import QtBot

from kiosk.domain.journal import Kind
from ui.viewmodels.suggest import CHOOSE, CONTACT, REVIEW, WRITE, SuggestModel


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    booth = Booth(tmp_path)
    booth.publish()
    yield Desk(booth)
    booth.close()


def reviewed(desk: Desk, text: str = "校门口停车") -> SuggestModel:
    model = SuggestModel(desk.context)
    model.write(text)
    for _ in range(3):
        model.forward()
    assert model.step == REVIEW
    return model


def test_without_words_one_stays_at_the_first_step(desk: Desk) -> None:
    model = SuggestModel(desk.context)
    model.write(" \n ")
    model.forward()
    assert (model.step, model.trouble) == (WRITE, "no-words")


@pytest.mark.parametrize(("length", "over", "step"), [(999, 0, CHOOSE), (1000, 0, CHOOSE), (1001, 1, WRITE)])
def test_a_thousand_characters_and_no_more(desk: Desk, length: int, over: int, step: int) -> None:
    model = SuggestModel(desk.context)
    model.write("字" * length + "  ")
    model.forward()
    assert (model.length, model.over, model.step) == (length, over, step)
    assert model.trouble == ("too-long" if over else "")


def test_a_bad_phone_number_is_refused_where_it_is_written(desk: Desk) -> None:
    model = SuggestModel(desk.context)
    model.write("校门口停车")
    model.forward()
    model.forward()
    model.setPhone("12")
    model.forward()
    assert (model.step, model.trouble) == (CONTACT, "bad-phone")
    model.setPhone("")
    model.forward()
    assert model.step == REVIEW


def test_one_step_back_at_a_time_until_the_screen_is_left(desk: Desk) -> None:
    model = reviewed(desk)
    assert [model.stepBack() for _ in range(4)] == [True, True, True, False]
    assert model.step == WRITE


def test_a_department_is_chosen_and_by_a_second_press_not(desk: Desk) -> None:
    model = SuggestModel(desk.context, department="jtj", problem=17)
    assert (model.department, model.departmentName["zh"], model.problem) == ("jtj", "市jtj局", 17)
    model.chooseDepartment("jtj")
    assert model.department == ""
    model.write("校门口停车")
    assert SuggestModel(desk.context).problem == 17, "the draft stays with the visit"


def test_handing_in_records_once_opens_the_receipt_and_forgets_the_draft(desk: Desk, qtbot: QtBot) -> None:
    model = reviewed(desk)
    model.submit()
    model.submit()
    assert model.busy
    with qtbot.waitSignal(model.changed):
        desk.executor.run_all()
    assert not model.busy
    assert len(desk.booth.entries(Kind.SUGGESTION)) == 1
    [(screen, args)] = desk.opened
    assert screen == "receipt" and args["kind"] == "suggestion"
    assert desk.recorded == 1
    assert desk.visit.draft == {}
    assert model.text == ""


def test_a_draft_lives_in_the_visit_and_no_longer(desk: Desk) -> None:
    SuggestModel(desk.context).write("校门口停车")
    assert SuggestModel(desk.context).text == "校门口停车"
    desk.visit.forget()
    assert SuggestModel(desk.context).text == ""


def test_the_keyboard_is_given_the_campaigns_words(desk: Desk) -> None:
    assert SuggestModel(desk.context).phrases.offer("shinanqu")["whole"] == ["市南区"]


def test_another_department_than_the_answering_one_takes_it_off_the_problem(desk: Desk) -> None:
    problem = desk.context.campaign.problems[0]
    model = SuggestModel(desk.context, department=problem.departments[0], problem=problem.number)
    assert (model.problem, model.department) == (problem.number, problem.departments[0])
    model.chooseDepartment("")
    assert model.problem == problem.number, "which department need not be known"
    model.chooseDepartment(problem.departments[0])
    assert model.problem == problem.number
    other = next(d.id for d in desk.context.campaign.departments if d.id not in problem.departments)
    model.chooseDepartment(other)
    assert (model.problem, model.department) == (0, other)


def test_a_suggestion_begun_by_mistake_at_a_problem_is_about_nothing_at_the_next_door(desk: Desk) -> None:
    problem = desk.context.campaign.problems[0]
    SuggestModel(desk.context, department=problem.departments[0], problem=problem.number).write(" ")
    fresh = SuggestModel(desk.context)
    assert (fresh.problem, fresh.department) == (0, "")


def test_words_already_written_stay_about_their_problem(desk: Desk) -> None:
    problem = desk.context.campaign.problems[0]
    SuggestModel(desk.context, department=problem.departments[0], problem=problem.number).write("再多两条线")
    assert SuggestModel(desk.context).problem == problem.number
    elsewhere = SuggestModel(desk.context, department=problem.departments[0])
    assert (elsewhere.text, elsewhere.problem) == ("再多两条线", 0), "said to a department, not about the problem"
