"""The least that helps, in the real window on a real kiosk: player, screen, process; and what vanished is told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from booths import Booth
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from windows import OpenWindow

from kiosk.storage.errors import StorageBusy, StorageDamaged, StorageError
from kiosk.storage.runs import End
from ui.devices import Device
from ui.repairs import BUSY_LOOKS, MANY_DEFECTS, SETTLED_S, Found, Limits, Repairs, derive_restart

CEILING = 1_000


class Stand:
    """A window with its repairs, on a machine that a test takes apart."""

    def __init__(self, booth: Booth) -> None:
        self.window = OpenWindow(booth.kiosk)
        self.shell, self.health = self.window.kiosk.shell, booth.kiosk.health
        self.devices = {Device.TOUCH, Device.SCANNER}
        self.camera, self.now = True, 0.0
        self.trouble: StorageError | None = None
        self.wanted: list[str] = []
        self.repairs = self._repairs(Limits(memory=10**12))

    def _repairs(self, limits: Limits) -> Repairs:
        made = Repairs(
            self.shell,
            self.window.kiosk.jobs,
            self.health,
            self._check,
            lambda: self.camera,
            limits,
            lambda: frozenset(self.devices),
            lambda: self.now,
        )
        made.restartWanted.connect(self.wanted.append)
        return made

    def limit(self, limits: Limits) -> None:
        self.repairs = self._repairs(limits)

    def _check(self) -> None:
        if self.trouble is not None:
            raise self.trouble

    def look(self, times: int = 1) -> None:
        for _ in range(times):
            self.repairs.look()
            self.window.settle()

    @property
    def counted(self) -> dict[str, int]:
        self.window.settle()
        return dict(self.health.runs.read().repairs)

    @property
    def missing(self) -> object:
        return self.health.now().get("missing")


@pytest.fixture
def stand(tmp_path: Path, qtbot: QtBot) -> Iterator[Stand]:
    booth = Booth(tmp_path)
    booth.publish()
    made = Stand(booth)
    yield made
    made.window.close()
    booth.close()


def test_a_player_that_died_is_made_anew_once_where_it_was(stand: Stand) -> None:
    stand.shell.openScreen("player", {"department": "fgw", "kind": "report"})
    stand.window.settle()
    model, before = stand.shell.model, stand.window.root.findChild(QObject, "screen").property("item")
    model.report(61.0)
    assert stand.shell.failed("player")
    stand.window.settle()
    after = stand.window.root.findChild(QObject, "screen").property("item")
    assert stand.shell.model is model
    assert model.startAt == 61.0
    assert after is not before
    assert not stand.shell.failed("player")  # the second time the screen says so in words
    assert stand.counted == {"player": 2}


def test_a_screen_that_failed_is_made_anew_and_keeps_what_was_entered(stand: Stand) -> None:
    stand.shell.openScreen("suggest", {})
    stand.window.settle()
    stand.shell.model.write("路灯不亮")
    stand.shell.failed("screen")
    stand.window.settle()
    assert (stand.window.screen, stand.shell.model.property("text")) == ("suggest", "路灯不亮")


def test_a_screen_that_fails_again_gives_way_to_the_home_screen(stand: Stand) -> None:
    stand.shell.openScreen("departments", {})
    stand.window.settle()
    for _ in range(2):
        stand.shell.failed("screen")
        stand.window.settle()
    assert stand.window.screen == "home"
    assert stand.wanted == []


def test_a_home_screen_that_fails_again_needs_a_new_process(stand: Stand) -> None:
    stand.now = SETTLED_S
    for _ in range(2):
        stand.shell.failed("screen")
        stand.window.settle()
    assert stand.wanted == ["screen"]


def test_memory_over_its_ceiling_waits_for_the_end_of_the_visit(stand: Stand) -> None:
    stand.limit(Limits(memory=CEILING))
    stand.now = SETTLED_S
    stand.shell.home()
    stand.look(3)
    assert stand.wanted == []
    stand.shell.resetVisit()
    assert stand.wanted == ["memory"]
    assert stand.counted == {"memory": 1}


def test_a_young_process_is_not_started_anew_in_a_circle(stand: Stand) -> None:
    stand.limit(Limits(memory=CEILING))
    stand.look(2)
    assert stand.wanted == []
    stand.now = SETTLED_S
    stand.look()
    assert stand.wanted == ["memory"]


def test_a_new_version_waits_for_the_visits_end_only(stand: Stand) -> None:
    stand.shell.home()
    stand.repairs.restart_after_visit(End.UPGRADE)
    assert stand.wanted == []
    stand.shell.resetVisit()
    assert stand.wanted == ["upgrade"]


def test_what_a_young_process_puts_off_is_done_though_nobody_comes(stand: Stand) -> None:
    stand.repairs.restart_after_visit(End.SCREEN)
    stand.look()
    assert stand.wanted == []
    stand.now = SETTLED_S
    stand.look()
    assert stand.wanted == ["screen"]


@pytest.mark.parametrize(
    ("gone", "name"), [(Device.SCANNER, "scanner"), (Device.TOUCH, "touch")], ids=["scanner", "touch screen"]
)
def test_what_was_unplugged_is_counted_once_and_told_until_it_is_back(stand: Stand, gone: Device, name: str) -> None:
    stand.look()
    assert stand.missing is None
    stand.devices.remove(gone)
    stand.look(3)
    assert stand.missing == name
    stand.devices.add(gone)
    stand.look()
    assert stand.missing is None
    assert stand.counted == {name: 1}


def test_a_camera_that_falls_silent_is_told(stand: Stand) -> None:
    stand.look()
    stand.camera = False
    stand.look()
    assert stand.missing == "camera"


def test_what_was_never_there_is_missed_only_if_it_is_expected(stand: Stand) -> None:
    stand.devices, stand.camera = {Device.TOUCH}, False
    stand.look()
    assert stand.missing is None
    stand.limit(Limits(memory=10**12, expects=frozenset({Device.CAMERA})))
    stand.look()
    assert stand.missing == "camera"


def test_without_a_touch_screen_the_kiosk_says_so_and_comes_back_by_itself(stand: Stand) -> None:
    stand.look()
    stand.devices.remove(Device.TOUCH)
    stand.look()
    assert stand.window.screen == "out-of-service"
    assert "触摸屏断开了" in stand.window.words()
    stand.devices.add(Device.TOUCH)
    stand.look()
    assert stand.window.screen == "home"


def test_a_damaged_database_ends_the_process_when_nobody_is_there(stand: Stand) -> None:
    stand.now = SETTLED_S
    stand.shell.home()
    stand.trouble = StorageDamaged("pages")
    stand.look()
    assert stand.wanted == []
    stand.shell.resetVisit()
    assert stand.wanted == ["database"]
    assert stand.counted == {"database": 1}


def test_damage_that_only_a_visitors_work_meets_ends_the_process_too(stand: Stand) -> None:
    stand.now = SETTLED_S
    stand.health._journal.engine.damaged = True
    stand.look()
    assert stand.wanted == ["database"]


def test_a_database_damaged_again_at_once_shows_out_of_service_instead_of_a_circle(stand: Stand) -> None:
    stand.trouble = StorageDamaged("pages")
    stand.look()
    assert (stand.window.screen, stand.wanted) == ("out-of-service", [])
    stand.now = SETTLED_S
    stand.look()
    assert stand.wanted == ["database"]


def test_a_database_that_is_locked_for_a_moment_is_no_reason(stand: Stand) -> None:
    stand.now = SETTLED_S
    stand.trouble = StorageBusy("locked")
    stand.look(BUSY_LOOKS - 1)
    stand.trouble = None
    stand.look()
    stand.trouble = StorageBusy("locked")
    stand.look(BUSY_LOOKS - 1)
    assert stand.wanted == []
    stand.look()
    assert stand.wanted == ["database"]


def test_defects_are_counted_and_many_of_them_need_a_new_process(
    stand: Stand, caplog: pytest.LogCaptureFixture
) -> None:
    stand.now = SETTLED_S
    for number in range(MANY_DEFECTS):
        assert stand.wanted == []
        try:
            raise ValueError(f"secret {number}")
        except ValueError as error:
            stand.repairs.defect(type(error), error, error.__traceback__)
    assert stand.wanted == ["screen"]
    assert stand.counted["defect"] == MANY_DEFECTS
    assert "secret" not in caplog.text
    assert "ValueError at" in caplog.text


@pytest.mark.parametrize(
    ("found", "busy", "why"),
    [
        (Found(), 0, None),
        (Found(memory=CEILING), 0, None),
        (Found(memory=CEILING + 1), 0, End.MEMORY),
        (Found(memory=CEILING + 1, database="storage-damaged"), 0, End.DATABASE),
        (Found(database="storage-busy"), BUSY_LOOKS - 1, None),
        (Found(database="storage-busy"), BUSY_LOOKS, End.DATABASE),
        (Found(database="storage-full"), 0, None),
    ],
)
def test_the_gravest_reason_counts(found: Found, busy: int, why: End | None) -> None:
    assert derive_restart(found, Limits(memory=CEILING), busy) == why
