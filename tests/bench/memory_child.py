"""Memory over many visits or clips: memory_child.py visits|clips FOLDER NUMBER. Says resident MB after each tenth."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

TESTS = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(TESTS), str(TESTS.parent)]

import psutil  # noqa: E402
from bench.screen_kiosk import make_kiosk  # noqa: E402
from PySide6.QtCore import QEvent, QEventLoop  # noqa: E402
from PySide6.QtGui import QGuiApplication  # noqa: E402
from windows import OpenWindow  # noqa: E402

from ui.giving_back import SOON_MS  # noqa: E402

VISIT = ("departments", "suggest", "follow", "sign-in", "display", "help")
CLIP_S = 0.4


def main(what: str, folder: Path, number: int) -> None:
    """Runs them all in one window."""
    app = QGuiApplication([])
    booth = make_kiosk(folder)
    window = OpenWindow(booth.kiosk)
    sizes, process = [], psutil.Process()
    for place in range(number):
        visit(window) if what == "visits" else clip(window)
        # Outside of exec() nothing that was left by deleteLater goes away by itself.
        QGuiApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        if (place + 1) % max(1, number // 10) == 0:
            rest(2 * SOON_MS / 1000)  # the kiosk tidies up by itself once nobody is there
            sizes.append(process.memory_info().rss / 2**20)
    window.close()
    booth.close()
    app.quit()
    print(json.dumps(sizes))


def visit(window: OpenWindow) -> None:
    """Somebody looks at many screens, then the visit ends as it does when nobody is there any more."""
    shell = window.kiosk.shell
    for screen in VISIT:
        shell.home()
        window.settle()
        shell.openScreen(screen, {})
        window.settle()
    shell.resetVisit()
    window.settle()


def clip(window: OpenWindow) -> None:
    """Somebody opens the player, it plays a moment, and the visit ends."""
    shell = window.kiosk.shell
    shell.home()
    shell.openScreen("player", {"department": "d01", "at": 0.0})
    rest(CLIP_S)
    shell.resetVisit()
    window.settle()


def rest(seconds: float) -> None:
    """Only what the window does by itself."""
    began = time.perf_counter()
    while time.perf_counter() - began < seconds:
        QGuiApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]))
