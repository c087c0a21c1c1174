"""The key problems without QML: three filters that agree with each other, and one anonymous tap that counts once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from booths import Booth
from desks import Desk
from organiser_samples import sample_campaign, words
from pytestqt.qtbot import QtBot

from kiosk.domain.campaign import ClipKind, Problem, Source, Topic
from kiosk.domain.journal import Kind
from ui.viewmodels.problems import ALL, Filter, ProblemModel, ProblemsModel, derive_topics

TOPICS = (Topic("traffic", words("交通秩序"), "traffic"), Topic("food", words("食品安全"), "food"))
SOURCES = (Source("hotline", words("12345 热线"), "hotline"), Source("daily", words("青岛日报"), "paper"))


def problem(number: int, departments: tuple[str, ...], topic: str, source: str) -> Problem:
    said = words(f"问题 {number}")
    return Problem(number, said, departments, topic, source, said, ClipKind.REPORT, 1.0)


PROBLEMS = (
    problem(1, ("jtj",), "traffic", "hotline"),
    problem(2, ("jtj", "fgw"), "traffic", "daily"),
    problem(3, ("fgw",), "food", "hotline"),
)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    booth = Booth(tmp_path)
    booth.publish(topics=TOPICS, sources=SOURCES, problems=PROBLEMS)
    yield Desk(booth)
    booth.close()


def numbers(model: ProblemsModel) -> list[int]:
    return [row["number"] for row in model.rows]


def test_every_filter_takes_away_and_clearing_brings_all_back(desk: Desk, qtbot: QtBot) -> None:
    model = ProblemsModel(desk.context)
    assert numbers(model) == [1, 2, 3]
    model.choose("department", "fgw")
    assert numbers(model) == [2, 3], "also where it is not the first department"
    model.choose("topic", "traffic")
    assert numbers(model) == [2]
    model.choose("source", "hotline")
    assert numbers(model) == []
    assert model.given == {"topic": True, "department": True, "source": True}
    with qtbot.waitSignal(model.changed):
        model.clearFilters()
    assert numbers(model) == [1, 2, 3]
    assert not model.filtered


def test_numbers_beside_topics_follow_the_other_filters() -> None:
    campaign = sample_campaign(topics=TOPICS, sources=SOURCES, problems=PROBLEMS)
    rows = derive_topics(campaign, Filter(topic="food", source="hotline"))
    assert [(row["id"], row["count"], row["chosen"]) for row in rows] == [
        (ALL, 2, False),
        ("traffic", 1, False),
        ("food", 1, True),
    ]


def test_only_departments_with_problems_can_be_chosen(desk: Desk, qtbot: QtBot) -> None:
    assert [row["id"] for row in ProblemsModel(desk.context).departments] == [ALL, "fgw", "jtj"]


def test_an_unknown_filter_changes_nothing(desk: Desk, qtbot: QtBot) -> None:
    model = ProblemsModel(desk.context)
    with qtbot.assertNotEmitted(model.changed):
        model.choose("weather", "rain")


def test_the_page_is_kept_and_another_choice_begins_at_the_first(desk: Desk, qtbot: QtBot) -> None:
    model = ProblemsModel(desk.context)
    model.turnTo(4)
    assert model.page == 4
    with qtbot.waitSignal(model.pageChanged):
        model.choose("topic", "food")
    assert model.page == 0


def test_an_opinion_is_recorded_once_in_a_visit_and_names_nobody(desk: Desk, qtbot: QtBot) -> None:
    model = ProblemModel(desk.context, 1)
    model.judge("unclear")
    assert model.verdict == "saving"
    model.judge("answered")
    with qtbot.waitSignal(model.verdictChanged):
        desk.executor.run_all()
    assert model.verdict == "given"
    assert desk.recorded == 1
    entries = desk.booth.entries(Kind.OPINION)
    (body,) = [dict(entry.body) for entry in entries]
    assert body.pop("id")
    assert body == {"problem": 1, "verdict": "unclear"}
    again = ProblemModel(desk.context, 1)
    again.judge("answered")
    desk.executor.run_all()
    assert len(desk.booth.entries(Kind.OPINION)) == 1
    desk.visit.forget()
    assert ProblemModel(desk.context, 1).verdict == ""


def test_a_verdict_that_is_not_on_the_screen_is_ignored(desk: Desk, qtbot: QtBot) -> None:
    model = ProblemModel(desk.context, 1)
    model.judge("wonderful")
    assert model.verdict == ""


def test_an_opinion_that_could_not_be_stored_may_be_given_again(desk: Desk, qtbot: QtBot) -> None:
    model = ProblemModel(desk.context, 1)
    model.judge("answered")
    desk.booth.publish(problems=())  # the problem is gone before it was recorded
    desk.executor.run_all()
    qtbot.waitUntil(lambda: model.verdict == "failed")
    assert desk.recorded == 0
    model.judge("answered")
    assert model.verdict == "saving"


def test_back_returns_from_the_answer_to_the_question_only_if_one_came_from_there(desk: Desk, qtbot: QtBot) -> None:
    model = ProblemModel(desk.context, 1)
    model.read()
    assert model.reading
    assert model.stepBack()
    assert not model.reading
    assert not ProblemModel(desk.context, 1, reading=True).stepBack()


def test_the_answers_open_at_their_second_and_in_writing(desk: Desk, qtbot: QtBot) -> None:
    ProblemModel(desk.context, 2).playAnswer()
    ProblemsModel(desk.context).readAnswer(3)
    assert desk.opened == [
        ("player", {"department": "jtj", "kind": "report", "at": 1.0, "problem": 2}),
        ("problem", {"number": 3, "reading": True}),
    ]


def test_one_can_say_something_about_a_problem_to_who_answers_it(desk: Desk, qtbot: QtBot) -> None:
    model = ProblemModel(desk.context, 2)
    model.suggest()
    assert desk.opened == [("suggest", {"problem": 2, "department": "jtj"})]
