"""The kiosk's process as systemd sees it: ready, fed, ended and started anew, in the locked full screen."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from lone_kiosk import LoneKiosk

from kiosk.storage.runs import FILE, LAST_EXIT
from kiosk.version import VERSION

MAIN = Path(__file__).resolve().parents[2] / "main.py"
STUCK_S = 300
"""No measure of speed: a kiosk that has said or done nothing for so long is stuck, and the test shows where."""


@pytest.fixture
def systemd(tmp_path: Path) -> Iterator[socket.socket]:
    made = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
    made.bind(str(tmp_path / "notify"))
    yield made
    made.close()


@contextmanager
def kiosk(folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    """`main.py kiosk` in the full screen, until the block ends."""
    environment = os.environ | {
        "QT_QPA_PLATFORM": "offscreen",
        "NOTIFY_SOCKET": str(folder.parent / "notify"),
        "WATCHDOG_USEC": "60000000",
    }
    environment.pop("WATCHDOG_PID", None)
    command = [sys.executable, str(MAIN), "kiosk", "--data", str(folder)]
    with (folder.parent / "log").open("ab") as log:
        process = subprocess.Popen(command, env=environment, stdout=log, stderr=log)
    try:
        yield process
    finally:
        process.kill()
        process.wait()  # a killed process ends


def wait_for(systemd: socket.socket, word: str, process: subprocess.Popen[bytes]) -> str:
    """The first message with this word in it; fails if the process ends without having sent one."""
    systemd.settimeout(1)
    began = time.monotonic()
    while True:
        ended = process.poll() is not None
        try:
            if word in (said := systemd.recv(4096).decode()):
                return said
        except TimeoutError:
            if ended:
                pytest.fail(f"the kiosk ended with {process.returncode} before {word}")
        if time.monotonic() - began > STUCK_S:
            pytest.fail(f"no {word} came\n{stacks_of(process)}")


def end_of(process: subprocess.Popen[bytes]) -> int:
    """The exit code of a kiosk that was asked to end."""
    try:
        return process.wait(STUCK_S)
    except subprocess.TimeoutExpired:
        pytest.fail(f"the kiosk does not end\n{stacks_of(process)}")


def stacks_of(process: subprocess.Popen[bytes]) -> str:
    """What a stuck kiosk logged, with the stacks of its threads, which it writes when it is aborted."""
    process.send_signal(signal.SIGABRT)
    with suppress(subprocess.TimeoutExpired):
        process.wait(30)
    (log,) = (Path(argument).parent / "log" for argument in process.args[4:])
    return log.read_text("utf-8", errors="replace")


def record(folder: Path) -> dict[str, object]:
    return json.loads((folder / FILE).read_text("ascii"))


def test_it_says_when_it_is_ready_is_fed_and_ends_on_a_signal(tmp_path: Path, systemd: socket.socket) -> None:
    folder = tmp_path / "kiosk"
    LoneKiosk(folder).make()
    with kiosk(folder) as process:
        assert f"STATUS={VERSION}" in wait_for(systemd, "READY=1", process)
        wait_for(systemd, "WATCHDOG=1", process)
        process.send_signal(signal.SIGTERM)
        wait_for(systemd, "STOPPING=1", process)
        assert end_of(process) == 0
    assert record(folder)["ends"] == {"stopped": 1}
    assert "Traceback" not in (tmp_path / "log").read_text("utf-8")


def test_a_process_that_was_killed_is_counted_with_systemds_reason(tmp_path: Path, systemd: socket.socket) -> None:
    folder = tmp_path / "kiosk"
    LoneKiosk(folder).make()
    with kiosk(folder) as process:
        wait_for(systemd, "READY=1", process)
    (folder / LAST_EXIT).write_text("watchdog killed 6\n", "ascii")
    with kiosk(folder) as process:
        wait_for(systemd, "READY=1", process)
        assert record(folder)["ends"] == {"watchdog": 1}
        assert record(folder)["starts"] == 2


def test_a_new_version_asks_for_a_new_start_and_gets_another_exit_code(tmp_path: Path, systemd: socket.socket) -> None:
    folder = tmp_path / "kiosk"
    folder.mkdir()
    with kiosk(folder) as process:
        wait_for(systemd, "READY=1", process)  # the enrolment screen: nobody is kept waiting there
        process.send_signal(signal.SIGUSR1)
        assert end_of(process) == 75
    assert record(folder)["last_end"] == "upgrade"
