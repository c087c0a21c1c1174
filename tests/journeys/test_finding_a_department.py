"""From the door to a department's page by touch: by initials, by strokes, in large letters, with lowered controls."""

from __future__ import annotations

from dataclasses import replace

import pytest
from booths import Booth
from organiser_samples import department, words
from PySide6.QtCore import QSize
from windows import LANDSCAPE, PORTRAIT, OpenWindow, opened

from ui.viewmodels.department import DepartmentModel


@pytest.fixture
def named(booth: Booth) -> Booth:
    """The sample campaign with departments whose names can be told apart."""
    names = (("fgw", "市发展改革委"), ("kjj", "市科技局"), ("jyj", "市教育局"), ("jtj", "市交通运输局"))
    english = {
        "fgw": "Reform Commission",
        "kjj": "Science Bureau",
        "jyj": "Education Bureau",
        "jtj": "Transport Bureau",
    }
    departments = tuple(
        replace(department(order, id), name=words(name, english[id])) for order, (id, name) in enumerate(names, 1)
    )
    booth.publish(departments=departments)
    return booth


def tap(window: OpenWindow, *names: str) -> None:
    """Touch items one after the other; a picture first, since rows and grids place what is new when it is drawn."""
    for name in names:
        window.root.grabWindow()
        window.tap(name)


def department_shown(window: OpenWindow) -> str:
    model = window.kiosk.shell.model
    assert isinstance(model, DepartmentModel)
    return str(model.id)


@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT], ids=["landscape", "portrait"])
def test_two_initials_lead_to_the_bureau_and_back_returns_to_the_list(named: Booth, size: QSize) -> None:
    with opened(named.kiosk, size) as window:
        window.kiosk.shell.go("departments")
        window.settle()
        tap(window, "key-J", "key-T")
        tap(window, "department-jtj")
        assert department_shown(window) == "jtj"
        tap(window, "back")
        assert window.screen == "departments"


def test_the_only_match_is_offered_under_the_keys(named: Booth) -> None:
    with opened(named.kiosk) as window:
        window.kiosk.shell.go("departments")
        window.settle()
        tap(window, "key-J", "key-T", "only-match")
        assert department_shown(window) == "jtj"


@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT], ids=["landscape", "portrait"])
def test_strokes_lead_to_a_department_for_who_knows_no_pinyin(named: Booth, size: QSize) -> None:
    with opened(named.kiosk, size) as window:
        window.kiosk.shell.go("departments")
        window.settle()
        tap(window, "other-alphabet")
        tap(window, *(f"key-{stroke}" for stroke in "413434"))  # 交
        tap(window, "department-jtj")
        assert department_shown(window) == "jtj"


def test_english_letters_find_the_english_name_after_the_language_is_switched(named: Booth) -> None:
    with opened(named.kiosk) as window:
        window.kiosk.shell.go("departments")
        window.settle()
        window.kiosk.shell.toggleLanguage()
        window.settle()
        assert "other-alphabet" not in window.names()
        tap(window, "key-T", "key-R", "only-match")
        assert department_shown(window) == "jtj"


@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT], ids=["landscape", "portrait"])
def test_in_large_letters_the_keypad_has_a_page_of_its_own(named: Booth, size: QSize) -> None:
    with opened(named.kiosk, size) as window:
        window.kiosk.shell.toggleElder()
        window.kiosk.shell.go("departments")
        window.settle()
        assert "key-J" not in window.names()
        tap(window, "open-finder", "key-J", "key-T", "department-jtj")
        assert department_shown(window) == "jtj"
        tap(window, "open-goals")
        assert "open-goals" not in window.names()
        tap(window, "back")
        assert "open-goals" in window.names()
        tap(window, "back")
        assert "key-J" in window.names(), "what was open is open again"
        tap(window, "back")
        assert "group-0" in window.names()


def test_lowered_controls_are_all_in_the_lower_half(named: Booth) -> None:
    with opened(named.kiosk) as window:
        window.kiosk.shell.toggleLowered()
        window.kiosk.shell.go("departments")
        window.settle()
        for name in ("group-0", "department-fgw", "open-finder", "back", "help"):
            assert window.middle(name).y() > window.root.height() / 2
        tap(window, "department-fgw")
        for name in ("play-report", "play-interview", "suggest", "take", "tab-goals"):
            assert window.middle(name).y() > window.root.height() / 2


def test_a_page_is_taken_along_by_scanning(named: Booth) -> None:
    with opened(named.kiosk) as window:
        window.kiosk.shell.openScreen("department", {"id": "jtj"})
        window.settle()
        tap(window, "take")
        code = window.find("take-code")
        assert code.property("text") == "http://127.0.0.1/d/jtj"
        assert code.width() == code.height() > 0
        tap(window, "taken")
        assert "take-code" not in window.names()


def test_a_missing_mandatory_topic_is_said_on_the_page(named: Booth) -> None:
    with opened(named.kiosk) as window:
        window.kiosk.shell.openScreen("department", {"id": "fgw"})
        window.settle()
        assert "报告里没有单设“市办实事”和“十大攻坚”专题。" in window.words()
