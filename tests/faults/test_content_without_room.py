"""A real disk too small for everything: what is in force is never touched, and room that comes back is used."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

import pytest
from lone_kiosk import LoneKiosk, pack_message
from small_disks import small_disk

from kiosk.domain.pack import CHUNK, PackFile
from sync.download import Download
from sync.errors import NoRoom
from sync.pace import Progress
from sync.sources import FolderSource

DISK = 64 * 1024 * 1024
FILM = 5 * CHUNK
RESERVE = 8 * 1024 * 1024


@dataclass(frozen=True)
class Watched(FolderSource):
    """Says from where on it was read."""

    opened: list[int]

    def open(self, file: PackFile, offset: int, end: int) -> AbstractContextManager[Iterator[bytes]]:
        self.opened.append(offset)
        return super().open(file, offset, end)


@dataclass
class Small:
    """A kiosk on a small disk of its own, and an office on another."""

    booth: LoneKiosk
    office: Path

    def __post_init__(self) -> None:
        self.store = self.booth.content()
        self.opened: list[int] = []

    def offer(self, version: int) -> PackFile:
        """Build a version with one film of its own."""
        film = os.urandom(FILM)
        message, manifest = pack_message(self.booth.organiser, version, {"clips/film.mp4": film})
        folder = self.office / str(version)
        (folder / "blobs").mkdir(parents=True)
        (folder / "manifest.cose").write_bytes(message)
        (folder / "blobs" / manifest.files[0].sha256.hex()).write_bytes(film)
        return manifest.files[0]

    def fetch(self, version: int, fill: int = 0) -> None:
        """With `fill`, somebody else takes so many bytes once the first chunk is here."""

        def tell(progress: Progress) -> None:
            if fill and progress.done:
                self.take(fill)

        source = Watched(self.office / str(version), self.opened)
        Download(self.store, source, reserve=RESERVE, told=tell).run()

    def take(self, size: int) -> None:
        """Room that is not ours."""
        descriptor = os.open(self.booth.folder.parent / "other", os.O_WRONLY | os.O_CREAT)
        try:
            os.posix_fallocate(descriptor, 0, size)
        finally:
            os.close(descriptor)

    def give_back(self) -> None:
        (self.booth.folder.parent / "other").unlink()


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Small]:
    """With versions 2 and 3 on it; needs root."""
    with small_disk(tmp_path / "disk", DISK) as folder:
        yield Small(LoneKiosk(folder / "kiosk").make(), tmp_path / "office")


def test_the_pack_before_makes_room_and_the_one_in_force_does_not(small: Small) -> None:
    films = [small.offer(version) for version in (2, 3, 4)]
    for version in (2, 3):
        small.fetch(version)
    assert [small.store.has(film) for film in films] == [True, True, False]
    small.fetch(4)
    assert [small.store.has(film) for film in films] == [False, True, True]
    assert small.store.current_version() == 4


def test_without_room_all_that_is_in_force_stays_and_room_that_comes_back_is_used(small: Small) -> None:
    films = [small.offer(version) for version in (2, 3)]
    small.fetch(2)
    small.take(35 * 1024 * 1024)
    with pytest.raises(NoRoom) as none:
        small.fetch(3)
    assert none.value.needed == FILM and none.value.free < FILM + RESERVE
    assert small.store.has(films[0]) and small.store.current_version() == 2
    small.give_back()
    small.fetch(3)
    assert small.store.current_version() == 3


def test_a_disk_that_fills_while_content_comes_keeps_what_came(small: Small) -> None:
    film = small.offer(2)
    with pytest.raises(OSError) as full:
        small.fetch(2, fill=small.store.free_bytes() - 2 * CHUNK)
    assert full.value.errno == errno.ENOSPC
    assert small.store.current_version() == 1 and not small.store.has(film)
    small.give_back()
    small.fetch(2)
    assert small.opened[0] == 0 and small.opened[1] >= CHUNK
    assert small.store.has(film)
