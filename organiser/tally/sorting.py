"""Sorting more records than memory holds: sorted runs in files, then merged.

Memory holds `rows` rows and one block of each of at most `FAN` runs, however many records there are.
"""

from __future__ import annotations

import heapq
import tempfile
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import cbor2

from organiser.tally.records import BATCH, encode_sequence

R = TypeVar("R", bound=tuple[Any, ...])
ROWS = 150_000
"""Rows sorted in memory at a time: about 100 MB of sealed ratings."""
FAN = 64
"""Runs merged at a time: open files, 64 kB each."""


class Keyed(NamedTuple):
    """A row and what it is sorted by; rows with equal keys follow their content, so that the order is always total."""

    key: tuple[Any, ...]
    row: tuple[Any, ...]


def in_order(keyed: Iterable[Keyed], row_type: type[R], spool: Path, rows: int = ROWS) -> Iterator[R]:
    """The rows in the order of their keys. `spool` is an existing folder on the disk that has room for all of them."""
    source = iter(keyed)
    run = sorted(islice(source, rows))
    if len(run) < rows:
        for pair in run:
            yield pair.row  # type: ignore[misc]  # what went in
        return
    with tempfile.TemporaryDirectory(dir=spool, prefix=".sorting-") as folder:
        runs = [_write(Path(folder, "0"), run)]
        del run
        while more := sorted(islice(source, rows)):
            runs.append(_write(Path(folder, str(len(runs))), more))
        runs = _merged(runs, Path(folder))
        make: Any = row_type._make  # type: ignore[attr-defined]  # a named tuple
        for _, row in heapq.merge(*map(_read, runs)):
            yield make(row)


def _merged(runs: list[Path], folder: Path) -> list[Path]:
    """At most FAN runs with the same rows."""
    level = 0
    while len(runs) > FAN:
        level += 1
        groups = [runs[start : start + FAN] for start in range(0, len(runs), FAN)]
        runs = [_write(folder / f"{level}-{i}", heapq.merge(*map(_read, group))) for i, group in enumerate(groups)]
        for path in (path for group in groups for path in group):
            path.unlink()
    return runs


def _write(path: Path, run: Iterable[Any]) -> Path:
    source = iter(run)
    with path.open("wb") as stream:
        while batch := list(islice(source, BATCH)):
            stream.write(encode_sequence(batch))
    return path


def _read(path: Path) -> Iterator[list[Any]]:
    with path.open("rb") as stream:
        decode = cbor2.CBORDecoder(stream, read_size=1 << 16).decode
        try:
            while True:
                yield decode()
        except cbor2.CBORDecodeEOF:
            return
