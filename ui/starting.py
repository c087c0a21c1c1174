"""From power to the first screen: the first picture at once, then everything else behind it, then the kiosk.

Loading storage, cryptography and sync takes several times as long as a picture, so they come after its first frame, on
a thread of their own; Qt's objects are made on the GUI thread.
"""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable
from dataclasses import replace
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QGuiApplication

from kiosk.storage.runs import End
from ui.collecting import GuiCollector
from ui.exits import ENDED, RESTART
from ui.fonts import lacks_fonts
from ui.jobs import DATABASE, Err, JobRunner, Ok, Result
from ui.lockdown import lock
from ui.opening import OpeningWindow
from ui.options import Options, px_per_mm
from ui.watchdog import Notifier

if TYPE_CHECKING:
    from kiosk.services.kiosk import Kiosk
    from ui.device import Device, Machine

Loaded = tuple["Machine", "Result[Kiosk]"]


class Start(QObject):
    """One run of the program, on the GUI thread. `device` is there once everything is loaded."""

    def __init__(
        self,
        app: QGuiApplication,
        make: Callable[[], Machine],
        options: Options,
        notifier: Notifier,
        watched_s: float | None,
    ) -> None:
        """`make` is called on another thread and may import what it needs."""
        super().__init__()
        self._app, self._make, self._options = app, make, options
        self._notifier, self._watched_s = notifier, watched_s
        self._jobs = JobRunner(parent=self)
        self.opening: OpeningWindow | None = None
        self._loading = False
        self.machine: Machine | None = None
        self.device: Device | None = None
        self.failed: Exception | None = None

    def begin(self, enrolled: bool) -> None:
        """Show the first picture if this is a kiosk, and load the rest after its first frame."""
        if not enrolled or lacks_fonts():
            self.load()
            return
        screen = self._app.primaryScreen().size()
        size = QSize(*self._options.window(screen.toTuple()))
        try:
            opening = OpeningWindow(size, px_per_mm(size, self._options.diagonal_in), frame=self._options.windowed)
        except RuntimeError:  # the kiosk's own window will say what is wrong
            self.load()
            return
        self.opening = opening
        opening.window.frameSwapped.connect(self._first_picture, Qt.ConnectionType.QueuedConnection)
        if self._options.windowed:
            opening.window.show()
        else:
            opening.window.showFullScreen()

    @Slot()
    def _first_picture(self) -> None:
        if not self._loading:
            self._notifier.send("STATUS=opening")
            self.load()

    def load(self) -> None:
        """Everything else, on the database's thread."""
        self._loading = True
        self._jobs.run(DATABASE, self._load, self._loaded)

    def _load(self) -> Loaded:
        import ui.device  # noqa: F401  # with all that a kiosk needs

        machine = self.machine = self._make()
        machine.runs.begin()
        try:
            return machine, Ok(machine.open())
        except Exception as error:  # the device says what it means
            return machine, Err(error)

    def _loaded(self, result: Result[Loaded]) -> None:
        from ui.device import Device

        if isinstance(result, Err):
            self.failed = result.error
            self._app.exit(1)
            return
        machine, opened = result.value
        machine = replace(machine, open=_Opened(machine.open, opened))
        self.device = Device(self._app, machine, self._options, self._notifier, self._watched_s, self.opening)
        self.device.start()

    def restart_after_visit(self, why: End) -> None:
        """Start anew as soon as nobody is at the screen."""
        if self.device is not None:
            self.device.restart_after_visit(why)
        else:
            self._app.exit(RESTART)

    def defect(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """For sys.excepthook: what nobody caught in a slot."""
        if self.device is not None:
            self.device.defect(kind, error, trace)
        else:
            sys.__excepthook__(kind, error, trace)

    def close(self) -> None:
        """End everything; what is still being loaded is waited for."""
        self._jobs.close()
        if self.device is not None:
            self.device.close()
        elif self.opening is not None:
            self.opening.close()
        if self.machine is not None:
            self.machine.runs.end(End.STOPPED if self.device is None else self.device.end)


class _Opened:
    """Opens a kiosk: the first time what was opened while loading, or what went wrong; then anew."""

    def __init__(self, anew: Callable[[], Kiosk], first: Result[Kiosk]) -> None:
        self._anew, self._first = anew, [first]

    def __call__(self) -> Kiosk:
        if not self._first:
            return self._anew()
        match self._first.pop():
            case Ok(kiosk):
                return kiosk
            case Err(error):
                raise error


def run(
    make: Callable[[], Machine], enrolled: bool, options: Options, notifier: Notifier, watched_s: float | None
) -> int:
    """Run until the end; the exit code. `enrolled`: this machine is a kiosk, so the first picture is true."""
    app = QGuiApplication(sys.argv[:1])
    app.setApplicationName("三民活动")
    collector = GuiCollector()
    locked = None if options.windowed else lock(app)
    start = Start(app, make, options, notifier, watched_s)
    sys.excepthook = start.defect
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: app.exit(ENDED))  # quit() would ask the windows, which never close
    signal.signal(signal.SIGUSR1, lambda *_: start.restart_after_visit(End.UPGRADE))
    beat = QTimer(interval=200)  # lets Python see signals while Qt waits
    beat.timeout.connect(lambda: None)
    beat.start()
    QTimer.singleShot(0, start, lambda: start.begin(enrolled))
    try:
        code = app.exec()
        if start.failed is not None:
            raise start.failed
        return code
    finally:
        sys.excepthook = sys.__excepthook__
        start.close()
        if locked is not None:
            app.removeEventFilter(locked)
        collector.close()
