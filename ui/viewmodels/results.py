"""The results, once released: every department's marks and score, in the timetable's order or by score."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.domain.campaign import Campaign, Department
from kiosk.domain.results import PublishedDepartment, PublishedMark, PublishedResults
from ui.qml_types import Property, QmlUncreatable
from ui.viewmodels.context import Context, ScreenUnavailable
from ui.viewmodels.words import both, session_name

QML_IMPORT_NAME = "SanMin.Models"
QML_IMPORT_MAJOR_VERSION = 1


def derive_marks(campaign: Campaign, marks: tuple[PublishedMark, ...]) -> list[dict[str, Any]]:
    """[{id, label, icon, share, number, text}]; share is 0 and text empty where a mark is withheld."""
    icons = {option.id: option.icon for option in campaign.ballot.options}
    return [
        {
            "id": mark.id,
            "label": both(mark.label),
            "icon": icons.get(mark.id, "blank"),
            "share": mark.share or 0.0,
            "number": mark.number or 0,
            "text": "" if mark.share is None else f"{mark.share:.1f}%",
        }
        for mark in marks
    ]


def derive_row(campaign: Campaign, department: Department, result: PublishedDepartment | None) -> dict[str, Any]:
    """One line of the list. `withheld` is few, some, none (nobody rated it) or empty."""
    score = None if result is None else result.score
    withheld = "none" if result is None or result.ratings == 0 else result.withheld
    return {
        "id": department.id,
        "name": both(department.name),
        "session": session_name(department.session),
        "ratings": 0 if result is None or result.ratings is None else result.ratings,
        "score": "" if score is None else f"{score:.1f}",
        "withheld": withheld,
        "marks": derive_marks(campaign, result.marks if result else ()),
    }


def derive_rows(campaign: Campaign, results: PublishedResults, by_score: bool) -> list[dict[str, Any]]:
    """All departments; by score, those without one come last, in the timetable's order."""
    pairs = [(department, results.department(department.id)) for department in campaign.departments]
    if by_score:
        pairs.sort(key=lambda pair: -(pair[1].score or -1.0) if pair[1] and pair[1].score is not None else 1.0)
    return [derive_row(campaign, department, result) for department, result in pairs]


@QmlElement
@QmlUncreatable("made by the shell")
class ResultsModel(QObject):
    """View model of the results."""

    changed = Signal()

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        """Raises ScreenUnavailable before the release."""
        super().__init__(parent)
        results = context.kiosk.library.published.results
        if results is None:
            raise ScreenUnavailable("results")
        self._context = context
        self._results = results
        self._by_score = False
        self._chosen = ""
        self._rows = derive_rows(context.campaign, results, by_score=False)

    @Property("QVariantList", notify=changed)
    def rows(self) -> list[dict[str, Any]]:
        """[{id, name, session, ratings, score, withheld, marks}]."""
        return self._rows

    @Property(bool, notify=changed)
    def byScore(self) -> bool:
        """Ordered by score instead of by timetable."""
        return self._by_score

    @Property("QVariantMap", notify=changed)
    def chosen(self) -> dict[str, Any]:
        """The row that is looked at, or an empty map."""
        return next((row for row in self._rows if row["id"] == self._chosen), {})

    @Property(int, constant=True)
    def ratings(self) -> int:
        """All ratings that were counted; 0 where that would tell too much."""
        return self._results.ratings or 0

    @Property(int, constant=True)
    def smallestCell(self) -> int:
        """Fewer ratings than this are not broken down."""
        return self._results.smallest_cell

    @Slot(bool)
    def orderByScore(self, by_score: bool) -> None:
        """Order the list."""
        self._by_score = by_score
        self._rows = derive_rows(self._context.campaign, self._results, by_score)
        self.changed.emit()

    @Slot(str)
    def choose(self, id: str) -> None:
        """Look at a department's marks."""
        self._chosen = id
        self.changed.emit()

    @Slot(result=bool)
    def stepBack(self) -> bool:
        """From a department back to the list."""
        if not self._chosen:
            return False
        self.choose("")
        return True

    @Slot()
    def openDepartment(self) -> None:
        """The department's own page."""
        if self._chosen:
            self._context.open_screen("department", {"id": self._chosen})
