"""Where a pack comes from: the central server or a folder. Neither is believed; every chunk is verified."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from kiosk.domain.pack import PackFile
from sync import wire
from sync.errors import NotThere, NotTheServer
from sync.http import Http

_PIECE = 1 << 20


class Source(Protocol):
    """Where a pack comes from."""

    def manifest(self) -> bytes:
        """The signed manifest. Raises SyncError or OSError."""

    def open(self, file: PackFile, offset: int, end: int) -> AbstractContextManager[Iterator[bytes]]:
        """The file's bytes from `offset` on, in pieces. Those from `end` on are not wanted; some may come all the same.

        Raises NotThere if this source lacks the file, another SyncError or OSError.
        """


@dataclass(frozen=True, slots=True)
class ServerSource:
    """The central server, by Range requests."""

    http: Http

    def manifest(self) -> bytes:
        """The signed manifest in force there."""
        return self.http.get(wire.PACK, wire.MAX_SMALL).body

    @contextmanager
    def open(self, file: PackFile, offset: int, end: int) -> Iterator[Iterator[bytes]]:
        """See Source. If-Range: of a blob that is another one now, the whole comes, and no chunk of it verifies."""
        digest = file.sha256.hex()
        whole = not offset and end >= file.size
        headers = {} if whole else {"Range": f"bytes={offset}-{end - 1}", "If-Range": f'"{digest}"'}
        with self.http.stream(f"{wire.BLOBS}/{digest}", headers) as (status, pieces):
            if status not in (200, 206):
                raise NotTheServer(f"status {status}")
            yield pieces if status == 206 or not offset else _skip(pieces, offset)


@dataclass(frozen=True, slots=True)
class FolderSource:
    """A pack folder as `campaign build` writes it."""

    folder: Path

    def manifest(self) -> bytes:
        """Raises OSError."""
        return (self.folder / "manifest.cose").read_bytes()

    @contextmanager
    def open(self, file: PackFile, offset: int, end: int) -> Iterator[Iterator[bytes]]:
        """See Source."""
        path = self.folder / "blobs" / file.sha256.hex()
        if not path.exists():
            raise NotThere(file.name)
        with path.open("rb") as stream:
            stream.seek(offset)
            yield iter(lambda: stream.read(_PIECE), b"")


def _skip(pieces: Iterator[bytes], count: int) -> Iterator[bytes]:
    """Without the first `count` bytes: for a server or proxy that ignores Range."""
    for piece in pieces:
        if count < len(piece):
            yield piece[count:]
        count = max(0, count - len(piece))
