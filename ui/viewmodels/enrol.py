"""Enrolment, the first screen of a new machine: the centre's address and the one-time code, typed or scanned."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtMultimedia import QVideoSink
from PySide6.QtQml import QmlElement

from kiosk.domain.receipt import ALPHABET
from ui.camera import CodeCamera
from ui.jobs import NETWORK, JobRunner, Ok, Result
from ui.qml_types import Property, QmlUncreatable

QML_IMPORT_NAME = "SanMin.Models"
QML_IMPORT_MAJOR_VERSION = 1

LENGTH = 20
ADDRESS_KEYS = tuple("1234567890qwertyuiopasdfghjkl-zxcvbnm.:/")
SCHEME = "https://"
LONGEST_ADDRESS = 200
TOO_MANY = "too-many-codes"
MISREAD = str.maketrans("OIL", "011")
"""Crockford's alphabet has no O, I and L: who types or prints them means these."""

Enrol = Callable[[str, str], Any]


def derive_code(text: str) -> str:
    """The characters of a typed or scanned code without what stands between; nothing checked."""
    return "".join(c for c in text.upper() if c not in " -\r\n\t").translate(MISREAD)


def derive_address(text: str) -> str:
    """An address that can be asked: https unless it says otherwise."""
    bare = text.strip().rstrip("/")
    return bare if "://" in bare else SCHEME + bare


def derive_trouble(error: Exception) -> str:
    """The code of what went wrong; a centre that asks for patience may say that it is for too many wrong codes."""
    return TOO_MANY if getattr(error, "why", "") == TOO_MANY else str(getattr(error, "code", "failed"))


@QmlElement
@QmlUncreatable("made by ui.start_window")
class EnrolModel(QObject):
    """View model of enrolment. `enrol` blocks; what it raises has a `code`."""

    changed = Signal()

    def __init__(
        self,
        enrol: Enrol,
        jobs: JobRunner,
        enrolled: Callable[[], None],
        address: str = "",
        camera: CodeCamera | None = None,
        parent: QObject | None = None,
    ) -> None:
        """`enrolled` is called once the machine has become a kiosk; `address` is what the installer set."""
        super().__init__(parent)
        self._enrol, self._jobs, self._enrolled, self._camera = enrol, jobs, enrolled, camera
        self._address = address.removeprefix(SCHEME)
        self._code = ""
        self._typing_address = not address
        self._busy = self._done = False
        self._trouble = ""
        if camera is not None:
            camera.presentChanged.connect(self.changed)

    @Property(str, notify=changed)
    def code(self) -> str:
        """What was typed of the one-time code."""
        return self._code

    @Property(int, constant=True)
    def length(self) -> int:
        """How many characters a code has."""
        return LENGTH

    @Property(str, notify=changed)
    def address(self) -> str:
        """The centre's address as it will be asked, https:// included."""
        return derive_address(self._address) if self._address else SCHEME

    @Property(bool, notify=changed)
    def typingAddress(self) -> bool:
        """Whether the keys write the address, else the code."""
        return self._typing_address

    @Property("QStringList", notify=changed)
    def keys(self) -> list[str]:
        """Characters of the keypad."""
        return list(ADDRESS_KEYS if self._typing_address else ALPHABET)

    @Property(bool, notify=changed)
    def ready(self) -> bool:
        """Whether both are there and it can be tried."""
        return len(self._code) == LENGTH and bool(self._address) and not self._busy and not self._done

    @Property(bool, notify=changed)
    def busy(self) -> bool:
        """Asking the centre."""
        return self._busy

    @Property(bool, notify=changed)
    def done(self) -> bool:
        """This machine is a kiosk now; the next screen comes by itself."""
        return self._done

    @Property(bool, notify=changed)
    def hasCamera(self) -> bool:
        """Whether the sheet may also be held before the camera."""
        return self._camera is not None and self._camera.present

    @Property(str, notify=changed)
    def trouble(self) -> str:
        """Empty, or the code of what went wrong; QML says it in words."""
        return self._trouble

    @Property(str, constant=True)
    def idleKind(self) -> str:
        """Nobody is chased away while a machine is set up."""
        return "none"

    @Slot(QVideoSink)
    def showCameraOn(self, sink: QVideoSink) -> None:
        """Show what the camera sees."""
        if self._camera is not None:
            self._camera.showOn(sink)

    @Slot(str)
    def typeCharacter(self, character: str) -> None:
        """Add to what is being written."""
        if self._busy:
            return
        if self._typing_address:
            self._address = (self._address + character)[:LONGEST_ADDRESS]
        elif len(self._code) < LENGTH:
            self._code += character
        self._say("")

    @Slot()
    def erase(self) -> None:
        """Take the last character back."""
        if self._typing_address:
            self._address = self._address[:-1]
        else:
            self._code = self._code[:-1]
        self._say("")

    @Slot()
    def clear(self) -> None:
        """Write it anew."""
        if self._typing_address:
            self._address = ""
        else:
            self._code = ""
        self._say("")

    @Slot()
    def switchKeys(self) -> None:
        """Write the other one."""
        self._typing_address = not self._typing_address
        self.changed.emit()

    @Slot(str)
    def scanned(self, text: str) -> None:
        """The QR of the enrolment sheet; with an address known it is tried at once."""
        code = derive_code(text)
        if self._busy or self._done:
            return
        if len(code) != LENGTH or any(c not in ALPHABET for c in code):
            self._say("bad-code")
            return
        self._code = code
        self._say("")
        if self._address:
            self.start()

    @Slot()
    def start(self) -> None:
        """Ask the centre."""
        if not self.ready:
            return
        self._busy, self._trouble = True, ""
        self.changed.emit()
        url, code = derive_address(self._address), self._code
        self._jobs.run(NETWORK, lambda: self._enrol(url, code), self._answered)

    def dispose(self) -> None:
        """Leaving: the code is of no use any more."""
        self._code = ""
        if self._camera is not None:
            self._camera.showOn(None)
            self._camera.presentChanged.disconnect(self.changed)

    def _answered(self, result: Result[Any]) -> None:
        self._busy = False
        self._done = isinstance(result, Ok)
        self._say("" if isinstance(result, Ok) else derive_trouble(result.error))
        if self._done:
            self._enrolled()

    def _say(self, trouble: str) -> None:
        self._trouble = trouble
        if self._camera is not None and trouble:
            self._camera.look_anew()
        self.changed.emit()
