"""Syncing behind a real window: a press of the staff is more than the timer, and an end does not wait for the line."""

from __future__ import annotations

from pathlib import Path
from threading import Event

from booths import Booth
from pytestqt.qtbot import QtBot

from ui.app import KioskWindow, Options, Pacing

PATIENCE_S = 60.0
"""For a test that fails; one that passes waits for nothing."""


def test_staff_who_press_are_told_apart_from_the_timer(tmp_path: Path, qtbot: QtBot) -> None:
    booth = Booth(tmp_path)
    told: list[str] = []
    pacing = Pacing(lambda: 60.0, lambda: None, lambda somebody: None, pressed=lambda: told.append("pressed"))
    window = KioskWindow(booth.kiosk, lambda: told.append("sync") is None, Options(windowed=True), pacing=pacing)
    window._sync_in_background()
    qtbot.waitUntil(lambda: told == ["sync"])
    window.context.sync()
    assert told == ["sync", "pressed", "sync"]
    window.close()
    booth.close()


def test_a_window_that_closes_ends_the_sync_that_runs(tmp_path: Path, qtbot: QtBot) -> None:
    """It waited for content that took hours, with a black screen, until systemd killed it."""
    booth = Booth(tmp_path)
    under_way, ended, in_time = Event(), Event(), list[bool]()

    def sync() -> bool:
        under_way.set()
        in_time.append(ended.wait(PATIENCE_S))
        return False

    pacing = Pacing(lambda: 60.0, lambda: None, lambda somebody: None, ended=ended.set)
    window = KioskWindow(booth.kiosk, sync, Options(windowed=True), pacing=pacing)
    window._sync_in_background()
    assert under_way.wait(PATIENCE_S)
    window.close()
    assert in_time == [True]
    booth.close()
