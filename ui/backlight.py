"""The screen's brightness: a panel's backlight in /sys/class/backlight, or a monitor that speaks DDC/CI (ddcutil).

The kiosk's user must be allowed to write `brightness`, or to use i2c; where neither works, there is no such setting.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path("/sys/class/backlight")
VCP_BRIGHTNESS = "10"
"""VESA MCCS: luminance."""
TIMEOUT_S = 10
Run = Callable[[list[str]], str]


@dataclass(frozen=True, slots=True)
class PanelBacklight:
    """A folder of /sys/class/backlight."""

    folder: Path

    def read(self) -> int:
        """Percent. Raises OSError."""
        return round(100 * int((self.folder / "brightness").read_text("ascii")) / self._most())

    def set(self, percent: int) -> None:
        """Raises OSError."""
        (self.folder / "brightness").write_text(str(max(1, round(percent * self._most() / 100))), "ascii")

    def _most(self) -> int:
        return int((self.folder / "max_brightness").read_text("ascii"))


@dataclass(frozen=True, slots=True)
class MonitorBacklight:
    """A monitor that takes commands over its cable."""

    run: Run

    def read(self) -> int:
        """Percent. Raises OSError."""
        said = re.fullmatch(r"VCP 10 C (\d+) (\d+)", self.run(["getvcp", VCP_BRIGHTNESS, "--brief"]).strip())
        if said is None or int(said[2]) == 0:
            raise OSError("ddcutil said something else")
        return round(100 * int(said[1]) / int(said[2]))

    def set(self, percent: int) -> None:
        """Raises OSError."""
        self.run(["setvcp", VCP_BRIGHTNESS, str(percent)])


def find_backlight(
    folder: Path = FOLDER, ddcutil: str | None = shutil.which("ddcutil")
) -> PanelBacklight | MonitorBacklight | None:
    """The one that works here, if any. Asking a monitor takes about a second."""
    for panel in sorted(folder.glob("*")):
        if os.access(panel / "brightness", os.W_OK):
            return PanelBacklight(panel)
    if ddcutil is None:
        return None
    monitor = MonitorBacklight(lambda arguments: run_ddcutil(ddcutil, arguments))
    try:
        monitor.read()
    except OSError:
        return None
    return monitor


def run_ddcutil(program: str, arguments: list[str]) -> str:
    """Its words. Raises OSError for every failure."""
    try:
        done = subprocess.run([program, *arguments], capture_output=True, text=True, timeout=TIMEOUT_S, check=True)
    except subprocess.SubprocessError as error:
        raise OSError("ddcutil failed") from error
    return done.stdout
