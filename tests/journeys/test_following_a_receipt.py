"""From a receipt's code, typed or scanned, to what became of the suggestion, by touch."""

from __future__ import annotations

import pytest
from booths import Booth
from PySide6.QtCore import QSize
from windows import LANDSCAPE, PORTRAIT, OpenWindow, opened

from kiosk.domain.campaign import Bilingual
from kiosk.domain.receipt import status_key
from kiosk.domain.suggestion import State, Status, Step
from kiosk.services.suggesting import Draft

CODE = "7K4M2P9X3M"
REPLY = "我们和交警、学校一起看了现场。" * 60


def step(state: State, on: str, note: str = "") -> Step:
    return Step(state, on, Bilingual(note, note))


def status(*states: State, reply: str = "") -> Status:
    steps = tuple(step(state, f"2021-12-{3 + day:02}", state.value) for day, state in enumerate(states))
    return Status(
        Bilingual("校门口停车", "Parking at the school"), "jtj", steps, Bilingual(reply, reply) if reply else None
    )


def type_code(window: OpenWindow, code: str) -> None:
    window.tap(*(f"code-{character}" for character in code))


@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT], ids=["landscape", "portrait"])
@pytest.mark.parametrize("setting", ["normal", "elder", "lowered", "english"])
def test_a_typed_code_leads_to_the_reply_in_full(booth: Booth, size: QSize, setting: str) -> None:
    walked = (State.RECEIVED, State.FORWARDED, State.IN_HAND, State.REPLIED)
    booth.publish_statuses({status_key(CODE): status(*walked, reply=REPLY)})
    with opened(booth.kiosk, size) as window:
        shell = window.kiosk.shell
        {"elder": shell.toggleElder, "lowered": shell.toggleLowered, "english": shell.toggleLanguage}.get(
            setting, lambda: None
        )()
        shell.go("follow")
        window.settle()
        type_code(window, CODE)
        pages = [window.find("page-words").property("text")]
        while window.find("text-after").property("enabled"):
            window.tap("text-after")
            pages.append(window.find("page-words").property("text"))
        assert "".join(pages) == REPLY
        window.tap("another")
        assert "code-0" in window.names()


def test_a_scanned_receipt_is_followed_from_anywhere_it_may_be(booth: Booth) -> None:
    booth.publish_statuses({status_key(CODE): status(State.RECEIVED)})
    with opened(booth.kiosk) as window:
        window.kiosk.shell.home()
        window.settle()
        window.kiosk.shell.scanned(f"https://sanmin.example/s/{CODE}")
        window.settle()
        assert window.screen == "follow"
        assert "another" in window.names()


def test_a_wrong_character_and_an_unknown_code_are_told_apart(booth: Booth) -> None:
    booth.publish_statuses({})
    with opened(booth.kiosk) as window:
        window.kiosk.shell.go("follow")
        window.settle()
        type_code(window, "7K4M2P9X3E")
        assert any("有一个字好像不对" in words for words in window.words())
        window.tap("erase", "code-M")
        assert any("还没有这张回执的消息" in words and "状态截至" in words for words in window.words())
        window.tap("clear")
        assert "trouble" not in window.names()


def test_what_was_just_recorded_here_is_on_its_way(booth: Booth) -> None:
    code = booth.kiosk.suggesting.submit(Draft(text="校门口停车"), "zh").receipt
    with opened(booth.kiosk) as window:
        window.kiosk.shell.go("follow")
        window.settle()
        type_code(window, code)
        assert any("正在送往中心" in words for words in window.words())
        assert "在路上" in window.words()
