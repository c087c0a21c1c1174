"""One department: its two videos, goals beside results, yearly summary and the problems it answers."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, QUrl, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.domain.campaign import ChapterKind, Clip, ClipKind, Department, Problem
from ui.qml_types import Property, QmlUncreatable
from ui.viewmodels.context import Context
from ui.viewmodels.words import both, clock, department_names, half_day, minutes, session_name

QML_IMPORT_NAME = "SanMin.Models"
QML_IMPORT_MAJOR_VERSION = 1

TABS = ("goals", "summary", "problems")


def derive_clip(context: Context, clip: Clip, kind: ClipKind, department: Department) -> dict[str, Any]:
    """What a clip's card shows. `there` is False while the video has not arrived; captions may still be read."""
    campaign = context.campaign
    poster = context.kiosk.library.path(clip.poster)
    answers = [p for p in campaign.problems_of(department.id) if p.departments[0] == department.id and p.clip == kind]
    return {
        "kind": kind.value,
        "poster": QUrl.fromLocalFile(str(poster)).toString() if poster else "",
        "there": context.kiosk.library.path(clip.file) is not None,
        "duration": minutes(clip.duration),
        "chapters": len(clip.chapters),
        "answers": len(answers),
        "cityProjects": any(c.kind is ChapterKind.CITY_PROJECTS for c in clip.chapters),
        "tenCampaigns": any(c.kind is ChapterKind.TEN_CAMPAIGNS for c in clip.chapters),
    }


def derive_problem(context: Context, problem: Problem) -> dict[str, Any]:
    """What a problem's row shows."""
    campaign = context.campaign
    source = next(s for s in campaign.sources if s.id == problem.source)
    topic = next(t for t in campaign.topics if t.id == problem.topic)
    clip = campaign.department(problem.departments[0]).clip(problem.clip)
    return {
        "number": problem.number,
        "question": both(problem.question),
        "answer": both(problem.answer),
        "departments": department_names(campaign, problem.departments),
        "department": problem.departments[0],
        "source": both(source.name),
        "sourceIcon": source.icon,
        "topic": both(topic.name),
        "topicIcon": topic.icon,
        "clip": problem.clip.value,
        "at": problem.answer_at,
        "atText": clock(problem.answer_at),
        "there": context.kiosk.library.path(clip.file) is not None,
    }


@QmlElement
@QmlUncreatable("made by the shell")
class DepartmentModel(QObject):
    """View model of one department's page."""

    tabChanged = Signal()

    def __init__(self, context: Context, id: str, tab: str = "goals", parent: QObject | None = None) -> None:
        """Raises KeyError for an unknown department."""
        super().__init__(parent)
        self._context = context
        self._department = context.campaign.department(id)
        self._tab = tab if tab in TABS else "goals"

    @Property(str, constant=True)
    def id(self) -> str:
        """The department's id."""
        return self._department.id

    @Property("QVariantMap", constant=True)
    def name(self) -> dict[str, str]:
        """Its name."""
        return both(self._department.name)

    @Property("QVariantMap", constant=True)
    def place(self) -> dict[str, str]:
        """第二场 · 12 月 18 日 下午 · 第 6 个报告."""
        campaign, department = self._context.campaign, self._department
        session = campaign.session(department.session)
        order = campaign.departments_of(session.number).index(department) + 1
        name, when = session_name(session.number), half_day(session.start)
        return {
            "zh": f"{name['zh']} · {when['zh']} · 第 {order} 个报告",
            "en": f"{name['en']} · {when['en']} · report {order}",
        }

    @Property("QVariantMap", constant=True)
    def report(self) -> dict[str, Any]:
        """The duty report's card."""
        return derive_clip(self._context, self._department.report, ClipKind.REPORT, self._department)

    @Property("QVariantMap", constant=True)
    def interview(self) -> dict[str, Any]:
        """The director's interview's card."""
        return derive_clip(self._context, self._department.interview, ClipKind.INTERVIEW, self._department)

    @Property("QVariantMap", constant=True)
    def topics(self) -> dict[str, str]:
        """The topics' names in one line."""
        names = [t.name for t in self._context.campaign.topics if t.id in self._department.topics]
        return {"zh": "、".join(n.zh for n in names), "en": ", ".join(n.en for n in names)}

    @Property("QVariantList", constant=True)
    def goals(self) -> list[dict[str, Any]]:
        """[{goal, result, done}]."""
        return [
            {"goal": both(g.goal), "result": both(g.result), "done": g.state == "done"} for g in self._department.goals
        ]

    @Property("QVariantMap", constant=True)
    def summary(self) -> dict[str, str]:
        """The yearly summary; blank lines part paragraphs."""
        return both(self._department.summary)

    @Property("QVariantList", constant=True)
    def problems(self) -> list[dict[str, Any]]:
        """The problems it answers."""
        problems = self._context.campaign.problems_of(self._department.id)
        return [derive_problem(self._context, problem) for problem in problems]

    @Property(str, notify=tabChanged)
    def tab(self) -> str:
        """goals, summary or problems."""
        return self._tab

    @Slot(str)
    def showTab(self, tab: str) -> None:
        """Turn to a tab."""
        if tab in TABS and tab != self._tab:
            self._tab = tab
            self.tabChanged.emit()

    @Slot(str)
    def play(self, kind: str) -> None:
        """Open one of its videos."""
        self._context.open_screen("player", {"department": self._department.id, "kind": kind})

    @Slot(int)
    def playAnswer(self, number: int) -> None:
        """Open the video at the second of a problem's answer."""
        open_answer(self._context, number)

    @Slot(int)
    def readAnswer(self, number: int) -> None:
        """Open the written answer."""
        self._context.open_screen("problem", {"number": number})

    @Slot()
    def suggest(self) -> None:
        """Leave a suggestion to this department."""
        self._context.open_screen("suggest", {"department": self._department.id})


def open_answer(context: Context, number: int) -> None:
    """必答题直达: the video opens where the problem is answered."""
    problem = next(p for p in context.campaign.problems if p.number == number)
    context.open_screen(
        "player",
        {
            "department": problem.departments[0],
            "kind": problem.clip.value,
            "at": problem.answer_at,
            "problem": number,
        },
    )
