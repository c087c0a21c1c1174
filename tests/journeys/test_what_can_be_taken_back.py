"""What a person does by mistake and takes back: calling staff, a suggestion about a problem, a card still signed in."""

from __future__ import annotations

import pytest
from booths import Booth
from PySide6.QtCore import QSize
from windows import LANDSCAPE, PORTRAIT, opened

from ui.viewmodels.suggest import SuggestModel


def test_staff_who_were_called_by_mistake_can_be_called_off(booth: Booth) -> None:
    with opened(booth.kiosk) as window:
        window.kiosk.shell.home()
        window.kiosk.shell.go("help")
        window.settle()
        window.tap("call-staff")
        assert window.kiosk.shell.helpCalled
        assert {"已经叫了，请在这里稍等。", "不用来了"} <= set(window.words())
        window.tap("call-staff")
        assert not window.kiosk.shell.helpCalled
        assert "请工作人员来帮我" in window.words()


@pytest.mark.parametrize("lowered", [False, True])
def test_the_same_on_the_home_screen_in_large_type(booth: Booth, lowered: bool) -> None:
    with opened(booth.kiosk) as window:
        window.kiosk.shell.home()
        window.kiosk.shell.toggleElder()
        if lowered:
            window.kiosk.shell.toggleLowered()
        window.settle()
        window.tap("call-staff", "call-staff")
        assert not window.kiosk.shell.helpCalled
        assert "请人帮我" in window.words()


@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT], ids=["landscape", "portrait"])
@pytest.mark.parametrize("setting", ["normal", "elder", "lowered"])
def test_home_says_that_a_card_is_still_signed_in(booth: Booth, size: QSize, setting: str) -> None:
    with opened(booth.kiosk, size) as window:
        if setting == "elder":
            window.kiosk.shell.toggleElder()
        if setting == "lowered":
            window.kiosk.shell.toggleLowered()
        window.kiosk.shell.home()
        window.settle()
        assert "已签到，接着评" not in window.words()
        window.keys(booth.card())
        window.settle()
        window.tap("home")
        assert "已签到，接着评" in window.words()
        window.kiosk.shell.endVisit()
        window.settle()
        assert "已签到，接着评" not in window.words()


def test_a_problem_leads_to_a_suggestion_about_it_and_a_mistake_leads_back(booth: Booth) -> None:
    with opened(booth.kiosk) as window:
        window.kiosk.shell.home()
        window.kiosk.shell.openScreen("problem", {"number": 17, "reading": True})
        window.settle()
        window.tap("suggest")
        model = window.kiosk.shell.model
        assert isinstance(model, SuggestModel)
        assert model.problem == 17
        assert "关于重点问题\u200917，您想说什么？" in window.words()
        window.tap("back")
        assert window.screen == "problem"
        window.kiosk.shell.home()
        window.settle()
        window.tap("door-suggest")
        fresh = window.kiosk.shell.model
        assert isinstance(fresh, SuggestModel)
        assert (fresh.problem, fresh.department) == (0, "")
