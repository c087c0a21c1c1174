"""A pack on a stick: blobs in parts, perhaps not all of them. The kiosk's one verifier reads it (sync.download)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from kiosk.domain.pack import CHUNK, PackFile
from sync.errors import NotThere
from sync.usb.layout import PART_CHUNKS, part_name
from sync.usb.medium import Medium
from sync.wire import MAX_SMALL

MANIFEST = "manifest.cose"
PART_BYTES = PART_CHUNKS * CHUNK


@dataclass(frozen=True, slots=True)
class StickSource:
    """See sync.sources.Source. `folder` is the pack's on the stick."""

    medium: Medium
    folder: str

    def manifest(self) -> bytes:
        """Raises StickFails."""
        return self.medium.read(f"{self.folder}/{MANIFEST}", MAX_SMALL)

    @contextmanager
    def open(self, file: PackFile, offset: int, end: int) -> Iterator[Iterator[bytes]]:
        """Raises NotThere if the stick lacks the part in which `offset` lies; a later part that lacks ends it."""
        first = offset // PART_BYTES
        if not file.size:
            yield iter(())
        elif self.medium.size(self._path(file, first)) is None:
            raise NotThere(file.name)
        else:
            yield self._pieces(file, first, offset - first * PART_BYTES)

    def _pieces(self, file: PackFile, first: int, offset: int) -> Iterator[bytes]:
        for part in range(first, -(-file.size // PART_BYTES)):
            if self.medium.size(self._path(file, part)) is None:
                return
            yield from self.medium.pieces(self._path(file, part), offset if part == first else 0)

    def _path(self, file: PackFile, part: int) -> str:
        return f"{self.folder}/blobs/{part_name(file.sha256, part)}"
