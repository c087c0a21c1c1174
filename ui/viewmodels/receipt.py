"""The receipt after casting or suggesting: 已记录, a code, a QR to take along, and back to the start by itself."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.domain.receipt import group
from ui.qml_types import Property, QmlUncreatable
from ui.viewmodels.context import Context
from ui.viewmodels.words import session_name

QML_IMPORT_NAME = "SanMin.Models"
QML_IMPORT_MAJOR_VERSION = 1

PAGES = {"ballot": "b", "questionnaire": "b", "suggestion": "s"}


@QmlElement
@QmlUncreatable("made by the shell")
class ReceiptModel(QObject):
    """View model of the receipt. It holds the code only: nothing of what was chosen or written."""

    changed = Signal()

    def __init__(
        self,
        context: Context,
        kind: str,
        code: str,
        count: int = 1,
        left: int = 0,
        session: int = 0,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._kind, self._code = kind, code
        self._count, self._left, self._session = count, left, session

    @Property(str, constant=True)
    def idleKind(self) -> str:
        """Goes away by itself after 30 s."""
        return "receipt"

    @Property(str, constant=True)
    def kind(self) -> str:
        """ballot, questionnaire or suggestion."""
        return self._kind

    @Property(str, constant=True)
    def code(self) -> str:
        """7K4M-2P9X-3F."""
        return group(self._code)

    @Property(str, constant=True)
    def address(self) -> str:
        """What the QR holds: the server's page for this receipt."""
        return f"{self._context.kiosk.identity.server_url}/{PAGES[self._kind]}/{self._code}"

    @Property("QVariantList", constant=True)
    def waves(self) -> list[Any]:
        """36 heights from 0 to 1 drawn from the code: the same receipt always has the same waves."""
        alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
        values = [alphabet.index(character) for character in self._code]
        return [(values[i % len(values)] * (i // len(values) * 7 + 3) % 32) / 31 for i in range(36)]

    @Property(int, constant=True)
    def count(self) -> int:
        """How many ratings were recorded."""
        return self._count

    @Property(int, constant=True)
    def left(self) -> int:
        """Departments of this session still blank."""
        return self._left

    @Property("QVariantMap", constant=True)
    def sessionName(self) -> dict[str, str]:
        """第二场."""
        return session_name(self._session)

    @Property(bool, constant=True)
    def signedIn(self) -> bool:
        """Whether a representative may go on rating."""
        return self._context.visit.signed_in is not None

    @Slot()
    def goOn(self) -> None:
        """Back to the representative's home."""
        if self._context.visit.signed_in is not None:
            self._context.open_screen("representative", {"replace": True})

    @Slot()
    def done(self) -> None:
        """End the visit."""
        self._context.go_home()
