"""Files on a stick: written aside, fsynced, renamed, the folder fsynced, read back past the cache and compared.

Every failure of the medium becomes a StickFails. Links are never followed, for they could lead into the machine, and
only plain files are read. A name is found in capitals too: FAT keeps short names so. What writes and reads is in
`sync.usb.files`.
"""

from __future__ import annotations

import contextlib
import errno
import fcntl
import hashlib
import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from sync.usb.errors import (
    NoStick,
    StickBroken,
    StickBusy,
    StickDiffers,
    StickFails,
    StickFull,
    StickPulledOut,
    StickReadOnly,
)
from sync.usb.files import Files

ASIDE = ".tmp"
_FULL = {errno.ENOSPC, errno.EDQUOT}
_READ_ONLY = {errno.EROFS, errno.EACCES, errno.EPERM}
_GONE = {errno.ENODEV, errno.ENXIO, errno.ESTALE, errno.ENOTCONN, errno.ENOMEDIUM}


class Medium:
    """A stick's root folder. It is the same device from the first call to the last, or StickPulledOut."""

    def __init__(self, root: Path, files: Files | None = None) -> None:
        self.root = root
        self._files = files or Files()
        self._held: int | None = None
        try:
            self._device = root.stat().st_dev
        except OSError as error:
            raise NoStick from error

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Nobody else of this product is at the stick meanwhile, in no process of this machine. Raises StickBusy.

        Two at once would take each other's half-written files for a stick that loses data. May be nested.
        """
        if self._held is not None:
            yield
            return
        with self._translated():
            self._held = os.open(self.root, os.O_RDONLY | os.O_DIRECTORY)
        try:
            _lock(self._held)
            yield
        finally:
            os.close(self._held)
            self._held = None

    def write(self, path: str, pieces: Iterable[bytes]) -> None:
        """Put a file in place whole and verified, or leave what was there. Durable on return. Raises StickFails."""
        with self._translated():
            self._check_there()
            target = self._place(path)
            aside = target.with_name(target.name + ASIDE)
            self._files.make_folder(target.parent)
            self._compare(aside, self._write_aside(aside, pieces))
            self._files.rename(aside, target)
            self._files.sync_folder(target.parent)
            self._check_there()

    def read(self, path: str, limit: int) -> bytes:
        """A small file. Raises StickFails; one that is larger than `limit` bytes is StickBroken."""
        data = bytearray()
        with self._translated():
            for piece in self._files.read(self._file(path)):
                data += piece
                if len(data) > limit:
                    raise StickBroken("too large")
        return bytes(data)

    def pieces(self, path: str, offset: int) -> Iterator[bytes]:
        """A large file from `offset` on. Raises StickFails."""
        with self._translated():
            yield from self._files.read(self._file(path), offset)

    def size(self, path: str) -> int | None:
        """Bytes of a plain file, None if there is none. Raises StickBroken for a link on the way."""
        try:
            about = self._place(path).lstat()
        except OSError:
            return None
        return about.st_size if stat.S_ISREG(about.st_mode) else None

    def names(self, folder: str) -> list[str]:
        """What is in a folder, in small letters, sorted, without what was left half-written; empty if it is not there.

        Raises StickFails.
        """
        try:
            found = {path.name.lower() for path in self._place(folder, whole=True).iterdir()}
        except (FileNotFoundError, NotADirectoryError):
            return []
        except OSError as error:
            raise self._meaning(error) from error
        return sorted(name for name in found if not name.endswith(ASIDE))

    def remove(self, path: str) -> None:
        """Raises StickFails."""
        with self._translated():
            self._files.remove(self._place(path))

    def clean(self, folder: str) -> None:
        """Remove what an earlier run left half-written. Raises StickFails."""
        with self._translated():
            for path in self._place(folder, whole=True).glob(f"*{ASIDE}"):
                self._files.remove(path)

    def room_for(self, sizes: Iterable[int]) -> tuple[int, int]:
        """(bytes that files of these sizes take, bytes that are free); folders are counted with a piece for each."""
        with self._translated():
            free, unit = self._files.free(self.root)
            return sum(-(-size // unit) * unit + unit for size in sizes), free

    def check_room(self, sizes: Iterable[int]) -> None:
        """Raises StickFull."""
        needed, free = self.room_for(sizes)
        if needed > free:
            raise StickFull(needed, free)

    def _place(self, path: str, whole: bool = False) -> Path:
        """Where a name of ours lies. Raises StickBroken for a link on the way to it, with `whole` also at its end."""
        place, names = self.root, PurePosixPath(path).parts
        for depth, name in enumerate(names, 1):
            place = _child(place, name)
            if (whole or depth < len(names)) and place.is_symlink():
                raise StickBroken("link")
        return place

    def _file(self, path: str) -> Path:
        """Where a plain file lies: reading a pipe or a device might never end. Raises StickBroken or OSError."""
        place = self._place(path)
        if not stat.S_ISREG(place.lstat().st_mode):
            raise StickBroken("not a file")
        return place

    def _write_aside(self, aside: Path, pieces: Iterable[bytes]) -> bytes:
        """The SHA-256 of what was written."""
        descriptor, digest = self._files.create(aside), hashlib.sha256()
        try:
            for piece in pieces:
                self._files.write(descriptor, piece)
                digest.update(piece)
            self._files.sync(descriptor)
        finally:
            os.close(descriptor)
        return digest.digest()

    def _compare(self, aside: Path, written: bytes) -> None:
        digest = hashlib.sha256()
        for piece in self._files.read_direct(aside):
            digest.update(piece)
        if digest.digest() != written:
            raise StickDiffers(aside.name)

    def _check_there(self) -> None:
        """After a stick was pulled out its folder may still be there, empty, on the kiosk's own disk."""
        try:
            device = self.root.stat().st_dev
        except OSError as error:
            raise StickPulledOut from error
        if device != self._device:
            raise StickPulledOut

    @contextmanager
    def _translated(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise self._meaning(error) from error

    def _meaning(self, error: OSError) -> StickFails:
        if error.errno in _FULL:
            with contextlib.suppress(OSError):
                return StickFull(0, self._files.free(self.root)[0])
            return StickFull()
        if error.errno in _GONE:
            return StickPulledOut(error.errno)
        with contextlib.suppress(StickPulledOut):
            self._check_there()
            return StickReadOnly(error.errno) if error.errno in _READ_ONLY else StickBroken(error.errno)
        return StickPulledOut(error.errno)


def _lock(descriptor: int) -> None:
    """Until it is closed. A file system that knows no locks goes without."""
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        raise StickBusy from error
    except OSError:
        return


def _child(folder: Path, name: str) -> Path:
    """What has this name in a folder, if need be in other case."""
    exact = folder / name
    try:
        exact.lstat()
    except FileNotFoundError:
        with contextlib.suppress(OSError):
            return next((path for path in folder.iterdir() if path.name.lower() == name.lower()), exact)
    return exact
