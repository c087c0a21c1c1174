"""Sticks for tests: a folder, the faults of a real one, and what server and kiosks must agree on in the end."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from sqlalchemy import select
from worlds import World

from kiosk.domain.journal import Kind, chain, decode_entry, genesis
from kiosk.services.kiosk import Kiosk
from sync.server.models import Epoch, ForkedEntry, StoredEntry
from sync.usb.files import Files
from sync.usb.layout import kiosk_folder, pack_folder
from sync.usb.medium import Medium

CAMPAIGN = "qd2021"


class FailingFiles(Files):
    """Works for `calls` calls to the operating system; from then on every one fails with `code`.

    What was under way when it fails is half there: of a write the first half.
    """

    def __init__(self, calls: int = 1 << 30, code: int = errno.EIO) -> None:
        self.left = calls
        self.code = code
        self.made = 0

    def _call(self) -> bool:
        self.made += 1
        self.left -= 1
        return self.left >= 0

    def _fail(self) -> OSError:
        return OSError(self.code, "pulled out")

    def make_folder(self, path: Path) -> None:
        if not self._call():
            raise self._fail()
        super().make_folder(path)

    def create(self, path: Path) -> int:
        if not self._call():
            raise self._fail()
        return super().create(path)

    def write(self, descriptor: int, piece: bytes) -> None:
        if not self._call():
            if self.left == -1:
                super().write(descriptor, piece[: len(piece) // 2])
            raise self._fail()
        super().write(descriptor, piece)

    def sync(self, descriptor: int) -> None:
        if not self._call():
            raise self._fail()
        super().sync(descriptor)

    def rename(self, path: Path, target: Path) -> None:
        if not self._call():
            raise self._fail()
        super().rename(path, target)

    def sync_folder(self, folder: Path) -> None:
        if not self._call():
            raise self._fail()
        super().sync_folder(folder)

    def read(self, path: Path, offset: int = 0) -> Iterator[bytes]:
        if not self._call():
            raise self._fail()
        yield from super().read(path, offset)

    def read_direct(self, path: Path) -> Iterator[bytes]:
        if not self._call():
            raise self._fail()
        return super().read_direct(path)

    def remove(self, path: Path) -> None:
        if not self._call():
            raise self._fail()
        super().remove(path)


class ForgetfulFiles(Files):
    """A worn-out stick: it says all is well and has one bit other than it was written."""

    def read_direct(self, path: Path) -> Iterator[bytes]:
        data = bytearray(path.read_bytes())
        data[len(data) // 2] ^= 1
        yield bytes(data)


class SmallFiles(Files):
    """A stick of `capacity` bytes."""

    def __init__(self, folder: Path, capacity: int) -> None:
        self.folder = folder
        self.capacity = capacity

    def free(self, folder: Path) -> tuple[int, int]:
        used = sum(path.stat().st_size for path in self.folder.rglob("*") if path.is_file())
        return self.capacity - used, 512


def stick(folder: Path, files: Files | None = None) -> Medium:
    """A stick's root."""
    folder.mkdir(exist_ok=True)
    return Medium(folder, files)


def ups(folder: Path, kiosk: str = "v01-1") -> list[Path]:
    """A kiosk's bundles on a stick."""
    return sorted((folder / kiosk_folder(CAMPAIGN, kiosk)).glob("*.up"))


def acks(folder: Path, kiosk: str = "v01-1") -> list[Path]:
    """The answers to a kiosk on a stick."""
    return sorted((folder / kiosk_folder(CAMPAIGN, kiosk)).glob("*.ack"))


def blobs(folder: Path) -> list[Path]:
    """The parts of blobs on a stick."""
    return sorted((folder / pack_folder(CAMPAIGN) / "blobs").iterdir())


def cast(world: World, kiosk: Kiosk, person: int) -> str:
    """A receipt."""
    return kiosk.voting.cast(world.credential(person), {"fgw": 1, "jtj": 2}).receipt


def tap(kiosk: Kiosk, count: int) -> None:
    """So many small entries, quickly."""
    with kiosk.journal.engine.begin() as connection:
        for number in range(count):
            kiosk.journal.append(connection, Kind.OPINION, {"problem": 1 + number % 2, "verdict": "unclear"})


def online(world: World, kiosk: Kiosk) -> Kiosk:
    """The same kiosk, with the address at which the server is reached now."""
    return replace(kiosk, identity=replace(kiosk.identity, server_url=world.url))


def check_union(world: World, *kiosks: Kiosk) -> None:
    """The server has every entry of these kiosks exactly once, nothing else, and every chain verifies."""
    with world.server.engine.begin() as connection:
        rows = connection.execute(
            select(StoredEntry.kiosk, StoredEntry.epoch, StoredEntry.seq, StoredEntry.entry, StoredEntry.hash).order_by(
                StoredEntry.kiosk, StoredEntry.epoch, StoredEntry.seq
            )
        ).all()
        forked = list(connection.scalars(select(ForkedEntry.entry)))
        stands = {(row.kiosk, row.epoch): row for row in connection.execute(select(Epoch.__table__))}
    heads: dict[tuple[str, bytes], tuple[int, bytes]] = {}
    for kiosk, epoch, seq, entry, hash_ in rows:
        before, head = heads.get((kiosk, epoch), (0, genesis(kiosk, epoch)))
        assert seq == before + 1, "a gap or a duplicate"
        assert chain(head, entry) == hash_, "the chain is broken"
        assert decode_entry(entry).seq == seq
        heads[kiosk, epoch] = seq, hash_
    for place, (seq, head) in heads.items():
        assert (stands[place].acked_seq, stands[place].head_hash) == (seq, head)
    theirs = [entry for kiosk in kiosks for entry in kiosk.journal.entries()]
    assert sorted({entry for _, _, _, entry, _ in rows} | set(forked)) == sorted(set(theirs)), "not the union"
    if not forked:
        assert len(rows) == len(theirs)
