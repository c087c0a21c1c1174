"""The 38 departments: by session, by topic, or found by a few keys on a small keypad."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.domain.campaign import Bilingual, Campaign, Department
from ui.qml_types import Property, QmlUncreatable
from ui.viewmodels.context import Context
from ui.viewmodels.finding import MAX_TYPED, STROKES, Alphabet, found, live_keys, matches
from ui.viewmodels.words import both, half_day, session_name

QML_IMPORT_NAME = "SanMin.Models"
QML_IMPORT_MAJOR_VERSION = 1

FEW = 12
"""So many matches stand out; while nearly all match, only those that do not go quiet."""
NO_TOPIC = Bilingual("其他", "Other")


@dataclass(frozen=True, slots=True)
class Inputs:
    """What the person chose on this screen. `finding` is the keypad on a page of its own, `page` a page of the list."""

    by_topic: bool = False
    group: int = 0
    page: int = 0
    finding: bool = False
    alphabet: Alphabet = Alphabet.PINYIN
    typed: str = ""


def derive_row(campaign: Campaign, department: Department, inputs: Inputs) -> dict[str, Any]:
    """One department in a list: `order` is its place in its session, `topics` the names of its interview's topics."""
    hit = bool(inputs.typed) and matches(department, inputs.alphabet, inputs.typed)
    names = [topic.name for topic in campaign.topics if topic.id in department.topics]
    return {
        "id": department.id,
        "order": campaign.departments_of(department.session).index(department) + 1,
        "name": both(department.name),
        "topics": {"zh": "、".join(n.zh for n in names), "en": ", ".join(n.en for n in names)},
        "found": hit and len(found(campaign, inputs.alphabet, inputs.typed)) <= FEW,
        "quiet": bool(inputs.typed) and not hit,
    }


def derive_columns(campaign: Campaign, inputs: Inputs) -> list[dict[str, Any]]:
    """The groups of the screen: one per session, or one per topic. A department stands under each of its topics."""

    def group(title: dict[str, str], note: dict[str, str], departments: list[Department]) -> dict[str, Any]:
        return {"title": title, "note": note, "rows": [derive_row(campaign, d, inputs) for d in departments]}

    if not inputs.by_topic:
        return [
            group(session_name(s.number), half_day(s.start), list(campaign.departments_of(s.number)))
            for s in campaign.sessions
        ]
    nothing = both(None)
    topics = [
        group(both(t.name), nothing, [d for d in campaign.departments if t.id in d.topics]) for t in campaign.topics
    ]
    without = [d for d in campaign.departments if not d.topics]
    return [*topics, group(both(NO_TOPIC), nothing, without)] if without else topics


def derive_keys(campaign: Campaign, inputs: Inputs) -> list[dict[str, Any]]:
    """The keys with the sign on each, its name (of a stroke) and whether it still leads somewhere."""
    live = live_keys(campaign, inputs.alphabet, inputs.typed)
    return [
        {"id": key, "sign": STROKES.get(key, (key, ""))[0], "name": STROKES.get(key, (key, ""))[1], "live": key in live}
        for key in inputs.alphabet.keys
    ]


