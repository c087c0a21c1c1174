"""Signing in: a card is scanned, perhaps a PIN typed; every refusal has its own sentence and a way forward."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtMultimedia import QVideoSink
from PySide6.QtQml import QmlElement

from kiosk.domain.credential import CredentialRefused, Refusal, Role
from kiosk.services.library import NothingPublished
from kiosk.services.sign_in import Presented, SignedIn
from ui.camera import CodeCamera
from ui.jobs import DATABASE, Ok, Result
from ui.qml_types import Property, QmlUncreatable
from ui.viewmodels.context import Context
from ui.viewmodels.words import both, day, from_unix, same

QML_IMPORT_NAME = "SanMin.Models"
QML_IMPORT_MAJOR_VERSION = 1

PIN_DIGITS = 6


@QmlElement
@QmlUncreatable("made by the shell")
class SignInModel(QObject):
    """View model of sign-in. `stage` is scan, pin or refused."""

    changed = Signal()

    def __init__(
        self,
        context: Context,
        camera: CodeCamera | None = None,
        refused: CredentialRefused | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._camera = camera
        self._text = ""
        self._stage = "scan"
        self._pin = ""
        self._busy = False
        self._refusal = ""
        self._not_after: int | None = None
        self._wait = 0
        self._presented: Presented | None = None
        self._second = QTimer(self, interval=1000)
        self._second.timeout.connect(self.tick)
        if camera is not None:
            camera.presentChanged.connect(self.changed)
        self._at_casting = refused is not None
        if refused is not None:
            self.refuse(refused)

    @Property(bool, notify=changed)
    def atCasting(self) -> bool:
        """Whether the card was refused when it was to cast: then what had been chosen is forgotten."""
        return self._at_casting

    @Property(str, notify=changed)
    def stage(self) -> str:
        """scan, pin or refused."""
        return self._stage

    @Property(bool, notify=changed)
    def hasCamera(self) -> bool:
        """Whether a camera that works looks for codes, or only the scanner."""
        return self._camera is not None and self._camera.present

    @Slot(QVideoSink)
    def showCameraOn(self, sink: QVideoSink) -> None:
        """Show what the camera sees, so that one finds the right place for the card."""
        if self._camera is not None:
            self._camera.showOn(sink)

    @Property(bool, notify=changed)
    def busy(self) -> bool:
        """Checking."""
        return self._busy

    @Property(int, notify=changed)
    def digits(self) -> int:
        """How many PIN digits were typed; never which."""
        return len(self._pin)

    @Property(int, constant=True)
    def digitCount(self) -> int:
        """How many a PIN has."""
        return PIN_DIGITS

    @Property(str, notify=changed)
    def refusal(self) -> str:
        """A code of kiosk.domain.credential.Refusal, `storage` or `no-content`; QML says it in words."""
        return self._refusal

    @Property("QVariantMap", notify=changed)
    def validUntil(self) -> dict[str, str]:
        """The last day of an expired card."""
        return both(None) if self._not_after is None else day(from_unix(self._not_after))

    @Property(int, notify=changed)
    def wait(self) -> int:
        """Seconds until a PIN may be tried again."""
        return self._wait

    @Property("QVariantMap", constant=True)
    def pinRule(self) -> dict[str, int]:
        """{tries, seconds}: after so many wrong PINs one has to wait so long."""
        if self._context.kiosk.library.is_empty:
            return {"tries": 0, "seconds": 0}
        pin = self._context.campaign.pin
        return {"tries": pin.tries_before_wait, "seconds": pin.first_wait_s}

    @Property("QVariantMap", constant=True)
    def kioskName(self) -> dict[str, str]:
        """For staff: which kiosk this is, 市南区会场 1 号终端."""
        identity = self._context.kiosk.identity
        if self._context.kiosk.library.is_empty:
            return same(identity.kiosk)
        venue = self._context.campaign.venue(identity.venue).name
        return {
            "zh": f"{venue.zh}会场 {identity.number} 号终端",
            "en": f"{venue.en or venue.zh} venue, kiosk {identity.number}",
        }

    @Property("QVariantList", constant=True)
    def sampleCards(self) -> list[dict[str, Any]]:
        """Demo mode only: [{label, pin}] of cards to sign in with without a scanner."""
        return [{"label": {"zh": zh, "en": en}, "pin": pin} for zh, en, _text, pin in self._context.cards]

    @Slot(int)
    def useSampleCard(self, index: int) -> None:
        """Demo mode: as if this card was scanned."""
        self.scanned(self._context.cards[index][2])

    @Slot(str)
    def scanned(self, text: str) -> None:
        """The text of a code, from camera or scanner. Ignored while another is being checked, and while the PIN of
        the same card is being typed: it may still lie before the camera.
        """
        if self._busy or (self._stage == "pin" and text == self._text):
            return
        self._busy, self._text = True, text
        self._refusal, self._at_casting = "", False
        self.changed.emit()
        sign_in = self._context.kiosk.sign_in
        self._context.jobs.run(DATABASE, lambda: sign_in.present(text), self._presented_card)

    @Slot(str)
    def typeDigit(self, digit: str) -> None:
        """Add a PIN digit; the last one checks."""
        if self._busy or self._wait or len(self._pin) >= PIN_DIGITS or digit not in "0123456789":
            return
        self._pin += digit
        self._refusal = ""
        self.changed.emit()
        if len(self._pin) == PIN_DIGITS and self._presented is not None:
            self._enter(self._presented, self._pin)

    @Slot()
    def eraseDigit(self) -> None:
        """Take the last digit back."""
        self._pin = self._pin[:-1]
        self.changed.emit()

    @Slot()
    def clearPin(self) -> None:
        """Type the PIN anew."""
        self._pin = ""
        self.changed.emit()

    @Slot()
    def again(self) -> None:
        """Another card, or the same once more."""
        self._at_casting = False
        self._reset("scan")
        self._text = ""
        if self._camera is not None:
            self._camera.look_anew()

    @Slot(str)
    def goTo(self, screen: str) -> None:
        """Do something else first: departments, suggest."""
        self._context.open_screen(screen, {})

    def dispose(self) -> None:
        """Leaving: forget the digits."""
        self._second.stop()
        self._pin, self._text = "", ""
        self._presented = None
        if self._camera is not None:
            self._camera.showOn(None)
            self._camera.presentChanged.disconnect(self.changed)

    def _presented_card(self, result: Result[Presented]) -> None:
        self._busy = False
        if not isinstance(result, Ok):
            self.refuse(result.error)
            return
        self._presented = result.value
        if result.value.needs_pin:
            self._reset("pin")
            self._presented = result.value
        else:
            self._enter(result.value, None)

    def _enter(self, presented: Presented, pin: str | None) -> None:
        self._busy = True
        self.changed.emit()
        sign_in = self._context.kiosk.sign_in
        self._context.jobs.run(DATABASE, lambda: sign_in.enter(presented, pin), self._entered)

    def _entered(self, result: Result[SignedIn]) -> None:
        self._busy = False
        self._pin = ""
        if not isinstance(result, Ok):
            self.refuse(result.error)
            return
        visit, helper = self._context.visit, self._context.visit.helper
        visit.forget()
        visit.signed_in = result.value
        staff = result.value.credential.role is Role.STAFF
        if helper is not None and not staff:
            self._record_help(helper, result.value)
        self._context.after_record()
        self._context.open_screen("staff" if staff else "representative", {"replace": True})

    def _record_help(self, helper: bytes, signed_in: SignedIn) -> None:
        """From now on choices are behind the curtain; that there was help is recorded, never what was chosen."""
        self._context.visit.helper = helper
        desk, person = self._context.kiosk.staff_desk, signed_in.credential.id
        self._context.jobs.run(DATABASE, lambda: desk.record_help(helper, person), lambda result: None)

    def refuse(self, error: BaseException) -> None:
        """Say why it did not work and what comes next."""
        if isinstance(error, CredentialRefused):
            self._refusal, self._not_after = error.reason.value, error.not_after
            if error.reason in (Refusal.PIN_WRONG, Refusal.PIN_WAIT) and self._stage == "pin":
                self._start_waiting(error.wait_s or 0)
            else:
                self._stage = "refused"
                self._start_waiting(error.wait_s or 0)
        else:
            self._refusal = "no-content" if isinstance(error, NothingPublished) else "storage"
            self._stage = "refused"
        self.changed.emit()

    def _start_waiting(self, seconds: int) -> None:
        self._wait = seconds
        if seconds:
            self._second.start()

    @Slot()
    def tick(self) -> None:
        """A second of waiting has gone by; after the last one the PIN, or the card, may be tried again."""
        self._wait = max(0, self._wait - 1)
        if self._wait:
            self.changed.emit()
            return
        self._second.stop()
        if self._refusal == Refusal.PIN_WAIT.value and self._stage == "refused":
            self.again()
            return
        if self._refusal == Refusal.PIN_WAIT.value:
            self._refusal = ""
        self.changed.emit()

    def _reset(self, stage: str) -> None:
        self._stage, self._pin, self._refusal, self._wait = stage, "", "", 0
        self._presented, self._not_after = None, None
        self._second.stop()
        self.changed.emit()
