"""Stored files are read again a little at a time; one that is no longer what it was is taken out of use at once.

Disks forget bits. What is left of such a file stays, so that only the lost chunks are fetched again.
"""

from __future__ import annotations

import logging

from kiosk.domain.pack import PackFile
from kiosk.storage.content import ContentStore
from sync.parts import demote, good_chunks

logger = logging.getLogger(__name__)

A_LITTLE = 256 * 1024 * 1024
"""Bytes read in one go: 20 GB are read through in about 80 idle syncs."""


class Mending:
    """Goes round the files of the pack in force. It remembers only its place; a restart begins anew."""

    def __init__(self) -> None:
        self._next = b""

    def check_some(self, store: ContentStore, budget: int = A_LITTLE) -> int:
        """Read files until `budget` bytes were read; how many were found damaged. Raises StorageError or OSError."""
        found = 0
        for file in self._from_here(store):
            if budget <= 0:
                break
            self._next = file.sha256
            budget -= file.size
            found += check_file(store, file) is False
        else:
            self._next = b""
        return found

    def _from_here(self, store: ContentStore) -> list[PackFile]:
        manifest = store.current()
        files = {file.sha256: file for file in manifest.files} if manifest else {}
        return [files[digest] for digest in sorted(files) if digest > self._next]


def check_file(store: ContentStore, file: PackFile) -> bool | None:
    """Whether a stored file is right; None if it is not there. One that is wrong is not there any more."""
    blob = store.blob(file)
    try:
        with blob.open("rb") as stream:
            good = len(good_chunks(stream, file)) == len(file.chunks) and not stream.read(1)
    except FileNotFoundError:
        return None
    except OSError:  # a folder in its place, or a disk that does not even open it
        good = False
    if not good:
        lost = demote(blob, file)
        logger.warning("a stored file was damaged: %d chunks of %s are fetched again", lost, file.name)
    return good
