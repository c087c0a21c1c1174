"""Frames and touches of one window, timed on its GUI thread: frames_child.py blank | kiosk FOLDER."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

TESTS = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(TESTS), str(TESTS.parent)]

from bench.screen_kiosk import make_kiosk  # noqa: E402
from PySide6.QtCore import QEventLoop, QObject, QPoint, QPointF, QUrl  # noqa: E402
from PySide6.QtGui import QGuiApplication, QImage  # noqa: E402
from PySide6.QtQml import QQmlApplicationEngine  # noqa: E402
from PySide6.QtQuick import QQuickItem, QQuickWindow  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402

TRANSITION_S = 0.6
PATIENCE_S = 20
"""A machine that is very busy draws nothing for longer than a transition lasts."""
TOUCHES = 60
SCREENS: tuple[tuple[str, dict[str, object]], ...] = (
    ("departments", {}),
    ("department", {"id": "d07"}),
    ("suggest", {}),
    ("follow", {}),
    ("sign-in", {}),
    ("display", {}),
    ("help", {}),
)


class Watch:
    """When frames came to the screen."""

    def __init__(self, window: QQuickWindow) -> None:
        self.window = window
        self.at: list[float] = []
        window.frameSwapped.connect(lambda: self.at.append(time.perf_counter()))

    def intervals(self, act: Callable[[], object], seconds: float = TRANSITION_S) -> list[float]:
        """Milliseconds between the frames that follow an act, the first from the act itself."""
        self.at, began = [], time.perf_counter()
        act()
        while (passed := time.perf_counter() - began) < seconds or (not self.at and passed < PATIENCE_S):
            QGuiApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)
        moments = [began, *self.at]
        return [1000 * (b - a) for a, b in pairwise(moments)]

    def answer_to(self, item: QQuickItem, finger: object) -> float | None:
        """Milliseconds from a press to the frame that shows it; None if nothing changed. The press is taken back."""
        middle = item.mapToScene(QPointF(item.width() / 2, item.height() / 2)).toPoint()
        before = self._look(item)
        self.at, began = [], time.perf_counter()
        QTest.touchEvent(self.window, finger).press(0, middle, self.window).commit()
        while not self.at and time.perf_counter() - began < 2:
            QGuiApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 1)
        took = 1000 * (self.at[0] - began) if self.at else None
        changed = self._look(item) != before
        away = QPoint(middle.x(), 5)
        QTest.touchEvent(self.window, finger).move(0, away, self.window).commit()
        QTest.touchEvent(self.window, finger).release(0, away, self.window).commit()
        self._rest()
        return took if changed else None

    def _look(self, item: QQuickItem) -> QImage:
        corner = item.mapToScene(QPointF(0, 0)).toPoint()
        return self.window.grabWindow().copy(corner.x(), corner.y(), int(item.width()), int(item.height()))

    def _rest(self) -> None:
        began = time.perf_counter()
        while time.perf_counter() - began < 0.25:
            QGuiApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)


def blank() -> dict[str, object]:
    """The floor."""
    app = QGuiApplication([])
    engine = QQmlApplicationEngine()
    engine.load(QUrl.fromLocalFile(str(Path(__file__).with_name("Blank.qml"))))
    window = engine.rootObjects()[0]
    assert isinstance(window, QQuickWindow)
    watch = Watch(window)
    watch.intervals(lambda: None)
    patch = window.findChild(QQuickItem, "patch")
    assert patch is not None
    finger = QTest.createTouchDevice()
    touches = [watch.answer_to(patch, finger) for _ in range(TOUCHES)]
    frames = watch.intervals(lambda: window.setProperty("moving", True), 3)
    app.quit()
    return {"frames": frames, "touches": touches}


def kiosk(folder: Path) -> dict[str, object]:
    """Transitions between screens, and presses on the home screen's doors."""
    from windows import OpenWindow

    from ui.pinyin import load_pinyin

    app = QGuiApplication([])
    load_pinyin()  # as a kiosk does behind its first screens
    booth = make_kiosk(folder)
    window = OpenWindow(booth.kiosk)
    watch = Watch(window.root)
    shell = window.kiosk.shell
    shell.toggleCalm()  # with motion, as it is delivered
    frames: list[float] = []
    first: list[float] = []
    for name, given in SCREENS * 2:
        for act in (shell.home, lambda: shell.openScreen(name, given)):  # noqa: B023
            window.settle()
            intervals = watch.intervals(lambda: (act(), window.executor.run_all()))  # noqa: B023
            first.append(intervals[0])
            frames += intervals[1:]
    shell.home()
    window.settle()
    finger = QTest.createTouchDevice()
    doors = _doors(window.root)
    touches = [watch.answer_to(doors[place % len(doors)], finger) for place in range(TOUCHES)]
    window.close()
    booth.close()
    app.quit()
    return {"frames": frames, "first": first, "touches": touches}


def _doors(root: QObject) -> list[QQuickItem]:
    found = [item for item in root.findChildren(QQuickItem) if item.objectName().startswith("door-")]
    assert found, sorted({item.objectName() for item in root.findChildren(QQuickItem) if item.objectName()})
    return [item for item in found if item.isVisible()]


if __name__ == "__main__":
    print(json.dumps(blank() if sys.argv[1] == "blank" else kiosk(Path(sys.argv[2]))))
