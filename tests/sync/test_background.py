"""Syncing as a running kiosk does it: what is damaged comes again, a visitor has the line, bundles fit it."""

from __future__ import annotations

import random
from functools import partial
from pathlib import Path

import pytest
import requests
from lines import Line, deaf
from sticks import tap
from worlds import World, session

from kiosk.services.kiosk import Kiosk
from sync import pace
from sync.background import VISIT_BYTES_PER_S, BackgroundSync
from sync.download import Download
from sync.errors import TryAgain
from sync.pace import Progress
from sync.schedule import FIRST_RETRY_S, IDLE_S, SOON_S


@pytest.fixture
def line(world: World) -> Line:
    return Line(world)


@pytest.fixture
def background(kiosk: Kiosk, line: Line) -> BackgroundSync:
    return BackgroundSync(kiosk, line.session(), random.Random(1))


def test_a_video_that_the_disk_has_spoiled_is_fetched_again_by_the_next_idle_sync(
    world: World, kiosk: Kiosk, background: BackgroundSync
) -> None:
    path = kiosk.library.path("clips/a.mp4")
    assert path is not None
    path.write_bytes(b"b" * path.stat().st_size)
    assert background() is False, "no new content came"
    assert path.read_bytes() == world.files["clips/a.mp4"]
    assert background.last is not None and background.last.content_trouble == ""


def test_a_truncated_video_is_not_shown_and_comes_again(world: World, kiosk: Kiosk, background: BackgroundSync) -> None:
    path = kiosk.library.path("clips/a.mp4")
    assert path is not None
    path.write_bytes(path.read_bytes()[:100])
    assert kiosk.library.path("clips/a.mp4") is None
    background()
    assert kiosk.library.path("clips/a.mp4") == path and path.read_bytes() == world.files["clips/a.mp4"]


def test_content_takes_little_of_the_line_while_somebody_is_there(
    world: World, kiosk: Kiosk, background: BackgroundSync, monkeypatch: pytest.MonkeyPatch
) -> None:
    slept: list[float] = []
    monkeypatch.setattr("sync.client.Download", partial(Download, sleep=slept.append))
    seen: list[Progress | None] = []
    world.files["clips/b.mp4"] = bytes(3 * VISIT_BYTES_PER_S)
    world.publish()
    monkeypatch.setattr(
        pace.Tracker, "fetched", _and_look(pace.Tracker.fetched, lambda: seen.append(background.progress))
    )
    background.note_visit(True)
    assert background() is True
    assert sum(slept) > 2.5
    assert any(progress is not None and progress.done > 0 for progress in seen)
    assert background.progress is None
    slept.clear()
    background.note_visit(False)
    world.files["clips/c.mp4"] = bytes(2 * VISIT_BYTES_PER_S)
    world.publish()
    background()
    assert slept == []


def _and_look(real: object, look: object) -> object:
    def both(self: pace.Tracker, count: int) -> None:
        real(self, count)  # type: ignore[operator]
        look()  # type: ignore[operator]

    return both


def test_nothing_is_read_again_while_somebody_is_there(kiosk: Kiosk, background: BackgroundSync) -> None:
    path = kiosk.library.path("clips/a.mp4")
    assert path is not None
    path.write_bytes(b"b" * path.stat().st_size)
    background.note_visit(True)
    background()
    assert kiosk.library.path("clips/a.mp4") is not None
    background.note_visit(False)
    background()
    assert path.read_bytes() != b"b" * path.stat().st_size


def test_waits_follow_what_happened(kiosk: Kiosk, line: Line, background: BackgroundSync) -> None:
    assert IDLE_S[0] <= background.wait_s() <= IDLE_S[1]
    soon = background.wait_after_record_s()
    assert soon is not None and soon <= SOON_S[1]
    tap(kiosk, 40)
    line.faults[:] = [deaf, deaf]
    with pytest.raises(TryAgain):
        background()
    assert background.wait_s() <= 2 * FIRST_RETRY_S and background.wait_after_record_s() is None
    background()
    assert background.wait_after_record_s() is not None
    assert kiosk.journal.state().unsent == 0


def test_an_idle_sync_is_one_small_request(world: World, kiosk: Kiosk) -> None:
    asked: list[requests.PreparedRequest] = []
    with session() as http:
        http.hooks["response"].append(lambda response, **more: asked.append(response.request))
        background = BackgroundSync(kiosk, http)
        background()
        asked.clear()
        background()
    assert [request.path_url for request in asked] == ["/v1/bundles"]
    assert len(asked[0].body or b"") <= 1024


def test_the_folder_is_clean_afterwards(kiosk: Kiosk, background: BackgroundSync, tmp_path: Path) -> None:
    background()
    assert [path.name for path in kiosk.content.blobs.iterdir() if path.suffix] == []
