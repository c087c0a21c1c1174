"""Rating: one department per screen or a compact list, a review, and one press to cast (DESIGN.md §5).

Marks live in the visit's memory until they are cast. On the way only *that* something is chosen is shown, the
review alone shows what. Nothing about steps, timings or touches is kept.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.domain.campaign import ClipKind, Department
from kiosk.domain.credential import CredentialRefused
from kiosk.services.voting import AlreadyCast, Recorded, VotingClosed
from kiosk.storage.errors import StorageFull
from ui.jobs import DATABASE, Ok, Result
from ui.qml_types import Property, QmlUncreatable
from ui.viewmodels.context import Context
from ui.viewmodels.refused_cast import turn_away
from ui.viewmodels.words import both, minutes, session_name

QML_IMPORT_NAME = "SanMin.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the shell")
class RateModel(QObject):
    """View model of rating one session's departments. `stage` is one, list or review."""

    changed = Signal()

    def __init__(self, context: Context, session: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        if context.visit.signed_in is None:
            raise LookupError("nobody is signed in")
        self._credential = context.visit.signed_in.credential
        self._session = session
        self._departments: tuple[Department, ...] = context.campaign.departments_of(session)
        self._index = 0
        self._stage = "list" if context.visit.compact else "one"
        self._covered = False
        self._busy = False
        self._trouble = ""
        self._ready = False
        context.visit.alone = False
        voting = context.kiosk.voting
        context.jobs.run(DATABASE, lambda: (voting.spent(self._credential), voting.open_departments()), self._loaded)

    @Property(str, constant=True)
    def idleKind(self) -> str:
        """Time-outs of voting."""
        return "voting"

    @Property(bool, constant=True)
    def pressOnly(self) -> bool:
        """A palm, several fingers or a drag choose and cast nothing (ui.touches)."""
        return True

    @Property(float, notify=changed)
    def progress(self) -> float:
        """Where the boat is."""
        if self._stage == "review":
            return 0.96
        count = max(1, len(self._departments))
        return (self._index + 0.5) / (count + 1) if self._stage == "one" else len(self._marks()) / (count + 1)

    @Property(bool, notify=changed)
    def ready(self) -> bool:
        """Whether it is known what may be rated."""
        return self._ready

    @Property(str, notify=changed)
    def stage(self) -> str:
        """one, list or review."""
        return self._stage

    @Property("QVariantMap", constant=True)
    def sessionName(self) -> dict[str, str]:
        """第二场."""
        return session_name(self._session)

    @Property(int, notify=changed)
    def index(self) -> int:
        """The department that is being rated."""
        return self._index

    @Property(int, notify=changed)
    def count(self) -> int:
        """How many are to be rated."""
        return len(self._departments)

    @Property("QVariantMap", notify=changed)
    def department(self) -> dict[str, Any]:
        """{id, name, reportLength, there} of the current one."""
        if not self._departments:
            return {"id": "", "name": both(None), "reportLength": both(None), "there": False}
        department = self._departments[self._index]
        clip = department.clip(ClipKind.REPORT)
        return {
            "id": department.id,
            "name": both(department.name),
            "reportLength": minutes(clip.duration),
            "there": self._context.kiosk.library.path(clip.file) is not None,
        }

    @Property("QVariantList", constant=True)
    def options(self) -> list[dict[str, Any]]:
        """[{code, label, icon}], in the ballot's order."""
        return [{"code": o.code, "label": both(o.label), "icon": o.icon} for o in self._context.campaign.ballot.options]

    @Property(int, notify=changed)
    def chosen(self) -> int:
        """The current department's mark, 0 if blank."""
        return 0 if self.curtained else self._mark(self._index)

    @Property("QVariantList", notify=changed)
    def steps(self) -> list[dict[str, Any]]:
        """[{chosen, current}]: that something is chosen, never what."""
        return [{"chosen": self._mark(i) != 0, "current": i == self._index} for i in range(len(self._departments))]

    @Property("QVariantList", notify=changed)
    def rows(self) -> list[dict[str, Any]]:
        """[{index, id, name, code, label, icon}] for the review and the compact list; code 0 is blank."""
        ballot = self._context.campaign.ballot
        rows = []
        for index, department in enumerate(self._departments):
            code = 0 if self.curtained else self._mark(index)
            option = ballot.option(code) if code else None
            rows.append(
                {
                    "index": index,
                    "id": department.id,
                    "name": both(department.name),
                    "code": code,
                    "label": both(option.label if option else None),
                    "icon": option.icon if option else "blank",
                }
            )
        return rows

    @Property(int, notify=changed)
    def chosenCount(self) -> int:
        """How many are marked."""
        return len(self._marks())

    @Property("QVariantMap", notify=changed)
    def blankNames(self) -> dict[str, str]:
        """The departments left blank, in one line."""
        names = [d.name for i, d in enumerate(self._departments) if not self._mark(i)]
        return {"zh": "、".join(n.zh for n in names), "en": ", ".join(n.en for n in names)}

    @Property(bool, notify=changed)
    def covered(self) -> bool:
        """遮住我的选择: the review hides the marks."""
        return self._covered

    @Property(bool, notify=changed)
    def curtained(self) -> bool:
        """Somebody helps and may be looking: nothing chosen is shown, and nothing can be chosen or cast."""
        return self._context.visit.curtained

    @Property(bool, notify=changed)
    def helped(self) -> bool:
        """Whether staff help in this visit."""
        return self._context.visit.helper is not None

    @Slot(bool)
    def drawCurtain(self, drawn: bool) -> None:
        """Hide the choices from the helper; opening is the person's own press."""
        self._context.visit.alone = not drawn
        self.changed.emit()

    @Property(bool, notify=changed)
    def busy(self) -> bool:
        """Casting; further presses are ignored."""
        return self._busy

    @Property(str, notify=changed)
    def trouble(self) -> str:
        """Empty, or closed, already-cast, storage-full, storage."""
        return self._trouble

    @Slot(int)
    def choose(self, code: int) -> None:
        """Mark the current department; the same mark again clears it."""
        self.mark(self._index, code)

    @Slot(int, int)
    def mark(self, index: int, code: int) -> None:
        """Mark a department; the same mark again, or 0, clears it."""
        if self._busy or self.curtained or not 0 <= index < len(self._departments):
            return
        if code in (0, self._mark(index)):
            self._context.visit.marks.pop(self._departments[index].id, None)
        else:
            self._context.visit.marks[self._departments[index].id] = code
        self._trouble = ""
        self.changed.emit()

    @Slot()
    def clearMark(self) -> None:
        """Leave the current department blank."""
        self.mark(self._index, 0)

    @Slot(int)
    def show(self, index: int) -> None:
        """Turn to a department."""
        if 0 <= index < len(self._departments):
            self._index, self._stage, self._trouble = index, "one", ""
            self.changed.emit()

    @Slot()
    def forward(self) -> None:
        """The next department; after the last one the review."""
        if self._index + 1 < len(self._departments):
            self.show(self._index + 1)
        else:
            self.review()

    @Slot()
    def backward(self) -> None:
        """The department before."""
        self.show(self._index - 1)

    @Slot(bool)
    def setCompact(self, compact: bool) -> None:
        """A compact list instead of one department per screen; the person's choice for this visit."""
        self._context.visit.compact = compact
        self._stage = "list" if compact else "one"
        self.changed.emit()

    @Slot()
    def review(self) -> None:
        """See everything before casting."""
        self._stage, self._covered, self._trouble = "review", False, ""
        self.changed.emit()

    @Slot(result=bool)
    def stepBack(self) -> bool:
        """From the review back to rating; False elsewhere, so that the screen itself is left."""
        if self._stage != "review":
            return False
        self.setCompact(self._context.visit.compact)
        return True

    @Slot()
    def toggleCover(self) -> None:
        """Cover or show the marks."""
        self._covered = not self._covered
        self.changed.emit()

    @Slot()
    def watchReport(self) -> None:
        """The department's report, and back here afterwards."""
        self._context.open_screen("player", {"department": self.department["id"], "kind": "report"})

    @Slot()
    def readSummary(self) -> None:
        """The department's written summary, and back here afterwards."""
        self._context.open_screen("department", {"id": self.department["id"], "tab": "summary"})

    @Slot()
    def cast(self) -> None:
        """Cast what is marked. A second press while the first is under way does nothing."""
        marks = self._marks()
        if self._busy or self.curtained or not marks or self._stage != "review":
            return
        self._busy, self._trouble = True, ""
        self.changed.emit()
        voting, credential = self._context.kiosk.voting, self._credential
        self._context.jobs.run(DATABASE, lambda: voting.cast(credential, marks), self._was_cast)

    def _was_cast(self, result: Result[Recorded]) -> None:
        self._busy = False
        if isinstance(result, Ok):
            left = len(self._departments) - result.value.count
            for department in self._departments:
                self._context.visit.marks.pop(department.id, None)
            self._context.after_record()
            self._context.open_screen(
                "receipt",
                {
                    "kind": "ballot",
                    "code": result.value.receipt,
                    "count": result.value.count,
                    "left": left,
                    "session": self._session,
                    "replace": True,
                },
            )
            return
        if isinstance(result.error, CredentialRefused):
            turn_away(self._context, result.error)
            return
        self._trouble = self._name_trouble(result.error)
        self.changed.emit()

    def _name_trouble(self, error: BaseException) -> str:
        if isinstance(error, AlreadyCast):
            self._departments = tuple(d for d in self._departments if d.id not in error.departments)
            for id in error.departments:
                self._context.visit.marks.pop(id, None)
            return "already-cast"
        if isinstance(error, VotingClosed):
            return "closed"
        return "storage-full" if isinstance(error, StorageFull) else "storage"

    def _loaded(self, result: Result[tuple[frozenset[str], frozenset[str]]]) -> None:
        if isinstance(result, Ok):
            spent, open_now = result.value
            self._departments = tuple(d for d in self._departments if d.id not in spent and d.id in open_now)
            self._index = next((i for i in range(len(self._departments)) if not self._mark(i)), 0)  # where one stopped
            self._ready = True
        else:
            self._trouble = "storage"
        self.changed.emit()

    def _mark(self, index: int) -> int:
        if not 0 <= index < len(self._departments):
            return 0
        return self._context.visit.marks.get(self._departments[index].id, 0)

    def _marks(self) -> dict[str, int]:
        ids = {d.id for d in self._departments}
        return {id: code for id, code in self._context.visit.marks.items() if id in ids}
