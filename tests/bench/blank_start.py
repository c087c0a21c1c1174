"""A blank QML window: writes a file when its first frame is on the screen, and stays. blank_start.py MARK."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow


def main(mark: Path) -> None:
    """Until it is killed."""
    app = QGuiApplication(sys.argv[:1])
    engine = QQmlApplicationEngine()
    engine.load(QUrl.fromLocalFile(str(Path(__file__).with_name("Blank.qml"))))
    window = engine.rootObjects()[0]
    assert isinstance(window, QQuickWindow)
    window.frameSwapped.connect(lambda: mark.touch())
    app.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
