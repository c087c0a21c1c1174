"""One department: its two videos, goals beside results, yearly summary and the problems it answers."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, QUrl, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.domain.campaign import Bilingual, Campaign, ChapterKind, Clip, ClipKind, Department, Problem
from ui.qml_types import Property, QmlUncreatable
from ui.viewmodels.context import Context
from ui.viewmodels.words import Both, both, clock, department_names, half_day, minutes, session_name

QML_IMPORT_NAME = "SanMin.Models"
QML_IMPORT_MAJOR_VERSION = 1

TABS = ("goals", "summary", "problems")
PAGE = "d"
"""The server's page of a department for phones: <address>/d/<id>."""
MANDATORY = {
    ChapterKind.CITY_PROJECTS: Bilingual("市办实事", "city projects"),
    ChapterKind.TEN_CAMPAIGNS: Bilingual("十大攻坚", "the ten campaigns"),
}


def derive_clip(context: Context, clip: Clip, kind: ClipKind, department: Department) -> dict[str, Any]:
    """What a clip's card shows. `there` is False while the video has not arrived; captions may still be read."""
    poster = context.kiosk.library.path(clip.poster)
    return {
        "kind": kind.value,
        "poster": QUrl.fromLocalFile(str(poster)).toString() if poster else "",
        "there": context.kiosk.library.path(clip.file) is not None,
        "duration": minutes(clip.duration),
        "line": report_line(context.campaign, department)
        if kind is ClipKind.REPORT
        else interview_line(context, department),
    }


def report_line(campaign: Campaign, department: Department) -> Both:
    """What is in the report: 6 章，答 4 个重点问题."""
    chapters = len(department.report.chapters)
    answers = [p for p in campaign.problems_of(department.id) if p.departments[0] == department.id]
    count = sum(p.clip is ClipKind.REPORT for p in answers)
    zh, en = f"{chapters} 章", f"{chapters} chapter{'s' if chapters != 1 else ''}"
    if not count:
        return {"zh": zh, "en": en}
    return {
        "zh": f"{zh}，答 {count} 个{_unbroken('重点问题')}",
        "en": f"{en}, answers {count} key problem{'s' if count != 1 else ''}",
    }


def interview_line(context: Context, department: Department) -> Both:
    """What the interview is about; empty texts if it has no topic."""
    names = [topic.name for topic in context.campaign.topics if topic.id in department.topics]
    if not names:
        return both(None)
    return {
        "zh": "主题：" + "、".join(_unbroken(n.zh) for n in names),
        "en": "On " + ", ".join(n.en.lower() for n in names),
    }


def _unbroken(words: str) -> str:
    """Chinese that stays on one line: word joiners between the characters."""
    return "\u2060".join(words)


def derive_missing(report: Clip) -> Both:
    """Which mandatory topics (DOMAIN.md) have no chapter of their own, in a sentence; empty texts if none."""
    kinds = {chapter.kind for chapter in report.chapters}
    names = [name for kind, name in MANDATORY.items() if kind not in kinds]
    if not names:
        return both(None)
    zh, en = "和".join(f"“{name.zh}”" for name in names), " or ".join(name.en for name in names)
    return {"zh": f"报告里没有单设{zh}专题。", "en": f"The report has no chapter on {en}."}


def first_and_more(campaign: Campaign, problem: Problem) -> Both:
    """Who answers, in a short line: the first department, and how many there are."""
    name, count = campaign.department(problem.departments[0]).name, len(problem.departments)
    if count == 1:
        return both(name)
    return {"zh": f"{name.zh}等 {count} 个部门", "en": f"{name.en or name.zh} and {count - 1} more"}


def derive_problem(context: Context, problem: Problem) -> dict[str, Any]:
    """What a problem's row shows."""
    campaign = context.campaign
    source = next(s for s in campaign.sources if s.id == problem.source)
    topic = next(t for t in campaign.topics if t.id == problem.topic)
    clip = campaign.department(problem.departments[0]).clip(problem.clip)
    poster = context.kiosk.library.path(clip.poster)
    return {
        "number": problem.number,
        "question": both(problem.question),
        "answer": both(problem.answer),
        "departments": department_names(campaign, problem.departments),
        "who": first_and_more(campaign, problem),
        "department": problem.departments[0],
        "source": both(source.name),
        "sourceIcon": source.icon,
        "topic": both(topic.name),
        "topicIcon": topic.icon,
        "clip": problem.clip.value,
        "at": problem.answer_at,
        "atText": clock(problem.answer_at),
        "there": context.kiosk.library.path(clip.file) is not None,
        "poster": QUrl.fromLocalFile(str(poster)).toString() if poster else "",
    }


@QmlElement
@QmlUncreatable("made by the shell")
class DepartmentModel(QObject):
    """View model of one department's page."""

    tabChanged = Signal()
    openedChanged = Signal()

    def __init__(self, context: Context, id: str, tab: str = "goals", parent: QObject | None = None) -> None:
        """Raises KeyError for an unknown department."""
        super().__init__(parent)
        self._context = context
        self._department = context.campaign.department(id)
        self._tab = tab if tab in TABS else "goals"
        self._opened = False

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
    def missing(self) -> dict[str, str]:
        """The mandatory topics that its report lacks, in a sentence; empty texts if none."""
        return derive_missing(self._department.report)

    @Property(str, constant=True)
    def address(self) -> str:
        """Its page for phones, as a QR holds it."""
        return f"{self._context.kiosk.identity.server_url}/{PAGE}/{self._department.id}"

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

    @Property(bool, notify=openedChanged)
    def opened(self) -> bool:
        """Whether the tab fills the screen, where there is one thing per screen."""
        return self._opened

    @Slot(str)
    def openTab(self, tab: str) -> None:
        """Let a tab fill the screen."""
        self.showTab(tab)
        self._set_opened(True)

    @Slot(result=bool)
    def stepBack(self) -> bool:
        """Back from a tab that fills the screen; False if none does."""
        was = self._opened
        self._set_opened(False)
        return was

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
        self._context.open_screen("problem", {"number": number, "reading": True})

    @Slot()
    def suggest(self) -> None:
        """Leave a suggestion to this department."""
        self._context.open_screen("suggest", {"department": self._department.id})

    def _set_opened(self, opened: bool) -> None:
        if opened != self._opened:
            self._opened = opened
            self.openedChanged.emit()


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
