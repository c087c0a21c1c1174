"""Bringing a pack down: chunk by chunk verified, resumable, atomic; the same code reads a server and a folder.

A flipped bit costs one chunk. Nothing is named by its hash before every byte of it was verified (DESIGN.md §8).
"""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Protocol

from kiosk.crypto.signing import SignatureRefused
from kiosk.domain.canonical import EncodingError
from kiosk.domain.pack import CHUNK, Manifest, PackFile
from kiosk.storage.content import ContentStore
from kiosk.storage.files import fsync_folder
from sync import wire
from sync.errors import NoRoom, NotTheServer, Refused, TryAgain
from sync.http import Http

RESERVE = 512 * 1024 * 1024
"""Bytes that content never takes: they belong to the journal."""
TRIES = 3
_PIECE = 1 << 20


class Source(Protocol):
    """Where a pack comes from."""

    def manifest(self) -> bytes:
        """The signed manifest."""

    def open(self, file: PackFile, offset: int) -> AbstractContextManager[Iterator[bytes]]:
        """The file's bytes from `offset` on, in pieces. Raises SyncError or OSError."""


@dataclass(frozen=True, slots=True)
class ServerSource:
    """The central server, by Range requests."""

    http: Http

    def manifest(self) -> bytes:
        """The signed manifest in force there."""
        return self.http.get(wire.PACK, wire.MAX_SMALL).body

    @contextmanager
    def open(self, file: PackFile, offset: int) -> Iterator[Iterator[bytes]]:
        """See Source."""
        digest = file.sha256.hex()
        headers = {"Range": f"bytes={offset}-", "If-Range": f'"{digest}"'} if offset else {}
        with self.http.stream(f"{wire.BLOBS}/{digest}", headers) as (status, pieces):
            if status not in (200, 206):
                raise NotTheServer(f"status {status}")
            yield pieces if status == 206 or not offset else _skip(pieces, offset)


@dataclass(frozen=True, slots=True)
class FolderSource:
    """A pack folder as `campaign build` writes it, or on a USB stick."""

    folder: Path

    def manifest(self) -> bytes:
        """Raises OSError."""
        return (self.folder / "manifest.cose").read_bytes()

    @contextmanager
    def open(self, file: PackFile, offset: int) -> Iterator[Iterator[bytes]]:
        """See Source."""
        with (self.folder / "blobs" / file.sha256.hex()).open("rb") as stream:
            stream.seek(offset)
            yield iter(lambda: stream.read(_PIECE), b"")


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a download is, in bytes and files of what had to be fetched."""

    done: int
    total: int
    files_left: int


class Download:
    """One run that makes a pack complete and puts it in force. `bytes_per_s` caps what it takes of the line."""

    def __init__(
        self,
        store: ContentStore,
        source: Source,
        *,
        bytes_per_s: int | None = None,
        reserve: int = RESERVE,
        told: Callable[[Progress], None] = lambda progress: None,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._store = store
        self._source = source
        self._cap = bytes_per_s
        self._reserve = reserve
        self._told = told
        self._sleep = sleep
        self._progress = Progress(0, 0, 0)

    def run(self) -> Manifest:
        """Fetch what is missing and switch; the pack in force stays playable until then.

        Raises SyncError, StorageError or OSError; what was verified so far is kept and not fetched again.
        """
        message = self._source.manifest()
        try:
            manifest = self._store.read_manifest(message)
        except (SignatureRefused, EncodingError) as error:
            raise NotTheServer("manifest") from error
        if manifest.version < self._store.current_version():
            raise Refused("pack-rolled-back", 200)
        missing = self._store.missing(manifest)
        self._check_room(missing)
        self._tell(Progress(0, sum(file.size for file in missing), len(missing)))
        for left, file in zip(range(len(missing), 0, -1), missing, strict=True):
            self._tell(Progress(self._progress.done, self._progress.total, left))
            self._fetch(file)
        manifest = self._store.activate(message)
        self._store.collect()
        return manifest

    def _check_room(self, missing: tuple[PackFile, ...]) -> None:
        needed = sum(file.size - self._part_size(file) for file in missing)
        free = self._store.free_bytes()
        if needed and needed + self._reserve > free:
            raise NoRoom(needed, free)

    def _part(self, file: PackFile) -> Path:
        return self._store.blob(file).with_suffix(".part")

    def _part_size(self, file: PackFile) -> int:
        try:
            return min(file.size, self._part(file).stat().st_size)
        except FileNotFoundError:
            return 0

    def _fetch(self, file: PackFile) -> None:
        part = self._part(file)
        with part.open("ab+") as stream:
            good = _verified_chunks(stream, file)
            self._tell_bytes(min(good * CHUNK, file.size))
            tries = 0
            while good < len(file.chunks):
                stream.seek(good * CHUNK)
                stream.truncate()
                added = self._fetch_from(stream, file, good)
                good += added
                tries = 0 if added else tries + 1
                if tries >= TRIES:
                    raise NotTheServer("chunk")
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(self._store.blob(file))
        fsync_folder(self._store.blobs)

    def _fetch_from(self, stream: BinaryIO, file: PackFile, first: int) -> int:
        """Append verified chunks from `first` on until one is bad or all are there; how many were added."""
        added = 0
        try:
            with self._source.open(file, first * CHUNK) as pieces:
                for chunk in _chunks(self._paced(pieces)):
                    place = first + added
                    if place >= len(file.chunks) or hashlib.sha256(chunk).digest() != file.chunks[place]:
                        return added
                    stream.write(chunk)
                    stream.flush()
                    os.fsync(stream.fileno())
                    added += 1
                    self._tell_bytes(len(chunk))
        except TryAgain:
            if not added:
                raise
        return added

    def _paced(self, pieces: Iterator[bytes]) -> Iterator[bytes]:
        start, taken = time.monotonic(), 0
        for piece in pieces:
            yield piece
            taken += len(piece)
            if self._cap and (ahead := taken / self._cap - (time.monotonic() - start)) > 0:
                self._sleep(ahead)

    def _tell_bytes(self, more: int) -> None:
        progress = self._progress
        self._tell(Progress(progress.done + more, progress.total, progress.files_left))

    def _tell(self, progress: Progress) -> None:
        self._progress = progress
        self._told(progress)


def _verified_chunks(stream: BinaryIO, file: PackFile) -> int:
    """How many whole chunks of a `.part` file are right, from the start."""
    stream.seek(0)
    good = 0
    for expected in file.chunks:
        chunk = stream.read(CHUNK)
        if hashlib.sha256(chunk).digest() != expected:
            break
        good += 1
    return good


def _chunks(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """The stream in chunks of CHUNK bytes; the last one may be shorter."""
    buffer = bytearray()
    for piece in pieces:
        buffer += piece
        while len(buffer) >= CHUNK:
            yield bytes(buffer[:CHUNK])
            del buffer[:CHUNK]
    if buffer:
        yield bytes(buffer)


def _skip(pieces: Iterator[bytes], count: int) -> Iterator[bytes]:
    """Without the first `count` bytes: for a server or proxy that ignores Range."""
    for piece in pieces:
        if count < len(piece):
            yield piece[count:]
        count = max(0, count - len(piece))
