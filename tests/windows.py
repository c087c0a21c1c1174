"""A kiosk's real window without a display, touched like a person touches it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEventLoop, QObject, QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest

from kiosk.services.kiosk import Kiosk
from ui.app import NO_PORTS, Card, KioskWindow, Options
from ui.engine import px_per_mm
from ui.jobs import ManualExecutor
from ui.scanning import GAP_MS
from ui.viewmodels.staff_ports import StaffPorts

LANDSCAPE, PORTRAIT = QSize(1920, 1080), QSize(1080, 1920)
PATIENT_MS = 60_000


class OpenWindow:
    """The window with everything behind it. Jobs run when `settle` is called, never by themselves."""

    def __init__(
        self,
        kiosk: Kiosk,
        size: QSize = LANDSCAPE,
        cards: tuple[Card, ...] = (),
        staff: StaffPorts = NO_PORTS,
    ) -> None:
        self.executor = ManualExecutor()
        options = Options(windowed=True, cards=cards)
        self.kiosk = KioskWindow(kiosk, lambda: False, options, self.executor, staff=staff)
        self.root: QQuickWindow = self.kiosk.open(size, px_per_mm(size, None), frame=False)
        self.finger = QTest.createTouchDevice()
        app = QGuiApplication.instance()
        assert app is not None
        self._filters: tuple[QObject, ...] = self.kiosk.filters
        for watching in self._filters:
            app.installEventFilter(watching)
        self.root.show()
        self.root.requestActivate()
        self.kiosk.shell.toggleCalm()
        self.settle()

    @property
    def shell(self) -> QObject:
        return self.kiosk.shell

    @property
    def screen(self) -> str:
        """The screen that is shown."""
        return str(self.kiosk.shell.screen)

    def settle(self) -> None:
        """Run the jobs that wait and let the window take in what they brought."""
        for _ in range(4):
            self.executor.run_all()
            QGuiApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        self.root.grabWindow()  # rows and columns put their items in place only for a frame

    def find(self, name: str) -> QQuickItem:
        """The visible item with this object name."""
        found = [item for item in _below(self.root.contentItem()) if item.objectName() == name and item.isVisible()]
        assert found, f"{name} is not on the screen; there are {sorted(self.names())}"
        return found[-1]

    def names(self) -> set[str]:
        """Object names of everything visible."""
        return {item.objectName() for item in _below(self.root.contentItem()) if item.isVisible() and item.objectName()}

    def words(self) -> list[str]:
        """All texts that are seen, without the marks that keep characters on one line."""
        texts = (item for item in _below(self.root.contentItem()) if item.inherits("QQuickText") and item.isVisible())
        return [str(item.property("text")).replace("\u2060", "") for item in texts if item.property("text")]

    def middle(self, name: str) -> QPoint:
        """The middle of an item, in the window."""
        item = self.find(name)
        return item.mapToScene(QPointF(item.width() / 2, item.height() / 2)).toPoint()

    def tap(self, *names: str) -> None:
        """Touch items one after the other, each once its screen has settled."""
        for name in names:
            self.tap_at(self.middle(name))
            self.settle()

    def tap_at(self, point: QPoint) -> None:
        """One short touch."""
        QTest.touchEvent(self.root, self.finger).press(0, point, self.root).commit()
        QTest.touchEvent(self.root, self.finger).release(0, point, self.root).commit()

    def keys(self, text: str, enter: bool = True) -> None:
        """What a scanner types, without a pause however busy the machine is."""
        self.kiosk.scanner.set_gap(PATIENT_MS)
        for character in text:
            QTest.keyClick(self.root, character)  # type: ignore[call-overload]  # the stubs leave windows out
        if enter:
            QTest.keyClick(self.root, Qt.Key.Key_Return)
        self.kiosk.scanner.set_gap(GAP_MS)

    def close(self) -> None:
        app = QGuiApplication.instance()
        assert app is not None
        for watching in self._filters:
            app.removeEventFilter(watching)
        self.root.hide()
        self.kiosk.close()
        QGuiApplication.processEvents()


@contextmanager
def opened(
    kiosk: Kiosk, size: QSize = LANDSCAPE, cards: tuple[Card, ...] = (), staff: StaffPorts = NO_PORTS
) -> Iterator[OpenWindow]:
    """A window as long as the block lasts."""
    window = OpenWindow(kiosk, size, cards, staff)
    try:
        yield window
    finally:
        window.close()


def _below(item: QQuickItem) -> Iterator[QQuickItem]:
    yield item
    for child in item.childItems():
        yield from _below(child)
