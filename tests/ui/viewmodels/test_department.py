"""A department's page without QML: its videos, what its report lacks, tabs, and the ways on."""

from __future__ import annotations

from dataclasses import replace

import pytest
from desks import Desk
from organiser_samples import department, sample_campaign, words
from pytestqt.qtbot import QtBot

from kiosk.domain.campaign import Chapter, ChapterKind
from ui.viewmodels.department import (
    DepartmentModel,
    derive_missing,
    first_and_more,
    interview_line,
    report_line,
)

JTJ = department(4, "jtj")
CITY = Chapter(1.0, ChapterKind.CITY_PROJECTS, words("市办实事"))
TEN = Chapter(2.0, ChapterKind.TEN_CAMPAIGNS, words("十大攻坚"))


@pytest.mark.parametrize(
    ("chapters", "zh"),
    [
        ((CITY, TEN), ""),
        ((CITY,), "报告里没有单设“十大攻坚”专题。"),
        ((TEN,), "报告里没有单设“市办实事”专题。"),
        ((), "报告里没有单设“市办实事”和“十大攻坚”专题。"),
    ],
)
def test_mandatory_topics_that_a_report_lacks_are_said(chapters: tuple[Chapter, ...], zh: str) -> None:
    missing = derive_missing(replace(JTJ.report, chapters=chapters))
    assert missing["zh"] == zh
    assert bool(missing["en"]) == bool(zh)


def test_a_reports_line_counts_the_problems_it_answers_itself() -> None:
    campaign = sample_campaign()
    assert report_line(campaign, JTJ)["zh"].replace("\u2060", "") == "2 章，答 1 个重点问题"
    assert report_line(campaign, JTJ)["en"] == "2 chapters, answers 1 key problem"
    assert report_line(campaign, department(1, "fgw")) == {"zh": "1 章", "en": "1 chapter"}, "jtj answers for both"


def test_an_interview_without_topic_says_nothing_of_topics(desk: Desk) -> None:
    assert interview_line(desk.context, JTJ)["zh"].replace("\u2060", "") == "主题：交通秩序"
    assert interview_line(desk.context, replace(JTJ, topics=())) == {"zh": "", "en": ""}


def test_who_answers_is_the_first_department_and_how_many() -> None:
    campaign = sample_campaign()
    both = campaign.problems[0]
    assert first_and_more(campaign, both) == {"zh": "市jtj局等 2 个部门", "en": "jtj bureau and 1 more"}
    assert first_and_more(campaign, replace(both, departments=("jtj",)))["zh"] == "市jtj局"


def test_the_page_knows_its_place_goals_problems_and_address(desk: Desk, qtbot: QtBot) -> None:
    model = DepartmentModel(desk.context, "jtj")
    assert model.place["en"].startswith("Session 2 · 14 Dec")
    assert model.place["zh"].endswith("第 2 个报告")
    assert [goal["done"] for goal in model.goals] == [True]
    assert [problem["number"] for problem in model.problems] == [17]
    assert model.address == "http://127.0.0.1/d/jtj"
    assert not model.report["there"], "the clip has not arrived"


def test_an_unknown_department_is_refused(desk: Desk, qtbot: QtBot) -> None:
    with pytest.raises(KeyError):
        DepartmentModel(desk.context, "nobody")


def test_tabs_turn_and_an_unknown_one_is_ignored(desk: Desk, qtbot: QtBot) -> None:
    model = DepartmentModel(desk.context, "jtj")
    with qtbot.waitSignal(model.tabChanged):
        model.showTab("summary")
    with qtbot.assertNotEmitted(model.tabChanged):
        model.showTab("secrets")
    assert model.tab == "summary"


def test_back_leaves_a_tab_that_fills_the_screen_before_the_page(desk: Desk, qtbot: QtBot) -> None:
    model = DepartmentModel(desk.context, "jtj")
    model.openTab("problems")
    assert (model.tab, model.opened) == ("problems", True)
    assert model.stepBack()
    assert not model.stepBack()


def test_the_ways_on_lead_to_video_answer_and_suggestion(desk: Desk, qtbot: QtBot) -> None:
    model = DepartmentModel(desk.context, "jtj")
    model.play("interview")
    model.playAnswer(17)
    model.readAnswer(17)
    model.suggest()
    assert desk.opened == [
        ("player", {"department": "jtj", "kind": "interview"}),
        ("player", {"department": "jtj", "kind": "report", "at": 24.0, "problem": 17}),
        ("problem", {"number": 17, "reading": True}),
        ("suggest", {"department": "jtj"}),
    ]
