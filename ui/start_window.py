"""The window before there is a kiosk: enrolment, or what went wrong. The same look, language and display settings."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

from PySide6.QtCore import QObject, QSize, Slot
from PySide6.QtQuick import QQuickWindow

from ui.camera import CodeCamera
from ui.engine import Engine
from ui.jobs import JobRunner, SupportsSubmit
from ui.scanning import KeyboardScanner
from ui.viewmodels.facts import KioskFacts
from ui.viewmodels.shell import Frame, Shell

ENROL, FATAL = "enrol", "fatal"


class StartShell(Shell):
    """A shell whose home is the one screen it was made for. Nothing ends a visit: there are no visitors yet."""

    def begin(self, screen: str, model: QObject) -> None:
        """Show the one screen."""
        self._show(Frame(screen, model))

    @Slot()
    def home(self) -> None:
        """Back to the one screen, with what was entered there."""
        while self.canGoBack:
            self.back()

    @Slot()
    def resetVisit(self) -> None:
        """There is nothing to forget."""
        self.home()


MakeModel: TypeAlias = "Callable[[JobRunner, CodeCamera | None], QObject]"


class StartWindow(QObject):
    """Everything that lives as long as the window."""

    def __init__(
        self, screen: str, make: MakeModel, pass_on: bool = False, executor: SupportsSubmit | None = None
    ) -> None:
        """`make` builds the view model of `screen`, enrol or fatal; only enrolment looks for codes."""
        super().__init__()
        self.jobs = JobRunner(executor)
        self.camera = CodeCamera(executor=executor) if screen == ENROL else None
        self.scanner = KeyboardScanner(pass_on=pass_on)
        self.shell = StartShell(_FACTORIES, KioskFacts())
        self.engine = Engine(self.shell)
        self.scanner.scanned.connect(self.shell.scanned)
        if self.camera is not None:
            self.camera.scanned.connect(self.shell.scanned)
            self.camera.watch(True)
        self.shell.begin(screen, make(self.jobs, self.camera))

    def open(self, size: QSize, px_per_mm: float, frame: bool) -> QQuickWindow:
        """Load the window, hidden. Raises RuntimeError if the QML does not load."""
        return self.engine.load(size, px_per_mm, frame)

    @property
    def filters(self) -> tuple[QObject, ...]:
        """Event filters for the application, in the order of installing."""
        return (self.scanner,)

    def close(self) -> None:
        """End everything."""
        if self.camera is not None:
            self.camera.close()
        self.jobs.close()
        dispose = getattr(self.shell.model, "dispose", None)
        self.engine.close()
        if dispose is not None:
            dispose()


def _plain(args: Mapping[str, object]) -> QObject:
    return QObject()


_FACTORIES = {"display": _plain, "help": _plain}
