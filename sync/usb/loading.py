"""The server's pack onto a stick, as much of it as there is room for: whole parts, read back, smallest files first.

A part that has its name was written, read back and compared, so that the next run goes on behind it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kiosk.domain.pack import Manifest, PackFile
from sync.pace import Progress, Tracker
from sync.usb.layout import part_name
from sync.usb.medium import Medium
from sync.usb.source import MANIFEST, PART_BYTES

KEEP_FREE = 32 * 1024 * 1024
"""Bytes that content leaves for the records of kiosks."""


Read = Callable[[str, int, int], Iterator[bytes]]
"""So many bytes from an offset on of the blob with this SHA-256 (hexadecimal)."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """The pack's version on the stick and how many bytes of it found no room."""

    version: int
    lacking: int


@dataclass(frozen=True, slots=True)
class _Piece:
    """One part of one blob."""

    file: PackFile
    number: int

    @property
    def size(self) -> int:
        return min(PART_BYTES, self.file.size - self.number * PART_BYTES)


def load_pack(
    medium: Medium,
    folder: str,
    message: bytes,
    manifest: Manifest,
    read: Read,
    told: Callable[[Progress], None] = lambda progress: None,
) -> Loaded:
    """Bring the stick to this pack; what it does not need is removed first. Raises StickFails or OSError."""
    pieces = list(_pieces(manifest))
    _remove_others(medium, folder, {part_name(piece.file.sha256, piece.number) for piece in pieces})
    medium.write(f"{folder}/{MANIFEST}", [message])
    missing = [piece for piece in pieces if medium.size(_path(folder, piece)) != piece.size]
    tracker = Tracker(told)
    tracker.begin(0, sum(piece.size for piece in missing), len(missing))
    while missing and _fits(medium, missing[0]):
        piece = missing.pop(0)
        medium.write(_path(folder, piece), _told(_read(read, piece), tracker))
        tracker.file_done()
    return Loaded(manifest.version, sum(piece.size for piece in missing))


def remove_blob(medium: Medium, folder: str, digest: bytes) -> None:
    """Take a blob that went bad off the stick, all its parts. Raises StickFails."""
    for name in medium.names(f"{folder}/blobs"):
        if name.startswith(f"{digest.hex()}."):
            medium.remove(f"{folder}/blobs/{name}")


def _pieces(manifest: Manifest) -> Iterator[_Piece]:
    files = {file.sha256: file for file in manifest.files if file.size}
    for file in sorted(files.values(), key=lambda file: file.size):
        yield from (_Piece(file, number) for number in range(-(-file.size // PART_BYTES)))


def _remove_others(medium: Medium, folder: str, wanted: set[str]) -> None:
    medium.clean(folder)
    medium.clean(f"{folder}/blobs")
    for name in medium.names(f"{folder}/blobs"):
        if name not in wanted:
            medium.remove(f"{folder}/blobs/{name}")


def _fits(medium: Medium, piece: _Piece) -> bool:
    needed, free = medium.room_for([piece.size])
    return needed + KEEP_FREE <= free


def _read(read: Read, piece: _Piece) -> Iterator[bytes]:
    return read(piece.file.sha256.hex(), piece.number * PART_BYTES, piece.size)


def _told(pieces: Iterator[bytes], tracker: Tracker) -> Iterator[bytes]:
    for piece in pieces:
        yield piece
        tracker.fetched(len(piece))


def _path(folder: str, piece: _Piece) -> str:
    return f"{folder}/blobs/{part_name(piece.file.sha256, piece.number)}"
