"""Files of a server's folder: whole or not there, and durable; small ones that a person names, with an end."""

from __future__ import annotations

import os
from pathlib import Path

MOST = 65_536


def read_small(path: Path) -> bytes:
    """A key, a certificate or the like; of a file that is named by mistake, even a device, no more than tells so.

    Raises OSError.
    """
    with path.open("rb") as stream:
        return stream.read(MOST)


def write_whole(path: Path, data: bytes, mode: int = 0o644) -> None:
    """Put a file in place, durably. Raises OSError, leaving what was there."""
    part = path.with_name(path.name + ".part")
    part.unlink(missing_ok=True)
    descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """A new name is durable only once its folder is."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