@QmlElement
@QmlUncreatable("made by the shell")
class DepartmentsModel(QObject):
    """View model of the departments screen."""

    changed = Signal()
    pageChanged = Signal()

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._campaign = context.campaign
        self._inputs = Inputs(alphabet=self._letters())

    @Property("QVariantList", notify=changed)
    def columns(self) -> list[dict[str, Any]]:
        """[{title, note, rows: [{id, order, name, topics, found, quiet}]}]."""
        return derive_columns(self._campaign, self._inputs)

    @Property("QVariantList", notify=changed)
    def found(self) -> list[dict[str, Any]]:
        """The rows of those that answer to what was typed; empty if nothing was."""
        if not self._inputs.typed:
            return []
        return [derive_row(self._campaign, d, self._inputs) for d in self._found()]

    @Property("QVariantList", notify=changed)
    def keys(self) -> list[dict[str, Any]]:
        """[{id, sign, name, live}] of the keypad."""
        return derive_keys(self._campaign, self._inputs)

    @Property(str, notify=changed)
    def typed(self) -> str:
        """What was typed so far, as keys."""
        return self._inputs.typed

    @Property(str, notify=changed)
    def typedSigns(self) -> str:
        """What was typed so far, as it is shown: letters, or strokes drawn."""
        return " ".join(STROKES.get(key, (key, ""))[0] for key in self._inputs.typed)

    @Property(bool, notify=changed)
    def strokes(self) -> bool:
        """Whether the keys are strokes."""
        return self._inputs.alphabet is Alphabet.STROKES

    @Property(bool, notify=changed)
    def finding(self) -> bool:
        """Whether the keypad is open on a page of its own."""
        return self._inputs.finding

    @Property(bool, notify=changed)
    def byTopic(self) -> bool:
        """Grouped by topic instead of by session."""
        return self._inputs.by_topic

    @Property(int, notify=changed)
    def group(self) -> int:
        """The group that is shown where not all fit."""
        return self._inputs.group

    @Property(int, notify=pageChanged)
    def page(self) -> int:
        """The page of that group; kept while a department is looked at."""
        return self._inputs.page

    @Property(int, constant=True)
    def count(self) -> int:
        """How many departments report."""
        return len(self._campaign.departments)

    @Property("QVariantMap", notify=changed)
    def only(self) -> dict[str, Any]:
        """The only match as {id, name}, or an empty map."""
        matching = self._found()
        if self._inputs.typed and len(matching) == 1:
            return {"id": matching[0].id, "name": both(matching[0].name)}
        return {}

    @Slot(bool)
    def groupByTopic(self, by_topic: bool) -> None:
        """Group by topic or by session; what was typed is forgotten."""
        self._set(replace(self._inputs, by_topic=by_topic, group=0, page=0, typed=""))

    @Slot(int)
    def showGroup(self, group: int) -> None:
        """Turn to a group; what was typed is forgotten."""
        self._set(replace(self._inputs, group=group, page=0, typed=""))

    @Slot(int)
    def turnTo(self, page: int) -> None:
        """Remember the page that is shown."""
        if page != self._inputs.page:
            self._inputs = replace(self._inputs, page=page)
            self.pageChanged.emit()

    @Slot()
    def openFinder(self) -> None:
        """Show the keypad on a page of its own."""
        self._set(replace(self._inputs, finding=True, typed="", page=0))

    @Slot()
    def closeFinder(self) -> None:
        """Back to the list."""
        self._set(replace(self._inputs, finding=False, typed="", page=0))

    @Slot(result=bool)
    def stepBack(self) -> bool:
        """Back from the keypad's page to the list; False if it was not open."""
        if not self._inputs.finding:
            return False
        self.closeFinder()
        return True

    @Slot(bool)
    def useStrokes(self, strokes: bool) -> None:
        """Find by strokes, or by letters again."""
        alphabet = Alphabet.STROKES if strokes else self._letters()
        self._set(replace(self._inputs, alphabet=alphabet, typed="", page=0))

    @Slot()
    def languageSwitched(self) -> None:
        """The letters are another language's now; what was typed in the old ones is forgotten."""
        self.useStrokes(self.strokes and self._context.language() == "zh")

    @Slot(str)
    def typeKey(self, key: str) -> None:
        """Add a key; one that leads nowhere is ignored."""
        inputs = self._inputs
        if len(inputs.typed) < MAX_TYPED and key in live_keys(self._campaign, inputs.alphabet, inputs.typed):
            self._set(replace(inputs, typed=inputs.typed + key, page=0))

    @Slot()
    def erase(self) -> None:
        """Take the last key back."""
        self._set(replace(self._inputs, typed=self._inputs.typed[:-1], page=0))

    @Slot()
    def clear(self) -> None:
        """Start anew."""
        self._set(replace(self._inputs, typed="", page=0))

    @Slot(str)
    def choose(self, id: str) -> None:
        """Go to a department."""
        self._context.open_screen("department", {"id": id})

    def _letters(self) -> Alphabet:
        return Alphabet.ENGLISH if self._context.language() == "en" else Alphabet.PINYIN

    def _found(self) -> list[Department]:
        return found(self._campaign, self._inputs.alphabet, self._inputs.typed)

    def _set(self, inputs: Inputs) -> None:
        if inputs != self._inputs:
            self._inputs = inputs
            self.changed.emit()
            self.pageChanged.emit()
