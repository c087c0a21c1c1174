"""A representative by touch: card, forms, rating, review, cast, receipt, in both languages, elder mode, portrait."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from booths import Booth
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot
from windows import LANDSCAPE, PORTRAIT, OpenWindow, opened

from kiosk.domain.credential import Role
from kiosk.domain.journal import Kind

LOOKS = {
    "Chinese": (LANDSCAPE, ()),
    "English": (LANDSCAPE, ("toggleLanguage",)),
    "elder": (LANDSCAPE, ("toggleElder",)),
    "portrait": (PORTRAIT, ()),
    "lowered": (LANDSCAPE, ("toggleLowered",)),
    "elder English portrait": (PORTRAIT, ("toggleElder", "toggleLanguage")),
}


@pytest.fixture(params=LOOKS.values(), ids=LOOKS.keys())
def look(request: pytest.FixtureRequest) -> tuple[QSize, tuple[str, ...]]:
    found: tuple[QSize, tuple[str, ...]] = request.param
    return found


def signed_in(window: OpenWindow, booth: Booth, slots: tuple[str, ...]) -> None:
    window.kiosk.shell.home()
    for slot in slots:
        getattr(window.kiosk.shell, slot)()
    window.settle()
    window.keys(booth.card())
    window.settle()
    assert window.screen == "representative"


def pressing(window: OpenWindow, qtbot: QtBot) -> Callable[[str], None]:
    """Touch what takes presses only after a moment."""

    def press(name: str) -> None:
        qtbot.waitUntil(lambda: f"{name}-rest" not in window.names())
        window.tap(name)

    return press


def test_departments_are_rated_reviewed_and_cast(
    booth: Booth, qtbot: QtBot, look: tuple[QSize, tuple[str, ...]]
) -> None:
    size, slots = look
    with opened(booth.kiosk, size) as window:
        signed_in(window, booth, slots)
        press = pressing(window, qtbot)
        window.tap("rate-next")
        press("option-2")
        window.tap("forward")
        press("option-3")
        window.tap("forward")
        press("cast")
        assert window.screen == "receipt"
    assert len(booth.entries(Kind.CAST)) == 1
    assert len(booth.spent()) == 2


@pytest.mark.parametrize("slots", [(), ("toggleLanguage",)], ids=["Chinese", "English"])
def test_a_card_revoked_before_casting_is_told_so_and_what_to_do(
    booth: Booth, qtbot: QtBot, slots: tuple[str, ...]
) -> None:
    with opened(booth.kiosk, LANDSCAPE) as window:
        signed_in(window, booth, slots)
        press = pressing(window, qtbot)
        window.tap("rate-next")
        press("option-2")
        window.tap("forward")
        window.tap("forward")
        booth.publish(revoked=(booth.credential(1).id,))
        press("cast")
        window.settle()
        assert window.screen == "sign-in"
        assert {"call-staff", "again"} <= set(window.names())
    assert booth.entries(Kind.CAST) == [] and booth.spent() == set()


def test_a_questionnaire_is_answered_reviewed_and_cast(
    booth: Booth, qtbot: QtBot, look: tuple[QSize, tuple[str, ...]]
) -> None:
    size, slots = look
    with opened(booth.kiosk, size) as window:
        signed_in(window, booth, slots)
        press = pressing(window, qtbot)
        window.tap("form-opinion")
        press("answer-1")
        window.tap("forward")
        press("answer-2")
        window.tap("forward", "key-done")
        press("cast")
        assert window.screen == "receipt"
    assert len(booth.entries(Kind.CAST)) == 1


def test_the_review_leads_back_and_the_cover_hides_what_was_chosen(booth: Booth, qtbot: QtBot) -> None:
    with opened(booth.kiosk) as window:
        signed_in(window, booth, ())
        window.tap("rate-next")
        pressing(window, qtbot)("option-3")
        window.tap("review")
        assert "不满意" in window.words()
        window.tap("cover")
        assert "不满意" not in window.words()
        window.tap("review-1")
        assert "option-1" in window.names()


def test_a_refused_card_says_so_and_staff_are_a_touch_away(booth: Booth) -> None:
    with opened(booth.kiosk) as window:
        window.kiosk.shell.home()
        window.keys(booth.card(campaign="qd2020"))
        window.settle()
        assert "这是另一次活动的证" in window.words()
        assert "您的评议机会还在，什么都没有用掉。" in window.words()
        window.tap("call-staff")
        assert window.kiosk.shell.helpCalled
        window.tap("again")
        assert "no-card" in window.names()


def test_a_sample_card_from_the_drawer_signs_in(booth: Booth) -> None:
    cards = (("企业代表", "Enterprise", booth.card(), ""),)
    with opened(booth.kiosk, cards=cards) as window:
        window.kiosk.shell.home()
        window.kiosk.shell.go("sign-in")
        window.settle()
        window.tap("sample-cards", "choice-0")
        assert window.screen == "representative"


def test_a_pin_is_typed_by_touch(booth: Booth) -> None:
    with opened(booth.kiosk) as window:
        window.kiosk.shell.home()
        window.keys(booth.card(50, role=Role.STAFF, category=""))
        window.settle()
        window.tap("pin-1", "pin-2", "pin-erase", "pin-clear", *(["pin-0"] * 6))
        assert any("什么都没有用掉" in words for words in window.words())
        assert window.screen == "sign-in"


def test_leaving_forgets_what_was_chosen_and_not_cast(booth: Booth, qtbot: QtBot) -> None:
    with opened(booth.kiosk) as window:
        signed_in(window, booth, ())
        window.tap("form-opinion")
        pressing(window, qtbot)("answer-1")
        window.kiosk.shell.endVisit()
        window.settle()
        assert window.kiosk.visit.answers == {} and window.kiosk.visit.signed_in is None
    assert booth.entries(Kind.CAST) == []
