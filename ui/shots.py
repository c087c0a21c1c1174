"""Every screen as a picture, without a display: the same QML, view models and kiosk as at a venue.

Without a display video is not drawn (the software renderer has none): the clip's still stands in.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QEventLoop, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest

from kiosk.services.kiosk import Kiosk
from ui.app import Card, KioskWindow, Options
from ui.engine import px_per_mm
from ui.jobs import ManualExecutor
from ui.shots_scenes import Stage, scene_names, scenes
from ui.shots_staff import PORTS
from ui.viewmodels.shell import Shell

VIDEO_SCENES = frozenset({"player", "attract-clip"})
VIDEO_MS = 2_500
"""Until a clip has begun on software GL."""
SETTLE = 50
"""Most turns of the event loop until a screen stands still."""
LEAST_TURNS = 3
MOST_FRAMES = 12
"""Until a screen is taken as it is: some show a moving thing, such as how to hold the card."""
Holding = Literal["day", "results", "nothing"]
"""What a kiosk holds: the day's content, the released results as well, or nothing yet."""
SIZES = {"landscape": QSize(1920, 1080), "portrait": QSize(1080, 1920)}


@dataclass(frozen=True, slots=True)
class Look:
    """One arrangement to look at."""

    language: str
    mode: str
    orientation: str

    def exists_for(self, scene: str) -> bool:
        """The attract loop begins every visit: it is always Chinese and normal."""
        return not scene.startswith("attract") or (self.language, self.mode) == ("zh", "normal")

    def apply(self, shell: Shell) -> None:
        """Set language and mode as a person would; modes joined by + are on together."""
        modes = self.mode.split("+")
        if self.language == "en":
            shell.toggleLanguage()
        if "elder" in modes:
            shell.toggleElder()
        if "contrast" in modes:
            shell.toggleContrast()
        if "lowered" in modes:
            shell.toggleLowered()
        shell.toggleCalm()


class Photographer:
    """Opens windows and takes pictures. `open_kiosk` gives a fresh kiosk, so that scenes do not disturb each other.

    It is told what the kiosk holds.
    """

    def __init__(
        self, open_kiosk: Callable[[Holding], Kiosk], cards: tuple[Card, ...], receipts: tuple[str, ...]
    ) -> None:
        self._app = QGuiApplication.instance() or QGuiApplication([])
        gc.disable()  # Qt's objects may only end on this thread (ui/collecting.py); collected after each picture
        gc.freeze()  # what was there before stays; going through it again after each picture took a third of the time
        self._open_kiosk = open_kiosk
        self._cards = cards
        self._receipts = receipts

    def take(self, name: str, look: Look, path: Path) -> None:
        """One scene in one look as a PNG."""
        with self.visit(name, look) as stage:
            path.parent.mkdir(parents=True, exist_ok=True)
            if name in VIDEO_SCENES and QGuiApplication.platformName() == "xcb":
                QTest.qWait(VIDEO_MS)
                stage.settle()
            stage.root.grabWindow().save(str(path))

    @contextmanager
    def visit(self, name: str, look: Look) -> Iterator[Stage]:
        """One scene in one look, as long as the block lasts."""
        with self._stage(look, holding_of(name)) as stage:
            look.apply(stage.shell)
            stage.open("home")
            scenes(self._cards, _longest(stage), self._receipts)[name](stage)
            stage.settle()
            self._come_to_rest(stage.root)
            yield stage

    @contextmanager
    def _stage(self, look: Look, holding: Holding) -> Iterator[Stage]:
        kiosk, executor, size = self._open_kiosk(holding), ManualExecutor(), SIZES[look.orientation]
        window = KioskWindow(kiosk, lambda: False, Options(windowed=True, cards=self._cards), executor, staff=PORTS)
        executor.run_all()

        def settle() -> None:
            for turn in range(SETTLE):
                executor.run_all()
                self._process_events()
                if turn >= LEAST_TURNS and _has_arrived(root):
                    break

        root = window.open(size, px_per_mm(size, None), frame=False)
        root.show()
        settle()
        try:
            yield Stage(window, root, settle)
        finally:
            root.hide()
            window.close()
            kiosk.close()
            self._process_events()
            gc.collect()

    def _come_to_rest(self, root: QQuickWindow) -> None:
        """Draw until nothing moves any more: letters that are fitted and rows that grow ask for another frame."""
        before: list[tuple[float, ...]] = []
        for _ in range(MOST_FRAMES):
            root.grabWindow()
            self._process_events()
            now = list(_places(root.contentItem()))
            if now == before:
                break
            before = now

    def _process_events(self) -> None:
        self._app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)


def holding_of(name: str) -> Holding:
    """What a kiosk must hold for this scene."""
    return "results" if "results" in name else "nothing" if name == "home-empty" else "day"


def _longest(stage: Stage) -> str:
    """The department with the longest name, if there is content."""
    library = stage.window.context.kiosk.library
    return "" if library.is_empty else max(library.campaign.departments, key=lambda d: len(d.name.en)).id


def _places(item: QQuickItem) -> Iterator[tuple[float, ...]]:
    """Where everything seen lies within what it lies in."""
    yield item.x(), item.y(), item.width(), item.height()
    for child in item.childItems():
        if child.isVisible():
            yield from _places(child)


def _has_arrived(root: QQuickWindow) -> bool:
    """Whether the screen has come to rest: it fades in."""
    screen = root.findChild(QQuickItem, "screen")
    return screen is None or (screen.opacity() == 1.0 and screen.x() == 0)


def wanted_shots(only: str, looks: list[Look], *, with_video: bool | None) -> list[tuple[str, Look]]:
    """The scenes whose name contains `only`, in all looks they exist in; with or without video, None for both."""
    names = [name for name in scene_names() if only in name and with_video in (None, name in VIDEO_SCENES)]
    return [(name, look) for name in names for look in looks if look.exists_for(name)]


def take_shots(
    photographer: Photographer, out: Path, wanted: list[tuple[str, Look]], told: Callable[[int, int], None]
) -> None:
    """Take every picture."""
    for done, (name, look) in enumerate(wanted, 1):
        photographer.take(name, look, out / f"{name}-{look.language}-{look.mode}-{look.orientation}.png")
        told(done, len(wanted))
