"""Sorting more records than memory holds: sorted runs in files, then merged.

Memory holds `rows` rows and one block of each of at most `FAN` runs, however many records there are.
"""

from __future__ import annotations

import heapq
import struct
import tempfile
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import msgspec

R = TypeVar("R", bound=tuple[Any, ...])
ROWS = 150_000
"""Rows sorted in memory at a time: about 50 MB of sealed ratings."""
FAN = 64
"""Runs merged at a time: open files, a block of each in memory."""
BLOCK = 250
"""Rows that are written to a run and read from it at a time: about 50 kB."""
_LENGTH = struct.Struct(">I")


class Keyed(NamedTuple):
    """A row and what it is sorted by; rows with equal keys follow their content, so that the order is always total."""

    key: tuple[Any, ...]
    row: tuple[Any, ...]


def in_order(keyed: Iterable[Keyed], row_type: type[R], spool: Path, rows: int = ROWS) -> Iterator[R]:
    """The rows in the order of their keys. `spool` is an existing folder on the disk that has room for all of them."""
    pair = tuple[tuple[Any, ...], row_type]  # type: ignore[valid-type]  # a type given as a value
    for _, row in rising(keyed, pair, spool, rows):
        yield row  # type: ignore[misc]  # what went in


def rising(source: Iterable[R], row_type: Any, spool: Path, rows: int = ROWS) -> Iterator[R]:
    """The rows in their own order. `row_type` is what they are read back as from the disk, by msgspec."""
    left = iter(source)
    run = sorted(islice(left, rows))
    if len(run) < rows:
        yield from run
        return
    with tempfile.TemporaryDirectory(dir=spool, prefix=".sorting-") as folder:
        files = _Runs(Path(folder), row_type)
        runs = [files.write(run)]
        del run
        while more := sorted(islice(left, rows)):
            runs.append(files.write(more))
            del more
        yield from files.merged(runs)


class _Runs:
    """Sorted rows in files of a folder, in blocks: a block's length in bytes, then its rows."""

    def __init__(self, folder: Path, row_type: Any) -> None:
        self._folder = folder
        self._encode = msgspec.msgpack.Encoder().encode
        self._decode = msgspec.msgpack.Decoder(list[row_type]).decode
        self._made = 0

    def write(self, run: Iterable[Any]) -> Path:
        """One more run."""
        path, rows = self._folder / str(self._made), iter(run)
        self._made += 1
        with path.open("wb") as stream:
            while block := list(islice(rows, BLOCK)):
                data = self._encode(block)
                stream.write(_LENGTH.pack(len(data)) + data)
        return path

    def merged(self, runs: list[Path]) -> Iterator[Any]:
        """All rows of these runs; at most FAN of them are read at the same time."""
        while len(runs) > FAN:
            groups = [runs[start : start + FAN] for start in range(0, len(runs), FAN)]
            runs = [self.write(heapq.merge(*map(self._read, group))) for group in groups]
            for path in (path for group in groups for path in group):
                path.unlink()
        return heapq.merge(*map(self._read, runs))

    def _read(self, path: Path) -> Iterator[Any]:
        with path.open("rb") as stream:
            while head := stream.read(_LENGTH.size):
                yield from self._decode(stream.read(_LENGTH.unpack(head)[0]))
