"""A full disk: nothing is half recorded, ballots have room kept for them, and room that comes back is used."""

from __future__ import annotations

import os
import resource
from collections.abc import Iterator
from pathlib import Path

import pytest
from lone_kiosk import DEPARTMENTS, LoneKiosk
from small_disks import small_disk

from kiosk.services.kiosk import RESERVE, Kiosk
from kiosk.services.notices import DiskFull
from kiosk.storage import reserve as reserves
from kiosk.storage.checking import verify_journal
from kiosk.storage.errors import StorageFull
from kiosk.storage.reserve import LOW_BYTES, RESERVE_BYTES, Reserve, free_bytes

DISK = 48 * 1024 * 1024


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A small disk of its own; needs root."""
    with small_disk(tmp_path / "disk", DISK) as folder:
        yield folder


def fill(folder: Path, leave: int = 0) -> Path:
    """Take all room but `leave` bytes, as videos would."""
    path = folder / "video"
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT)
    room = free_bytes(folder) - leave
    if room > 0:
        os.posix_fallocate(descriptor, os.fstat(descriptor).st_size, room)
    os.close(descriptor)
    return path


def cast(booth: LoneKiosk, kiosk: Kiosk, person: int) -> None:
    kiosk.voting.cast(booth.credential(person), dict.fromkeys(DEPARTMENTS, 1))


def cast_until_full(booth: LoneKiosk, kiosk: Kiosk) -> int:
    """How many people could cast; the next one could not."""
    for person in range(100_000):
        try:
            cast(booth, kiosk, person)
        except StorageFull:
            return person
    raise AssertionError("the disk never became full")


def test_a_disk_full_of_videos_leaves_room_for_ballots(disk: Path) -> None:
    booth = LoneKiosk(disk / "kiosk").make()
    kiosk = booth.open()
    assert kiosk.reserve.held
    assert kiosk.notices.now() == ()
    fill(disk)
    for person in range(300):
        cast(booth, kiosk, person)
    assert kiosk.notices.now() == (DiskFull(),)
    (disk / "video").unlink()
    kiosk.tend()
    assert kiosk.notices.now() == ()
    kiosk.close()


def test_without_any_room_nothing_is_recorded_and_with_room_it_works_again(
    disk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    booth = LoneKiosk(disk / "kiosk").make()
    kiosk = booth.open()
    (disk / "kiosk" / RESERVE).unlink()
    fill(disk, 600_000)
    person = cast_until_full(booth, kiosk)
    before = list(kiosk.journal.entries())
    assert kiosk.voting.spent(booth.credential(person)) == frozenset()
    with pytest.raises(StorageFull):
        cast(booth, kiosk, person)
    assert list(kiosk.journal.entries()) == before
    (disk / "video").unlink()
    cast(booth, kiosk, person)
    assert len(list(kiosk.journal.entries())) == len(before) + 1
    verify_journal(kiosk.journal.engine, kiosk.journal.kiosk)
    kiosk.close()


def test_a_kiosk_starts_on_a_full_disk_and_takes_ballots(disk: Path) -> None:
    booth = LoneKiosk(disk / "kiosk").make()
    booth.open().close()
    fill(disk)
    kiosk = booth.open()
    cast(booth, kiosk, 1)
    kiosk.close()


def test_the_reserve_is_taken_back_when_there_is_room(disk: Path) -> None:
    kept = Reserve(disk / "reserve")
    kept.restore()
    assert kept.held
    assert (disk / "reserve").stat().st_blocks * 512 >= RESERVE_BYTES
    video = fill(disk)
    kept.make_room()
    assert not kept.held
    assert free_bytes(disk) >= RESERVE_BYTES
    kept.restore()
    assert not kept.held  # too little: it would take what ballots need
    video.unlink()
    kept.restore()
    assert kept.held


def test_with_room_the_reserve_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reserves, "free_bytes", lambda folder: LOW_BYTES)
    kept = Reserve(tmp_path / "reserve")
    (tmp_path / "reserve").touch()
    kept.make_room()
    assert kept.held


def test_a_limit_on_the_file_size_is_a_full_disk(tmp_path: Path) -> None:
    booth = LoneKiosk(tmp_path / "kiosk").make()
    booth.open().close()
    child = os.fork()
    if child == 0:
        os._exit(_limited(booth))
    _, status = os.waitpid(child, 0)
    assert os.waitstatus_to_exitcode(status) == 0
    kiosk = booth.open()
    assert len(list(kiosk.journal.entries())) > 0
    verify_journal(kiosk.journal.engine, kiosk.journal.kiosk)
    assert kiosk.notices.now() == ()
    kiosk.close()


def _limited(booth: LoneKiosk) -> int:
    """In the child: 0 if a cast beyond the limit was refused as it should be."""
    import signal

    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    kiosk = booth.open()
    resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))
    person = cast_until_full(booth, kiosk)
    return int(kiosk.voting.spent(booth.credential(person)) != frozenset() or person == 0)
