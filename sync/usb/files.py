"""The calls to the operating system of `sync.usb.medium`, in one place so that tests can pull the stick at each."""

from __future__ import annotations

import contextlib
import errno
import mmap
import os
from collections.abc import Iterator
from pathlib import Path

PIECE = 1 << 20


class Files:
    """The calls to the operating system."""

    def make_folder(self, path: Path) -> None:
        """With its parents."""
        path.mkdir(parents=True, exist_ok=True)

    def create(self, path: Path) -> int:
        """A descriptor for writing a new file; what had its name goes first, for it could be a link or a pipe."""
        path.unlink(missing_ok=True)
        return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644)

    def write(self, descriptor: int, piece: bytes) -> None:
        """All of it."""
        left = memoryview(piece)
        while left:
            left = left[os.write(descriptor, left) :]

    def sync(self, descriptor: int) -> None:
        """To the medium, and out of the cache, so that reading back asks the medium."""
        os.fsync(descriptor)
        os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)

    def rename(self, path: Path, target: Path) -> None:
        """In place of what is there."""
        path.replace(target)

    def sync_folder(self, folder: Path) -> None:
        """Make its names durable."""
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(descriptor)
        except OSError as error:
            if error.errno != errno.EINVAL:  # FUSE's drivers of exFAT and NTFS know no fsync of folders
                raise
        finally:
            os.close(descriptor)

    def read_direct(self, path: Path) -> Iterator[bytes]:
        """A file's bytes from the medium itself where the file system knows O_DIRECT."""
        with contextlib.suppress(OSError):
            descriptor = os.open(path, os.O_RDONLY | os.O_DIRECT)
            return _direct(descriptor)
        return self.read(path)

    def read(self, path: Path, offset: int = 0) -> Iterator[bytes]:
        """A file's bytes."""
        with path.open("rb") as stream:
            stream.seek(offset)
            while piece := stream.read(PIECE):
                yield piece

    def remove(self, path: Path) -> None:
        """Gone, or not there."""
        path.unlink(missing_ok=True)

    def free(self, folder: Path) -> tuple[int, int]:
        """(free bytes, bytes of the smallest piece that is given out)."""
        stat = os.statvfs(folder)
        return stat.f_bavail * stat.f_frsize, stat.f_frsize


def _direct(descriptor: int) -> Iterator[bytes]:
    """O_DIRECT needs an aligned buffer, which anonymous memory is."""
    try:
        with mmap.mmap(-1, PIECE) as buffer:
            offset = 0
            while count := os.preadv(descriptor, [buffer], offset):
                yield buffer[:count]
                offset += count
                if count < PIECE:
                    return  # the end: a further read at an unaligned offset is refused
    finally:
        os.close(descriptor)
