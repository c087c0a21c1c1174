"""What the staff's screens are given of sync, sticks and the machine, on real folders and a real server."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from booths import Booth
from worlds import World, session

from commands.machine import open_here
from commands.staffing import RecentLog, bring_in, save_paper, staffing, synced_of, take_out, transfer_of
from kiosk.domain.journal import Kind
from kiosk.services.kiosk import Kiosk
from kiosk.storage.preferences import load_preferences
from sync.background import BackgroundSync
from sync.pace import Progress
from sync.server.enrolling import create_code
from sync.usb.errors import NoContentYet, StickEmpty
from ui.viewmodels.staff_ports import Transfer


@pytest.fixture
def booth(tmp_path: Path) -> Iterator[Booth]:
    made = Booth(tmp_path)
    yield made
    made.close()


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def test_records_go_onto_a_stick_and_progress_is_told(booth: Booth, stick: Path) -> None:
    booth.publish()
    booth.kiosk.journal.record(Kind.OPINION, {"problem": 1, "verdict": "answered"})
    told: list[Transfer] = []
    done = take_out(booth.kiosk, stick, told.append)
    assert (done.entries, done.acknowledged, done.why) == (1, None, "stick-empty")
    assert told[-1] == Transfer(1, 1)
    assert list(stick.rglob("*")) != []


def test_a_kiosk_without_content_cannot_take_records_out_and_says_so(booth: Booth, stick: Path) -> None:
    with pytest.raises(NoContentYet):
        take_out(booth.kiosk, stick, lambda how: None)


def test_an_empty_stick_brings_nothing_in(booth: Booth, stick: Path) -> None:
    booth.publish()
    with pytest.raises(StickEmpty):
        bring_in(booth.kiosk, stick, lambda how: None)


def test_a_paper_lies_on_the_stick_whole(stick: Path) -> None:
    save_paper(stick, "v01-1-closed-7.html", b"<html>")
    (paper,) = stick.rglob("*.html")
    assert paper.read_bytes() == b"<html>"


def test_the_log_keeps_its_last_lines_without_what_an_error_said() -> None:
    log = RecentLog()
    logger = logging.getLogger("a.test.of.the.log")
    logger.addHandler(log)
    logger.setLevel(logging.INFO)
    logger.propagate = False
    try:
        raise ValueError("13800001234")
    except ValueError:
        logger.info("it failed", exc_info=True)
    logger.removeHandler(log)
    (line,) = log.lines()
    assert line.endswith("a.test.of.the.log it failed")


def test_progress_of_a_download_is_passed_on() -> None:
    assert transfer_of(None) is None
    assert transfer_of(Progress(3, 9, 2, 1.5)) == Transfer(3, 9, 2, 1.5)
    assert synced_of(None) is None


def test_a_sync_with_the_real_server_is_reported(tmp_path: Path) -> None:
    world = World(tmp_path)
    with world.serving():
        world.publish()
        kiosk = world.new_kiosk()
        background = BackgroundSync(kiosk, session())
        background()
        report = synced_of(background)
        assert report is not None
        assert (report.pack, report.unsent, report.content_trouble) == (1, 0, "")
    world.close()


def test_a_machine_moves_to_another_venue_with_the_organisers_code(tmp_path: Path) -> None:
    world = World(tmp_path)
    with world.serving():
        world.publish()
        kiosk = world.new_kiosk("v01", 1)
        BackgroundSync(kiosk, session())()
        folder = tmp_path / "kiosk-v01-1"
        ports = staffing(folder, RecentLog(), session)(kiosk, lambda: False)
        ports.move(create_code(world.server, "v02", 3))
        kiosk.close()
        world.kiosks.remove(kiosk)
        moved: Kiosk = open_here(folder)
        assert (moved.identity.kiosk, moved.identity.venue) == ("v02-3", "v02")
        assert moved.library.published.manifest.version == 1
        BackgroundSync(moved, session())()
        assert moved.journal.state().last_contact is not None
        moved.close()
    world.close()


def test_the_volume_is_kept_in_the_machines_settings(booth: Booth) -> None:
    ports = staffing(booth.home, RecentLog(), session)(booth.kiosk, lambda: False)
    assert ports.volume() == 60
    ports.keep_volume(30)
    assert (ports.volume(), load_preferences(booth.home).volume) == (30, 30)


def test_whether_touches_sound_is_kept_in_the_machines_settings_and_is_so_at_first(booth: Booth) -> None:
    ports = staffing(booth.home, RecentLog(), session)(booth.kiosk, lambda: False)
    assert ports.touch_sound()
    ports.keep_touch_sound(False)
    ports.keep_volume(30)
    kept = load_preferences(booth.home)
    assert (ports.touch_sound(), kept.touch_sound, kept.volume) == (False, False, 30)
    ports.keep_touch_sound(True)
    assert load_preferences(booth.home).touch_sound
