"""Writes the stages' files while their records go on."""

from __future__ import annotations

import gc
import hashlib
import os
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

from organiser.files import PUBLIC, new_file
from organiser.tally.records import BATCH, Spool, encode_sequence

T = TypeVar("T")


def write_records(path: Path, records: Iterable[tuple[Any, ...]], at: int) -> Spool:
    """Write a sequence whole or not at all, durable on return; `at` as for `passed_on`."""
    made: list[Spool] = []
    deque(passed_on(path, records, encode_sequence, at, made.append), maxlen=0)
    return made[0]


def passed_on(
    path: Path, records: Iterable[T], encoded: Callable[[list[T]], bytes], at: int, done: Callable[[Spool], None]
) -> Generator[T, None, None]:
    """The same records, written to a file while they go on to the next stage; memory holds one batch of them.

    The file is whole and durable, and `done` was called, when the last record was taken; if the iterator is closed
    before, there is no file. `at` becomes its time, Unix seconds, so that it says nothing about when the count ran.
    """
    with new_file(path, PUBLIC) as stream:
        digest, count = hashlib.sha256(), 0
        source = iter(records)
        while batch := list(islice(source, BATCH)):
            data = encoded(batch)
            stream.write(data)
            digest.update(data)
            count += len(batch)
            yield from batch
    os.utime(path, (at, at))
    done(Spool(digest.digest(), count))


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
