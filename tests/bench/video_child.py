"""From a touch to the first picture of a clip: video_child.py bare CLIP | kiosk FOLDER. Says milliseconds, often."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

TESTS = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(TESTS), str(TESTS.parent)]

from bench.screen_kiosk import make_kiosk  # noqa: E402
from PySide6.QtCore import QEvent, QEventLoop, QObject, QPoint, Qt, QUrl, Slot  # noqa: E402
from PySide6.QtGui import QGuiApplication  # noqa: E402
from PySide6.QtMultimedia import QVideoFrame, QVideoSink  # noqa: E402
from PySide6.QtQml import QQmlApplicationEngine  # noqa: E402
from PySide6.QtQuick import QQuickWindow  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402

TIMES = 9
PATIENCE_S = 20
QUEUED = Qt.ConnectionType.QueuedConnection
"""Told of in the order in which it happened on the threads that decode and draw; they must not wait for Python."""


class Screen(QObject):
    """A window whose video output is called `picture`, and the moment a clip's first frame is on the screen."""

    def __init__(self, root: QQuickWindow) -> None:
        super().__init__()
        self._root = root
        self._finger = QTest.createTouchDevice()
        self._came = self._taken = self._shown = 0.0  # decoded; taken over for drawing; drawn
        root.beforeSynchronizing.connect(self._take, QUEUED)
        root.frameSwapped.connect(self._show, QUEUED)

    def first_picture(self, at: QPoint, rest: Callable[[], object]) -> float:
        """Milliseconds from the end of a touch to the first picture. The press before it has been answered."""
        QTest.touchEvent(self._root, self._finger).press(0, at, self._root).commit()
        rest()
        self._came = self._taken = self._shown = 0.0
        sink, began = None, time.perf_counter()
        QTest.touchEvent(self._root, self._finger).release(0, at, self._root).commit()
        while not self._shown and time.perf_counter() - began < PATIENCE_S:
            sink = sink or self._watch()
            QGuiApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 2)
        if not self._shown:
            raise RuntimeError("no picture came")
        return 1000 * (self._shown - began)

    def _watch(self) -> QVideoSink | None:
        output = self._root.findChild(QObject, "picture")
        sink = output.property("videoSink") if output is not None else None
        if not isinstance(sink, QVideoSink):
            return None
        sink.videoFrameChanged.connect(self._come, QUEUED)
        self._come(sink.videoFrame())
        return sink

    @Slot(QVideoFrame)
    def _come(self, frame: QVideoFrame) -> None:
        if frame.isValid():
            self._came = self._came or time.perf_counter()

    @Slot()
    def _take(self) -> None:
        if self._came and not self._taken:
            self._taken = time.perf_counter()

    @Slot()
    def _show(self) -> None:
        if self._taken and not self._shown:
            self._shown = time.perf_counter()


def bare(clip: Path) -> list[float]:
    """A new MediaPlayer for each time, as the kiosk has one for each clip."""
    app = QGuiApplication([])
    engine = QQmlApplicationEngine()
    engine.setInitialProperties({"clip": QUrl.fromLocalFile(str(clip))})
    engine.load(QUrl.fromLocalFile(str(Path(__file__).with_name("BarePlayer.qml"))))
    root = engine.rootObjects()[0]
    assert isinstance(root, QQuickWindow)
    _rest()
    screen = Screen(root)
    found = []
    for _ in range(TIMES):
        found.append(screen.first_picture(QPoint(400, 400), _rest))
        root.setProperty("wanted", False)
        _rest()
    app.quit()
    return found


def kiosk(folder: Path) -> list[float]:
    """The player's screen, opened by the card of a department's report."""
    from windows import OpenWindow

    app = QGuiApplication([])
    booth = make_kiosk(folder)
    window = OpenWindow(booth.kiosk)
    window.kiosk.shell.toggleCalm()  # with motion, as it is delivered
    screen = Screen(window.root)
    found = []
    for _ in range(TIMES):
        window.kiosk.shell.home()
        window.kiosk.shell.openScreen("department", {"id": "d01"})
        window.kiosk.visit.positions.clear()  # from its beginning
        window.settle()
        _rest()
        found.append(screen.first_picture(window.middle("play-report"), _rest))
    window.close()
    booth.close()
    app.quit()
    return found


def _rest() -> None:
    began = time.perf_counter()
    while time.perf_counter() - began < 0.5:
        QGuiApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)
    QGuiApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


if __name__ == "__main__":
    print(json.dumps(bare(Path(sys.argv[2])) if sys.argv[1] == "bare" else kiosk(Path(sys.argv[2]))))
