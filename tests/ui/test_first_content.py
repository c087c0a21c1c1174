"""A kiosk without content: no card can be read, so the home screen takes the first pack from any stick by itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from booths import Booth
from pytestqt.qtbot import QtBot
from staffs import Surroundings, acts, publish_with_staff, staff_card_text
from windows import OpenWindow

from ui.first_content import derive_trouble
from ui.viewmodels.staff_ports import Carried, StaffTrouble


class Empty:
    """A window of a kiosk that has no content; a stick brings it unless it fails with `code`."""

    def __init__(self, booth: Booth) -> None:
        self.booth, self.outside, self.reads = booth, Surroundings(), 0
        self.code = ""
        ports = replace(self.outside.ports(), bring_in=self._bring_in)
        self.window = OpenWindow(booth.kiosk, staff=ports)
        self.first = self.window.kiosk.first_content
        self.first.start()
        self.window.shell.home()
        self.look()

    def _bring_in(self, folder: Path, told: object) -> Carried:
        self.reads += 1
        if self.code:
            raise StaffTrouble(self.code)
        publish_with_staff(self.booth)
        return Carried(acknowledged=0, pack=1)

    def look(self) -> None:
        self.first.look()
        self.window.settle()

    @property
    def said(self) -> str:
        return " ".join(self.window.words())


@pytest.fixture
def empty(tmp_path: Path, qtbot: QtBot) -> Iterator[Empty]:
    booth = Booth(tmp_path)
    made = Empty(booth)
    yield made
    made.window.close()
    booth.close()


def test_a_stick_brings_the_first_content_and_then_staff_can_sign_in(empty: Empty, tmp_path: Path) -> None:
    assert "插上中心的" in empty.said
    empty.window.kiosk.shell.scanned(staff_card_text(empty.booth))
    empty.window.settle()
    assert empty.window.screen == "home"
    empty.outside.stick = tmp_path
    empty.look()
    assert (empty.window.screen, "call-staff" in empty.window.names()) == ("home", False)
    assert acts(empty.booth) == [("stick", "in")]
    empty.window.kiosk.shell.scanned(staff_card_text(empty.booth))
    empty.window.settle()
    assert empty.window.screen == "sign-in"


def test_a_stick_that_does_not_help_is_said_in_words_and_read_again_only_when_plugged_in_again(
    empty: Empty, tmp_path: Path
) -> None:
    empty.code, empty.outside.stick = "stick-other-campaign", tmp_path
    empty.look()
    empty.look()
    assert "别的活动" in empty.said
    assert empty.reads == 1
    empty.outside.stick = None
    empty.look()
    assert "插上中心的" in empty.said
    empty.code, empty.outside.stick = "", tmp_path
    empty.look()
    assert (empty.reads, empty.first.state) == (2, "")


def test_while_it_is_read_the_screen_says_that_it_must_not_be_pulled_out(empty: Empty, tmp_path: Path) -> None:
    empty.outside.stick = tmp_path
    empty.first.look()
    (look, *_) = empty.window.executor._waiting
    look()
    assert "先别拔" in empty.said


def test_content_from_the_network_ends_the_looking(empty: Empty) -> None:
    publish_with_staff(empty.booth)
    empty.look()
    assert "call-staff" not in empty.window.names()
    assert not empty.first._timer.isActive()


@pytest.mark.parametrize(
    ("carried", "code"),
    [
        (Carried(pack=3), ""),
        (Carried(), "stick-empty"),
        (Carried(lacking=5), "stick-lacking"),
        (Carried(content_trouble="no-room", lacking=5), "no-room"),
    ],
)
def test_why_there_is_still_no_content(carried: Carried, code: str) -> None:
    assert derive_trouble(carried) == code
