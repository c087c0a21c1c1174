"""The full screen cannot be left: real events through a real application."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QCloseEvent,
    QContextMenuEvent,
    QDragEnterEvent,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QWindow,
)
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui.lockdown import Lockdown, allows_key, lock

CTRL, ALT, META, SHIFT, NONE = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.MetaModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.NoModifier,
)


class Window(QWindow):
    """Says what reached it."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[QEvent.Type] = []

    def event(self, event: QEvent) -> bool:
        self.seen.append(event.type())
        return super().event(event)


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[Window]:
    app = QGuiApplication.instance()
    assert isinstance(app, QGuiApplication)
    locked, made = lock(app), Window()
    made.show()
    yield made
    app.removeEventFilter(locked)
    app.restoreOverrideCursor()
    made.destroy()


@pytest.mark.parametrize(
    ("key", "modifiers"),
    [
        (Qt.Key.Key_F4, ALT),
        (Qt.Key.Key_Q, CTRL),
        (Qt.Key.Key_W, CTRL),
        (Qt.Key.Key_C, CTRL),
        (Qt.Key.Key_P, CTRL),
        (Qt.Key.Key_Tab, ALT),
        (Qt.Key.Key_L, META),
        (Qt.Key.Key_Delete, CTRL | ALT),
        (Qt.Key.Key_F1, NONE),
        (Qt.Key.Key_F11, NONE),
        (Qt.Key.Key_Print, NONE),
        (Qt.Key.Key_Menu, NONE),
        (Qt.Key.Key_Meta, NONE),
        (Qt.Key.Key_PowerOff, NONE),
        (Qt.Key.Key_Back, NONE),
    ],
)
def test_keys_that_lead_out_reach_nothing(window: Window, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
    QTest.keyClick(window, key, modifiers)  # type: ignore[call-overload]  # the stubs leave windows out
    assert QEvent.Type.KeyPress not in window.seen
    assert window.isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_A, Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Left])
def test_keys_of_a_scanner_or_a_switch_go_through(window: Window, key: Qt.Key) -> None:
    QTest.keyClick(window, key)  # type: ignore[call-overload]  # the stubs leave windows out
    assert QEvent.Type.KeyPress in window.seen


def test_letters_of_any_script_and_capitals_are_text() -> None:
    assert allows_key(Qt.Key.Key_A, SHIFT, "A")
    assert allows_key(0, NONE, "青")
    assert not allows_key(0, NONE, "\x1b")
    assert not allows_key(Qt.Key.Key_A, CTRL, "a")


def test_asking_to_close_closes_nothing(window: Window) -> None:
    event = QCloseEvent()
    QGuiApplication.sendEvent(window, event)
    assert not event.isAccepted()
    window.close()
    assert window.isVisible()


def test_menus_and_dragging_reach_nothing(window: Window) -> None:
    for event in (
        QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(), QPoint(), NONE),
        QDragEnterEvent(QPoint(), Qt.DropAction.CopyAction, QMimeData(), Qt.MouseButton.LeftButton, NONE),
    ):
        QGuiApplication.sendEvent(window, event)
    assert not {QEvent.Type.ContextMenu, QEvent.Type.DragEnter} & set(window.seen)


@pytest.mark.parametrize(
    ("button", "reaches"), [(Qt.MouseButton.LeftButton, True), (Qt.MouseButton.RightButton, False)]
)
def test_only_the_first_button_of_a_mouse_does_anything(window: Window, button: Qt.MouseButton, reaches: bool) -> None:
    place = QPointF(5, 5)
    event = QMouseEvent(QEvent.Type.MouseButtonPress, place, place, button, button, NONE)
    QGuiApplication.sendEvent(window, event)
    assert (QEvent.Type.MouseButtonPress in window.seen) is reaches


def test_the_pointer_is_hidden(window: Window) -> None:
    cursor = QGuiApplication.overrideCursor()
    assert cursor is not None
    assert cursor.shape() is Qt.CursorShape.BlankCursor


def test_keys_that_the_screen_makes_itself_are_not_looked_at(qtbot: QtBot) -> None:
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_C, CTRL, "c")
    assert not Lockdown().eventFilter(QWindow(), event)


def test_a_crash_writes_no_memory() -> None:
    code = (
        "import resource; from ui.lockdown import forbid_dumps; forbid_dumps();"
        "import ctypes; print(resource.getrlimit(resource.RLIMIT_CORE), ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "(0, 0) 0"
