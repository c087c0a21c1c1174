"""The second medium: it has every entry before the answer, voting goes on without it, and it catches up."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from lone_kiosk import LoneKiosk

from kiosk.services.kiosk import DATABASE, Kiosk
from kiosk.services.notices import MirrorTrouble
from kiosk.storage.epochs import Ended
from kiosk.storage.errors import translated
from kiosk.storage.mirror import mirror_file, mirrored_epochs, prepare_mirror, read_mirror


@pytest.fixture
def medium(tmp_path: Path) -> Path:
    folder = tmp_path / "medium"
    prepare_mirror(folder)
    return folder


@pytest.fixture
def booth(tmp_path: Path, medium: Path) -> LoneKiosk:
    made = LoneKiosk(tmp_path / "kiosk").make()
    (made.folder / "settings.toml").write_text(f'mirror = "{medium}"\n', "utf-8")
    return made


def mirrored(medium: Path, kiosk: Kiosk) -> list[bytes]:
    return [link.entry for link in read_mirror(medium, "v01-1", kiosk.journal.epoch)]


def cast(booth: LoneKiosk, kiosk: Kiosk, person: int) -> None:
    kiosk.voting.cast(booth.credential(person), {"fgw": 1})


def test_every_entry_is_on_the_mirror_when_the_answer_is_given(booth: LoneKiosk, medium: Path) -> None:
    kiosk = booth.open()
    for person in range(5):
        cast(booth, kiosk, person)
        assert mirrored(medium, kiosk) == list(kiosk.journal.entries())
    kiosk.sign_in.enter(kiosk.sign_in.present(booth.card(9)))
    assert len(mirrored(medium, kiosk)) == 6
    kiosk.close()


def test_an_entry_is_synced_to_the_medium_before_the_answer(
    booth: LoneKiosk, medium: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import os

    synced: list[str] = []
    real = os.fsync

    def fsync(descriptor: int) -> None:
        synced.append(str(Path(f"/proc/self/fd/{descriptor}").readlink()))
        real(descriptor)

    kiosk = booth.open()
    monkeypatch.setattr(os, "fsync", fsync)
    cast(booth, kiosk, 1)
    assert str(mirror_file(medium, "v01-1", kiosk.journal.epoch)) in synced
    kiosk.close()


def test_nothing_refused_reaches_the_mirror(booth: LoneKiosk, medium: Path) -> None:
    kiosk = booth.open()
    cast(booth, kiosk, 1)
    with pytest.raises(RuntimeError), kiosk.journal.engine.begin() as connection:
        kiosk.journal.append(connection, "staff", {"act": "never"})
        raise RuntimeError
    cast(booth, kiosk, 2)
    assert mirrored(medium, kiosk) == list(kiosk.journal.entries())
    kiosk.close()


def test_without_the_medium_voting_goes_on_and_it_catches_up_when_back(
    booth: LoneKiosk, medium: Path, tmp_path: Path
) -> None:
    kiosk = booth.open()
    cast(booth, kiosk, 1)
    medium.rename(tmp_path / "pulled")
    cast(booth, kiosk, 2)
    assert kiosk.notices.now() == (MirrorTrouble("No such file or directory"),)
    medium.mkdir()  # the mount point, empty: not the medium
    cast(booth, kiosk, 3)
    assert list(medium.iterdir()) == []
    assert len(kiosk.notices.now()) == 1
    medium.rmdir()
    (tmp_path / "pulled").rename(medium)
    kiosk.tend()
    assert kiosk.notices.now() == ()
    assert mirrored(medium, kiosk) == list(kiosk.journal.entries())
    kiosk.close()


def test_the_next_entry_brings_the_missing_ones_along(booth: LoneKiosk, medium: Path, tmp_path: Path) -> None:
    kiosk = booth.open()
    medium.rename(tmp_path / "pulled")
    cast(booth, kiosk, 1)
    (tmp_path / "pulled").rename(medium)
    cast(booth, kiosk, 2)
    assert mirrored(medium, kiosk) == list(kiosk.journal.entries())
    kiosk.close()


def test_a_frame_cut_short_is_overwritten(booth: LoneKiosk, medium: Path) -> None:
    kiosk = booth.open()
    for person in range(4):
        cast(booth, kiosk, person)
    file = mirror_file(medium, "v01-1", kiosk.journal.epoch)
    kiosk.close()
    whole = file.read_bytes()
    for cut in (1, 31, 33, 200, len(whole) - 2):
        file.write_bytes(whole[:-cut])
        kiosk = booth.open()
        assert file.read_bytes() == whole
        assert kiosk.notices.now() == ()
        kiosk.close()


def test_a_new_medium_gets_everything_also_of_ended_epochs(booth: LoneKiosk, medium: Path) -> None:
    kiosk = booth.open()
    cast(booth, kiosk, 1)
    with translated(), kiosk.journal.engine.begin() as connection:
        kiosk.journal.begin_epoch(connection, Ended.FORKED)
    cast(booth, kiosk, 2)
    kiosk.close()
    shutil.rmtree(medium)
    prepare_mirror(medium)
    kiosk = booth.open()
    assert set(mirrored_epochs(medium, "v01-1")) == set(kiosk.journal.all_epochs())
    kiosk.close()


def test_a_lost_database_comes_back_from_the_mirror(booth: LoneKiosk, medium: Path) -> None:
    kiosk = booth.open()
    for person in range(6):
        cast(booth, kiosk, person)
    entries, epoch = list(kiosk.journal.entries()), kiosk.journal.epoch
    kiosk.close()
    (booth.folder / DATABASE).unlink()
    kiosk = booth.open()
    assert list(kiosk.journal.tail(0, epoch=epoch).entries) == entries
    assert kiosk.voting.spent(booth.credential(3)) == {"fgw"}
    assert kiosk.journal.epoch != epoch
    kiosk.close()


def test_a_mirror_that_cannot_be_read_stops_no_start(booth: LoneKiosk, medium: Path) -> None:
    kiosk = booth.open()
    cast(booth, kiosk, 1)
    file = mirror_file(medium, "v01-1", kiosk.journal.epoch)
    kiosk.close()
    file.unlink()
    file.mkdir()  # as unreadable as a medium with a dead sector
    kiosk = booth.open()
    cast(booth, kiosk, 2)
    assert kiosk.notices.now() == (MirrorTrouble("Is a directory"),)
    file.rmdir()
    kiosk.tend()
    assert kiosk.notices.now() == ()
    assert mirrored(medium, kiosk) == list(kiosk.journal.entries())
    kiosk.close()


def test_a_damaged_database_is_mended_without_a_mirror_that_cannot_be_read(booth: LoneKiosk, medium: Path) -> None:
    kiosk = booth.open()
    cast(booth, kiosk, 1)
    file = mirror_file(medium, "v01-1", kiosk.journal.epoch)
    kiosk.close()
    file.unlink()
    file.mkdir()
    (booth.folder / DATABASE).unlink()
    kiosk = booth.open()
    cast(booth, kiosk, 2)
    kiosk.close()


def test_other_files_on_the_medium_are_left_alone(booth: LoneKiosk, medium: Path) -> None:
    odd = medium / f"v01-1-{'z' * 32}.journal"
    odd.write_bytes(b"somebody's")
    kiosk = booth.open()
    cast(booth, kiosk, 1)
    kiosk.close()
    booth.open().close()
    assert odd.read_bytes() == b"somebody's"
