"""Whether there is a display to open a window on, and how to get one if not."""

from __future__ import annotations

import os
import re
import socket
from pathlib import Path

HOW = """There is no display here, so the kiosk's window cannot open. Ways to get one:
  • a desktop session: run the same command in a terminal on it
  • a virtual display:   xvfb-run -a -s "-screen 0 1920x1080x24" make demo
  • over VNC, to look at it from another machine:
                         QT_QPA_PLATFORM=vnc:size=1920x1080:port=5900 make demo"""


def has_display() -> bool:
    """Whether Qt would find a display: a platform that needs none, Wayland, or an X server that answers."""
    if os.environ.get("QT_QPA_PLATFORM", "").split(":")[0] not in ("", "xcb", "wayland"):
        return True
    if os.environ.get("WAYLAND_DISPLAY"):
        return True
    return _x_answers(os.environ.get("DISPLAY", ""))


def _x_answers(display: str) -> bool:
    match = re.fullmatch(r"([^:]*):(\d+)(?:\.\d+)?", display)
    if match is None:
        return False
    host, number = match[1], int(match[2])
    try:
        if host in ("", "unix"):
            for path in (f"/tmp/.X11-unix/X{number}", f"\0/tmp/.X11-unix/X{number}"):
                if path.startswith("/") and not Path(path).exists():
                    continue
                with socket.socket(socket.AF_UNIX) as probe:
                    probe.settimeout(2)
                    if probe.connect_ex(path) == 0:
                        return True
            return False
        with socket.create_connection((host, 6000 + number), timeout=2):
            return True
    except OSError:
        return False
