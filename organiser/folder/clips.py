"""One department's page and its two clips: text, chapters, captions, video and still."""

from __future__ import annotations

from pathlib import Path

from kiosk.domain.campaign import Chapter, ChapterKind, Clip, ClipKind, Department, Goal, GoalState
from organiser.folder.media import MediaDamaged, probe
from organiser.folder.mistakes import Mistakes
from organiser.folder.nodes import NOTHING, Node, read_yaml
from organiser.folder.rules import Rules
from organiser.folder.tables import DepartmentRow
from organiser.folder.webvtt import read_webvtt

LANGUAGES = ("zh", "en")
_KINDS = {kind.value for kind in ChapterKind}


class Clips:
    """Reads departments/<id>.yaml with the files beside it; `files` maps names in the pack to paths."""

    def __init__(self, folder: Path, media: Path, rules: Rules, mistakes: Mistakes) -> None:
        self._folder = folder
        self._media = media
        self._topics = {topic.id for topic in rules.topics}
        self._mistakes = mistakes
        self.files: dict[str, Path] = {}
        self._has_media = media.is_dir()
        if not self._has_media:
            mistakes.add("media", 0, f"there is no folder {media} with the videos; --media names another")

    def read(self, row: DepartmentRow) -> Department:
        """The department; every mistake is noted."""
        root = read_yaml(self._folder, f"departments/{row.id}.yaml", self._mistakes)
        if root:
            root.only("summary", "goals", "topics", "report", "interview")
        topics = []
        for node in root.list("topics") if root else []:
            topic = node.word()
            if topic and topic not in self._topics:
                node.wrong(f"“{topic}” is not a topic of campaign.yaml")
            topics.append(topic)
        if root and not topics:
            root.wrong("a department needs at least one topic")
        return Department(
            id=row.id,
            order=row.order,
            session=row.session,
            name=row.name,
            summary=root.both("summary") if root else NOTHING,
            goals=tuple(map(_goal, root.list("goals"))) if root else (),
            topics=tuple(topics),
            report=self._clip(row.id, ClipKind.REPORT, root),
            interview=self._clip(row.id, ClipKind.INTERVIEW, root),
        )

    def _clip(self, id: str, kind: ClipKind, root: Node | None) -> Clip:
        stem = f"{id}-{kind.value}"
        duration = self._duration(f"{stem}.mp4")
        video, poster = self._file("clips", f"{stem}.mp4", self._media), self._file("clips", f"{stem}.png", self._media)
        zh, en = (self._captions(f"{stem}.{language}.vtt", duration) for language in LANGUAGES)
        node = root.need(kind.value) if root else None
        return Clip(video, poster, zh, en, duration or 0.0, _chapters(node, duration) if node else ())

    def _captions(self, name: str, duration: float | None) -> str:
        read_webvtt(self._folder, f"captions/{name}", duration, self._mistakes)
        return self._file("captions", name, self._folder / "captions")

    def _file(self, group: str, name: str, where: Path) -> str:
        path = where / name
        if not path.is_file():
            if group == "clips" and self._has_media:
                what = "video" if name.endswith(".mp4") else "still"
                self._mistakes.add(f"media/{name}", 0, f"the {what} is missing")
        else:
            self.files[f"{group}/{name}"] = path
        return f"{group}/{name}"

    def _duration(self, name: str) -> float | None:
        if not (self._media / name).is_file():
            return None
        try:
            media = probe(self._media / name)
        except (MediaDamaged, OSError):
            self._mistakes.add(f"media/{name}", 0, "this is not a video that can be played")
            return None
        if media.audio is None:
            self._mistakes.add(f"media/{name}", 0, "the video has no sound")
        return round(media.duration, 3)


def _goal(node: Node) -> Goal:
    state = node.only("goal", "result", "state").choice("state", {state.value for state in GoalState}, "state")
    return Goal(node.both("goal"), node.both("result"), GoalState.DONE if state == "done" else GoalState.SHORT)


def _chapters(clip: Node, duration: float | None) -> tuple[Chapter, ...]:
    chapters: list[Chapter] = []
    for node in clip.only("chapters").list("chapters"):
        node.only("at", "kind", "zh", "en")
        at, kind = node.seconds("at"), node.choice("kind", _KINDS, "kind of chapter")
        if not chapters and at != 0:
            node.wrong("the first chapter must begin at 0:00")
        if chapters and at <= chapters[-1].at:
            node.wrong("this chapter does not begin after the one above it")
        if duration is not None and at >= duration:
            node.wrong(f"this chapter begins at {at:.1f} s, past the video's end at {duration:.1f} s")
        chapters.append(Chapter(at, ChapterKind(kind) if kind in _KINDS else ChapterKind.WORK, node.bilingual()))
    if not chapters:
        clip.wrong("a clip needs at least one chapter")
    return tuple(chapters)
