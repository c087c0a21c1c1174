"""A file that holds room on the disk for ballots: it is given up when the disk is full and taken back later."""

from __future__ import annotations

import logging
import os
from pathlib import Path

logger = logging.getLogger(__name__)

RESERVE_BYTES = 16 * 1024 * 1024
"""Some 3,500 casts of 38 ratings: more than all representatives at one kiosk."""
LOW_BYTES = 8 * 1024 * 1024
"""Below this much free room a transaction may fail: SQLite's log alone can take 4 MiB between checkpoints."""


class Reserve:
    """Room that nothing but the journal gets."""

    def __init__(self, path: Path, size: int = RESERVE_BYTES, low: int = LOW_BYTES) -> None:
        self._path = path
        self._size = size
        self._low = low

    @property
    def held(self) -> bool:
        """Whether the room is still kept; if not, the disk was full and staff should look."""
        return self._path.exists()

    def make_room(self) -> None:
        """Give the room up if the disk is nearly full. Costs one system call otherwise; never raises."""
        try:
            if free_bytes(self._path.parent) < self._low and self.held:
                self._path.unlink()
                logger.info("the disk is full: the reserve was given up")
        except OSError:
            return

    def restore(self) -> None:
        """Take the room back if there is at least twice as much. Never raises."""
        try:
            if not self.held and free_bytes(self._path.parent) > 2 * self._size:
                self._allocate()
        except OSError:
            return

    def _allocate(self) -> None:
        """Blocks that are really there, not a hole: a file of zeros would be sparse or compressed away."""
        part = self._path.with_name(self._path.name + ".part")
        descriptor = os.open(part, os.O_WRONLY | os.O_CREAT, 0o600)
        try:
            os.posix_fallocate(descriptor, 0, self._size)
            part.replace(self._path)
        finally:
            os.close(descriptor)
            part.unlink(missing_ok=True)


def free_bytes(folder: Path) -> int:
    """Free space where a folder lies. Raises OSError."""
    stat = os.statvfs(folder)
    return stat.f_bavail * stat.f_frsize
