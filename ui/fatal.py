"""Why a kiosk cannot start, as codes; and a last picture for when not even the screens can be loaded.

Nothing personal is shown: the code, the kiosk's name, the version.
"""

from __future__ import annotations

import errno
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QRasterWindow

from kiosk.storage.errors import StorageBusy, StorageDamaged, StorageFull, StorageNewer, StorageTooOld
from ui.fonts import FAMILIES
from ui.images import qr_image

SUPPORT = "SANMIN-SUPPORT/1"
INK, INK2, PAPER = "#0A2540", "#2F4A63", "#FBFAF6"


class FaultCode(StrEnum):
    """What is wrong. The first group may pass by itself."""

    DISK_FULL = "disk-full"
    DATABASE_BUSY = "database-busy"
    DISK = "disk"
    IDENTITY = "identity-damaged"
    SETTINGS = "settings-damaged"
    CONTENT = "content-damaged"
    DATABASE = "database-damaged"
    NEWER = "database-newer"
    SQLITE = "sqlite-too-old"
    FONTS = "no-fonts"
    SCREENS = "screens-broken"
    PROGRAM = "program"


PASSING = frozenset({FaultCode.DISK_FULL, FaultCode.DATABASE_BUSY, FaultCode.DISK, FaultCode.CONTENT})
FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
DAMAGED = {
    "identity": FaultCode.IDENTITY,
    "kiosk key": FaultCode.IDENTITY,
    "settings.toml": FaultCode.SETTINGS,
    "the pack in force": FaultCode.CONTENT,
    "a pack of another campaign": FaultCode.CONTENT,
}
"""What kiosk.storage names as damaged; all else is the database."""


@dataclass(frozen=True, slots=True)
class Fault:
    """`kiosk` is empty if the identity cannot be read."""

    code: FaultCode
    kiosk: str = ""

    @property
    def passing(self) -> bool:
        """Whether trying again may help without anybody."""
        return self.code in PASSING


def derive_fault(error: Exception, kiosk: str) -> Fault:
    """What an error at the start means."""
    return Fault(_code(error), kiosk)


def _code(error: Exception) -> FaultCode:
    match error:
        case StorageFull():
            return FaultCode.DISK_FULL
        case StorageBusy():
            return FaultCode.DATABASE_BUSY
        case StorageNewer():
            return FaultCode.NEWER
        case StorageTooOld():
            return FaultCode.SQLITE
        case StorageDamaged():
            return DAMAGED.get(str(error), FaultCode.DATABASE)
        case OSError(errno=number):
            return FaultCode.DISK_FULL if number in FULL else FaultCode.DISK
    return FaultCode.PROGRAM


def support_text(fault: Fault, version: str) -> str:
    """What the QR for support says."""
    return support_line(fault.code.value, fault.kiosk, version)


def support_line(code: str, kiosk: str, version: str) -> str:
    """`SANMIN-SUPPORT/1 disk-full v01-1 0.1.0`; `-` for a kiosk without a name."""
    return f"{SUPPORT} {code} {kiosk or '-'} {version}"


class LastPicture(QRasterWindow):
    """Drawn without QML and without OpenGL: code and QR, in whatever letters there are."""

    def __init__(self, fault: Fault, version: str) -> None:
        super().__init__()
        self._fault, self._version = fault, version
        self.setTitle("三民活动")

    def paintEvent(self, event: QPaintEvent) -> None:
        """The whole window."""
        painter = QPainter(self)
        width, height = self.width(), self.height()
        unit = min(width, height)
        painter.fillRect(0, 0, width, height, QColor(PAPER))
        qr = qr_image(support_text(self._fault, self._version), unit // 3)
        painter.drawImage((width - qr.width()) // 2, height // 2 - qr.height() - unit // 40, qr)
        self._write(painter, "本终端暂停使用", unit // 14, height / 2 + unit / 40, INK, bold=True)
        self._write(painter, "This kiosk is out of service", unit // 24, height / 2 + unit / 6.5, INK)
        line = f"{self._fault.code.value} · {self._fault.kiosk or '–'} · {self._version}"
        self._write(painter, line, unit // 30, height / 2 + unit / 4.2, INK2)
        painter.end()

    def _write(self, painter: QPainter, text: str, size: int, top: float, color: str, bold: bool = False) -> None:
        font = QFont(FAMILIES[0] if bold else FAMILIES[1])
        font.setPixelSize(size)
        font.setBold(bold)
        painter.setFont(font)
        painter.setPen(QColor(color))
        painter.drawText(QRectF(0, top, self.width(), size * 1.6), Qt.AlignmentFlag.AlignCenter, text)
