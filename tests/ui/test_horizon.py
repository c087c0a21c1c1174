"""The horizon at the foot of the window: its drawings are read once, then kept."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtQml import QQmlComponent, QQmlEngine
from PySide6.QtQuick import QQuickItem
from pytestqt.qtbot import QtBot

from ui.engine import QML


@pytest.fixture
def strip(qtbot: QtBot) -> Iterator[QQuickItem]:
    engine = QQmlEngine()
    engine.addImportPath(str(QML))
    component = QQmlComponent(engine, QUrl.fromLocalFile(str(QML / "SanMin" / "HorizonStrip.qml")))
    made = component.create()
    assert isinstance(made, QQuickItem), component.errors()
    made.setWidth(1920)
    yield made
    made.deleteLater()
    engine.deleteLater()


def lines(strip: QQuickItem) -> dict[str, QQuickItem]:
    """The drawings that have been read, by what they are called."""
    pictures = {str(item.property("size")): item for item in strip.childItems() if item.property("size")}
    return {size: item for size, item in pictures.items() if item.property("implicitWidth")}


def seen(strip: QQuickItem) -> list[str]:
    return [size for size, item in lines(strip).items() if item.isVisible()]


def test_one_drawing_is_seen_and_it_fills_the_strip(strip: QQuickItem) -> None:
    for low, progress, size in ((False, -1, "1920x96"), (True, -1, "low-1920x46"), (False, 0.5, "journey-1920x76")):
        strip.setProperty("low", low)
        strip.setProperty("progress", progress)
        assert seen(strip) == [size]
        assert lines(strip)[size].height() == strip.height()


def test_a_drawing_is_read_when_it_is_first_shown_and_never_again(strip: QQuickItem, qtbot: QtBot) -> None:
    assert list(lines(strip)) == ["1920x96"]
    strip.setProperty("low", True)
    met = lines(strip)
    assert set(met) == {"1920x96", "low-1920x46"}
    loads: list[str] = []
    for size, item in met.items():
        item.statusChanged.connect(lambda status, size=size: loads.append(size))
    for low in (False, True, False):
        strip.setProperty("low", low)
    assert loads == []
    assert seen(strip) == ["1920x96"]
