"""The first video frame of one clip: video_child.py bare CLIP | kiosk FOLDER. Says milliseconds, several times."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

TESTS = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(TESTS), str(TESTS.parent)]

from bench.screen_kiosk import make_kiosk  # noqa: E402
from PySide6.QtCore import QEvent, QEventLoop, QUrl  # noqa: E402
from PySide6.QtGui import QGuiApplication  # noqa: E402
from PySide6.QtMultimedia import QVideoSink  # noqa: E402
from PySide6.QtQml import QQmlApplicationEngine  # noqa: E402
from PySide6.QtQuick import QQuickItem, QQuickWindow  # noqa: E402

TIMES = 6
PATIENCE_S = 20


def first_frame(root: QQuickWindow, begin: Callable[[], object]) -> float:
    """Milliseconds from `begin` until the window's video output shows a frame."""
    came: list[float] = []
    before = _sinks(root)  # of the clip before; kept, so that they are told from new ones
    began = time.perf_counter()
    begin()
    connected = False  # looked for once in the tree, where the kiosk's screen has hundreds of items, not in each round
    while not came and time.perf_counter() - began < PATIENCE_S:
        QGuiApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 2)
        sinks = [] if connected else [sink for sink in _sinks(root) if sink not in before]
        if sinks:
            connected = True
            for sink in sinks:
                sink.videoFrameChanged.connect(
                    lambda frame: came.append(time.perf_counter()) if frame.isValid() else None
                )
                if sink.videoFrame().isValid():
                    came.append(time.perf_counter())
    if not came:
        raise RuntimeError("no video frame came")
    return 1000 * (came[0] - began)


def _sinks(root: QQuickWindow) -> list[QVideoSink]:
    outputs = (item for item in root.findChildren(QQuickItem) if item.inherits("QQuickVideoOutput"))
    return [sink for item in outputs if isinstance(sink := item.property("videoSink"), QVideoSink)]


def bare(clip: Path) -> list[float]:
    """A new MediaPlayer for each time, as the kiosk has one for each clip."""
    app = QGuiApplication([])
    engine = QQmlApplicationEngine()
    engine.load(QUrl.fromLocalFile(str(Path(__file__).with_name("BarePlayer.qml"))))
    root = engine.rootObjects()[0]
    assert isinstance(root, QQuickWindow)
    found = []
    for _ in range(TIMES):
        found.append(first_frame(root, lambda: root.setProperty("clip", QUrl.fromLocalFile(str(clip)))))
        root.setProperty("clip", QUrl())
        _rest()
    app.quit()
    return found


def kiosk(folder: Path) -> list[float]:
    """The player's screen, opened by its card."""
    from windows import OpenWindow

    app = QGuiApplication([])
    booth = make_kiosk(folder)
    window = OpenWindow(booth.kiosk)
    found = []
    for _ in range(TIMES):
        window.kiosk.shell.home()
        window.settle()
        _rest()
        found.append(
            first_frame(window.root, lambda: window.kiosk.shell.openScreen("player", {"department": "d01", "at": 0.0}))
        )
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
