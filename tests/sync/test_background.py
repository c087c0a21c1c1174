"""Syncing as a running kiosk does it: what is damaged comes again, a visitor has the line, bundles fit it."""

from __future__ import annotations

import random
import socket
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from pathlib import Path
from threading import Event

import pytest
import requests
from lines import Line, deaf
from peers import peer
from sticks import tap
from worlds import World, session

from kiosk.domain.pack import CHUNK
from kiosk.services.kiosk import Kiosk
from kiosk.services.suggesting import Draft
from sync import pace, wire
from sync.background import TURN_S, VISIT_BYTES_PER_S, BackgroundSync
from sync.download import Download
from sync.errors import TryAgain
from sync.http import new_session
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


class Time:
    """Seconds that pass only with content: each look at the clock is half a minute later."""

    def __init__(self, step: float = 0.0) -> None:
        self.now, self.step = 0.0, step

    def __call__(self) -> float:
        self.now += self.step
        return self.now


def large(world: World) -> None:
    """A pack whose new clip has five chunks."""
    world.files["clips/b.mp4"] = random.Random(5).randbytes(5 * CHUNK)
    world.publish()


def test_content_gives_the_line_back_after_a_while_and_goes_on_soon(world: World, kiosk: Kiosk, line: Line) -> None:
    """Staff who press, and sticks that are put in, wait for the same lane: before, until hours of content had come."""
    background = BackgroundSync(kiosk, line.session(), random.Random(1), Time(TURN_S / 2))
    large(world)
    rounds, waits = 0, []
    while not background():
        assert background.last is not None and background.last.content_trouble == "paused"
        rounds += 1
        waits.append(background.wait_s())
    assert 2 <= rounds <= 5 and max(waits) <= SOON_S[1]
    assert kiosk.library.path("clips/b.mp4") is not None
    assert IDLE_S[0] <= background.wait_s()


def whenever_told(background: BackgroundSync, act: Callable[[], object], monkeypatch: pytest.MonkeyPatch) -> None:
    """`act` happens with each piece of content."""
    tell = background._tell

    def also(progress: Progress) -> None:
        tell(progress)
        act()

    monkeypatch.setattr(background, "_tell", also)


def test_what_is_recorded_while_content_comes_is_sent_at_once(
    world: World, kiosk: Kiosk, background: BackgroundSync, line: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    large(world)
    whenever_told(background, lambda: kiosk.journal.state().unsent or tap(kiosk, 1), monkeypatch)
    assert background() is False, "it made way"
    assert kiosk.journal.state().unsent == 1
    assert background.wait_s() <= SOON_S[1]
    sent = len(line.bundles)
    background()
    assert len(line.bundles) == sent + 1
    assert background.last is not None and background.last.sent == 1


def test_what_is_recorded_while_a_sync_runs_does_not_wait_for_the_next_idle_one(
    kiosk: Kiosk, background: BackgroundSync, monkeypatch: pytest.MonkeyPatch
) -> None:
    def check_and_tap(store: object) -> int:
        tap(kiosk, 1)
        return 0

    monkeypatch.setattr(background._mending, "check_some", check_and_tap)
    background()
    assert kiosk.journal.state().unsent == 1 and background.wait_s() <= SOON_S[1]


class Spoiled(Line):
    """A server one of whose files is damaged on its disk."""

    def _content(self, path: str) -> bytes:
        data = super()._content(path)
        return bytes(len(data)) if len(data) == 5 * CHUNK else data


def test_a_pack_that_does_not_come_is_not_asked_for_each_minute_but_when_staff_press(
    world: World, kiosk: Kiosk
) -> None:
    """A damaged file at the server cost every kiosk twelve megabytes of its line at every sync, for days."""
    large(world)
    asked, time = list[str](), Time()
    http = Spoiled(world).session()
    http.hooks["response"].append(lambda response, **about: asked.append(response.request.path_url))
    background = BackgroundSync(kiosk, http, random.Random(1), time)
    for _ in range(240):  # four hours of idle syncs
        background()
        time.now += 60
    assert 4 <= asked.count(wire.PACK) <= 20
    asked.clear()
    background.press()
    background()
    assert wire.PACK in asked and background.last is not None
    assert background.last.content_trouble == "not-the-server"
    asked.clear()
    background()
    assert asked == [wire.BUNDLES]
    world.files["clips/b.mp4"] = b"mended"
    world.publish()
    assert background() is True, "another version is asked for at once"


class Garbled(Line):
    """A list of statuses that this kiosk cannot read, or that never comes whole."""

    def _content(self, path: str) -> bytes:
        data = super()._content(path)
        return data[:-9] if path == wire.STATUSES else data


def test_a_list_of_statuses_that_does_not_come_is_not_asked_for_each_minute(world: World, kiosk: Kiosk) -> None:
    """It may have megabytes, it comes whole or not at all, and over a weak line it took all of it."""
    asked, time = list[str](), Time()
    http = Garbled(world).session()
    http.hooks["response"].append(lambda response, **about: asked.append(response.request.path_url))
    background = BackgroundSync(kiosk, http, random.Random(1), time)
    for number in range(60):
        kiosk.suggesting.submit(Draft(text=f"路灯不亮{number}"), "zh")
        background()
        time.now += 60
    assert 3 <= asked.count(wire.STATUSES) <= 12
    background.press()
    background()
    assert asked[-1] == wire.STATUSES and background.last is not None and background.last.late
    whole = BackgroundSync(kiosk, Line(world).session())
    whole()
    assert whole.last is not None and whole.last.statuses and not whole.last.late


def test_statuses_come_while_a_pack_is_in_trouble(world: World, kiosk: Kiosk) -> None:
    large(world)
    code = kiosk.suggesting.submit(Draft(text="路灯不亮"), "zh").receipt
    background = BackgroundSync(kiosk, Spoiled(world).session())
    background()
    assert background.last is not None and background.last.content_trouble == "not-the-server"
    assert kiosk.following.find(code).status is not None


def test_a_sync_that_runs_when_the_program_ends_ends_too(
    world: World, kiosk: Kiosk, line: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    background = BackgroundSync(kiosk, line.session(), random.Random(1), Time())
    large(world)
    whenever_told(background, background.stop, monkeypatch)
    assert background() is False
    assert background.last is not None and background.last.content_trouble == "paused"
    assert kiosk.library.path("clips/b.mp4") is None


def test_an_exchange_that_hangs_when_the_program_ends_is_given_up(kiosk: Kiosk) -> None:
    """A server that says nothing held the end up for a minute, and systemd then killed the kiosk."""
    asked, over = Event(), Event()

    def talk(connection: socket.socket) -> None:
        connection.recv(4096)
        asked.set()
        over.wait()

    with peer(talk) as url, new_session() as http, ThreadPoolExecutor(1) as lane:
        far = replace(kiosk, identity=replace(kiosk.identity, server_url=url))
        background = BackgroundSync(far, http)
        running = lane.submit(background)
        asked.wait()
        background.stop()
        with pytest.raises(TryAgain):
            running.result()
        over.set()
