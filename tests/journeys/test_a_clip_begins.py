"""The first moments of a clip: its picture comes first, what stands around it right after."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import av
import numpy as np
import pytest
from booths import Booth
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from windows import OpenWindow, opened

CLIP = "jtj-report.mp4"
AROUND = {"play-pause", "rewind", "timeline", "lines-after", "chapter-0"}
PATIENCE_MS = 60_000
"""A busy machine is no failure."""


def record(path: Path, picture: bool) -> bytes:
    """A few seconds with sound, with or without a picture."""
    with av.open(str(path), "w", format="mp4") as container:
        video = container.add_stream("libx264", rate=5) if picture else None
        audio = container.add_stream("aac", rate=8000, layout="mono")
        if video is not None:
            video.width, video.height, video.pix_fmt = 160, 96, "yuv420p"
            for _ in range(20):
                container.mux(video.encode(av.VideoFrame.from_ndarray(np.zeros((96, 160, 3), np.uint8))))
            container.mux(video.encode(None))
        sound = av.AudioFrame.from_ndarray(np.zeros((1, 32_000), np.int16), format="s16", layout="mono")
        sound.sample_rate = 8000
        container.mux(audio.encode(sound))
        container.mux(audio.encode(None))
    return path.read_bytes()


@pytest.fixture
def moving(booth: Booth, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[OpenWindow]:
    """A window with motion as it is delivered, whose report is what the test's parameter says."""
    booth.publish(files={CLIP: record(tmp_path / CLIP, picture=getattr(request, "param", "film") == "film")})
    with opened(booth.kiosk) as window:
        window.kiosk.shell.toggleCalm()
        yield window


def test_the_picture_comes_first_and_what_stands_around_it_right_after(moving: OpenWindow, qtbot: QtBot) -> None:
    moving.kiosk.shell.openScreen("player", {"department": "jtj"})
    assert {"video", "back", "display", "help"} <= moving.names()
    assert not AROUND & moving.names()
    qtbot.waitUntil(lambda: moving.names() >= AROUND, timeout=PATIENCE_MS)


def test_what_came_in_later_is_walked_by_tab_after_the_picture(moving: OpenWindow, qtbot: QtBot) -> None:
    moving.kiosk.shell.openScreen("player", {"department": "jtj"})
    qtbot.waitUntil(lambda: moving.names() >= AROUND, timeout=PATIENCE_MS)
    met = []
    for _ in range(40):
        QTest.keyClick(moving.root, Qt.Key.Key_Tab)  # type: ignore[call-overload]  # the stubs leave windows out
        focus = moving.root.activeFocusItem()
        met.append(focus.objectName() if focus is not None else "")
    assert met.index("video") < met.index("timeline") < met.index("play-pause")


@pytest.mark.parametrize("moving", ["sound"], indirect=True)
def test_what_stands_around_comes_where_no_picture_comes_too(moving: OpenWindow, qtbot: QtBot) -> None:
    moving.kiosk.shell.openScreen("player", {"department": "jtj"})
    qtbot.waitUntil(lambda: "play-pause" in moving.names(), timeout=PATIENCE_MS)


def test_whoever_wants_no_motion_has_all_of_it_at_once(moving: OpenWindow) -> None:
    moving.kiosk.shell.toggleCalm()
    moving.kiosk.shell.openScreen("player", {"department": "jtj"})
    assert moving.names() >= AROUND
