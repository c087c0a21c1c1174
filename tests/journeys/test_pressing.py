"""A mark is one press: what several fingers, a drag or a double tap do to a ballot, by touch events."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from booths import Booth
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from windows import OpenWindow, opened

from kiosk.domain.journal import Kind
from ui.viewmodels.rate import RateModel


@pytest.fixture
def window(booth: Booth) -> Iterator[OpenWindow]:
    """A representative's ballot, first department."""
    with opened(booth.kiosk) as made:
        made.kiosk.scanner.scanned.emit(booth.card())
        made.settle()
        made.tap("rate-next")
        yield made


def model(window: OpenWindow) -> RateModel:
    found = window.kiosk.shell.model
    assert isinstance(found, RateModel)
    return found


def ready(window: OpenWindow, qtbot: QtBot, name: str) -> None:
    """Until a press is taken: just after it appeared, an option takes none."""
    qtbot.waitUntil(lambda: f"{name}-rest" not in window.names())


def press(window: OpenWindow, *points: QPoint) -> None:
    """Several fingers go down and up together."""
    down, up = QTest.touchEvent(window.root, window.finger), QTest.touchEvent(window.root, window.finger)
    for number, point in enumerate(points):
        down.press(number, point, window.root)
        up.release(number, point, window.root)
    down.commit()
    up.commit()
    window.settle()


def test_one_press_chooses(window: OpenWindow, qtbot: QtBot) -> None:
    ready(window, qtbot, "option-2")
    window.tap("option-2")
    assert model(window).chosen == 2


def test_several_fingers_choose_nothing(window: OpenWindow, qtbot: QtBot) -> None:
    ready(window, qtbot, "option-2")
    press(window, window.middle("option-1"), window.middle("option-2"))
    assert model(window).chosen == 0


def test_a_second_finger_takes_back_the_first(window: OpenWindow, qtbot: QtBot) -> None:
    ready(window, qtbot, "option-2")
    first, second = window.middle("option-2"), window.middle("option-3")
    QTest.touchEvent(window.root, window.finger).press(0, first, window.root).commit()
    assert window.find("option-2").property("down")
    QTest.touchEvent(window.root, window.finger).stationary(0).press(1, second, window.root).commit()
    assert not window.find("option-2").property("down")
    QTest.touchEvent(window.root, window.finger).release(0, first, window.root).stationary(1).commit()
    QTest.touchEvent(window.root, window.finger).release(1, second, window.root).commit()
    window.settle()
    assert model(window).chosen == 0


def test_a_drag_chooses_nothing_even_inside_the_option(window: OpenWindow, qtbot: QtBot) -> None:
    ready(window, qtbot, "option-2")
    start = window.middle("option-2")
    end = start + QPoint(0, 100)
    QTest.touchEvent(window.root, window.finger).press(0, start, window.root).commit()
    QTest.touchEvent(window.root, window.finger).move(0, end, window.root).commit()
    QTest.touchEvent(window.root, window.finger).release(0, end, window.root).commit()
    window.settle()
    assert model(window).chosen == 0


def test_a_trembling_finger_chooses(window: OpenWindow, qtbot: QtBot) -> None:
    ready(window, qtbot, "option-2")
    start = window.middle("option-2")
    QTest.touchEvent(window.root, window.finger).press(0, start, window.root).commit()
    QTest.touchEvent(window.root, window.finger).move(0, start + QPoint(20, -20), window.root).commit()
    QTest.touchEvent(window.root, window.finger).release(0, start + QPoint(20, -20), window.root).commit()
    window.settle()
    assert model(window).chosen == 2


def test_a_double_tap_counts_once(window: OpenWindow, qtbot: QtBot) -> None:
    ready(window, qtbot, "option-2")
    point = window.middle("option-2")
    window.tap_at(point)
    window.tap_at(point)
    window.settle()
    assert model(window).chosen == 2
    ready(window, qtbot, "option-2")
    window.tap("option-2")
    assert model(window).chosen == 0, "a press of its own takes the mark back"


def test_casting_is_one_press_and_further_ones_are_ignored(booth: Booth, window: OpenWindow, qtbot: QtBot) -> None:
    ready(window, qtbot, "option-2")
    window.tap("option-2", "review")
    point = window.middle("cast")
    window.tap_at(point)
    assert not model(window).busy, "a second tap on what led here does not cast"
    ready(window, qtbot, "cast")
    window.tap_at(point)
    window.tap_at(point)
    window.tap_at(point)
    window.settle()
    assert window.screen == "receipt"
    assert len(booth.entries(Kind.CAST)) == 1
