"""Files that are whole or not there, and durable: written aside, fsynced, renamed, folder fsynced."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

PUBLIC, PRIVATE = 0o644, 0o600
SMALL = 65_536


@contextmanager
def new_file(path: Path, mode: int = PUBLIC) -> Iterator[BinaryIO]:
    """A file to write; it replaces `path` when the block ends well, else nothing happens. Durable on return.

    What a power cut left of an earlier one is replaced, so that `mode` holds whoever made it. Raises OSError.
    """
    part = path.with_name(path.name + ".part")
    part.unlink(missing_ok=True)
    descriptor = os.open(part, os.O_RDWR | os.O_CREAT | os.O_EXCL, mode)
    try:
        with os.fdopen(descriptor, "w+b") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    fsync_folder(path.parent)


def write_whole(path: Path, data: bytes, mode: int = PUBLIC) -> None:
    """Replace `path` by `data`; after the return it survives a power cut. Raises OSError, leaving the old file."""
    with new_file(path, mode) as stream:
        stream.write(data)


def read_small(path: Path) -> bytes:
    """A key, a certificate or the like; of a file that is named by mistake, even a device, no more than tells so.

    Raises OSError.
    """
    with path.open("rb") as stream:
        return stream.read(SMALL)


def fsync_file(path: Path) -> None:
    """Make a file's content durable."""
    with path.open("rb") as stream:
        os.fsync(stream.fileno())


def fsync_folder(folder: Path) -> None:
    """Make renames in `folder` durable."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
