"""The window: builds shell, view models and QML for one opened kiosk (ui.device runs it)."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent, QObject, QSize, QTimer
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtQuick import QQuickWindow

from kiosk.services.kiosk import Kiosk
from ui.camera import CodeCamera
from ui.engine import Engine
from ui.first_content import FirstContent
from ui.giving_back import GivingBack
from ui.jobs import DATABASE, NETWORK, JobRunner, Ok, Result, SupportsSubmit
from ui.options import Card as Card
from ui.options import Options as Options
from ui.parts import parts_here
from ui.pinyin import load_pinyin
from ui.scanning import KeyboardScanner
from ui.screens import factories
from ui.touches import TouchGuard
from ui.viewmodels.context import Context, Visit
from ui.viewmodels.facts import Facts, KioskFacts
from ui.viewmodels.shell import ATTRACT, HOME, Shell
from ui.viewmodels.staff_ports import StaffPorts

logger = logging.getLogger(__name__)

FACTS_MS = 20_000
TOUCHES = frozenset(
    {QEvent.Type.TouchBegin, QEvent.Type.MouseButtonPress, QEvent.Type.KeyPress, QEvent.Type.TabletPress}
)
FINGERS = frozenset({QEvent.Type.TouchBegin, QEvent.Type.MouseButtonPress})
CAMERA_SCREENS = frozenset({"sign-in", "follow", "staff-open", "staff-device"})
"""Nowhere else is anybody asked to show a code, so nowhere else is the camera on."""


@dataclass(frozen=True, slots=True)
class Pacing:
    """When to sync next, in seconds: after a sync, and after something was recorded (None: as it was).

    `visited` is told whether somebody is at the screen, so that content never takes what a person needs; `pressed` that
    staff want the next sync; `ended` that the one that runs shall end soon, for the program does.
    """

    next: Callable[[], float]
    after_record: Callable[[], float | None]
    visited: Callable[[bool], None]
    pressed: Callable[[], None] = lambda: None
    ended: Callable[[], None] = lambda: None


NEVER_MIND = Pacing(lambda: 60.0, lambda: None, lambda somebody: None)
"""For windows that do not sync: pictures and tests."""
NO_PORTS = StaffPorts()


class KioskWindow(QObject):
    """Everything that lives as long as the window. Close it before the kiosk."""

    def __init__(
        self,
        kiosk: Kiosk,
        sync: Callable[[], bool],
        options: Options,
        executor: SupportsSubmit | None = None,
        pacing: Pacing = NEVER_MIND,
        staff: StaffPorts = NO_PORTS,
    ) -> None:
        super().__init__()
        self._kiosk = kiosk
        self._sync = sync
        self._pacing = pacing
        self.jobs = JobRunner(executor)
        self.facts = KioskFacts()
        self.visit = Visit()
        self.first_content = FirstContent(
            lambda: kiosk.library.is_empty, self.jobs, staff, kiosk.staff_desk.note_first_stick, self
        )
        self.first_content.arrived.connect(self._content_came)
        self.context = Context(
            kiosk=kiosk,
            jobs=self.jobs,
            visit=self.visit,
            open_screen=lambda name, args: self.shell.openScreen(name, args),
            go_home=lambda: self.shell.home(),
            language=lambda: self.shell.language,
            after_record=self._recorded,
            sync=self._sync_for_staff,
            after_sync=self.look,
            cards=options.cards,
            staff=staff if staff.parts else replace(staff, parts=lambda: parts_here(self.camera)),
            first_content=self.first_content,
        )
        self.camera = CodeCamera(executor=executor)
        self.shell = Shell(factories(self.context, self.camera), self.facts)
        self.shell.usual_volume = lambda: staff.volume() / 100
        self.shell.usual_touch_sound = staff.touch_sound
        self.giving_back = GivingBack(lambda: self.shell.screen == ATTRACT, self)
        self.shell.visitEnded.connect(self._forget_visit)
        self.shell.visitEnded.connect(self.giving_back.visit_ended)
        self.shell.screenChanged.connect(self._watch_for_codes)
        self.camera.scanned.connect(self.shell.scanned)
        self.engine = Engine(self.shell)
        self.scanner = KeyboardScanner(pass_on=options.windowed)
        self.scanner.scanned.connect(self.shell.scanned)
        self._px_per_mm = 1.0
        self._guard = TouchGuard(self._takes_presses_only, lambda: self._px_per_mm)
        self._facts_timer = QTimer(self, interval=FACTS_MS)
        self._facts_timer.timeout.connect(self.look)
        self._sync_timer = QTimer(self, singleShot=True)
        self._sync_timer.timeout.connect(self._sync_in_background)

    def open(self, size: QSize, px_per_mm: float, frame: bool) -> QQuickWindow:
        """Load the window, hidden. Raises RuntimeError if the QML does not load, which is a defect."""
        self._px_per_mm = px_per_mm
        self.look()
        self.shell.start()
        return self.engine.load(size, px_per_mm, frame)

    @property
    def filters(self) -> tuple[QObject, ...]:
        """Event filters for the application, in the order of installing: the last one sees an event first."""
        return (self, self._guard, self.scanner)

    def _watch_for_codes(self) -> None:
        self.camera.watch(self.shell.screen in CAMERA_SCREENS)

    def _takes_presses_only(self) -> bool:
        return self.shell.model is not None and bool(self.shell.model.property("pressOnly"))

    def start_syncing(self) -> None:
        """Talk to the server now and again, never in the way of a person."""
        self._facts_timer.start()
        self.jobs.run(NETWORK, load_pinyin, lambda loaded: None)
        self._sync_timer.start(500)
        self.first_content.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Any touch keeps a visit alive."""
        if event.type() in TOUCHES or isinstance(event, QInputMethodEvent):
            self._pacing.visited(True)
            if event.type() in FINGERS and event.spontaneous():
                self._kiosk.health.touched()
            self.shell.touched()
        return False

    def look(self) -> None:
        """Read the facts anew."""
        self.jobs.run(DATABASE, self._read_facts, self._take_facts)

    def close(self) -> None:
        """End everything: QML first, so that nothing is bound to what goes away."""
        self._sync_timer.stop()
        self._facts_timer.stop()
        self.giving_back.close()
        self.first_content.stop()
        self.camera.close()
        self._pacing.ended()
        self.jobs.close()
        self.engine.close()

    def _read_facts(self) -> Facts:
        kiosk, state = self._kiosk, self._kiosk.journal.state()
        now = kiosk.clock.now()
        if kiosk.library.is_empty:
            return Facts(number=kiosk.identity.number, last_contact=state.last_contact, unsent=state.unsent, now=now)
        published = kiosk.library.published
        campaign = published.campaign
        return Facts(
            title=campaign.title,
            city=campaign.city,
            year=campaign.year,
            mottos=campaign.mottos,
            venue=campaign.venue(kiosk.identity.venue).name,
            number=kiosk.identity.number,
            sample=campaign.sample,
            departments=len(campaign.departments),
            clips=2 * len(campaign.departments),
            problems=len(campaign.problems),
            content_at=published.created,
            last_contact=state.last_contact,
            unsent=state.unsent,
            now=now,
        )

    def _take_facts(self, result: Result[Facts]) -> None:
        if isinstance(result, Ok):
            self.facts.update(result.value)
        else:
            logger.warning("facts: %s", type(result.error).__name__)

    def _content_came(self) -> None:
        """The first pack is in force: screens that said there is none are made anew."""
        self.look()
        if self.shell.screen in (ATTRACT, HOME):
            self.shell.openScreen(self.shell.screen, {})

    def _recorded(self) -> None:
        """Something was recorded: send it soon, outside the person's way."""
        self.look()
        wait = self._pacing.after_record()
        if wait is not None and self._sync_timer.isActive():
            self._sync_timer.start(int(1_000 * wait))

    def _sync_in_background(self) -> None:
        self.jobs.run(NETWORK, self._sync, self._synced)

    def _sync_for_staff(self) -> bool:
        self._pacing.pressed()
        return self._sync()

    def _synced(self, result: Result[bool]) -> None:
        if not isinstance(result, Ok):
            logger.info("sync: %s", getattr(result.error, "code", type(result.error).__name__))
        self.look()
        self._sync_timer.start(int(1_000 * self._pacing.next()))

    def _forget_visit(self) -> None:
        self._pacing.visited(False)
        self.visit.forget()
        clipboard = QGuiApplication.clipboard()
        if clipboard is not None:
            clipboard.clear()
