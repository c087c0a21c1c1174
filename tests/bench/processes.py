"""Servers of a benchmark as processes of their own, and how much processor time they took."""

from __future__ import annotations

import contextlib
import os
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import psutil


@dataclass(frozen=True, slots=True)
class Served:
    """A process that serves at `url`."""

    url: str
    pid: int


@contextlib.contextmanager
def served(*command: str, more: Mapping[str, str] | None = None) -> Iterator[Served]:
    """A program whose first line is its address; killed at the end. `more` is added to its environment."""
    env = {**os.environ, **(more or {})}
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=env) as process:
        assert process.stdout
        try:
            yield Served(process.stdout.readline().decode().strip(), process.pid)
        finally:
            process.kill()


def processor_s(pid: int) -> float:
    """Seconds of user and system time that a process and its children took so far."""
    family = [psutil.Process(pid), *psutil.Process(pid).children(recursive=True)]
    return sum(times.user + times.system for times in (each.cpu_times() for each in family))
