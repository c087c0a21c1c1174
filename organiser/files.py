"""The organiser's files: whole or not there, durable, and private where they hold keys."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

PUBLIC = 0o644
PRIVATE = 0o600


@contextmanager
def new_file(path: Path, mode: int = PUBLIC) -> Iterator[BinaryIO]:
    """A file to write; it replaces `path` when the block ends well, else nothing happens. Durable on return."""
    part = path.with_name(f".{path.name}.part")
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
    """Replace `path` by `data`, durably. Raises OSError, leaving the old file."""
    with new_file(path, mode) as stream:
        stream.write(data)


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
