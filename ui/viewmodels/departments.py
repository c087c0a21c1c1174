"""The 38 departments: by session, by topic, or found by initials typed on a small keypad."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from pypinyin import Style, lazy_pinyin
from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.domain.campaign import Campaign, Department
from ui.qml_types import Property, QmlUncreatable
from ui.viewmodels.context import Context
from ui.viewmodels.words import both, half_day, session_name

QML_IMPORT_NAME = "SanMin.Models"
QML_IMPORT_MAJOR_VERSION = 1

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
MAX_TYPED = 8


@dataclass(frozen=True, slots=True)
class Inputs:
    """What the person chose on this screen."""

    by_topic: bool = False
    typed: str = ""


def initials(name: str) -> str:
    """The first letters of a Chinese name's pinyin, in capitals: 市交通运输局 → SJTYSJ."""
    return "".join(lazy_pinyin(name, style=Style.FIRST_LETTER, errors="ignore")).upper()


def matches(department: Department, typed: str) -> bool:
    """Whether the letters occur in this order among the initials (`JTJ` finds 市交通运输局), or start the id."""
    rest = iter(initials(department.name.zh))
    return all(letter in rest for letter in typed) or department.id.upper().startswith(typed)


def live_letters(departments: tuple[Department, ...], typed: str) -> frozenset[str]:
    """Letters that still lead to at least one department."""
    return frozenset(
        letter for letter in LETTERS if any(matches(department, typed + letter) for department in departments)
    )


def derive_columns(campaign: Campaign, inputs: Inputs) -> list[dict[str, Any]]:
    """The columns of the screen: one per session, or one per topic."""

    def row(department: Department) -> dict[str, Any]:
        found = bool(inputs.typed) and matches(department, inputs.typed)
        return {
            "id": department.id,
            "name": both(department.name),
            "found": found,
            "quiet": bool(inputs.typed) and not found,
        }

    if inputs.by_topic:
        return [
            {
                "title": both(topic.name),
                "note": {"zh": "", "en": ""},
                "rows": [row(d) for d in campaign.departments if d.topics[0] == topic.id],
            }
            for topic in campaign.topics
        ]
    return [
        {
            "title": session_name(session.number),
            "note": half_day(session.start),
            "rows": [row(d) for d in campaign.departments_of(session.number)],
        }
        for session in campaign.sessions
    ]


@QmlElement
@QmlUncreatable("made by the shell")
class DepartmentsModel(QObject):
    """View model of the departments screen."""

    changed = Signal()

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._campaign = context.campaign
        self._inputs = Inputs()

    @Property("QVariantList", notify=changed)
    def columns(self) -> list[dict[str, Any]]:
        """[{title, note, rows: [{id, name, found, quiet}]}]."""
        return derive_columns(self._campaign, self._inputs)

    @Property("QVariantList", notify=changed)
    def keys(self) -> list[dict[str, Any]]:
        """[{letter, live}] for the keypad."""
        live = live_letters(self._campaign.departments, self._inputs.typed)
        return [{"letter": letter, "live": letter in live} for letter in LETTERS]

    @Property(str, notify=changed)
    def typed(self) -> str:
        """What was typed so far."""
        return self._inputs.typed

    @Property(bool, notify=changed)
    def byTopic(self) -> bool:
        """Grouped by topic instead of by session."""
        return self._inputs.by_topic

    @Property(int, constant=True)
    def count(self) -> int:
        """How many departments report."""
        return len(self._campaign.departments)

    @Property(int, notify=changed)
    def foundCount(self) -> int:
        """How many departments match what was typed; all of them if nothing was."""
        return len(self._found())

    @Property("QVariantMap", notify=changed)
    def only(self) -> dict[str, Any]:
        """The only match as {id, name}, or an empty map."""
        found = self._found()
        if self._inputs.typed and len(found) == 1:
            return {"id": found[0].id, "name": both(found[0].name)}
        return {}

    @Slot(bool)
    def groupByTopic(self, by_topic: bool) -> None:
        """Group by topic or by session."""
        self._set(replace(self._inputs, by_topic=by_topic))

    @Slot(str)
    def typeLetter(self, letter: str) -> None:
        """Add a letter; one that leads nowhere is ignored."""
        if len(self._inputs.typed) < MAX_TYPED and letter in live_letters(
            self._campaign.departments, self._inputs.typed
        ):
            self._set(replace(self._inputs, typed=self._inputs.typed + letter))

    @Slot()
    def erase(self) -> None:
        """Take the last letter back."""
        self._set(replace(self._inputs, typed=self._inputs.typed[:-1]))

    @Slot()
    def clear(self) -> None:
        """Start anew."""
        self._set(replace(self._inputs, typed=""))

    @Slot(str)
    def choose(self, id: str) -> None:
        """Go to a department."""
        self._context.open_screen("department", {"id": id})

    def _found(self) -> list[Department]:
        return [d for d in self._campaign.departments if matches(d, self._inputs.typed)]

    def _set(self, inputs: Inputs) -> None:
        if inputs != self._inputs:
            self._inputs = inputs
            self.changed.emit()
