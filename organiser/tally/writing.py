"""Writes the stages' files while their records go on."""

from __future__ import annotations

import gc
import hashlib
import os
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack, contextmanager, suppress
from itertools import islice
from pathlib import Path
from typing import Any, Protocol, TypeVar

from kiosk.files import PUBLIC, new_file
from organiser.tally.records import Spool, encode_sequence

T = TypeVar("T")
PART = 10_000
"""Records that are written at a time: what waits for Python's lock does so seldom."""
AHEAD = 4
"""Parts waiting to be written, each of about 1.3 MB."""


class Turn(Protocol):
    """Has something done, now or later; what it is given is done in that order. May raise what went wrong before."""

    def __call__(self, act: Callable[..., None], /, *about: Any) -> None: ...


class StageFile:
    """A file that grows part by part, then is whole and durable or was never there.

    `at` becomes its time, Unix seconds, so that it says nothing about when the count ran.
    """

    def __init__(self, path: Path, at: int) -> None:
        self._path = path
        self._at = at
        self._digest = hashlib.sha256()
        self._count = 0
        self._open = ExitStack()
        self._whole = False

    def begin(self) -> None:
        """Nothing is lost yet of what was there before."""
        self._stream = self._open.enter_context(new_file(self._path, PUBLIC))
        self._whole = True

    def add(self, data: bytes, records: int) -> None:
        """The next part. Hashing and writing leave other threads alone."""
        was_whole, self._whole = self._whole, False
        self._digest.update(data)
        self._stream.write(data)
        self._count += records
        self._whole = was_whole

    def finish(self) -> None:
        """Whole, and durable on return; dropped if a part is missing, since turns go on after one that failed."""
        if not self._whole:
            self.drop()
            return
        self._open.close()
        os.utime(self._path, (self._at, self._at))

    def drop(self) -> None:
        """Nothing of it stays, unless it is finished."""
        with suppress(_Dropped), self._open:
            raise _Dropped

    @property
    def spool(self) -> Spool:
        """What it holds."""
        return Spool(self._digest.digest(), self._count)


class _Dropped(Exception):
    """A file is not wanted any more."""


def _now(act: Callable[..., None], /, *about: Any) -> None:
    act(*about)


def passed_on(
    file: StageFile, records: Iterable[T], encoded: Callable[[list[T]], bytes], turn: Turn = _now
) -> Generator[T, None, None]:
    """The same records, as they are written and go on to the next stage; memory holds some parts of them.

    `turn` is given the writing. When the last record was taken the file is finished at its turn; if the iterator is
    closed before, it is dropped.
    """
    turn(file.begin)
    try:
        source = iter(records)
        while part := list(islice(source, PART)):
            turn(file.add, encoded(part), len(part))
            yield from part
        turn(file.finish)
    finally:
        turn(file.drop)


def write_records(path: Path, records: Iterable[tuple[Any, ...]], at: int) -> Spool:
    """Write a sequence whole or not at all, durable on return."""
    file = StageFile(path, at)
    deque(passed_on(file, records, encode_sequence), maxlen=0)
    return file.spool


@contextmanager
def in_a_thread() -> Iterator[Turn]:
    """A turn that is taken by one other thread; when the block ends well, everything was done."""
    waiting: deque[Future[None]] = deque()
    with ThreadPoolExecutor(1, "stages' files") as thread:

        def turn(act: Callable[..., None], /, *about: Any) -> None:
            waiting.append(thread.submit(act, *about))
            if len(waiting) > AHEAD:
                waiting.popleft().result()

        yield turn
        while waiting:
            waiting.popleft().result()


@contextmanager
def no_cycles() -> Iterator[None]:
    """Without the search for cycles: records are tuples of plain values, and walking them takes a third of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
