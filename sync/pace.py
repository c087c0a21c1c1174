"""How much of the line a download takes, and how long it will still need."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

Cap = Callable[[], int | None]
"""Bytes a second that may be taken now, None for all there are; asked again for every piece."""


def uncapped() -> None:
    """All of the line."""
    return


def never() -> bool:
    """Nobody else wants the line, and nobody wants an end."""
    return False


class Pace:
    """Holds pieces back so that the cap is kept, also when it changes on the way."""

    def __init__(
        self, cap: Cap, clock: Callable[[], float] = time.monotonic, sleep: Callable[[float], None] = time.sleep
    ) -> None:
        self._cap = cap
        self._clock = clock
        self._sleep = sleep
        self._free_at = clock()

    def through(self, pieces: Iterator[bytes]) -> Iterator[bytes]:
        """The pieces, in time."""
        for piece in pieces:
            yield piece
            cap, now = self._cap(), self._clock()
            if cap is None:
                self._free_at = now
                continue
            self._free_at = max(now, self._free_at) + len(piece) / cap
            if self._free_at > now:
                self._sleep(self._free_at - now)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a download is, in bytes and files of what had to be fetched. `seconds_left` is None while unknown."""

    done: int
    total: int
    files_left: int
    seconds_left: float | None = None


class Tracker:
    """Makes Progress out of what arrives. Bytes that were there already do not make the line look fast."""

    def __init__(self, told: Callable[[Progress], None], clock: Callable[[], float] = time.monotonic) -> None:
        self._told = told
        self._clock = clock
        self._began = clock()
        self._fetched = 0
        self._progress = Progress(0, 0, 0)

    def begin(self, there: int, total: int, files: int) -> None:
        """`there` of `total` bytes are here from an earlier run."""
        self._began = self._clock()
        self._tell(there, total, files)

    def found(self, count: int) -> None:
        """`count` bytes more are here from an earlier run than was known (less, if it is negative)."""
        if count:
            self._tell(self._progress.done + count, self._progress.total, self._progress.files_left)

    def fetched(self, count: int) -> None:
        """`count` verified bytes more."""
        self._fetched += count
        self._tell(self._progress.done + count, self._progress.total, self._progress.files_left)

    def file_done(self) -> None:
        """One file less."""
        self._tell(self._progress.done, self._progress.total, self._progress.files_left - 1)

    def _tell(self, done: int, total: int, files_left: int) -> None:
        elapsed = self._clock() - self._began
        left = (total - done) * elapsed / self._fetched if self._fetched and elapsed > 0 else None
        self._progress = Progress(done, total, files_left, left)
        self._told(self._progress)
