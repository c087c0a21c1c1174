"""The shell: which screen is shown, what one visit has changed, and when it ends by itself."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.qml_types import Property, QmlUncreatable
from ui.viewmodels.context import ScreenUnavailable
from ui.viewmodels.facts import KioskFacts
from ui.viewmodels.idle import AWAKE, STAFF_LONGEST_S, IdleKind, IdleState, derive_idle

QML_IMPORT_NAME = "SanMin.Models"
QML_IMPORT_MAJOR_VERSION = 1

logger = logging.getLogger(__name__)

Factory = Callable[[Mapping[str, object]], QObject]

ATTRACT, HOME, OUT_OF_SERVICE = "attract", "home", "out-of-service"
DEFAULT_VOLUME = 0.6
MAX_VOLUME = 0.9
VOLUME_STEP = 0.15
VOLUMES = (0.0, 0.3, 0.6, MAX_VOLUME)
CARD_PREFIX = "SM1:"


@dataclass(slots=True)
class Frame:
    """One screen on the stack with its view model."""

    screen: str
    model: QObject


@QmlElement
@QmlUncreatable("made by ui.app")
class Shell(QObject):
    """Navigation, display settings and the idle clock. Lives as long as the window."""

    screenChanged = Signal()
    progressChanged = Signal()
    settingsChanged = Signal()
    languageChanged = Signal()
    idleChanged = Signal()
    visitEnded = Signal()
    helpChanged = Signal()

    def __init__(
        self,
        factories: Mapping[str, Factory],
        facts: KioskFacts,
        clock: Callable[[], float] = time.monotonic,
        parent: QObject | None = None,
    ) -> None:
        """`factories` makes a screen's view model from its arguments; `clock` is seconds that only rise."""
        super().__init__(parent)
        self._factories = factories
        self._facts = facts
        self._clock = clock
        self._stack: list[Frame] = []
        self._leaving: list[QObject] = []
        self._gone: list[QObject] = []
        self._language = "zh"
        self._elder = self._contrast = self._lowered = self._calm = self._touch_sound = False
        self._volume = DEFAULT_VOLUME
        self._help = False
        self._idle: IdleState = AWAKE
        self._last_touch = clock()
        self._staff_since: float | None = None
        self.usual_volume: Callable[[], float] = lambda: DEFAULT_VOLUME
        self.usual_touch_sound: Callable[[], bool] = lambda: False
        self.mender: Callable[[str], bool] = lambda what: False
        self._timer = QTimer(self, interval=250)
        self._timer.timeout.connect(self.tick)

    def start(self) -> None:
        """Show the attract loop and let the idle clock run."""
        self.resetVisit()
        self._timer.start()

    # -- navigation ---------------------------------------------------------------------------

    @Property(str, notify=screenChanged)
    def screen(self) -> str:
        """Name of the current screen."""
        return self._stack[-1].screen if self._stack else ""

    @Property(QObject, notify=screenChanged)
    def model(self) -> QObject | None:
        """View model of the current screen."""
        return self._stack[-1].model if self._stack else None

    @Property(bool, notify=screenChanged)
    def canGoBack(self) -> bool:
        """Whether there is a screen to go back to."""
        return len(self._stack) > 1

    @Property(float, notify=progressChanged)
    def progress(self) -> float:
        """Where the boat is on the horizon, 0 to 1; −1 for no boat."""
        value = self.model.property("progress") if self._stack and self.model is not None else None
        return float(value) if isinstance(value, (int, float)) else -1.0

    @Property(KioskFacts, constant=True)
    def facts(self) -> KioskFacts:
        """What is known about this kiosk."""
        return self._facts

    @Slot(str)
    def go(self, name: str) -> None:
        """Open a screen that needs no arguments."""
        self.openScreen(name, {})

    @Slot(str, "QVariantMap")
    def openScreen(self, name: str, args: Mapping[str, object]) -> None:
        """Open a screen on top; with `replace` in place of the current one. `home` clears what was below."""
        given = dict(args)
        replace = bool(given.pop("replace", False))
        try:
            frame = Frame(name, self._factories[name](given))
        except (ScreenUnavailable, LookupError, StopIteration):
            logger.info("screen %s cannot be shown now", name)
            if self.screen != HOME:
                self.home()
            return
        if name in (HOME, ATTRACT):
            self._leave_all()
        elif replace and self._stack:
            self._leave(self._stack.pop())
        self._show(frame)

    @Slot()
    def back(self) -> None:
        """One step back: inside the screen if it has steps, else to the screen before."""
        step_back = getattr(self.model, "stepBack", None)
        if step_back is not None and step_back():
            return
        if len(self._stack) > 1:
            self._leave(self._stack.pop())
            refresh = getattr(self.model, "refresh", None)
            if refresh is not None:
                refresh()
            self._announce()
        else:
            self.home()

    @Slot()
    def home(self) -> None:
        """The home screen; what was chosen and not cast is kept until the visit ends."""
        self.openScreen(HOME, {})

    @Slot()
    def endVisit(self) -> None:
        """The person is done: forget everything and begin anew at the home screen."""
        self.resetVisit()
        self.home()

    @Slot()
    def resetVisit(self) -> None:
        """End of a visit: drafts, language, sizes, volume are as for the first visitor; the attract loop runs."""
        self._set_language("zh")
        self._elder = self._contrast = self._lowered = self._calm = False
        self._touch_sound = self.usual_touch_sound()
        self._volume = self.usual_volume()
        self._help = False
        self._staff_since = None
        self.settingsChanged.emit()
        self.helpChanged.emit()
        self.openScreen(ATTRACT, {})
        self.visitEnded.emit()

    @Slot(str, result=bool)
    def failed(self, what: str) -> bool:
        """`player` or `screen` failed; whether it is made anew, so that nothing need be said (ui.repairs)."""
        return self.mender(what)

    def offer(self, name: str, factory: Factory) -> None:
        """One more screen."""
        self._factories = {**self._factories, name: factory}

    def reload(self) -> None:
        """Make the screen anew; its view model, and so all that was entered, stays."""
        self.screenChanged.emit()

    @Slot(str)
    def scanned(self, text: str) -> None:
        """A code from a scanner: the screen that shows takes it; elsewhere a card opens signing in.

        While somebody is in the middle of something else a stray card is ignored: it could be another person's.
        """
        self.touched()
        take = getattr(self.model, "scanned", None)
        if take is not None:
            take(text)
        elif self.screen in (HOME, ATTRACT, OUT_OF_SERVICE):
            if self.screen == ATTRACT:
                self.home()
            self.openScreen("sign-in" if text.startswith(CARD_PREFIX) else "follow", {})
            if self.screen not in (HOME, ATTRACT, OUT_OF_SERVICE):  # without content there is no signing in
                self.scanned(text)

    # -- display settings ---------------------------------------------------------------------

    @Property(str, notify=languageChanged)
    def language(self) -> str:
        """zh or en."""
        return self._language

    @Property(bool, notify=settingsChanged)
    def elder(self) -> bool:
        """大字版."""
        return self._elder

    @Property(bool, notify=settingsChanged)
    def highContrast(self) -> bool:
        """高对比."""
        return self._contrast

    @Property(bool, notify=settingsChanged)
    def lowered(self) -> bool:
        """按钮下移."""
        return self._lowered

    @Property(bool, notify=settingsChanged)
    def calmMotion(self) -> bool:
        """Fewer moving things."""
        return self._calm

    @Property(bool, notify=settingsChanged)
    def touchSound(self) -> bool:
        """按键声: a soft sound with each press; always the same, so that nobody hears what was chosen."""
        return self._touch_sound

    @Property(float, notify=settingsChanged)
    def volume(self) -> float:
        """0 to the cap."""
        return self._volume

    @Slot()
    def toggleLanguage(self) -> None:
        """Chinese or English, live."""
        self._set_language("en" if self._language == "zh" else "zh")

    @Slot()
    def toggleElder(self) -> None:
        """Large type and its simpler layout."""
        self._elder = not self._elder
        self.settingsChanged.emit()

    @Slot()
    def toggleContrast(self) -> None:
        """Black on white."""
        self._contrast = not self._contrast
        self.settingsChanged.emit()

    @Slot()
    def toggleLowered(self) -> None:
        """Controls within reach of children and wheelchair users."""
        self._lowered = not self._lowered
        self.settingsChanged.emit()

    @Slot()
    def toggleCalm(self) -> None:
        """Loops stop."""
        self._calm = not self._calm
        self.settingsChanged.emit()

    @Slot()
    def toggleTouchSound(self) -> None:
        """A press is heard, or not."""
        self._touch_sound = not self._touch_sound
        self.settingsChanged.emit()

    @Slot(int)
    def changeVolume(self, steps: int) -> None:
        """Louder or softer, never beyond the cap."""
        self._volume = round(min(MAX_VOLUME, max(0.0, self._volume + steps * VOLUME_STEP)), 2)
        self.settingsChanged.emit()

    @Slot()
    def nextVolume(self) -> None:
        """30 → 60 → 90 % → silent → 30 %: one button in the player."""
        louder = [level for level in VOLUMES if level > self._volume + 0.01]
        self._volume = louder[0] if louder else VOLUMES[0]
        self.settingsChanged.emit()

    def _set_language(self, language: str) -> None:
        if language != self._language:
            self._language = language
            self.languageChanged.emit()

    # -- help ---------------------------------------------------------------------------------

    @Property(bool, notify=helpChanged)
    def helpCalled(self) -> bool:
        """Whether staff were called in this visit."""
        return self._help

    @Slot()
    def callStaff(self) -> None:
        """Ask for a person; the screen says that somebody is coming, staff see the lamp."""
        self._help = True
        self.helpChanged.emit()

    @Slot()
    def callOff(self) -> None:
        """Nobody need come after all: pressed by mistake, or helped meanwhile."""
        self._help = False
        self.helpChanged.emit()

    # -- idle ---------------------------------------------------------------------------------

    @Property(bool, notify=idleChanged)
    def idleWarning(self) -> bool:
        """Whether 您还在吗？ is up."""
        return self._idle.warning

    @Property(int, notify=idleChanged)
    def idleSecondsLeft(self) -> int:
        """Seconds until the visit ends, while that is shown."""
        return self._idle.left

    @Slot()
    def touched(self) -> None:
        """Somebody touched the screen or typed."""
        if not self._idle.warning:
            self._last_touch = self._clock()

    @Slot()
    def stillHere(self) -> None:
        """The answer to the warning."""
        self._last_touch = self._clock()
        self.tick()

    @Slot()
    def tick(self) -> None:
        """Look at the idle clock."""
        if self._is_busy_watching():
            self._last_touch = self._clock()
        kind = self._idle_kind()
        state = derive_idle(kind, self._clock() - self._last_touch, self._elder)
        if state.over or self._is_staff_too_long(kind):
            self._idle = AWAKE
            self._last_touch = self._clock()
            self.idleChanged.emit()
            self.resetVisit()
        elif state != self._idle:
            self._idle = state
            self.idleChanged.emit()

    def pretend_idle(self, seconds: float) -> None:
        """As if nobody had touched the screen for so long: for pictures and tests."""
        self._last_touch = self._clock() - seconds
        self.tick()

    def _idle_kind(self) -> IdleKind:
        if self.screen == ATTRACT:
            return IdleKind.NONE
        kind = self.model.property("idleKind") if self.model is not None else None
        return IdleKind(kind) if kind else IdleKind.BROWSING

    def _is_staff_too_long(self, kind: IdleKind) -> bool:
        """Whether a staff card has been signed in for longer than any day lasts."""
        if kind is IdleKind.STAFF and self._staff_since is None:
            self._staff_since = self._clock()
        return self._staff_since is not None and self._clock() - self._staff_since >= STAFF_LONGEST_S

    def _is_busy_watching(self) -> bool:
        return self.model is not None and bool(self.model.property("playing"))

    # -- the stack ----------------------------------------------------------------------------

    def _show(self, frame: Frame) -> None:
        self._stack.append(frame)
        frame.model.setParent(self)
        self._last_touch = self._clock()
        changed = getattr(frame.model, "changed", None)
        if changed is not None:
            changed.connect(self.progressChanged)
        self._announce()

    def _announce(self) -> None:
        self.screenChanged.emit()
        self.progressChanged.emit()
        self.tick()
        self._gone, self._leaving = self._leaving, []

    def _leave_all(self) -> None:
        while self._stack:
            self._leave(self._stack.pop())

    def _leave(self, frame: Frame) -> None:
        dispose = getattr(frame.model, "dispose", None)
        if dispose is not None:
            dispose()
        frame.model.setParent(None)
        self._leaving.append(frame.model)  # kept until the screen after the next: QML lets go of it late
