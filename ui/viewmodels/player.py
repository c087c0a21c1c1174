"""The player: one clip with chapters, captions, a transcript to tap, and flags where problems are answered.

Playing itself is Qt's MediaPlayer in QML; this view model knows what belongs to which second.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import Any

from PySide6.QtCore import QObject, QUrl, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.domain.campaign import Clip, ClipKind
from kiosk.domain.captions import Cue, read_captions
from ui.qml_types import Property, QmlUncreatable
from ui.viewmodels.context import Context
from ui.viewmodels.words import both, clock

QML_IMPORT_NAME = "SanMin.Models"
QML_IMPORT_MAJOR_VERSION = 1

SPEEDS = (1.0, 1.25, 1.5, 0.75)
_NEAR_END_S = 3.0


def cues_of(context: Context, name: str) -> tuple[Cue, ...]:
    """The captions of a pack file; none while it has not arrived."""
    path = context.kiosk.library.path(name)
    return read_captions(path.read_text("utf-8", errors="replace")) if path else ()


def derive_chapters(clip: Clip) -> list[dict[str, Any]]:
    """[{at, end, kind, title}], each until the next begins."""
    ends = [chapter.at for chapter in clip.chapters[1:]] + [clip.duration]
    return [
        {"at": chapter.at, "end": end, "kind": chapter.kind.value, "title": both(chapter.title)}
        for chapter, end in zip(clip.chapters, ends, strict=True)
    ]


def derive_lines(zh: tuple[Cue, ...], en: tuple[Cue, ...]) -> list[dict[str, Any]]:
    """The transcript: [{start, end, at, text}]; English lines are matched by their start."""
    english = {round(cue.start, 1): cue.text for cue in en}
    return [
        {
            "start": cue.start,
            "end": cue.end,
            "at": clock(cue.start),
            "text": {"zh": cue.text, "en": english.get(round(cue.start, 1), cue.text)},
        }
        for cue in zh
    ]


@QmlElement
@QmlUncreatable("made by the shell")
class PlayerModel(QObject):
    """View model of the player."""

    positionChanged = Signal()
    settingsChanged = Signal()

    def __init__(
        self,
        context: Context,
        department: str,
        kind: str = "report",
        at: float | None = None,
        problem: int | None = None,
        parent: QObject | None = None,
    ) -> None:
        """Raises KeyError for an unknown department. `at` is in seconds; without it, where this visit left off."""
        super().__init__(parent)
        self._context = context
        self._kind = ClipKind(kind)
        self._department = context.campaign.department(department)
        self._clip = self._department.clip(self._kind)
        self._problem = problem
        self._lines = derive_lines(cues_of(context, self._clip.captions_zh), cues_of(context, self._clip.captions_en))
        self._starts = [line["start"] for line in self._lines]
        self._at = context.visit.positions.get(self._clip.file, 0.0) if at is None else at
        self._line = -1
        self._chapter = 0
        self._follow = True
        self._captions = True
        self._speed = SPEEDS[0]
        self._playing = False
        self._update_places()

    @Property("QVariantMap", constant=True)
    def name(self) -> dict[str, str]:
        """The department's name."""
        return both(self._department.name)

    @Property(str, constant=True)
    def kind(self) -> str:
        """report or interview."""
        return self._kind.value

    @Property(str, constant=True)
    def source(self) -> str:
        """The video's file URL; empty while it has not arrived (then the transcript stands in for it)."""
        path = self._context.kiosk.library.path(self._clip.file)
        return QUrl.fromLocalFile(str(path)).toString() if path else ""

    @Property(str, constant=True)
    def poster(self) -> str:
        """The still's file URL, or empty."""
        path = self._context.kiosk.library.path(self._clip.poster)
        return QUrl.fromLocalFile(str(path)).toString() if path else ""

    @Property(float, constant=True)
    def duration(self) -> float:
        """Seconds."""
        return self._clip.duration

    @Property(str, constant=True)
    def durationText(self) -> str:
        """m:ss."""
        return clock(self._clip.duration)

    @Property(float, constant=True)
    def startAt(self) -> float:
        """Where to begin, in seconds."""
        return self._at

    @Property("QVariantList", constant=True)
    def chapters(self) -> list[dict[str, Any]]:
        """[{at, end, kind, title}]."""
        return derive_chapters(self._clip)

    @Property(int, constant=True)
    def lineCount(self) -> int:
        """Lines of the transcript."""
        return len(self._lines)

    @Slot(int, int, result="QVariantList")
    def linesFrom(self, first: int, count: int) -> list[dict[str, Any]]:
        """Some of the transcript: [{start, end, at, text}]. QML takes milliseconds to take in a long one."""
        return self._lines[first : first + count]

    @Property("QVariantList", constant=True)
    def flags(self) -> list[dict[str, Any]]:
        """Where problems are answered: [{number, at}]."""
        return [
            {"number": p.number, "at": p.answer_at}
            for p in self._context.campaign.problems_of(self._department.id)
            if p.departments[0] == self._department.id and p.clip is self._kind
        ]

    @Property("QVariantMap", constant=True)
    def nextReport(self) -> dict[str, Any]:
        """The department that reports next: {id, name}, or an empty map after the last."""
        departments = self._context.campaign.departments
        index = departments.index(self._department) + 1
        if index == len(departments):
            return {}
        return {"id": departments[index].id, "name": both(departments[index].name)}

    @Property(int, constant=True)
    def problem(self) -> int:
        """The problem whose answer was asked for; 0 if none."""
        return self._problem or 0

    @Property(float, notify=positionChanged)
    def position(self) -> float:
        """Where the clip is, in seconds."""
        return self._at

    @Property(str, notify=positionChanged)
    def positionText(self) -> str:
        """m:ss."""
        return clock(self._at)

    @Property(int, notify=positionChanged)
    def line(self) -> int:
        """The transcript's current line; −1 before the first."""
        return self._line

    @Property(int, notify=positionChanged)
    def chapter(self) -> int:
        """The current chapter."""
        return self._chapter

    @Property("QVariantMap", notify=positionChanged)
    def caption(self) -> dict[str, str]:
        """What is being said now; empty between sentences."""
        if self._line >= 0 and self._at < self._lines[self._line]["end"]:
            text: dict[str, str] = self._lines[self._line]["text"]
            return text
        return {"zh": "", "en": ""}

    @Property(bool, notify=settingsChanged)
    def playing(self) -> bool:
        """Whether the clip runs; the idle clock stands still meanwhile."""
        return self._playing

    @Property(bool, notify=settingsChanged)
    def captionsOn(self) -> bool:
        """On unless switched off."""
        return self._captions

    @Property(bool, notify=settingsChanged)
    def following(self) -> bool:
        """Whether the transcript follows the video."""
        return self._follow

    @Property(float, notify=settingsChanged)
    def speed(self) -> float:
        """Playback rate."""
        return self._speed

    @Slot(float)
    def report(self, seconds: float) -> None:
        """MediaPlayer says where it is."""
        self._at = seconds
        near_end = seconds > self._clip.duration - _NEAR_END_S
        self._context.visit.positions[self._clip.file] = 0.0 if near_end else seconds
        self._update_places()
        self.positionChanged.emit()

    @Slot(bool)
    def setPlaying(self, playing: bool) -> None:
        """MediaPlayer started or stopped."""
        if playing != self._playing:
            self._playing = playing
            self.settingsChanged.emit()

    @Slot(float, result=float)
    def bounded(self, seconds: float) -> float:
        """A place inside the clip."""
        return min(max(0.0, seconds), max(0.0, self._clip.duration - 0.2))

    @Slot()
    def toggleCaptions(self) -> None:
        """Captions on or off."""
        self._captions = not self._captions
        self.settingsChanged.emit()

    @Slot(bool)
    def setFollowing(self, following: bool) -> None:
        """Let the transcript follow, or hold it still for reading."""
        self._follow = following
        self.settingsChanged.emit()

    @Slot()
    def nextSpeed(self) -> None:
        """1.0 → 1.25 → 1.5 → 0.75 → 1.0."""
        self._speed = SPEEDS[(SPEEDS.index(self._speed) + 1) % len(SPEEDS)]
        self.settingsChanged.emit()

    @Slot()
    def playNext(self) -> None:
        """Go on to the next department's report."""
        following = self.nextReport
        if following:
            self._context.open_screen("player", {"department": following["id"], "kind": "report", "replace": True})

    @Slot()
    def judgeAnswer(self) -> None:
        """Open the problem whose answer was just heard."""
        if self._problem:
            self._context.open_screen("problem", {"number": self._problem})

    def _update_places(self) -> None:
        self._line = bisect_right(self._starts, self._at + 0.05) - 1
        ats = [chapter.at for chapter in self._clip.chapters]
        self._chapter = max(0, bisect_right(ats, self._at + 0.05) - 1)
