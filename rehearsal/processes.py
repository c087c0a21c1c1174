"""The rehearsal's processes: the central server, and one for each kiosk, which can lose power and come back.

RehearsalStopped         a process ended that nobody killed; `log` says where it said why
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from rehearsal.orders import Order, Report, read_report, write_order

ROOT = Path(__file__).resolve().parent.parent
MAIN = ROOT / "main.py"


class RehearsalStopped(Exception):
    """Not a difference between what was put in and what came out: it could not be compared at all."""

    def __init__(self, who: str, log: Path) -> None:
        super().__init__(f"{who}: {log}")
        self.who = who
        self.log = log


class Central:
    """`main.py serve` on a free port, the same one after a restart."""

    def __init__(self, folder: Path, options: tuple[str, ...], log: Path) -> None:
        self._folder = folder
        self._options = options
        self._log = log
        self._process: subprocess.Popen[bytes] | None = None
        self.url = ""

    def start(self) -> None:
        """Until it listens. Raises RehearsalStopped."""
        port = self.url.rpartition(":")[2] or "0"
        command = [sys.executable, str(MAIN), "serve", "--server", str(self._folder), "--port", port, *self._options]
        with self._log.open("ab") as log:
            self._process = subprocess.Popen([*command, "--log-level", "warning"], stdout=subprocess.PIPE, stderr=log)
        assert self._process.stdout
        line = self._process.stdout.readline().decode()
        if not line.startswith("Serving at "):
            self.kill()
            raise RehearsalStopped("server", self._log)
        self.url = line.removeprefix("Serving at ").strip()

    @property
    def pid(self) -> int:
        """Of the process that serves. It must run."""
        assert self._process
        return self._process.pid

    def kill(self) -> None:
        """As a power cut does."""
        self._end(subprocess.Popen.kill)

    def stop(self) -> None:
        """In good order."""
        self._end(subprocess.Popen.terminate)

    def _end(self, how: Callable[[subprocess.Popen[bytes]], None]) -> None:
        if self._process is not None:
            how(self._process)
            self._process.wait()
            if self._process.stdout:
                self._process.stdout.close()
            self._process = None


class KioskProcess:
    """One kiosk's process. Only one thread talks to it."""

    def __init__(self, name: str, folder: Path) -> None:
        self.name = name
        self.folder = folder / name
        self.diary = folder / f"{name}.diary"
        self.power_cuts = 0
        self._log = folder / f"{name}.log"
        self._process: subprocess.Popen[bytes] | None = None

    def do(self, order: Order, step: Callable[[Report], bool] = lambda report: False) -> Report:
        """Give an order and wait for its end. `step` hears each step; if it says True the power goes off.

        Then the machine starts again and gets the same order. Raises RehearsalStopped.
        """
        while True:
            report = self._attempt(order, step)
            if report is not None:
                return report
            self.power_cuts += 1

    def _attempt(self, order: Order, step: Callable[[Report], bool]) -> Report | None:
        process = self._process or self._start()
        assert process.stdin and process.stdout
        process.stdin.write(write_order(order))
        process.stdin.flush()
        for line in process.stdout:
            report = read_report(line)
            if report.said == "done":
                return report
            if step(report):
                self.kill()
                return None
        self.kill()
        raise RehearsalStopped(self.name, self._log)

    def _start(self) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "rehearsal.booth", str(self.folder), str(self.diary)]
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log, cwd=ROOT
            )
        return self._process

    def kill(self) -> None:
        """As a power cut does."""
        if self._process is not None:
            self._process.kill()
            self._end(self._process)

    def stop(self) -> None:
        """In good order: standard input ends."""
        if self._process is not None:
            self._end(self._process)

    def _end(self, process: subprocess.Popen[bytes]) -> None:
        if process.stdin:
            process.stdin.close()
        process.wait()
        if process.stdout:
            process.stdout.close()
        self._process = None
