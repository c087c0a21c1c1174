"""What every window is loaded with: our own QML, pictures drawn on demand, two languages that change live."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow

from ui.images import IconProvider, QrProvider, ShadowProvider
from ui.letters import draw_letters_natively
from ui.options import px_per_mm as px_per_mm
from ui.translations import TsTranslator
from ui.viewmodels.shell import Shell

QML = Path(__file__).resolve().parent / "qml"


class Engine(QObject):
    """The QML engine of one window and its translations. Close it before the view models."""

    def __init__(self, shell: Shell, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        draw_letters_natively()
        self._english = TsTranslator("en", self)
        self.qml = QQmlApplicationEngine()
        self.qml.addImportPath(str(QML))
        self.qml.addImageProvider("icon", IconProvider())
        self.qml.addImageProvider("qr", QrProvider())
        self.qml.addImageProvider("shadow", ShadowProvider())
        shell.languageChanged.connect(self._retranslate)

    def load(self, size: QSize, px_per_mm: float, frame: bool) -> QQuickWindow:
        """Load Main.qml, hidden. Raises RuntimeError if it does not load, which is a defect."""
        given = {"shell": self._shell, "pxPerMm": px_per_mm, "width": size.width(), "height": size.height()}
        self.qml.setInitialProperties(given)
        self.qml.load(QUrl.fromLocalFile(str(QML / "SanMin" / "Main.qml")))
        if not self.qml.rootObjects():
            raise RuntimeError("Main.qml did not load")
        window = self.qml.rootObjects()[0]
        assert isinstance(window, QQuickWindow)
        if not frame:
            window.setFlag(Qt.WindowType.FramelessWindowHint)
        return window

    def close(self) -> None:
        """QML goes first, so that nothing is bound to what goes away."""
        self._shell.languageChanged.disconnect(self._retranslate)  # its idle clock may still end the visit
        if (app := QGuiApplication.instance()) is not None:
            app.removeTranslator(self._english)
        for root in self.qml.rootObjects():
            root.deleteLater()
        self.qml.deleteLater()
        QGuiApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def _retranslate(self) -> None:
        app = QGuiApplication.instance()
        if app is None:
            return
        if self._shell.language == "en":
            app.installTranslator(self._english)
        else:
            app.removeTranslator(self._english)
        self.qml.retranslate()
