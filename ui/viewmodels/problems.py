"""The 61 key problems: filtered by topic, department and source, each with its written answer and its second."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.domain.campaign import Campaign, Problem
from ui.jobs import DATABASE, Err, Result
from ui.qml_types import Property, QmlUncreatable
from ui.viewmodels.context import Context
from ui.viewmodels.department import derive_problem, open_answer
from ui.viewmodels.words import both

QML_IMPORT_NAME = "SanMin.Models"
QML_IMPORT_MAJOR_VERSION = 1

ALL = ""


@dataclass(frozen=True, slots=True)
class Filter:
    """What is shown; an empty field means all."""

    topic: str = ALL
    department: str = ALL
    source: str = ALL

    def takes(self, problem: Problem) -> bool:
        """Whether a problem is shown."""
        return (
            self.topic in (ALL, problem.topic)
            and (self.department == ALL or self.department in problem.departments)
            and self.source in (ALL, problem.source)
        )


def derive_topics(campaign: Campaign, filter: Filter) -> list[dict[str, Any]]:
    """The topics beside the list, each with how many problems it has under the other two filters."""
    others = replace(filter, topic=ALL)

    def count(topic: str) -> int:
        return sum(replace(others, topic=topic).takes(p) for p in campaign.problems)

    rows = [{"id": ALL, "name": {"zh": "全部", "en": "All"}, "icon": "list", "count": count(ALL)}]
    rows += [{"id": t.id, "name": both(t.name), "icon": t.icon, "count": count(t.id)} for t in campaign.topics]
    return [{**row, "chosen": row["id"] == filter.topic} for row in rows]


@QmlElement
@QmlUncreatable("made by the shell")
class ProblemsModel(QObject):
    """View model of the list of problems."""

    changed = Signal()
    pageChanged = Signal()

    def __init__(self, context: Context, topic: str = ALL, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._filter = Filter(topic=topic)
        self._page = 0

    @Property(int, constant=True)
    def total(self) -> int:
        """How many problems there are."""
        return len(self._context.campaign.problems)

    @Property("QVariantList", notify=changed)
    def topics(self) -> list[dict[str, Any]]:
        """[{id, name, icon, count, chosen}], "all" first."""
        return derive_topics(self._context.campaign, self._filter)

    @Property("QVariantList", notify=changed)
    def rows(self) -> list[dict[str, Any]]:
        """The problems that pass the filter."""
        return [derive_problem(self._context, p) for p in self._context.campaign.problems if self._filter.takes(p)]

    @Property("QVariantList", notify=changed)
    def departments(self) -> list[dict[str, Any]]:
        """Choices of the department filter: [{id, name, chosen}], "all" first."""
        campaign = self._context.campaign
        asked = {id for problem in campaign.problems for id in problem.departments}
        rows: list[dict[str, Any]] = [{"id": ALL, "name": {"zh": "全部", "en": "All"}}]
        rows += [{"id": d.id, "name": both(d.name)} for d in campaign.departments if d.id in asked]
        return [{**row, "chosen": row["id"] == self._filter.department} for row in rows]

    @Property("QVariantList", notify=changed)
    def sources(self) -> list[dict[str, Any]]:
        """Choices of the source filter: [{id, name, icon, chosen}], "all" first."""
        rows: list[dict[str, Any]] = [{"id": ALL, "name": {"zh": "全部", "en": "All"}, "icon": "list"}]
        rows += [{"id": s.id, "name": both(s.name), "icon": s.icon} for s in self._context.campaign.sources]
        return [{**row, "chosen": row["id"] == self._filter.source} for row in rows]

    @Property("QVariantMap", notify=changed)
    def chosen(self) -> dict[str, Any]:
        """Names of the filters in force: {topic, department, source}, each bilingual."""
        return {
            "topic": next(row["name"] for row in self.topics if row["chosen"]),
            "department": next(row["name"] for row in self.departments if row["chosen"]),
            "source": next(row["name"] for row in self.sources if row["chosen"]),
        }

    @Property("QVariantMap", notify=changed)
    def given(self) -> dict[str, bool]:
        """Which filters are in force: {topic, department, source}."""
        filter = self._filter
        return {
            "topic": filter.topic != ALL,
            "department": filter.department != ALL,
            "source": filter.source != ALL,
        }

    @Property(bool, notify=changed)
    def filtered(self) -> bool:
        """Whether any filter is in force."""
        return self._filter != Filter()

    @Property(int, notify=pageChanged)
    def page(self) -> int:
        """The page that is shown; kept while a problem is read, the first again after another choice."""
        return self._page

    @Slot(int)
    def turnTo(self, page: int) -> None:
        """Remember the page that is shown."""
        if page != self._page:
            self._page = page
            self.pageChanged.emit()

    @Slot(str, str)
    def choose(self, what: str, id: str) -> None:
        """Show one `topic`, `department` or `source`, or all of them ("")."""
        match what:
            case "topic":
                self._set(replace(self._filter, topic=id))
            case "department":
                self._set(replace(self._filter, department=id))
            case "source":
                self._set(replace(self._filter, source=id))

    @Slot()
    def clearFilters(self) -> None:
        """Show everything."""
        self._set(Filter())

    @Slot(int)
    def playAnswer(self, number: int) -> None:
        """Open the video at the second of the answer."""
        open_answer(self._context, number)

    @Slot(int)
    def readAnswer(self, number: int) -> None:
        """Open the written answer."""
        self._context.open_screen("problem", {"number": number, "reading": True})

    def _set(self, filter: Filter) -> None:
        if filter != self._filter:
            self._filter = filter
            self.turnTo(0)
            self.changed.emit()


@QmlElement
@QmlUncreatable("made by the shell")
class ProblemModel(QObject):
    """View model of one problem with its written answer and the one tap afterwards."""

    verdictChanged = Signal()
    readingChanged = Signal()

    def __init__(self, context: Context, number: int, reading: bool = False, parent: QObject | None = None) -> None:
        """`reading`: the written answer was asked for. Raises StopIteration for an unknown problem."""
        super().__init__(parent)
        self._reading, self._turned = reading, False
        self._context = context
        self._problem = next(p for p in context.campaign.problems if p.number == number)
        self._verdict = "given" if number in context.visit.opinions else ""

    @Property("QVariantMap", constant=True)
    def problem(self) -> dict[str, Any]:
        """Everything about it."""
        return derive_problem(self._context, self._problem)

    @Property(str, notify=verdictChanged)
    def verdict(self) -> str:
        """Empty before the tap, `saving`, `given` (also if given earlier in this visit), or `failed`."""
        return self._verdict

    @Property(bool, notify=readingChanged)
    def reading(self) -> bool:
        """Whether the written answer fills the screen, where there is one thing per screen."""
        return self._reading

    @Slot()
    def read(self) -> None:
        """Let the written answer fill the screen."""
        self._set_reading(True, turned=True)

    @Slot(result=bool)
    def stepBack(self) -> bool:
        """Back from the written answer to the question, if one came from there; False otherwise."""
        turned = self._turned
        if turned:
            self._set_reading(False, turned=False)
        return turned

    @Slot()
    def playAnswer(self) -> None:
        """Open the video at the second of the answer."""
        open_answer(self._context, self._problem.number)

    @Slot()
    def suggest(self) -> None:
        """Say something about it to the department that answers it."""
        given = {"problem": self._problem.number, "department": self._problem.departments[0]}
        self._context.open_screen("suggest", given)

    @Slot(str)
    def judge(self, verdict: str) -> None:
        """answered, unclear or not_answered: anonymous, counted once a visit."""
        if self._verdict in ("saving", "given") or verdict not in ("answered", "unclear", "not_answered"):
            return
        self._set_verdict("saving")
        number = self._problem.number
        opinions = self._context.kiosk.opinions
        self._context.jobs.run(DATABASE, lambda: opinions.record(number, verdict), self._judged)  # type: ignore[arg-type]

    def _judged(self, result: Result[None]) -> None:
        if isinstance(result, Err):
            self._set_verdict("failed")
            return
        self._context.visit.opinions.add(self._problem.number)
        self._set_verdict("given")
        self._context.after_record()

    def _set_reading(self, reading: bool, turned: bool) -> None:
        self._reading, self._turned = reading, turned
        self.readingChanged.emit()

    def _set_verdict(self, verdict: str) -> None:
        self._verdict = verdict
        self.verdictChanged.emit()
