"""What doctor finds out about Qt is found by trying, in a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from commands.qt_probe import CLIP, plays


def test_h264_is_tried_and_not_looked_up() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "commands.qt_probe"],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        check=True,
    )
    assert json.loads(done.stdout)["video"] is True


@pytest.mark.usefixtures("qapp")
def test_a_damaged_clip_does_not_play(tmp_path: Path) -> None:
    assert QGuiApplication.instance() is not None
    (tmp_path / "clip.mp4").write_bytes(CLIP.read_bytes()[:200])
    assert not plays(tmp_path / "clip.mp4")
