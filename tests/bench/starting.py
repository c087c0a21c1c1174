"""One cold start of the kiosk, as its service manager is told of it: the first picture, then everything."""

from __future__ import annotations

import socket
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil

PATIENCE_S = 300
OPENING, READY = "STATUS=opening", "READY=1"
"""Sent after the frame that takes a touch (ui.starting), and after the kiosk's own first frame (ui.device)."""


@dataclass(frozen=True, slots=True)
class Moment:
    """Seconds since the start, and of processor time in all threads until then."""

    clock: float
    processor: float


@dataclass(frozen=True, slots=True)
class Started:
    """`touchable` is the first frame that answers a touch, `ready` when a touch leads to the home screen."""

    touchable: Moment
    ready: Moment


def start_kiosk(command: Sequence[str], folder: Path, environment: dict[str, str]) -> Started:
    """Start it, and end it once it is open."""
    address = folder / "notify"
    address.unlink(missing_ok=True)
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as manager:
        manager.bind(str(address))
        manager.settimeout(PATIENCE_S)
        began = time.perf_counter()
        with running(command, environment | {"NOTIFY_SOCKET": str(address)}) as process:
            touchable = _told(manager, OPENING, process, began)
            return Started(touchable, _told(manager, READY, process, began))


@contextmanager
def running(command: Sequence[str], environment: dict[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    """A process as long as the block lasts."""
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield process
    finally:
        process.terminate()
        process.wait()


def moment(process: subprocess.Popen[bytes], began: float) -> Moment:
    """Now."""
    used = psutil.Process(process.pid).cpu_times()
    return Moment(time.perf_counter() - began, used.user + used.system)


def _told(manager: socket.socket, word: str, process: subprocess.Popen[bytes], began: float) -> Moment:
    while word not in manager.recv(4096).decode():
        pass
    return moment(process, began)
