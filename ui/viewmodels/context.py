"""What a screen's view model is given: the kiosk, a way to run jobs, a way to go on. No globals."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from kiosk.domain.campaign import Campaign
from kiosk.domain.forms import Answer
from kiosk.services.kiosk import Kiosk
from kiosk.services.sign_in import Presented, SignedIn
from ui.first_content import FirstContent
from ui.jobs import JobRunner
from ui.viewmodels.staff_ports import StaffPorts


class ScreenUnavailable(Exception):
    """A screen that makes no sense now: there is no content yet. The home screen says so."""


@dataclass(slots=True)
class Visit:
    """What one person has done so far; lives in memory only and is forgotten at the end of the visit.

    `marks` maps department ids to codes that are chosen, not cast. `positions` are seconds watched of clips.
    `helper` is the staff card of whoever helps; then choices stay behind the curtain unless the person is `alone`.
    `answers` are what is chosen and written in a form, by form and question.
    """

    presented: Presented | None = None
    signed_in: SignedIn | None = None
    marks: dict[str, int] = field(default_factory=dict)
    helper: bytes | None = None
    alone: bool = False
    compact: bool = False
    positions: dict[str, float] = field(default_factory=dict)
    opinions: set[int] = field(default_factory=set)
    draft: dict[str, object] = field(default_factory=dict)
    answers: dict[str, dict[str, Answer]] = field(default_factory=dict)

    @property
    def curtained(self) -> bool:
        """Whether choices are hidden now, because somebody helps and may be looking."""
        return self.helper is not None and not self.alone

    def forget(self) -> None:
        """End of the visit: nothing of it stays."""
        self.presented = None
        self.signed_in = None
        self.helper = None
        self.alone = self.compact = False
        for kept in (self.marks, self.positions, self.draft, self.answers):
            kept.clear()
        self.opinions.clear()


OpenScreen = Callable[[str, Mapping[str, object]], None]


@dataclass(frozen=True, slots=True)
class Context:
    """Passed to every view model's factory.

    `after_record` is told when something was recorded, so that sync can run. `sync` talks to the server, blocking,
    and says whether new content came; `after_sync` lets the screens know. `cards` are sample cards shown in demo
    mode: (label zh, label en, text of the QR, PIN or ""). `staff` is what the staff's screens are given from outside.
    `first_content` looks for sticks while there is no content.
    """

    kiosk: Kiosk
    jobs: JobRunner
    visit: Visit
    open_screen: OpenScreen
    go_home: Callable[[], None]
    language: Callable[[], str]
    after_record: Callable[[], None] = lambda: None
    sync: Callable[[], bool] = lambda: False
    after_sync: Callable[[], None] = lambda: None
    cards: tuple[tuple[str, str, str, str], ...] = ()
    staff: StaffPorts = field(default_factory=StaffPorts)
    first_content: FirstContent | None = None

    @property
    def campaign(self) -> Campaign:
        """The campaign in force. Raises NothingPublished."""
        return self.kiosk.library.campaign
