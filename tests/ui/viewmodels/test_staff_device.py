"""The machine in the hands of staff: cleaning, sound, brightness, restart, diagnostics, another venue, leaving."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from booths import Booth
from desks import Desk
from staffs import PIN, Surroundings, acts

from ui.viewmodels.context import Context
from ui.viewmodels.staff_device import CLEANING_S, StaffDeviceModel
from ui.viewmodels.staff_ports import StaffTrouble


def device(desk: Desk, context: Context) -> StaffDeviceModel:
    model = StaffDeviceModel(context)
    desk.executor.run_all()
    return model


def test_cleaning_ends_by_itself_and_cannot_be_left_before(desk: Desk, booth: Booth, context: Context) -> None:
    model = device(desk, context)
    model.begin("cleaning")
    for second in range(CLEANING_S):
        assert model.playing and model.stepBack() and model.secondsLeft == CLEANING_S - second
        model.tick()
    assert (model.stage, model.secondsLeft) == ("list", 0)
    desk.executor.run_all()
    assert acts(booth) == [("device", "cleaning")]
    model.dispose()


def test_whether_touches_sound_is_kept_and_each_change_is_recorded(
    desk: Desk, booth: Booth, context: Context, outside: Surroundings
) -> None:
    model = device(desk, context)
    assert not model.touchSound
    model.toggleTouchSound()
    desk.executor.run_all()
    assert (model.touchSound, outside.touch_sound) == (True, True)
    model.toggleTouchSound()
    desk.executor.run_all()
    assert (model.touchSound, outside.touch_sound) == (False, False)
    assert acts(booth) == [("device", "touch-sound-on"), ("device", "touch-sound-off")]
    model.dispose()


def test_volume_is_kept_for_all_visits(desk: Desk, booth: Booth, context: Context, outside: Surroundings) -> None:
    model = device(desk, context)
    model.changeVolume(1)
    desk.executor.run_all()
    assert (model.volume, outside.volume) == (70, 70)
    for _ in range(9):
        model.changeVolume(1)
    assert model.volume == 90
    model.dispose()


def test_brightness_is_hidden_where_it_cannot_be_set(desk: Desk, context: Context) -> None:
    model = device(desk, context)
    assert model.brightness == -1
    model.changeBrightness(1)
    assert model.brightness == -1
    model.dispose()


def test_a_restart_is_recorded_before_it_happens(
    desk: Desk, booth: Booth, context: Context, outside: Surroundings
) -> None:
    model = device(desk, context)
    model.begin("restart")
    model.confirm()
    assert outside.restarts == 0
    desk.executor.run_all()
    assert (outside.restarts, acts(booth)) == (1, [("device", "restart")])
    model.dispose()


def test_diagnostics_go_onto_the_stick_that_is_there(
    desk: Desk, booth: Booth, context: Context, outside: Surroundings, tmp_path: Path
) -> None:
    model = device(desk, context)
    model.begin("diagnostics")
    model.confirm()
    desk.executor.run_all()
    assert (model.trouble, acts(booth)) == ("no-stick", [])
    outside.stick = tmp_path
    model.confirm()
    desk.executor.run_all()
    assert (model.said, acts(booth)) == ("diagnostics", [("device", "diagnostics")])
    with zipfile.ZipFile(tmp_path / "v01-1-diagnostics.zip") as archive:
        assert "unreachable" in archive.read("log.txt").decode()
    model.dispose()


CODE = "7K4M2P9X3FQQ2AB1CD0E"


def test_a_machine_moves_only_after_everything_has_arrived(
    desk: Desk, booth: Booth, context: Context, outside: Surroundings
) -> None:
    model = device(desk, context)
    model.begin("move")
    for character in CODE:
        model.type(character)
    assert model.code == "7K4M2 P9X3F QQ2AB 1CD0E"
    model.confirm()
    desk.executor.run_all()
    assert (model.trouble, outside.moved, outside.restarts) == ("unsent", [], 0)
    model.dispose()


def test_with_everything_sent_the_code_moves_it_and_it_starts_anew(
    desk: Desk, booth: Booth, context: Context, outside: Surroundings, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent = replace(booth.kiosk.journal.state(), acked_seq=booth.kiosk.journal.head().seq)
    monkeypatch.setattr(booth.kiosk.journal, "state", lambda: sent)
    model = device(desk, context)
    model.begin("move")
    model.scanned("https://example.org")
    assert model.digits == 0
    model.scanned("7K4M2-P9X3F-QQ2AB-1CD0E")
    outside.move_fails = "used-code"
    model.confirm()
    desk.executor.run_all()
    assert (model.trouble, outside.restarts) == ("used-code", 0)
    outside.move_fails = ""
    model.confirm()
    desk.executor.run_all()
    assert (outside.moved, outside.restarts) == ([CODE], 1)
    model.dispose()


def test_kiosk_mode_is_left_only_with_the_pin(
    desk: Desk, booth: Booth, context: Context, outside: Surroundings
) -> None:
    model = device(desk, context)
    model.begin("leave")
    for digit in "000000":
        model.type(digit)
    desk.executor.run_all()
    assert (model.trouble, outside.left, model.digits) == ("pin-wrong", 0, 0)
    for digit in PIN:
        model.type(digit)
    desk.executor.run_all()
    assert (outside.left, acts(booth)) == (1, [("device", "leave")])
    model.dispose()


def test_what_cannot_be_recorded_is_not_done(
    desk: Desk, booth: Booth, context: Context, outside: Surroundings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*given: object) -> None:
        raise StaffTrouble("storage-full")

    model = device(desk, context)
    monkeypatch.setattr(type(booth.kiosk.staff_desk), "note", full)
    model.begin("restart")
    model.confirm()
    desk.executor.run_all()
    assert (model.trouble, outside.restarts) == ("storage-full", 0)
    model.dispose()
