"""A whole device in its window, from power on, touched like a person touches it; its jobs run on real threads."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickWindow
from PySide6.QtTest import QTest
from windows import OpenWindow

from commands.machine import machine_of
from ui.app import Options
from ui.device import Device, Machine
from ui.watchdog import Notifier

_KEPT: list[Device] = []
"""Never collected: the collector may run on the thread of a test's server, and Qt's objects belong to this one."""


class PoweredOn(OpenWindow):
    """`root` is whatever window is up. `change` gives the machine other parts."""

    def __init__(
        self,
        folder: Path,
        size: tuple[int, int] = (1920, 1080),
        server: str = "",
        change: Callable[[Machine], Machine] = lambda machine: machine,
    ) -> None:
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        self.folder = folder
        machine = change(machine_of(folder, server))
        self.device = Device(app, machine, Options(windowed=True, size=size), Notifier.of(os.environ), None)
        _KEPT.append(self.device)
        self.finger = QTest.createTouchDevice()
        self.device.start()
        self.settle()

    @property
    def root(self) -> QQuickWindow:  # type: ignore[override]  # it changes
        shown = self.device.shown
        assert isinstance(shown, QQuickWindow)
        return shown

    @property
    def screen_name(self) -> str:
        """The screen that is shown, by its name in the shell."""
        shell = self.device.shell
        return "" if shell is None else shell.screen

    def scan(self, text: str) -> None:
        """What a scanner reads."""
        shell = self.device.shell
        assert shell is not None
        shell.scanned(text)
        self.settle()

    def settle(self) -> None:
        for _ in range(4):
            QGuiApplication.processEvents()

    def close(self) -> None:
        self.device.close()
        QGuiApplication.processEvents()
