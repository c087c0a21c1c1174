"""How this machine is, in small numbers and words that go up with each sync (docs/formats.md §14). Nothing personal.

Being asked is no sign of life: only a finger on the screen is, so a server that polls cannot make a dead screen look
alive.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import TypeAlias

import psutil

from kiosk.services.clock import Clock
from kiosk.services.library import Library
from kiosk.storage.content import ContentStore
from kiosk.storage.journal import Journal, SyncState
from kiosk.storage.runs import Runs
from kiosk.version import VERSION

MB = 1_000_000
Value: TypeAlias = int | str
MOST_TEXT = 80
"""The server cuts longer words off."""


@dataclass(frozen=True, slots=True)
class Gauges:
    """Where the machine's numbers come from. `since` is seconds that only rise; memory is in bytes, heat in °C."""

    wall: Callable[[], float] = time.time
    since: Callable[[], float] = time.monotonic
    memory: Callable[[], int] = lambda: read_memory()
    heat: Callable[[], int | None] = lambda: read_heat()


class Health:
    """Collects it. `now` blocks for as long as the database needs; the rest may be told from any thread."""

    def __init__(
        self,
        journal: Journal,
        content: ContentStore,
        library: Library,
        clock: Clock,
        runs: Runs,
        gauges: Gauges | None = None,
    ) -> None:
        self._journal, self._content, self._library, self._clock = journal, content, library, clock
        self.runs = runs
        self._gauges = gauges or Gauges()
        self._began = self._gauges.since()
        self._touch: float | None = None
        self._clock_off: int | None = None
        self._missing: tuple[str, ...] = ()

    def touched(self) -> None:
        """A finger on the screen."""
        self._touch = self._gauges.since()

    def heard(self, server_time: int) -> None:
        """The server signed this Unix time a moment ago."""
        self._clock_off = round(self._gauges.wall()) - server_time

    def lacks(self, devices: Iterable[str]) -> None:
        """Devices that should be plugged in and are not."""
        self._missing = tuple(sorted(devices))

    @property
    def memory(self) -> int:
        """Bytes that this process holds."""
        return self._gauges.memory()

    @property
    def met_damage(self) -> bool:
        """Whether anybody met a damaged part of the database since the start."""
        return self._journal.engine.damaged

    def now(self, state: SyncState | None = None) -> dict[str, Value]:
        """Everything, for a bundle. What is not known is left out. Raises StorageError.

        `state` is the journal's, where it was read just now.
        """
        return {**self._data(state or self._journal.state()), **self._machine(), **self._history()}

    def _data(self, state: SyncState) -> dict[str, Value]:
        library, free = self._library, dict[str, Value]()
        with suppress(OSError):  # the disk of the videos may be gone, and records go up all the same
            free["free_mb"] = self._content.free_bytes() // MB
        return {
            "pack": 0 if library.is_empty else library.published.manifest.version,
            **free,
            "clock_behind": self._clock.over(state.time_floor).behind,
            "unsent": state.unsent,
        }

    def _machine(self) -> dict[str, Value]:
        now, heat = self._gauges.since(), self._gauges.heat()
        known: dict[str, Value | None] = {
            "version": VERSION,
            "uptime_s": int(now - self._began),
            "memory_mb": self.memory // MB,
            "heat_c": heat,
            "clock_off_s": self._clock_off,
            "touch_s": None if self._touch is None else int(now - self._touch),
            "missing": " ".join(self._missing) or None,
        }
        return {name: value for name, value in known.items() if value is not None}

    def _history(self) -> dict[str, Value]:
        record = self.runs.read()
        return {
            "starts": record.starts,
            "last_end": record.last_end,
            "ends": derive_counts(record.ends),
            "repairs": derive_counts(record.repairs),
        }


def derive_counts(counts: Mapping[str, int]) -> str:
    """`watchdog 2, power 1`: the most frequent first, cut where the server would cut it, between two of them."""
    parts = [f"{name} {count}" for name, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))]
    while len(", ".join(parts)) > MOST_TEXT:
        parts.pop()
    return ", ".join(parts)


def read_memory() -> int:
    """Resident bytes of this process."""
    return int(psutil.Process().memory_info().rss)


def read_heat() -> int | None:
    """The warmest sensor of the machine in °C (/sys/class/hwmon, /sys/class/thermal); None if there is none."""
    sensors = psutil.sensors_temperatures()
    warm = [reading.current for group in sensors.values() for reading in group if reading.current]
    return round(max(warm)) if warm else None
