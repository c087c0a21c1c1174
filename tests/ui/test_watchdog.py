"""The watchdog, with processes that really freeze, before a socket that stands in for systemd."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ui.jobs import JobRunner, ManualExecutor
from ui.watchdog import FEEDS, Notifier, Watchdog, watch_seconds

ROOT = Path(__file__).resolve().parents[2]
WATCH_S = 3.0
"""As systemd would count it; the process feeds six times within it."""


class Systemd:
    """The socket that a service writes to. `wait` is one word of it, None if the watchdog's time went by in silence."""

    def __init__(self, address: str) -> None:
        self.socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self.socket.bind("\0" + address[1:] if address.startswith("@") else address)
        self.address = address

    def wait(self, seconds: float | None) -> str | None:
        self.socket.settimeout(seconds)
        try:
            return self.socket.recv(4096).decode()
        except TimeoutError:
            return None

    def waiting(self) -> list[str]:
        """What has come so far."""
        self.socket.setblocking(False)
        found = []
        while True:
            try:
                found.append(self.socket.recv(4096).decode())
            except BlockingIOError:
                return found


@pytest.fixture
def systemd(tmp_path: Path) -> Iterator[Systemd]:
    made = Systemd(str(tmp_path / "notify"))
    yield made
    made.socket.close()


@contextmanager
def watched(systemd: Systemd, freezes: str) -> Iterator[subprocess.Popen[str]]:
    environment = os.environ | {
        "NOTIFY_SOCKET": systemd.address,
        "WATCHDOG_USEC": str(int(WATCH_S * 1_000_000)),
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": str(ROOT),
    }
    environment.pop("WATCHDOG_PID", None)
    process = subprocess.Popen(
        [sys.executable, str(ROOT / "tests" / "watched_process.py"), freezes],
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def freeze(process: subprocess.Popen[str]) -> None:
    assert process.stdin and process.stdout
    process.stdin.write("now\n")
    process.stdin.flush()
    assert process.stdout.readline() == "frozen\n"


@pytest.mark.parametrize("what", ["gui", "lane"])
def test_a_frozen_thread_is_noticed(systemd: Systemd, what: str) -> None:
    with watched(systemd, what) as process:
        for _ in range(FEEDS):
            assert systemd.wait(None) == "WATCHDOG=1"
        freeze(process)
        systemd.waiting()
        after = []
        while (word := systemd.wait(WATCH_S)) is not None:
            after.append(word)
            assert len(after) <= FEEDS  # feeding has to end
        assert process.poll() is None  # it hangs; only systemd can end it


def test_a_process_that_does_not_freeze_is_fed_on(systemd: Systemd) -> None:
    with watched(systemd, "never") as process:
        freeze(process)
        for _ in range(2 * FEEDS):
            assert systemd.wait(None) == "WATCHDOG=1"


class Stand:
    """A watchdog whose lane answers when told to."""

    def __init__(self, systemd: Systemd) -> None:
        self.now, self.systemd = 100.0, systemd
        self.executor = ManualExecutor()
        self.watchdog = Watchdog(Notifier(systemd.address), 60.0, lambda: self.now)
        self.watchdog.watch(JobRunner(self.executor))

    def fed(self, after: float = 10.0) -> bool:
        self.now += after
        self.watchdog.tick()
        return self.systemd.waiting() == ["WATCHDOG=1"]


@pytest.fixture
def stand(systemd: Systemd, qtbot: QtBot) -> Stand:
    return Stand(systemd)


def test_a_lane_may_take_half_of_the_time(stand: Stand) -> None:
    assert stand.fed()
    assert stand.fed(29.0)
    assert not stand.fed(2.0)


def test_a_lane_that_answers_again_is_fed_again(stand: Stand) -> None:
    assert stand.fed()
    assert not stand.fed(31.0)
    stand.executor.run_all()
    assert stand.fed()
    assert not stand.fed(31.0)  # it was asked anew


def test_an_answer_of_lanes_that_are_gone_does_not_count(stand: Stand) -> None:
    assert stand.fed()
    old, stand.executor = stand.executor, ManualExecutor()
    stand.watchdog.watch(JobRunner(stand.executor))
    assert stand.fed()
    old.run_all()
    assert not stand.fed(31.0)


def test_without_a_service_manager_nothing_is_sent_and_nothing_fails(qtbot: QtBot) -> None:
    watchdog = Watchdog(Notifier.of({}), None)
    watchdog.start()
    watchdog.tick()
    Notifier("/no/such/socket").send("READY=1")


def test_abstract_sockets_are_understood() -> None:
    made = Systemd(f"@sanmin-{os.getpid()}")
    Notifier(made.address).send("READY=1", "STATUS=1")
    assert made.waiting() == ["READY=1\nSTATUS=1"]
    made.socket.close()


@pytest.mark.parametrize(
    ("environment", "seconds"),
    [
        ({}, None),
        ({"WATCHDOG_USEC": "60000000"}, 60.0),
        ({"WATCHDOG_USEC": "60000000", "WATCHDOG_PID": "1"}, None),
        ({"WATCHDOG_USEC": "60000000", "WATCHDOG_PID": str(os.getpid())}, 60.0),
        ({"WATCHDOG_USEC": "0"}, None),
        ({"WATCHDOG_USEC": "x"}, None),
    ],
)
def test_it_is_watched_only_if_the_service_manager_says_so(environment: dict[str, str], seconds: float | None) -> None:
    assert watch_seconds(environment) == seconds
