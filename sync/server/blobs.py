"""Where packs' files lie, named by their SHA-256 in hexadecimal: a folder, or an S3-compatible store (docs/adr/0066).

Blobs (the port)
├── FolderBlobs     <server>/blobs/<sha256>
└── S3Blobs         sync.server.s3_blobs; configured by <server>/blobs.toml, see sync.server.blob_place
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from kiosk.domain.pack import PackFile, describe
from kiosk.files import fsync_folder
from sync.server.errors import Malformed, NotFound

PIECE = 1 << 20
"""Bytes that are held in memory of a file on its way."""


class Blobs(Protocol):
    """Whole, verified files. What a digest names never changes. Raises OSError or StoreSilent where the place fails."""

    def take(self, source: Path, file: PackFile, *, mend: bool = False) -> None:
        """Keep a file, durable on return; one that is here already is not copied. `mend` says to read that one first.

        Raises Malformed `damaged-blob` if it is not what the manifest says; then nothing was kept.
        """

    def size(self, digest: str) -> int:
        """Bytes of a file. Raises NotFound."""

    def pieces(self, digest: str, offset: int, length: int) -> Iterator[bytes]:
        """So many bytes from `offset` on, in pieces. Raises NotFound at once, not with the first piece."""

    def local(self, digest: str) -> Path | None:
        """The file itself if it lies on this machine, so that the system can send it. Raises NotFound."""


def read_whole(blobs: Blobs, digest: str) -> bytes:
    """A small file. Raises NotFound."""
    return b"".join(blobs.pieces(digest, 0, blobs.size(digest)))


def check_digest(digest: str) -> None:
    """Raises NotFound for what is no digest: it would become a path."""
    if len(digest) != 64 or set(digest) - set("0123456789abcdef"):
        raise NotFound("no-blob")


@dataclass(frozen=True, slots=True)
class FolderBlobs:
    """See Blobs. Files are linked from the pack where the file system allows."""

    folder: Path

    def take(self, source: Path, file: PackFile, *, mend: bool = False) -> None:
        """See Blobs."""
        target = self.folder / file.sha256.hex()
        if _is_here(target, file, mend):
            return
        self.folder.mkdir(parents=True, exist_ok=True)
        part = target.with_suffix(".part")
        part.unlink(missing_ok=True)
        try:
            os.link(source, part)
        except OSError:
            shutil.copyfile(source, part)
        with part.open("rb") as stream:
            found = describe(file.name, stream)
            os.fsync(stream.fileno())
        if found != file:
            part.unlink()
            raise Malformed("damaged-blob")
        part.replace(target)
        fsync_folder(self.folder)

    def size(self, digest: str) -> int:
        """See Blobs."""
        return self.local(digest).stat().st_size

    def pieces(self, digest: str, offset: int, length: int) -> Iterator[bytes]:
        """See Blobs."""
        path = self.local(digest)

        def read() -> Iterator[bytes]:  # opened with the first piece: a reader that never begins leaves nothing open
            left = length
            with path.open("rb") as stream:
                stream.seek(offset)
                while left and (piece := stream.read(min(PIECE, left))):
                    left -= len(piece)
                    yield piece

        return read()

    def local(self, digest: str) -> Path:
        """See Blobs."""
        check_digest(digest)
        path = self.folder / digest
        if not path.is_file():
            raise NotFound("no-blob")
        return path


def _is_here(path: Path, file: PackFile, read: bool) -> bool:
    if not path.is_file() or path.stat().st_size != file.size:
        return False
    if not read:
        return True
    with path.open("rb") as stream:
        return describe(file.name, stream) == file
