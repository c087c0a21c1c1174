"""By keyboard alone from the door to a department, and a sound with each press for who wants one."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from booths import Booth
from PySide6.QtCore import QMetaObject, QObject, Qt, Slot
from PySide6.QtMultimedia import QMediaDevices
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from windows import OpenWindow, opened


class Tone(QObject):
    """Counts how often it was to be heard."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.played = 0

    @Slot()
    def play(self) -> None:
        self.played += 1


@pytest.fixture
def window(booth: Booth) -> Iterator[OpenWindow]:
    with opened(booth.kiosk) as made:
        made.kiosk.shell.home()
        made.settle()
        yield made


def press(window: OpenWindow, key: Qt.Key) -> None:
    QTest.keyClick(window.root, key)  # type: ignore[call-overload]  # the stubs leave windows out
    window.settle()


def tab_to(window: OpenWindow, name: str) -> None:
    for _ in range(40):
        focused = window.root.activeFocusItem()
        if focused is not None and focused.objectName() == name:
            return
        press(window, Qt.Key.Key_Tab)
    raise AssertionError(f"Tab does not come to {name}")


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_door_opens_by_key(window: OpenWindow, key: Qt.Key, qtbot: QtBot) -> None:
    tab_to(window, "door-departments")
    press(window, key)
    qtbot.waitUntil(lambda: window.screen == "departments")  # a space could be the first sign of a scanned code


def test_tab_stays_in_the_question_whether_somebody_is_still_there(window: OpenWindow) -> None:
    window.kiosk.shell.pretend_idle(80.0)
    window.settle()
    seen = set()
    for _ in range(5):
        press(window, Qt.Key.Key_Tab)
        focused = window.root.activeFocusItem()
        assert focused is not None
        seen.add(focused.objectName())
    assert seen == {"still-here", "leave"}


def test_a_press_is_heard_only_by_who_wants_it_and_only_in_this_visit(window: OpenWindow) -> None:
    sound = window.kiosk.engine.qml.singletonInstance("SanMin", "TouchSound")
    tone = Tone(sound)
    sound.setProperty("tone", tone)
    window.kiosk.shell.go("display")
    window.settle()
    window.tap("setting-contrast")
    assert tone.played == 0
    window.tap("setting-touch", "setting-contrast", "louder")
    assert tone.played == 2
    window.kiosk.shell.endVisit()
    window.settle()
    window.tap("door-departments")
    assert tone.played == 2


def test_where_the_venue_wants_it_every_visit_begins_with_sound(window: OpenWindow) -> None:
    sound = window.kiosk.engine.qml.singletonInstance("SanMin", "TouchSound")
    tone = Tone(sound)
    sound.setProperty("tone", tone)
    window.kiosk.shell.usual_touch_sound = lambda: True
    window.kiosk.shell.endVisit()
    window.kiosk.shell.go("display")
    window.settle()
    window.tap("setting-contrast", "setting-touch", "setting-contrast")
    assert tone.played == 2  # the press that switches it off is the last that is heard
    window.kiosk.shell.endVisit()
    window.settle()
    window.tap("door-departments")
    assert tone.played == 3


def test_the_sound_is_not_loaded_while_the_first_pictures_are_made(window: OpenWindow) -> None:
    sound = window.kiosk.engine.qml.singletonInstance("SanMin", "TouchSound")
    assert sound.property("tone") is None
    sound.setProperty("started", False)
    sound.setProperty("on", True)
    assert sound.property("tone") is None


def test_a_kiosk_without_anything_to_hear_it_by_loads_no_sound_and_goes_on(window: OpenWindow) -> None:
    sound = window.kiosk.engine.qml.singletonInstance("SanMin", "TouchSound")
    sound.setProperty("started", True)
    sound.setProperty("on", True)
    tone = sound.property("tone")
    assert tone.property("audible") == bool(QMediaDevices.audioOutputs())
    assert (tone.property("loaded") is not None) == tone.property("audible")
    assert QMetaObject.invokeMethod(sound, "play")
