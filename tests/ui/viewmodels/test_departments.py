"""The departments screen without QML: groups, the keypad, and what is kept while a department is looked at."""

from __future__ import annotations

from dataclasses import replace

import pytest
from desks import Desk
from organiser_samples import department, sample_campaign
from pytestqt.qtbot import QtBot

from ui.viewmodels.departments import FEW, DepartmentsModel, Inputs, derive_columns
from ui.viewmodels.finding import Alphabet


@pytest.fixture
def model(desk: Desk, qtbot: QtBot) -> DepartmentsModel:
    return DepartmentsModel(desk.context)


def ids(rows: list[dict[str, object]]) -> list[object]:
    return [row["id"] for row in rows]


def test_departments_stand_by_session_in_the_order_of_the_timetable(model: DepartmentsModel) -> None:
    assert [column["title"]["zh"] for column in model.columns] == ["第一场", "第二场"]
    assert [ids(column["rows"]) for column in model.columns] == [["fgw", "kjj"], ["jyj", "jtj"]]


def test_a_department_stands_under_each_of_its_topics_and_one_without_under_other() -> None:
    campaign = sample_campaign(departments=(replace(department(1, "fgw"), topics=()), department(2, "kjj")))
    columns = derive_columns(campaign, Inputs(by_topic=True))
    assert [(column["title"]["zh"], ids(column["rows"])) for column in columns] == [
        ("交通秩序", ["kjj"]),
        ("其他", ["fgw"]),
    ]


def test_what_is_typed_marks_the_matches_and_quiets_the_rest(model: DepartmentsModel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(model.changed):
        model.useStrokes(True)
    model.typeKey("4")
    model.typeKey("1")
    assert ids(model.found) == ["fgw", "kjj", "jyj", "jtj"], "every name begins with 市"
    assert model.typedSigns == "丶 一"
    assert all(row["found"] and not row["quiet"] for column in model.columns for row in column["rows"])


def test_so_many_matches_do_not_stand_out() -> None:
    campaign = sample_campaign(departments=tuple(department(n, f"d{n}") for n in range(1, FEW + 2)))
    rows = derive_columns(campaign, Inputs(typed="4", alphabet=Alphabet.STROKES))[1]["rows"]
    assert not any(row["found"] or row["quiet"] for row in rows)


def test_a_key_that_leads_nowhere_changes_nothing(model: DepartmentsModel, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(model.changed):
        model.typeKey("Q")
    assert model.typed == ""


def test_the_only_match_is_named_and_leads_to_its_page(desk: Desk, qtbot: QtBot) -> None:
    desk.language = "en"
    model = DepartmentsModel(desk.context)
    for key in "JT":
        model.typeKey(key)
    assert model.only["id"] == "jtj"
    model.choose("jtj")
    assert desk.opened == [("department", {"id": "jtj"})]


def test_switching_the_language_starts_anew_with_its_letters(desk: Desk, model: DepartmentsModel) -> None:
    model.useStrokes(True)
    model.typeKey("4")
    desk.language = "en"
    model.languageSwitched()
    assert model.typed == ""
    assert not model.strokes
    model.typeKey("F")
    assert ids(model.found) == ["fgw"]


def test_erasing_and_clearing_take_back(model: DepartmentsModel) -> None:
    model.useStrokes(True)
    for key in "412":
        model.typeKey(key)
    model.erase()
    assert model.typed == "41"
    model.clear()
    assert model.typed == ""
    assert model.found == []
    assert model.only == {}


def test_back_closes_the_keypads_page_first(model: DepartmentsModel) -> None:
    assert not model.stepBack()
    model.openFinder()
    assert model.finding
    assert model.stepBack()
    assert not model.finding


def test_the_page_is_kept_until_another_group_is_shown(model: DepartmentsModel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(model.pageChanged):
        model.turnTo(2)
    assert model.page == 2
    model.showGroup(1)
    assert (model.group, model.page) == (1, 0)
