"""Brightness: a panel in /sys/class/backlight, a monitor that speaks DDC/CI, or none."""

from __future__ import annotations

from pathlib import Path

import pytest

from ui.backlight import MonitorBacklight, PanelBacklight, find_backlight, run_ddcutil


@pytest.fixture
def panel(tmp_path: Path) -> Path:
    folder = tmp_path / "intel_backlight"
    folder.mkdir()
    (folder / "brightness").write_text("600\n", "ascii")
    (folder / "max_brightness").write_text("1200\n", "ascii")
    return folder


def test_a_panel_is_read_and_set_in_percent(panel: Path) -> None:
    found = find_backlight(panel.parent, None)
    assert isinstance(found, PanelBacklight)
    assert found.read() == 50
    found.set(80)
    assert ((panel / "brightness").read_text(), found.read()) == ("960", 80)


def test_a_panel_is_never_switched_off(panel: Path) -> None:
    PanelBacklight(panel).set(0)
    assert (panel / "brightness").read_text() == "1"


def test_without_a_panel_and_without_ddcutil_there_is_none(tmp_path: Path) -> None:
    assert find_backlight(tmp_path, None) is None


def test_a_monitor_is_asked_over_its_cable() -> None:
    asked: list[list[str]] = []

    def run(arguments: list[str]) -> str:
        asked.append(arguments)
        return "VCP 10 C 30 120\n"

    monitor = MonitorBacklight(run)
    assert monitor.read() == 25
    monitor.set(70)
    assert asked == [["getvcp", "10", "--brief"], ["setvcp", "10", "70"]]


@pytest.mark.parametrize("said", ["", "Display not found", "VCP 10 C 30 0"])
def test_a_monitor_that_says_something_else_is_not_believed(said: str) -> None:
    with pytest.raises(OSError, match="something else"):
        MonitorBacklight(lambda arguments: said).read()


def test_a_program_that_fails_is_no_monitor(tmp_path: Path) -> None:
    program = tmp_path / "ddcutil"
    program.write_text("#!/bin/sh\nexit 1\n")
    program.chmod(0o755)
    assert find_backlight(tmp_path / "none", str(program)) is None
    with pytest.raises(OSError, match="ddcutil failed"):
        run_ddcutil(str(program), ["detect"])
