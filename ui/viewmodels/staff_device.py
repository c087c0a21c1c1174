"""The machine itself: brightness, sound, cleaning, a new start, diagnostics, another venue, leaving kiosk mode."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.domain.credential import CredentialRefused
from kiosk.domain.receipt import ALPHABET
from kiosk.domain.staff import Act, DeviceAct
from kiosk.services.diagnostics import make_diagnostics
from kiosk.services.sign_in import Presented
from ui.jobs import DATABASE, NETWORK, Ok, Result
from ui.qml_types import Property, QmlUncreatable
from ui.viewmodels.context import Context
from ui.viewmodels.enrol import LENGTH, derive_code
from ui.viewmodels.sign_in import PIN_DIGITS
from ui.viewmodels.staff import staff_card
from ui.viewmodels.staff_ports import StaffTrouble

QML_IMPORT_NAME = "SanMin.Models"
QML_IMPORT_MAJOR_VERSION = 1

CLEANING_S = 60
STEP = 10
LEAST_LIGHT, MOST_VOLUME = 10, 90


@QmlElement
@QmlUncreatable("made by the shell")
class StaffDeviceModel(QObject):
    """View model. `stage` is list, cleaning, restart, diagnostics, move or leave."""

    changed = Signal()

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._by = staff_card(context)
        self._context, self._ports = context, context.staff
        self._stage, self._trouble, self._said = "list", "", ""
        self._left = 0
        self._typed, self._busy = "", False
        self._volume = self._ports.volume()
        self._touch_sound = self._ports.touch_sound()
        self._brightness = self._read_brightness()
        self._second = QTimer(self, interval=1000)
        self._second.timeout.connect(self.tick)

    @Property(str, constant=True)
    def idleKind(self) -> str:
        """Half an hour."""
        return "staff"

    @Property(bool, notify=changed)
    def playing(self) -> bool:
        """Whoever wipes the screen is there."""
        return self._stage == "cleaning"

    @Property(str, notify=changed)
    def stage(self) -> str:
        """See the class."""
        return self._stage

    @Property(str, notify=changed)
    def trouble(self) -> str:
        """Empty, or a code: of a stick, of the centre, pin-wrong, pin-wait, unsent, storage."""
        return self._trouble

    @Property(str, notify=changed)
    def said(self) -> str:
        """What was done just now: diagnostics, move."""
        return self._said

    @Property(bool, notify=changed)
    def busy(self) -> bool:
        """At work."""
        return self._busy

    @Property(int, notify=changed)
    def brightness(self) -> int:
        """Percent; −1 where this screen's brightness cannot be set from here."""
        return self._brightness

    @Property(int, notify=changed)
    def volume(self) -> int:
        """Percent with which each visit begins."""
        return self._volume

    @Property(bool, notify=changed)
    def touchSound(self) -> bool:
        """Whether touches sound when a visit begins."""
        return self._touch_sound

    @Property(int, notify=changed)
    def secondsLeft(self) -> int:
        """Of cleaning."""
        return self._left

    @Property("QStringList", notify=changed)
    def keys(self) -> list[str]:
        """What may be typed: a PIN or an enrolment code."""
        return list(ALPHABET if self._stage == "move" else "1234567890")

    @Property(int, notify=changed)
    def digits(self) -> int:
        """How many characters were typed."""
        return len(self._typed)

    @Property(str, notify=changed)
    def code(self) -> str:
        """The enrolment code so far, in groups of five; never a PIN."""
        if self._stage != "move":
            return ""
        return " ".join(self._typed[i : i + 5] for i in range(0, len(self._typed), 5))

    @Property(int, notify=changed)
    def length(self) -> int:
        """How many there are in all."""
        return LENGTH if self._stage == "move" else PIN_DIGITS

    @Slot(str)
    def begin(self, task: str) -> None:
        """cleaning, restart, diagnostics, move or leave."""
        self._stage, self._typed, self._trouble, self._said = task, "", "", ""
        if task == "cleaning":
            self._left = CLEANING_S
            self._second.start()
            self._note(DeviceAct.CLEANING)
        self.changed.emit()

    @Slot()
    def tick(self) -> None:
        """A second of cleaning has gone by; after the last one everything can be touched again."""
        self._left = max(0, self._left - 1)
        if not self._left:
            self._second.stop()
            self._stage = "list"
        self.changed.emit()

    @Slot(int)
    def changeVolume(self, steps: int) -> None:
        """Louder or softer for all visits."""
        wanted = min(MOST_VOLUME, max(0, self._volume + steps * STEP))
        self._volume = wanted
        self._note(DeviceAct.VOLUME, lambda: self._ports.keep_volume(wanted))
        self.changed.emit()

    @Slot()
    def toggleTouchSound(self) -> None:
        """Whether touches sound, for all visits from the next one on."""
        wanted = self._touch_sound = not self._touch_sound
        act = DeviceAct.TOUCH_SOUND_ON if wanted else DeviceAct.TOUCH_SOUND_OFF
        self._note(act, lambda: self._ports.keep_touch_sound(wanted))
        self.changed.emit()

    @Slot(int)
    def changeBrightness(self, steps: int) -> None:
        """Brighter or darker, never dark."""
        backlight = self._ports.backlight
        if backlight is None or self._brightness < 0:
            return
        wanted = min(100, max(LEAST_LIGHT, self._brightness + steps * STEP))
        self._brightness = wanted
        self._note(DeviceAct.BRIGHTNESS, lambda: backlight.set(wanted))
        self.changed.emit()

    @Slot(str)
    def type(self, character: str) -> None:
        """A digit of the PIN, whose last one checks, or a character of the code."""
        if self._busy or character not in self.keys or len(self._typed) >= self.length:
            return
        self._typed += character
        self._trouble = ""
        self.changed.emit()
        if self._stage == "leave" and len(self._typed) == PIN_DIGITS:
            self._check_pin(self._typed)

    @Slot()
    def erase(self) -> None:
        """Take the last one back."""
        self._typed = self._typed[:-1]
        self.changed.emit()

    @Slot(str)
    def scanned(self, text: str) -> None:
        """The QR of the enrolment sheet."""
        code = derive_code(text)
        if self._stage == "move" and len(code) == LENGTH and all(c in ALPHABET for c in code):
            self._typed, self._trouble = code, ""
            self.changed.emit()

    @Slot()
    def confirm(self) -> None:
        """Do what the stage is about: restart, diagnostics, move."""
        if self._busy:
            return
        if self._stage == "restart":
            self._note(DeviceAct.RESTART, then=self._ports.restart)
        elif self._stage == "diagnostics":
            self._work(NETWORK, self._save_diagnostics, self._saved)
        elif self._stage == "move" and len(self._typed) == LENGTH:
            self._work(NETWORK, lambda: self._move(self._typed), self._moved)

    @Slot(result=bool)
    def stepBack(self) -> bool:
        """To the list; out of cleaning nothing leads but time."""
        if self._stage == "cleaning" or self._busy:
            return True
        if self._stage == "list":
            return False
        self._stage, self._typed, self._trouble = "list", "", ""
        self.changed.emit()
        return True

    def dispose(self) -> None:
        """Leaving: forget what was typed."""
        self._second.stop()
        self._typed = ""

    def _read_brightness(self) -> int:
        backlight = self._ports.backlight
        try:
            return -1 if backlight is None else backlight.read()
        except OSError:
            return -1

    def _note(
        self, what: DeviceAct, work: Callable[[], object] = lambda: None, then: Callable[[], None] = lambda: None
    ) -> None:
        """Record it, do it, go on. Nothing is done that is not recorded."""
        desk, by = self._context.kiosk.staff_desk, self._by

        def run() -> None:
            desk.note(by, Act.DEVICE, what.value)
            work()

        def done(result: Result[None]) -> None:
            if isinstance(result, Ok):
                then()
            else:
                self._fail(result.error)

        self._context.jobs.run(DATABASE, run, done)

    def _work(self, lane: str, job: Callable[[], Any], done: Callable[[Result[Any]], None]) -> None:
        self._busy, self._trouble = True, ""
        self.changed.emit()
        self._context.jobs.run(lane, job, done)

    def _save_diagnostics(self) -> None:
        sticks, kiosk = self._ports.sticks(), self._context.kiosk
        if not sticks:
            raise StaffTrouble("no-stick")
        kiosk.staff_desk.note(self._by, Act.DEVICE, DeviceAct.DIAGNOSTICS.value)
        data = make_diagnostics(kiosk.health, kiosk.notices, kiosk.identity.kiosk, self._ports.log())
        self._ports.save(sticks[-1].folder, f"{kiosk.identity.kiosk}-diagnostics.zip", data)

    def _move(self, code: str) -> None:
        """Everything of this venue must have arrived first; the record of moving goes up with the old journal's end."""
        kiosk = self._context.kiosk
        kiosk.staff_desk.note(self._by, Act.DEVICE, DeviceAct.MOVE.value)
        self._context.sync()
        if kiosk.journal.state().unsent:
            raise StaffTrouble("unsent")
        self._ports.move(code)

    def _check_pin(self, pin: str) -> None:
        signed_in = self._context.visit.signed_in
        if signed_in is None:
            return
        presented, sign_in = Presented(signed_in.credential, needs_pin=True), self._context.kiosk.sign_in
        self._work(DATABASE, lambda: sign_in.enter(presented, pin), self._entered)

    def _entered(self, result: Result[Any]) -> None:
        self._busy, self._typed = False, ""
        if isinstance(result, Ok):
            self._note(DeviceAct.LEAVE, then=self._ports.leave)
        else:
            self._fail(result.error)
        self.changed.emit()

    def _saved(self, result: Result[None]) -> None:
        self._busy = False
        if isinstance(result, Ok):
            self._said, self._stage = "diagnostics", "list"
            self.changed.emit()
        else:
            self._fail(result.error)

    def _moved(self, result: Result[None]) -> None:
        self._busy = False
        if isinstance(result, Ok):
            self._said = "move"
            self.changed.emit()
            self._ports.restart()
        else:
            self._fail(result.error)

    def _fail(self, error: Exception) -> None:
        code = error.reason.value if isinstance(error, CredentialRefused) else getattr(error, "code", "storage")
        self._trouble = str(code)
        self.changed.emit()
