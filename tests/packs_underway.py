"""A pack on its way to a kiosk without a server: files in memory, with the faults that a line or a source may have."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import pytest
from lone_kiosk import LoneKiosk, pack_message

from kiosk.domain.pack import CHUNK, Manifest, PackFile
from sync import parts
from sync.errors import CutShort, NotThere

CHUNKS = 5
FILM = random.Random(7).randbytes(CHUNKS * CHUNK - 1000)


@dataclass
class FakeSource:
    """Files in memory, with faults: cut after so many bytes, wrong bytes, files that are not there."""

    message: bytes
    files: dict[bytes, bytes]
    cut: list[int] = field(default_factory=list)
    wrong: set[int] = field(default_factory=set)
    lacking: set[bytes] = field(default_factory=set)
    opened: list[tuple[str, int]] = field(default_factory=list)
    given: int = 0

    def manifest(self) -> bytes:
        return self.message

    @contextmanager
    def open(self, file: PackFile, offset: int, end: int) -> Iterator[Iterator[bytes]]:
        if file.sha256 in self.lacking:
            raise NotThere(file.name)
        self.opened.append((file.name, offset))
        yield self._pieces(self.files[file.sha256], offset)

    def _pieces(self, data: bytes, offset: int) -> Iterator[bytes]:
        left = self.cut.pop(0) if self.cut else len(data)
        for start in range(offset, len(data), 1 << 20):
            piece = bytearray(data[start : start + (1 << 20)])
            for place in self.wrong:
                if start <= place < start + len(piece):
                    piece[place - start] ^= 1
            if left <= 0:
                raise CutShort
            left -= len(piece)
            self.given += len(piece)
            yield bytes(piece)


def source(booth: LoneKiosk, version: int = 2, **files: bytes) -> tuple[FakeSource, Manifest]:
    named = {f"clips/{name}.mp4": data for name, data in (files or {"film": FILM}).items()}
    message, manifest = pack_message(booth.organiser, version, named)
    return FakeSource(message, {file.sha256: named[file.name] for file in manifest.files}), manifest


def film(manifest: Manifest) -> PackFile:
    file = manifest.file("clips/film.mp4")
    assert file is not None
    return file


def hashed(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The lengths of everything that is hashed from now on."""
    lengths: list[int] = []
    real = parts.hashlib.sha256

    class Counted:
        def __init__(self, data: bytes = b"") -> None:
            self._digest = real()
            self.update(data)

        def update(self, data: bytes | memoryview) -> None:
            lengths.append(len(data))
            self._digest.update(data)

        def __getattr__(self, name: str) -> object:
            return getattr(self._digest, name)

    monkeypatch.setattr(parts.hashlib, "sha256", Counted)
    return lengths
