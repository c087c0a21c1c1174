"""Facts about this kiosk that every screen may show: where it is, how old its content is, whether it is online."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtQml import QmlElement

from kiosk.domain.campaign import Bilingual
from ui.qml_types import Property, QmlUncreatable
from ui.viewmodels.words import both, day_and_time, from_unix

QML_IMPORT_NAME = "SanMin.Models"
QML_IMPORT_MAJOR_VERSION = 1

STALE_AFTER_S = 30 * 60
TITLE, CITY, NOWHERE = Bilingual("三民活动", "San Min"), Bilingual("青岛市", "Qingdao"), Bilingual("", "")


@dataclass(frozen=True, slots=True)
class Facts:
    """`content_at` and `last_contact` are Unix seconds, None if never; `now` is trusted time."""

    title: Bilingual = field(default=TITLE)
    city: Bilingual = field(default=CITY)
    year: int = 0
    mottos: tuple[str, ...] = ()
    venue: Bilingual = field(default=NOWHERE)
    number: int = 1
    sample: bool = False
    departments: int = 0
    clips: int = 0
    problems: int = 0
    content_at: int | None = None
    last_contact: int | None = None
    unsent: int = 0
    now: int = 0


@QmlElement
@QmlUncreatable("made by ui.app")
class KioskFacts(QObject):
    """The facts as QML reads them."""

    changed = Signal()

    def __init__(self, facts: Facts | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._facts = facts or Facts()

    def update(self, facts: Facts) -> None:
        """Take new facts; nothing is announced if they are the same."""
        old, self._facts = self._facts, facts
        if replace(old, now=0) != replace(facts, now=0) or self._online(old) != self._online(facts):
            self.changed.emit()

    @property
    def facts(self) -> Facts:
        """The facts as they are."""
        return self._facts

    @Property("QVariantMap", notify=changed)
    def title(self) -> dict[str, str]:
        """三民活动."""
        return both(self._facts.title)

    @Property("QVariantMap", notify=changed)
    def cityAndYear(self) -> dict[str, str]:
        """青岛市 2021 年; while there is no content, what the event is."""
        facts = self._facts
        if not facts.year:
            return {
                "zh": f"{facts.city.zh}：向市民报告，听市民意见，请市民评议",
                "en": f"{facts.city.en} reports to its citizens, hears them and asks for their ratings",
            }
        return {"zh": f"{facts.city.zh} {facts.year} 年", "en": f"{facts.city.en} {facts.year}"}

    @Property("QVariantMap", notify=changed)
    def venue(self) -> dict[str, str]:
        """市南区会场."""
        venue = self._facts.venue
        return {"zh": f"{venue.zh}会场", "en": venue.en.replace(" District", "") + " venue"}

    @Property("QVariantMap", notify=changed)
    def contentAt(self) -> dict[str, str]:
        """How old the content is; empty before the first pack."""
        at = self._facts.content_at
        return both(None) if at is None else day_and_time(from_unix(at))

    @Property("QVariantMap", notify=changed)
    def today(self) -> dict[str, str]:
        """Date and time."""
        return day_and_time(from_unix(self._facts.now))

    @Property("QStringList", notify=changed)
    def mottos(self) -> list[str]:
        """听民意、聚民智、惠民生、谋发展."""
        return list(self._facts.mottos)

    @Property(bool, notify=changed)
    def online(self) -> bool:
        """Whether the server was heard lately."""
        return self._online(self._facts)

    @Property(bool, notify=changed)
    def sample(self) -> bool:
        """Whether all this is sample data."""
        return self._facts.sample

    @Property("QVariantMap", notify=changed)
    def counts(self) -> dict[str, Any]:
        """{departments, clips, problems}."""
        facts = self._facts
        return {"departments": facts.departments, "clips": facts.clips, "problems": facts.problems}

    @Property(int, notify=changed)
    def unsent(self) -> int:
        """Entries that have not reached the server."""
        return self._facts.unsent

    @Property(int, notify=changed)
    def number(self) -> int:
        """Number of this kiosk in its venue."""
        return self._facts.number

    @staticmethod
    def _online(facts: Facts) -> bool:
        return facts.last_contact is not None and facts.now - facts.last_contact < STALE_AFTER_S
