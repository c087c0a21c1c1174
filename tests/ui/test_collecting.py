"""Cycles with Qt's objects in them are collected on the GUI thread, never where a lane happens to allocate."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from ui.collecting import FULL_EVERY, GuiCollector


class Cycle(QObject):
    """Holds itself; says on which thread it ended."""

    def __init__(self, ended: list[threading.Thread]) -> None:
        super().__init__()
        self.itself, self.ended = self, ended

    def __del__(self) -> None:
        self.ended.append(threading.current_thread())


@pytest.fixture
def collector(qtbot: QtBot) -> Iterator[GuiCollector]:
    made = GuiCollector()
    yield made
    made.close()
    gc.disable()  # as conftest.py has it


def test_a_busy_thread_never_ends_a_qt_object(collector: GuiCollector) -> None:
    ended: list[threading.Thread] = []
    Cycle(ended)
    thread = threading.Thread(target=lambda: [[n] for n in range(200_000)])
    thread.start()
    thread.join()
    assert ended == []
    for _ in range(FULL_EVERY):
        collector.collect()
    assert ended == [threading.main_thread()]


def test_python_collects_again_afterwards(qtbot: QtBot) -> None:
    collector = GuiCollector()
    collector.settle()
    assert gc.get_freeze_count() > 0
    collector.close()
    assert gc.isenabled()
    assert gc.get_freeze_count() == 0
    gc.disable()
