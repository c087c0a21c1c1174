"""What is on the screen: the kiosk, or enrolment, or what went wrong; and the end, with a code for systemd."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from types import TracebackType

from PySide6.QtCore import QObject, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtQuick import QQuickWindow

from kiosk.services.kiosk import Kiosk
from kiosk.storage.errors import NotEnrolled
from kiosk.storage.runs import End, Runs
from kiosk.version import VERSION
from ui.app import KioskWindow, Pacing
from ui.exits import LEFT, RESTART
from ui.fatal import Fault, FaultCode, LastPicture, derive_fault
from ui.fonts import lacks_fonts
from ui.opening import OpeningWindow
from ui.options import Options, px_per_mm
from ui.repairs import Limits, Repairs
from ui.start_window import ENROL, FATAL, StartWindow
from ui.viewmodels.enrol import Enrol, EnrolModel
from ui.viewmodels.fatal import FatalModel
from ui.viewmodels.shell import Shell
from ui.viewmodels.staff_ports import StaffPorts
from ui.watchdog import Notifier, Watchdog

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Machine:
    """What the command line gives; every callable blocks.

    `open` raises NotEnrolled or what else is wrong. `name` is empty if the identity cannot be read. `mend_content`
    takes content that does not verify out of force. `syncing` is how an opened kiosk talks to its server. `begun` is
    told once a kiosk or its enrolment has drawn its first frame: this version works (ADR 44). `staffing` makes what the
    staff's screens are given, of the opened kiosk and its sync.
    """

    open: Callable[[], Kiosk]
    name: Callable[[], str]
    mend_content: Callable[[], None]
    enrol: Enrol
    syncing: Callable[[Kiosk], tuple[Callable[[], bool], Pacing]]
    limits: Callable[[], Limits]
    begun: Callable[[], None]
    runs: Runs
    address: str = ""
    staffing: Callable[[Kiosk, Callable[[], bool]], StaffPorts] = lambda kiosk, sync: StaffPorts()
    lacks_fonts: Callable[[], bool] = lacks_fonts


class Device(QObject):
    """One run of the machine. Everything happens on the GUI thread."""

    def __init__(
        self,
        app: QGuiApplication,
        machine: Machine,
        options: Options,
        notifier: Notifier,
        watched_s: float | None,
        opening: OpeningWindow | None = None,
    ) -> None:
        """`watched_s` is after how many seconds of silence systemd ends this process; `opening` is shown until now."""
        super().__init__()
        self._app, self._machine, self._options, self._notifier = app, machine, options, notifier
        self._watchdog = Watchdog(notifier, watched_s, parent=self)
        self._kiosk: Kiosk | None = None
        self._repairs: Repairs | None = None
        self._window: KioskWindow | StartWindow | None = None
        self._shown: QWindow | None = None
        self._opening = opening
        self._gone: list[object] = []  # kept: Python's collector would end their Qt objects on whatever thread it runs
        self._drawn = self._mended = False
        self.end = End.STOPPED

    def start(self) -> None:
        """Show what can be shown."""
        self._watchdog.start()
        if self._machine.lacks_fonts():
            self._stop_with(Fault(FaultCode.FONTS, self._machine.name()))
            return
        self._open()

    @property
    def shown(self) -> QWindow | None:
        """What is on the screen."""
        return self._shown

    @property
    def shell(self) -> Shell | None:
        """Of the window that is up; None under the last picture."""
        return None if self._window is None else self._window.shell

    def close(self) -> None:
        """End everything, the window before the kiosk."""
        self._watchdog.watch(None)
        self._take_down()
        self._notifier.send("STOPPING=1")

    def restart_after_visit(self, why: End) -> None:
        """Start anew as soon as nobody is at the screen."""
        if self._repairs is not None:
            self._repairs.restart_after_visit(why)
        else:
            self._restart(why.value)

    def defect(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """For sys.excepthook: what nobody caught in a slot."""
        if self._repairs is not None and issubclass(kind, Exception):
            self._repairs.defect(kind, error, trace)
        else:
            sys.__excepthook__(kind, error, trace)

    @Slot()
    def _open(self) -> None:
        try:
            kiosk = self._machine.open()
        except NotEnrolled:
            self._show_enrolment()
        except Exception as error:  # whatever it is: never a black screen
            self._failed(error)
        else:
            self._show_kiosk(kiosk)

    def _failed(self, error: Exception) -> None:
        fault = derive_fault(error, self._machine.name())
        logger.error("cannot start: %s (%s)", fault.code.value, type(error).__name__)
        if fault.code is FaultCode.CONTENT and not self._mended:
            self._mended = True
            self._machine.runs.repaired("content")
            self._machine.mend_content()
            self._open()
        else:
            self._stop_with(fault)

    def _show_kiosk(self, kiosk: Kiosk) -> None:
        sync, pacing = self._machine.syncing(kiosk)
        staff = replace(self._machine.staffing(kiosk, sync), restart=self._restart_for_staff, leave=self._leave)
        window = KioskWindow(kiosk, sync, self._options, pacing=pacing, staff=staff)
        if not self._show(window, works=True):
            window.close()
            kiosk.close()
            self._stop_with(Fault(FaultCode.SCREENS, kiosk.identity.kiosk))
            return
        self._kiosk = kiosk
        camera = window.camera
        repairs = Repairs(
            window.shell, window.jobs, kiosk.health, kiosk.journal.state, lambda: camera.present, self._machine.limits()
        )
        repairs.restartWanted.connect(self._restart)
        repairs.start()
        self._repairs = repairs
        self._watchdog.watch(window.jobs)
        window.start_syncing()

    def _show_enrolment(self) -> None:
        machine, windowed = self._machine, self._options.windowed
        window = StartWindow(
            ENROL,
            lambda jobs, camera: EnrolModel(machine.enrol, jobs, self._enrolled, machine.address, camera),
            pass_on=windowed,
        )
        if not self._show(window, works=True):
            window.close()
            self._stop_with(Fault(FaultCode.SCREENS))

    def _enrolled(self) -> None:
        QTimer.singleShot(0, self, self._open)

    def _stop_with(self, fault: Fault) -> None:
        window = StartWindow(FATAL, lambda jobs, camera: FatalModel(fault, VERSION, self._try_again))
        if fault.code is FaultCode.FONTS:
            window.shell.toggleLanguage()  # English needs no Chinese letters
        if not self._show(window, works=False):
            window.close()
            self._put_up(None, LastPicture(fault, VERSION))
            self._end_opening()
            self._ready()

    def _try_again(self) -> None:
        """A new process: what was broken may have been mended in the program's files too."""
        QTimer.singleShot(0, self, lambda: self._restart(""))

    def _show(self, window: KioskWindow | StartWindow, works: bool) -> bool:
        """Put up a window; False if its screens cannot be loaded."""
        options = self._options
        screen = self._app.primaryScreen().size()
        size = QSize(*options.window(screen.toTuple()))
        try:
            quick = window.open(size, px_per_mm(size, options.diagonal_in), frame=options.windowed)
        except RuntimeError:
            logger.error("the screens cannot be loaded")
            return False
        self._drawn = False
        quick.frameSwapped.connect(lambda: self._first_frame(works), Qt.ConnectionType.QueuedConnection)
        quick.sceneGraphError.connect(self._graphics_failed, Qt.ConnectionType.QueuedConnection)
        for watching in window.filters:
            self._app.installEventFilter(watching)
        self._put_up(window, quick)
        return True

    def _put_up(self, window: KioskWindow | StartWindow | None, shown: QWindow) -> None:
        """The new window first, then the old one away: between them there is never nothing."""
        before, before_shown = self._window, self._shown
        if self._options.windowed:
            shown.show()
        else:
            shown.showFullScreen()
        self._window, self._shown = window, shown
        self._gone += [before, before_shown]
        _take_down(self._app, before, before_shown)

    def _take_down(self) -> None:
        if self._repairs is not None:
            self._repairs.stop()
        _take_down(self._app, self._window, self._shown)
        self._gone += [self._window, self._shown, self._repairs]
        self._window = self._shown = self._repairs = None
        if self._kiosk is not None:
            self._kiosk.close()
            self._kiosk = None

    def _first_frame(self, works: bool) -> None:
        if self._drawn:
            return
        self._drawn = True
        self._end_opening()
        self._ready()
        if works:
            self._machine.begun()

    def _end_opening(self) -> None:
        """The first picture goes once there is another over it; a touch that it took leads where it would have led."""
        opening, self._opening = self._opening, None
        if opening is None:
            return
        touched = opening.touched
        opening.close()
        self._gone.append(opening)
        if touched and isinstance(self._window, KioskWindow):
            self._window.shell.home()

    def _ready(self) -> None:
        self._notifier.send("READY=1", f"STATUS={VERSION}")

    def _graphics_failed(self, error: QQuickWindow.SceneGraphError, words: str) -> None:
        logger.error("graphics: %s", error)
        self._machine.runs.repaired("graphics")
        self._restart(End.SCREEN.value)

    def _restart_for_staff(self) -> None:
        self._restart(End.STAFF.value)

    def _leave(self) -> None:
        self.end = End.STAFF
        self._app.exit(LEFT)

    @Slot(str)
    def _restart(self, why: str) -> None:
        self.end = End(why) if why else End.STOPPED
        self._app.exit(RESTART)


def _take_down(app: QGuiApplication, window: KioskWindow | StartWindow | None, shown: QWindow | None) -> None:
    if shown is not None:
        shown.hide()
    if window is not None:
        for watching in window.filters:
            app.removeEventFilter(watching)
        window.close()
