"""Keys of scanners and of people: what becomes a code, what is passed on, what disappears."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from ui.scanning import GAP_MS, KeyboardScanner

CODE = "SM1:6BF +70$D*P%"
PATIENT_MS = 60_000
"""However busy the machine is, keys that follow each other in a test are one scan."""


class Key(QKeyEvent):
    """A key of one of several keyboards, as the window system brings it."""

    def __init__(self, text: str, keyboard: int, key: Qt.Key = Qt.Key.Key_A) -> None:
        super().__init__(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, text)
        self.keyboard = keyboard

    def spontaneous(self) -> bool:
        return True

    def device(self) -> Any:
        return self

    def systemId(self) -> int:
        return self.keyboard


@pytest.fixture(params=[False, True], ids=["kiosk", "desk"])
def scanner(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[KeyboardScanner]:
    made = KeyboardScanner(pass_on=request.param)
    made.set_gap(PATIENT_MS)
    qapp.installEventFilter(made)
    yield made
    qapp.removeEventFilter(made)


@pytest.fixture
def field(qtbot: QtBot) -> QLineEdit:
    made = QLineEdit()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    return made


def type_keys(field: QLineEdit, text: str) -> None:
    for character in text:
        QTest.keyClick(field.windowHandle(), character)


def is_waiting(scanner: KeyboardScanner) -> bool:
    return any(timer.isActive() for timer in scanner.findChildren(QTimer))


def enter(field: QLineEdit) -> None:
    QTest.keyClick(field.windowHandle(), Qt.Key.Key_Return)


def test_a_scan_is_told_and_nothing_of_it_reaches_the_field(
    scanner: KeyboardScanner, field: QLineEdit, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(scanner.scanned) as told:
        type_keys(field, CODE)
        enter(field)
    assert told.args == [CODE]
    QApplication.processEvents()
    assert field.text() == ""


def test_two_scans_one_after_the_other_are_two_codes(scanner: KeyboardScanner, field: QLineEdit) -> None:
    told: list[str] = []
    scanner.scanned.connect(told.append)
    for code in (CODE, CODE[::-1]):
        type_keys(field, code)
        enter(field)
    assert told == [CODE, CODE[::-1]]


def test_keys_that_waited_behind_a_screen_being_built_belong_to_their_scan(qapp: QApplication) -> None:
    """The pause is over before the window system's keys are looked at: they are looked at before the scan ends."""
    scanner, told = KeyboardScanner(pass_on=False), list[str]()
    scanner.scanned.connect(told.append)
    pause, *_ = scanner.findChildren(QTimer)
    for character in CODE:
        pause.timeout.emit()
        assert scanner.eventFilter(QObject(), Key(character, 1))
    assert scanner.eventFilter(QObject(), Key("\r", 1, Qt.Key.Key_Return))
    assert told == [CODE]


def test_two_scanners_at_the_same_moment_do_not_mix(qapp: QApplication) -> None:
    scanner, told = KeyboardScanner(pass_on=False), list[str]()
    scanner.scanned.connect(told.append)
    for one, other in zip(CODE, CODE[::-1], strict=True):
        assert scanner.eventFilter(QObject(), Key(one, 1))
        assert scanner.eventFilter(QObject(), Key(other, 2))
    for keyboard in (2, 1):
        assert scanner.eventFilter(QObject(), Key("\r", keyboard, Qt.Key.Key_Return))
    assert told == [CODE[::-1], CODE]


def test_slow_typing_is_passed_on_at_a_desk_and_ignored_at_a_venue(
    scanner: KeyboardScanner, field: QLineEdit, qtbot: QtBot
) -> None:
    told: list[str] = []
    scanner.scanned.connect(told.append)
    scanner.set_gap(GAP_MS)
    for character in "abc":
        type_keys(field, character)
        qtbot.waitUntil(lambda: not is_waiting(scanner))  # what makes it slow
    QApplication.processEvents()
    assert told == []
    assert field.text() == ("abc" if scanner.passes_on else "")


def test_a_short_burst_with_enter_is_no_code(scanner: KeyboardScanner, field: QLineEdit, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(scanner.scanned, wait=2 * GAP_MS):
        type_keys(field, "ab")
        enter(field)


def test_a_single_space_presses_what_has_the_focus(scanner: KeyboardScanner, field: QLineEdit, qtbot: QtBot) -> None:
    scanner.set_gap(GAP_MS)
    type_keys(field, " ")
    qtbot.waitUntil(lambda: field.text() == " ")


def test_shortcuts_and_a_lone_enter_are_left_alone(qapp: QApplication) -> None:
    scanner = KeyboardScanner(pass_on=False)
    assert not scanner.eventFilter(QObject(), Key("\r", 1, Qt.Key.Key_Return))
    assert not scanner.eventFilter(QObject(), Key("", 1, Qt.Key.Key_Left))
