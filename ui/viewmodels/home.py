"""The home screen and the attract loop: three doors and what waits behind them."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, QUrl, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.domain.credential import Role
from ui.qml_types import Property, QmlUncreatable
from ui.viewmodels.context import Context
from ui.viewmodels.words import both

QML_IMPORT_NAME = "SanMin.Models"
QML_IMPORT_MAJOR_VERSION = 1

SCENES = 6
"""How many problems the attract loop shows in turn."""


@QmlElement
@QmlUncreatable("made by the shell")
class HomeModel(QObject):
    """View model of the home screen."""

    stickChanged = Signal()

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        if context.first_content is not None:
            context.first_content.changed.connect(self.stickChanged)

    @Property(bool, constant=True)
    def empty(self) -> bool:
        """No content has arrived yet."""
        return self._context.kiosk.library.is_empty

    @Property(str, notify=stickChanged)
    def stick(self) -> str:
        """While there is no content: empty, reading, or the code of why the stick that is plugged in did not help."""
        first = self._context.first_content
        return "" if first is None else first.state

    @Property(bool, constant=True)
    def released(self) -> bool:
        """Whether the results are published."""
        library = self._context.kiosk.library
        return not library.is_empty and library.published.results is not None

    @Property(str, constant=True)
    def signedIn(self) -> str:
        """Whose card is signed in meanwhile: `representative`, `staff`, or "" for nobody's."""
        screen = self._signed_in_screen()
        return "" if screen == "sign-in" else screen

    @Slot(str)
    def enter(self, door: str) -> None:
        """Walk through a door: departments, suggest, rate, problems, follow, results."""
        if door == "rate":
            door = self._signed_in_screen()
        self._context.open_screen(door, {})

    def _signed_in_screen(self) -> str:
        signed_in = self._context.visit.signed_in
        if signed_in is None:
            return "sign-in"
        return "staff" if signed_in.credential.role is Role.STAFF else "representative"


@QmlElement
@QmlUncreatable("made by the shell")
class AttractModel(QObject):
    """View model of the attract loop."""

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context

    @Property("QVariantList", constant=True)
    def scenes(self) -> list[dict[str, Any]]:
        """[{number, question, department, poster, source, at}] of some problems, spread over the list.

        `source` is empty while the video has not arrived; `at` is the second of the answer.
        """
        library = self._context.kiosk.library
        if library.is_empty:
            return []
        problems = library.campaign.problems
        chosen = problems[:: max(1, len(problems) // SCENES)][:SCENES]
        scenes = []
        for problem in chosen:
            department = library.campaign.department(problem.departments[0])
            clip = department.clip(problem.clip)
            poster, video = library.path(clip.poster), library.path(clip.file)
            scenes.append(
                {
                    "number": problem.number,
                    "question": both(problem.question),
                    "department": both(department.name),
                    "poster": QUrl.fromLocalFile(str(poster)).toString() if poster else "",
                    "source": QUrl.fromLocalFile(str(video)).toString() if video else "",
                    "at": problem.answer_at,
                }
            )
        return scenes

    @Slot()
    def begin(self) -> None:
        """Somebody touched the screen."""
        self._context.go_home()
