"""Where windows are measured: a virtual display with Mesa's software GL, and child processes that open them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
SIZE = "1920x1080x24"


@contextmanager
def display() -> Iterator[dict[str, str]]:
    """The environment of programs that draw there."""
    read, write = os.pipe()
    xvfb = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", SIZE, "-nolisten", "tcp"],
        pass_fds=(write,),
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    try:
        with os.fdopen(read) as told:
            number = told.readline().strip()
        yield {**os.environ, "DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb", "LIBGL_ALWAYS_SOFTWARE": "1"}
    finally:
        xvfb.terminate()
        xvfb.wait()


ON_GUI_THREAD = {"QSG_RENDER_LOOP": "basic"}
"""Windows are drawn on the GUI thread, so that frames can be timed there."""


def child(script: str, environment: dict[str, str], *arguments: str) -> Any:
    """What one child says on its last line, as JSON."""
    command = [sys.executable, str(HERE / script), *arguments]
    done = subprocess.run(command, env=environment, capture_output=True, check=False, text=True)
    if done.returncode:
        raise RuntimeError(done.stderr[-2000:])
    return json.loads(done.stdout.splitlines()[-1])
