"""The mirror: every entry a second time, on another medium, before the screen says 已记录 (DESIGN.md §5).

<mirror>/sanmin-mirror               says that the medium is there
<mirror>/<kiosk>-<epoch>.journal     frames: entry's length (4 bytes), entry, chain's hash after it (32 bytes)

A frame that was cut short is overwritten by the next write.
"""

from __future__ import annotations

import logging
import os
import re
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Protocol

from kiosk.domain.canonical import EncodingError
from kiosk.domain.journal import EPOCH_BYTES, MAX_ENTRY_BYTES, chain, decode_entry, genesis
from kiosk.files import fsync_folder
from kiosk.storage.errors import StorageError
from kiosk.storage.journal import Tail
from kiosk.storage.salvage import HASH_BYTES, Link

logger = logging.getLogger(__name__)

_LENGTH = 4
_EPOCH = re.compile(f"[0-9a-f]{{{2 * EPOCH_BYTES}}}")
SUFFIX = ".journal"
MEDIUM = "sanmin-mirror"
"""A file that tells the medium from the empty folder it is mounted on."""


class Mirrored(Protocol):
    """The journal, as the mirror reads it."""

    @property
    def kiosk(self) -> str:
        """The kiosk's name."""

    @property
    def appends(self) -> int:
        """Rises with every entry that is added."""

    @property
    def epoch(self) -> bytes:
        """The current epoch."""

    def all_epochs(self) -> tuple[bytes, ...]:
        """Every epoch, the current one last."""

    def tail(self, after: int, max_entries: int = ..., epoch: bytes | None = None) -> Tail:
        """The entries after a seq."""


class Mirror:
    """Keeps a folder on another medium equal to the journal. It never stops a vote: trouble is noted, not raised."""

    def __init__(self, folder: Path, journal: Mirrored) -> None:
        self._folder = folder
        self._journal = journal
        self._lock = threading.Lock()
        self._written: dict[bytes, int] = {}
        self._trouble = ""
        self._seen = -1

    @property
    def trouble(self) -> str:
        """Empty, or why entries are missing on the mirror: the name of the system's error."""
        return self._trouble

    @property
    def folder(self) -> Path:
        """Where it is."""
        return self._folder

    def follow(self) -> None:
        """Write what the current epoch has and the mirror lacks, fsynced, if anything was added. Never raises."""
        with self._lock:  # whoever comes second waits until its entry, written by the first, is durable too
            if self._journal.appends != self._seen:
                self._write(lambda: (self._journal.epoch,))

    def catch_up(self) -> None:
        """Write what any epoch has and the mirror lacks, after it was away or new. Never raises."""
        with self._lock:
            self._write(self._journal.all_epochs)

    def _write(self, which: Callable[[], tuple[bytes, ...]]) -> None:
        self._seen = self._journal.appends
        try:
            for epoch in which():
                self._catch_up(epoch)
        except (OSError, StorageError) as error:
            self._written.clear()  # what is there is read again before anything is added
            self._fail(error)
        else:
            self._trouble = ""

    def _fail(self, error: Exception) -> None:
        code = os.strerror(error.errno) if isinstance(error, OSError) and error.errno else type(error).__name__
        if not self._trouble:
            logger.info("mirror: %s", code)
        self._trouble = code

    def _catch_up(self, epoch: bytes) -> None:
        path = mirror_file(self._folder, self._journal.kiosk, epoch)
        if epoch not in self._written:
            self._written[epoch] = _prepare(path, self._journal.kiosk, epoch)
        while (tail := self._journal.tail(self._written[epoch], epoch=epoch)).entries:
            _append(path, tail)
            self._written[epoch] += len(tail.entries)


def prepare_mirror(folder: Path) -> None:
    """Make a folder on another medium a mirror. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / MEDIUM).touch()
    fsync_folder(folder)


def mirror_file(folder: Path, kiosk: str, epoch: bytes) -> Path:
    """Where an epoch is mirrored."""
    return folder / f"{kiosk}-{epoch.hex()}{SUFFIX}"


def mirrored_epochs(folder: Path, kiosk: str) -> tuple[bytes, ...]:
    """The epochs of a kiosk that a mirror holds; none if the medium is not there. Raises OSError."""
    names = (path.stem.removeprefix(f"{kiosk}-") for path in sorted(folder.glob(f"{kiosk}-*{SUFFIX}")))
    return tuple(bytes.fromhex(name) for name in names if _EPOCH.fullmatch(name))


def read_mirrored(folder: Path, kiosk: str) -> dict[bytes, tuple[Link, ...]]:
    """What a mirror holds of each epoch, as far as it can be read now: a medium that fails must not stop a start."""
    found: dict[bytes, tuple[Link, ...]] = {}
    try:
        for epoch in mirrored_epochs(folder, kiosk):
            found[epoch] = read_mirror(folder, kiosk, epoch)
    except OSError as error:
        logger.warning("mirror: %s", error.strerror)
    return found


def read_mirror(folder: Path, kiosk: str, epoch: bytes) -> tuple[Link, ...]:
    """The entries that hang together from the beginning. Raises OSError."""
    return tuple(link for link, _ in _links(mirror_file(folder, kiosk, epoch).read_bytes(), kiosk, epoch))


def _links(data: bytes, kiosk: str, epoch: bytes) -> Iterator[tuple[Link, int]]:
    """Each proven frame and where it ends; the first that is cut short or damaged ends it."""
    at, head = 0, genesis(kiosk, epoch)
    while True:
        length = int.from_bytes(data[at : at + _LENGTH], "big")
        entry = data[at + _LENGTH : at + _LENGTH + length]
        at += _LENGTH + length + HASH_BYTES
        if not 0 < length <= MAX_ENTRY_BYTES or at > len(data):
            return
        head = chain(head, entry)
        if head != data[at - HASH_BYTES : at]:
            return
        try:
            yield Link(decode_entry(entry).seq, entry, head), at
        except EncodingError:
            return


def _prepare(path: Path, kiosk: str, epoch: bytes) -> int:
    """How many entries the file holds; what lies after them is cut off. Raises OSError if the medium is not there."""
    (path.parent / MEDIUM).stat()
    if not path.exists():
        with path.open("xb"):
            fsync_folder(path.parent)
        return 0
    count, end = 0, 0
    for link, at in _links(path.read_bytes(), kiosk, epoch):
        count, end = link.seq, at
    os.truncate(path, end)
    return count


def _append(path: Path, tail: Tail) -> None:
    """Add a stretch durably. Raises OSError; what was written of it is cut off by the next `_prepare`."""
    head, frames = tail.prev_hash, []
    for entry in tail.entries:
        head = chain(head, entry)
        frames += [len(entry).to_bytes(_LENGTH, "big"), entry, head]
    with path.open("r+b") as stream:  # never created here: a medium that went away and came back is read first
        stream.seek(0, os.SEEK_END)
        stream.write(b"".join(frames))
        stream.flush()
        os.fsync(stream.fileno())
