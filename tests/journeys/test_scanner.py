"""A scanner that types: its keys reach sign-in whatever has the focus, and never end up in a field."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from booths import Booth
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtMultimedia import QVideoFrame
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from windows import OpenWindow, opened

from organiser.qr import modules
from ui.viewmodels.suggest import SuggestModel


@pytest.fixture
def window(booth: Booth) -> Iterator[OpenWindow]:
    with opened(booth.kiosk) as made:
        made.kiosk.shell.home()
        made.settle()
        yield made


def test_a_scan_on_the_home_screen_signs_in(booth: Booth, window: OpenWindow) -> None:
    window.keys(booth.card())
    window.settle()
    assert window.screen == "representative"


def test_a_scan_signs_in_whatever_button_has_the_focus(booth: Booth, window: OpenWindow) -> None:
    window.kiosk.shell.go("sign-in")
    window.settle()
    QTest.keyClick(window.root, Qt.Key.Key_Tab)
    window.keys(booth.card())
    window.settle()
    assert window.screen == "representative"


def test_a_scanner_that_sends_no_enter_is_understood_after_a_pause(
    booth: Booth, window: OpenWindow, qtbot: QtBot
) -> None:
    window.kiosk.shell.go("sign-in")
    window.settle()
    with qtbot.waitSignal(window.kiosk.scanner.scanned) as told:
        window.keys(booth.card(), enter=False)
    assert told.args == [booth.card()]
    window.settle()
    assert window.screen == "representative"


def test_a_scan_while_the_pinyin_keyboard_is_open_never_ends_in_the_text(
    booth: Booth, window: OpenWindow, qtbot: QtBot
) -> None:
    window.kiosk.shell.openScreen("suggest", {})
    window.settle()
    window.tap("key-n", "key-i")
    model = window.kiosk.shell.model
    assert isinstance(model, SuggestModel)
    with qtbot.waitSignal(window.kiosk.scanner.scanned) as told:
        window.keys(booth.card())
    window.settle()
    assert told.args == [booth.card()]
    assert "SM1" not in model.text and ":" not in model.text
    assert window.screen == "suggest", "a stray card could be another person's"


def test_a_scan_while_a_pin_is_typed_types_no_digit(booth: Booth, window: OpenWindow) -> None:
    window.kiosk.shell.go("sign-in")
    window.settle()
    window.keys("12345678")
    window.settle()
    assert "again" in window.names(), "eight digits in a row are a code, and not one of ours"


def test_a_card_before_the_camera_signs_in_and_the_words_speak_of_the_camera(booth: Booth, window: OpenWindow) -> None:
    window.kiosk.shell.go("sign-in")
    window.settle()
    assert "扫码枪在屏幕下方" in window.words(), "there is no camera here"
    rows = np.array(modules(booth.card()))
    grey = np.kron(np.pad(np.where(rows, 0, 255), 6, constant_values=255), np.ones((8, 8))).astype(np.uint8)
    side = len(grey)
    image = QImage(grey.tobytes(), side, side, side, QImage.Format.Format_Grayscale8)
    window.kiosk.camera.take(QVideoFrame(image.convertToFormat(QImage.Format.Format_RGB32)))
    assert "镜头在屏幕正下方" in window.words()
    window.settle()
    assert window.screen == "representative"


def test_a_camera_that_is_gone_is_spoken_of_no_more(window: OpenWindow) -> None:
    window.kiosk.shell.go("sign-in")
    window.settle()
    blank = QImage(64, 48, QImage.Format.Format_RGB32)
    blank.fill(0xFF808080)
    window.kiosk.camera.take(QVideoFrame(blank))
    window.settle()
    assert "镜头在屏幕正下方" in window.words()
    window.kiosk.camera.find()
    window.settle()
    assert "扫码枪在屏幕下方" in window.words()
