"""The first picture: the attract loop's, touchable while the kiosk is loaded and opened behind it.

Only Qt and one small QML file are needed for it. What was touched is not lost: the kiosk begins at the home screen.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow

from ui.images import IconProvider, ShadowProvider
from ui.letters import draw_letters_natively

QML = Path(__file__).resolve().parent / "qml"


class OpeningWindow(QObject):
    """Stays until `close`; the kiosk's own window comes up over it."""

    def __init__(self, size: QSize, px_per_mm: float, frame: bool) -> None:
        """Raises RuntimeError if the QML does not load."""
        super().__init__()
        draw_letters_natively()
        self._engine = QQmlApplicationEngine()
        self._engine.addImportPath(str(QML))
        self._engine.addImageProvider("icon", IconProvider())
        self._engine.addImageProvider("shadow", ShadowProvider())
        given = {"pxPerMm": px_per_mm, "width": size.width(), "height": size.height()}
        self._engine.setInitialProperties(given)
        self._engine.load(QUrl.fromLocalFile(str(QML / "SanMin" / "Opening.qml")))
        roots = self._engine.rootObjects()
        if not roots or not isinstance(roots[0], QQuickWindow):
            raise RuntimeError("Opening.qml did not load")
        self.window: QQuickWindow = roots[0]
        if not frame:
            self.window.setFlag(Qt.WindowType.FramelessWindowHint)

    @property
    def touched(self) -> bool:
        """Whether somebody asked to begin."""
        return bool(self.window.property("touched"))

    def close(self) -> None:
        """Away with it."""
        self.window.hide()
        self.window.deleteLater()
        self._engine.deleteLater()
        QGuiApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
