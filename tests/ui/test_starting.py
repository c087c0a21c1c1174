"""The first picture: there before the kiosk is, and a touch on it is not lost."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pytest
from lone_kiosk import LoneKiosk
from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickWindow
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from commands.machine import machine_of
from ui.device import Machine
from ui.options import Options
from ui.starting import Start
from ui.watchdog import Notifier

_KEPT: list[Start] = []
"""Never collected: see machines.py."""
Begin = Callable[..., Start]


@pytest.fixture
def begin(tmp_path: Path, qtbot: QtBot) -> Iterator[Begin]:
    """Starts the program up to its first picture; `ready` is waited for before anything else is loaded."""

    def started(ready: Event, enrolled: bool = True) -> Start:
        waited.append(ready)

        def make() -> Machine:
            assert ready.wait(60)
            return machine_of(tmp_path / "kiosk", "")

        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        start = Start(app, make, Options(windowed=True, size=(960, 540)), Notifier(), None)
        _KEPT.append(start)
        start.begin(enrolled)
        return start

    before, waited = len(_KEPT), list[Event]()
    yield started
    for ready in waited:
        ready.set()
    for start in _KEPT[before:]:
        start.close()


def until_shown(start: Start, screen: str, qtbot: QtBot) -> None:
    """Until the device's own window has drawn and shows this screen."""

    def shown() -> bool:
        assert start.failed is None
        shell = start.device.shell if start.device is not None else None
        return shell is not None and shell.screen == screen

    qtbot.waitUntil(shown, timeout=60_000)


def tap(window: QQuickWindow, qtbot: QtBot) -> None:
    """One touch, once the picture is on the screen."""
    qtbot.waitUntil(window.isExposed, timeout=60_000)
    QGuiApplication.processEvents()
    finger = QTest.createTouchDevice()
    QTest.touchEvent(window, finger).press(0, QPoint(480, 270), window).commit()
    QTest.touchEvent(window, finger).release(0, QPoint(480, 270), window).commit()


def test_a_touch_on_the_first_picture_is_answered_and_leads_to_the_doors(
    tmp_path: Path, begin: Begin, qtbot: QtBot
) -> None:
    LoneKiosk(tmp_path / "kiosk").make()
    ready = Event()
    start = begin(ready)
    opening = start.opening
    assert opening is not None and opening.window.isVisible() and not opening.touched
    tap(opening.window, qtbot)
    assert opening.touched
    ready.set()
    until_shown(start, "home", qtbot)


def test_nobody_touched_so_the_attract_loop_goes_on(tmp_path: Path, begin: Begin, qtbot: QtBot) -> None:
    LoneKiosk(tmp_path / "kiosk").make()
    ready = Event()
    ready.set()
    start = begin(ready)
    until_shown(start, "attract", qtbot)


def test_a_machine_that_is_no_kiosk_promises_nothing(tmp_path: Path, begin: Begin, qtbot: QtBot) -> None:
    ready = Event()
    ready.set()
    start = begin(ready, enrolled=False)
    assert start.opening is None
    until_shown(start, "enrol", qtbot)


def test_what_cannot_be_opened_says_so_over_the_first_picture(tmp_path: Path, begin: Begin, qtbot: QtBot) -> None:
    LoneKiosk(tmp_path / "kiosk").make()
    (tmp_path / "kiosk" / "identity.cbor").write_bytes(b"damaged")
    ready = Event()
    start = begin(ready)
    assert start.opening is not None
    tap(start.opening.window, qtbot)
    ready.set()
    until_shown(start, "fatal", qtbot)
