"""A file on its way: `<sha256>.part` and beside it `<sha256>.have`, the record of which chunks were verified.

The record holds the part's size and time of change. If they still agree after a restart nothing is hashed again; if
not (a crash, or somebody touched the file) this one file is. Files that are complete have no part any more.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import BinaryIO

from kiosk.domain.canonical import EncodingError, decode_message, encode_message
from kiosk.domain.pack import CHUNK, PackFile
from kiosk.files import fsync_folder, write_whole
from sync.errors import Paused

Piece = bytes | memoryview
SAVE_EVERY = 16
"""Chunks between two fsyncs: what a power cut costs at most, 64 MiB."""


@dataclass(frozen=True, slots=True)
class Have:
    """The record. `chunks` are the numbers of those that were verified and are durable, rising."""

    size: int
    changed_ns: int
    chunks: tuple[int, ...]


class Part:
    """One file of a pack that is not complete, open for writing. Leaving it saves what was verified."""

    def __init__(self, blob: Path, file: PackFile) -> None:
        self._blob = blob
        self._file = file
        self._path, self._record = blob.with_suffix(".part"), blob.with_suffix(".have")
        for path in (self._path, self._record):
            if path.is_dir():
                give_way(path)
        descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o644)  # leaves the time of change as it is
        self._stream: BinaryIO = os.fdopen(descriptor, "r+b")
        self._hold()
        self._good = self._remembered()
        self._unsaved = 0

    def _hold(self) -> None:
        """Until it is closed, for another program may read a stick into the same kiosk. Raises Paused if it has it."""
        try:
            fcntl.flock(self._stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            self._stream.close()
            raise Paused from error

    def __enter__(self) -> Part:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        try:
            if self._unsaved and self._path.exists():
                self.save()
        finally:
            self._stream.close()

    @property
    def kept(self) -> int:
        """Bytes of verified chunks."""
        return sum(length_of(self._file, chunk) for chunk in self._good)

    def missing(self) -> list[tuple[int, int]]:
        """Runs of chunks that are missing: (first, one behind the last)."""
        runs: list[tuple[int, int]] = []
        for chunk in range(len(self._file.chunks)):
            if chunk in self._good:
                continue
            if runs and runs[-1][1] == chunk:
                runs[-1] = (runs[-1][0], chunk + 1)
            else:
                runs.append((chunk, chunk + 1))
        return runs

    def add(self, chunk: int, pieces: Sequence[Piece]) -> bool:
        """Write a missing chunk in its place; whether it was the right one. Raises OSError.

        Each piece is written while it is still in the processor's cache from hashing. A wrong chunk lies there as
        what was there before did: until it is among the good ones nobody reads it.
        """
        digest, length = hashlib.sha256(), 0
        self._stream.seek(chunk * CHUNK)
        for piece in pieces:
            digest.update(piece)
            length += self._stream.write(piece)
        if digest.digest() != self._file.chunks[chunk]:
            return False
        self._begin_to_write_back(chunk * CHUNK, length)
        self._good.add(chunk)
        self._unsaved += 1
        if self._unsaved >= SAVE_EVERY:
            self.save()
        return True

    def _begin_to_write_back(self, offset: int, length: int) -> None:
        """Give the disk its work now, so that little is left to wait for when it must be durable. Does not wait.

        The advice means what is clean: what is not is sent to the disk first, and stays in the cache meanwhile.
        """
        self._stream.flush()
        os.posix_fadvise(self._stream.fileno(), offset, length, os.POSIX_FADV_DONTNEED)

    def save(self) -> None:
        """Make what was verified durable, then say so in the record."""
        self._stream.flush()
        os.fsync(self._stream.fileno())
        stat = os.fstat(self._stream.fileno())
        have = Have(stat.st_size, stat.st_mtime_ns, tuple(sorted(self._good)))
        write_whole(self._record, encode_message(have))
        self._unsaved = 0

    def finish(self) -> None:
        """Give the complete file its name, durably. Every chunk of it was verified."""
        if self.missing():
            raise ValueError("not complete")
        self._stream.truncate(self._file.size)
        self._stream.flush()
        os.fsync(self._stream.fileno())
        self._path.replace(self._blob)
        fsync_folder(self._blob.parent)
        self._record.unlink(missing_ok=True)

    def _remembered(self) -> set[int]:
        known = _recorded(self._record, os.fstat(self._stream.fileno()), self._file)
        return good_chunks(self._stream, self._file) if known is None else known


def verified_bytes(blob: Path, file: PackFile) -> int:
    """How much of a file that is not complete the record calls verified; 0 where it must be read to know."""
    part = blob.with_suffix(".part")
    try:
        known = _recorded(blob.with_suffix(".have"), part.stat(), file)
    except OSError:
        return 0
    return sum(length_of(file, chunk) for chunk in known or ())


def _recorded(record: Path, part: os.stat_result, file: PackFile) -> set[int] | None:
    """The chunks that a part's record names; None if it is not to be believed."""
    try:
        have = decode_message(Have, record.read_bytes())
    except (OSError, EncodingError):
        return None
    if (part.st_size, part.st_mtime_ns) != (have.size, have.changed_ns):
        return None
    return {chunk for chunk in have.chunks if chunk < len(file.chunks)}


def kept_bytes(blob: Path, file: PackFile) -> int:
    """How much of a file that is not complete is on the disk, verified or not."""
    try:
        return min(file.size, blob.with_suffix(".part").stat().st_blocks * 512)
    except OSError:
        return 0


def length_of(file: PackFile, chunk: int) -> int:
    """Bytes of a chunk: the last one may be shorter."""
    return min(CHUNK, file.size - chunk * CHUNK)


def good_chunks(stream: BinaryIO, file: PackFile, tick: Callable[[int], None] = lambda count: None) -> set[int]:
    """Which chunks of an open file are right, by reading all of it. One that the disk cannot read is not."""
    good = set()
    for chunk, expected in enumerate(file.chunks):
        stream.seek(chunk * CHUNK)
        try:
            data = stream.read(length_of(file, chunk))
        except OSError:
            continue
        if hashlib.sha256(data).digest() == expected:
            good.add(chunk)
        tick(len(data))
    return good


def demote(blob: Path, file: PackFile) -> int:
    """Take back a stored file that is not what it was: what is right of it stays as a part; chunks lost.

    From here on it is not there for anybody who wants to play it, and only the lost chunks are fetched again.
    """
    part = blob.with_suffix(".part")
    for path in (part, blob.with_suffix(".have")):
        give_way(path)
    blob.replace(part)
    fsync_folder(blob.parent)
    with Part(blob, file) as kept:
        kept.save()
        return sum(end - first for first, end in kept.missing())


def give_way(path: Path) -> None:
    """Remove what is in a file's place, be it a folder: a mended file system leaves such things. Raises OSError."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
