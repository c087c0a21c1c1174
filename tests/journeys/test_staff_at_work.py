"""Every task of the staff by touch, from the card and the PIN on: upright with large letters, and lying."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from booths import NOON, Booth
from PySide6.QtCore import QPoint, QSize
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from staffs import ALL_PARTS, PIN, Surroundings, acts, publish_with_staff, staff_card_text
from windows import LANDSCAPE, PORTRAIT, OpenWindow, opened

from kiosk.domain.journal import Kind
from ui.viewmodels.idle import STAFF_LONGEST_S

LOOKS = [(LANDSCAPE, False), (PORTRAIT, True)]


@pytest.fixture
def outside() -> Surroundings:
    """No sound device: Qt would warn that this machine has none."""
    return Surroundings(parts=ALL_PARTS - {"sound"})


@pytest.fixture(params=LOOKS, ids=["lying", "upright, elder, English"])
def window(request: pytest.FixtureRequest, booth: Booth, outside: Surroundings) -> Iterator[OpenWindow]:
    """Staff are signed in, by card and PIN."""
    size, other = request.param
    with at_work(booth, outside, size) as made:
        if other:
            made.kiosk.shell.toggleElder()
            made.kiosk.shell.toggleLanguage()
            made.settle()
        yield made


@contextmanager
def at_work(booth: Booth, outside: Surroundings, size: QSize = LANDSCAPE) -> Iterator[OpenWindow]:
    """A window in which staff have signed in."""
    publish_with_staff(booth)
    booth.acknowledge(NOON - 60)
    with opened(booth.kiosk, size, staff=outside.ports()) as window:
        sign_in(window, booth)
        yield window


def sign_in(window: OpenWindow, booth: Booth) -> None:
    window.kiosk.shell.scanned(staff_card_text(booth))
    window.settle()
    for digit in PIN:
        tap(window, f"pin-{digit}")
    assert window.screen == "staff"


def tap(window: OpenWindow, *names: str) -> None:
    """Touch items one after the other; a picture first, since what is new is placed when it is drawn."""
    for name in names:
        window.root.grabWindow()
        window.tap(name)


def hold_until_gone(window: OpenWindow, qtbot: QtBot, name: str) -> None:
    """A finger that stays until what it presses has done its work."""
    window.root.grabWindow()
    point = window.middle(name)
    QTest.touchEvent(window.root, window.finger).press(0, point, window.root).commit()
    qtbot.waitUntil(lambda: name not in window.names())
    QTest.touchEvent(window.root, window.finger).release(0, point, window.root).commit()
    window.settle()


def test_the_overview_leads_to_every_task_and_back(window: OpenWindow) -> None:
    for task in ("sync", "usb", "attendance", "help", "device", "open"):
        tap(window, task)
        assert window.screen == f"staff-{task}"
        tap(window, "back")
        assert window.screen == "staff"
    tap(window, "back")
    assert (window.screen, window.kiosk.visit.signed_in) == ("home", None)


def test_the_day_is_opened_after_the_checks_that_need_a_hand(window: OpenWindow, booth: Booth) -> None:
    tap(window, "open", "check-reader-do")
    window.kiosk.shell.scanned("any code")
    window.settle()
    tap(window, "check-sound-do", "again", "heard", "check-touch-do", "corner-0", "corner-1", "corner-2", "corner-3")
    tap(window, "open-day")
    assert "witness-code" in window.names()
    tap(window, "finish")
    assert window.screen == "staff"
    assert [act for act, _ in acts(booth)] == ["open-day"]
    assert "exceptions" not in booth.entries(Kind.STAFF)[0].body
    assert "close" in window.names()


def test_what_fails_is_named_before_the_day_is_opened_all_the_same(window: OpenWindow, booth: Booth) -> None:
    tap(window, "open", "check-sound-do", "not-heard", "check-touch-do", "corner-1", "corner-dead", "open-day")
    tap(window, "not-yet")
    assert acts(booth) == []
    tap(window, "open-day", "open-anyway")
    assert booth.entries(Kind.STAFF)[0].body["exceptions"] == ["reader", "sound", "touch"]


def test_a_sync_and_what_it_did(window: OpenWindow, booth: Booth) -> None:
    tap(window, "sync", "sync-now")
    assert acts(booth) == [("sync-now", "")]
    assert "sync-now" in window.names()


def test_a_stick_takes_records_out_and_is_safe_only_at_the_end(
    window: OpenWindow, booth: Booth, outside: Surroundings, tmp_path: Path
) -> None:
    outside.stick, outside.stick_fails = tmp_path, "stick-full"
    tap(window, "usb", "usb-out")
    assert "trouble" in window.names() and "finish" not in window.names()
    outside.stick_fails = ""
    tap(window, "again", "finish")
    assert (window.screen, acts(booth)) == ("staff", [("stick", "out"), ("stick", "out")])


def test_a_stick_brings_content_in(window: OpenWindow, outside: Surroundings, tmp_path: Path) -> None:
    outside.stick = tmp_path
    tap(window, "usb", "usb-in")
    assert "finish" in window.names()


def test_somebody_without_a_readable_card_is_checked_in(window: OpenWindow, booth: Booth) -> None:
    tap(window, "attendance", "check-in", *(f"key-{c}" for c in "AB12CD34"), "reason-card-damaged", "confirm")
    attendance = [entry.body for entry in booth.entries(Kind.ATTENDANCE) if entry.body["how"] == "staff"]
    assert [body["credential"] for body in attendance] == [bytes.fromhex("ab12cd34")]
    assert "AB12 CD34" in window.words()


def test_a_lost_card_and_a_number_that_is_not_locked(window: OpenWindow, booth: Booth) -> None:
    tap(window, "attendance", "lost", *(f"key-{c}" for c in "AB12CD34"), "confirm")
    tap(window, "unlock", *(f"key-{c}" for c in "AB12CD34"), "confirm")
    assert "trouble" in window.names()
    tap(window, "back", "back")
    assert (window.screen, acts(booth)) == ("staff", [("replace-card", "")])


def test_a_helped_person_chooses_only_alone(window: OpenWindow, booth: Booth, qtbot: QtBot) -> None:
    tap(window, "help", "start-help")
    assert window.screen == "sign-in"
    window.kiosk.shell.scanned(booth.card(1))
    window.settle()
    window.kiosk.shell.model.rate(1)  # type: ignore[union-attr]
    window.settle()
    assert not {name for name in window.names() if name.startswith("option-")}
    tap(window, "open-curtain", "curtain-forward", "curtain-backward")
    assert "open-curtain" in window.names()
    hold_until_gone(window, qtbot, "open-curtain")
    qtbot.waitUntil(lambda: "option-1-rest" not in window.names())
    tap(window, "option-1", "draw-curtain")
    assert not {name for name in window.names() if name.startswith("option-")}
    assert window.kiosk.visit.marks
    assert acts(booth) == [("helped", "")]


def test_the_day_is_closed_with_a_reconciliation(window: OpenWindow, booth: Booth, outside: Surroundings) -> None:
    booth.kiosk.day.open(b"staff-card")
    window.kiosk.shell.model.refresh()  # type: ignore[union-attr]
    window.settle()
    tap(window, "close", "close-day", "close-not", "close-day", "close-sure")
    assert not booth.kiosk.day.is_open()
    tap(window, "save-page")
    assert "trouble" in window.names()
    tap(window, "finish")
    assert "open" in window.names()


def test_cleaning_swallows_every_touch_and_ends_by_itself(window: OpenWindow) -> None:
    tap(window, "device", "device-cleaning")
    assert "cleaning" in window.names()
    for point in (window.middle("cleaning"), QPoint(200, 90), QPoint(500, 500), QPoint(900, 900)):
        window.tap_at(point)
    window.settle()
    assert "cleaning" in window.names() and "back" not in window.names()
    for _ in range(60):
        window.kiosk.shell.model.tick()  # type: ignore[union-attr]
    window.settle()
    assert "cleaning" not in window.names()


def test_volume_diagnostics_and_a_restart(
    window: OpenWindow, booth: Booth, outside: Surroundings, tmp_path: Path
) -> None:
    outside.stick = tmp_path
    tap(window, "device", "volume-more", "touch-sound", "device-diagnostics", "save", "device-restart", "restart-now")
    assert (outside.volume, outside.touch_sound, outside.restarts) == (70, True, 1)
    assert [what for _, what in acts(booth)] == ["volume", "touch-sound-on", "diagnostics", "restart"]
    assert (tmp_path / "v01-1-diagnostics.zip").exists()


def test_another_venue_needs_everything_sent(window: OpenWindow, outside: Surroundings) -> None:
    tap(window, "device", "device-move", *(f"key-{c}" for c in "7K4M2P9X3FQQ2AB1CD0E"), "move-now")
    assert "trouble" in window.names()
    assert outside.moved == []


def test_kiosk_mode_is_left_with_the_pin(window: OpenWindow, outside: Surroundings) -> None:
    tap(window, "device", "device-leave", *(f"key-{d}" for d in "111111"))
    assert "trouble" in window.names() and outside.left == 0
    tap(window, *(f"key-{d}" for d in PIN))
    assert outside.left == 1


def test_staff_are_signed_out_after_half_an_hour_of_quiet(booth: Booth, outside: Surroundings) -> None:
    with at_work(booth, outside) as window:
        window.kiosk.shell.pretend_idle(29 * 60 - 1)
        assert not window.kiosk.shell.idleWarning
        window.kiosk.shell.pretend_idle(29 * 60 + 1)
        assert window.kiosk.shell.idleWarning
        window.kiosk.shell.pretend_idle(30 * 60)
        assert (window.screen, window.kiosk.visit.signed_in) == ("attract", None)


def test_after_twelve_hours_the_card_must_be_shown_again(
    booth: Booth, outside: Surroundings, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with at_work(booth, outside) as window:
        shell, began = window.kiosk.shell, window.kiosk.shell._clock()
        monkeypatch.setattr(shell, "_clock", lambda: began + STAFF_LONGEST_S - 60)
        shell.stillHere()
        assert window.screen == "staff"
        monkeypatch.setattr(shell, "_clock", lambda: began + STAFF_LONGEST_S + 60)
        shell.stillHere()
        assert window.screen == "attract"
