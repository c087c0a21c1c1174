"""Backups put back, cloned disks and damaged databases, against a real server: it ends with the union, once."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import select
from worlds import World, session

from commands.backup import SERVER, restore_server
from kiosk.domain.canonical import encode
from kiosk.domain.journal import Kind, decode_entry
from kiosk.domain.receipt import receipt_code
from kiosk.services.casting import CastRefused
from kiosk.services.kiosk import DATABASE, Kiosk
from kiosk.services.notices import Forked, SetAside
from kiosk.services.restoring import back_up_kiosk, restore_kiosk
from kiosk.storage.backup import write_backup
from kiosk.storage.errors import BackupRefused
from kiosk.storage.mirror import prepare_mirror
from sync.client import SyncReport, run_once
from sync.server.models import Epoch, ForkedEntry, StoredEntry
from sync.server.server import open_server


def cast(world: World, kiosk: Kiosk, person: int) -> str:
    return kiosk.voting.cast(world.credential(person), {"fgw": 1, "jtj": 2}).receipt


def sync(kiosk: Kiosk) -> SyncReport:
    with session() as http:
        return run_once(kiosk, http)


def receipts(world: World) -> list[str]:
    """The receipts of all casts at the server, whatever became of their epoch; sorted."""
    with world.server.engine.begin() as connection:
        stored = connection.scalars(select(StoredEntry.entry)).all()
        forked = connection.scalars(select(ForkedEntry.entry)).all()
    bodies = [decode_entry(data) for data in (*stored, *forked)]
    return sorted(receipt_code(encode(entry.body)) for entry in bodies if entry.kind == Kind.CAST)


def folder_of(world: World) -> Path:
    return world.folder / "kiosk-v01-1"


def test_a_restored_kiosk_begins_a_new_epoch_and_knows_what_was_cast_since(world: World, kiosk: Kiosk) -> None:
    cast(world, kiosk, 1)
    back_up_kiosk(folder_of(world), world.folder / "backup", 0, with_content=True)
    told = [cast(world, kiosk, person) for person in (2, 3)]
    sync(kiosk)
    before = receipts(world)
    kiosk.close()
    assert restore_kiosk(world.folder / "backup", world.folder / "other") == "v01-1"
    restored = world.open_kiosk(world.folder / "other")
    assert restored.journal.epoch not in (kiosk_epoch := restored.journal.all_epochs())[:-1]
    assert len(kiosk_epoch) == 2
    assert restored.voting.spent(world.credential(2)) == frozenset()  # it cannot know before it has met the server
    report = sync(restored)
    assert (report.unsent, report.forked) == (0, False)
    assert receipts(world) == before
    assert set(told) <= set(before)
    with pytest.raises(CastRefused):
        cast(world, restored, 2)
    new = cast(world, restored, 4)
    assert sync(restored).unsent == 0
    assert receipts(world) == sorted([*before, new])
    assert sync(restored).sent == 0


def test_what_was_never_sent_before_the_backup_is_sent_by_the_restored_kiosk(world: World, kiosk: Kiosk) -> None:
    told = [cast(world, kiosk, person) for person in range(3)]
    back_up_kiosk(folder_of(world), world.folder / "backup", 0)
    kiosk.close()
    restore_kiosk(world.folder / "backup", world.folder / "other")
    restored = world.open_kiosk(world.folder / "other")
    assert sync(restored).pack == 1  # content was not in the backup
    assert receipts(world) == sorted(told)
    assert restored.journal.state().unsent == 0


def test_the_mirror_fills_in_what_a_backup_lacks(world: World, kiosk: Kiosk, tmp_path: Path) -> None:
    prepare_mirror(tmp_path / "medium")
    (folder_of(world) / "settings.toml").write_text(f'mirror = "{tmp_path / "medium"}"\n', "utf-8")
    kiosk.close()
    kiosk = world.open_kiosk(folder_of(world))
    told = [cast(world, kiosk, 1)]
    back_up_kiosk(folder_of(world), world.folder / "backup", 0, with_content=True)
    told += [cast(world, kiosk, 2), cast(world, kiosk, 3)]
    kiosk.close()
    restore_kiosk(world.folder / "backup", world.folder / "other")
    restored = world.open_kiosk(world.folder / "other")
    assert restored.voting.spent(world.credential(3)) == {"fgw", "jtj"}
    assert sync(restored).unsent == 0
    assert receipts(world) == sorted(told)


def test_a_cloned_kiosk_is_found_at_first_contact_and_nothing_of_either_is_lost(world: World, kiosk: Kiosk) -> None:
    cast(world, kiosk, 1)
    sync(kiosk)
    kiosk.close()
    shutil.copytree(folder_of(world), world.folder / "clone")
    kiosk, clone = world.open_kiosk(folder_of(world)), world.open_kiosk(world.folder / "clone")
    told = [cast(world, kiosk, 2), cast(world, clone, 3)]
    assert not sync(kiosk).forked
    assert sync(clone).forked
    assert Forked() in clone.notices.now()
    told += [cast(world, clone, 4), cast(world, kiosk, 5)]
    for _ in range(2):
        sync(clone)
        sync(kiosk)
    assert set(told) <= set(receipts(world))
    assert len(set(receipts(world))) == 5
    assert {k.journal.state().unsent for k in (kiosk, clone)} == {0}
    assert kiosk.journal.epoch != clone.journal.epoch
    with world.server.engine.begin() as connection:
        assert connection.scalars(select(Epoch.frozen)).all().count(True) == 1


def test_a_damaged_database_reaches_the_server_as_far_as_it_can_be_read(world: World, kiosk: Kiosk) -> None:
    told = [cast(world, kiosk, person) for person in range(10)]
    entries = list(kiosk.journal.entries())
    kiosk.close()
    path = folder_of(world) / DATABASE
    data = bytearray(path.read_bytes())
    data[data.index(entries[4])] ^= 1
    path.write_bytes(data)
    again = world.open_kiosk(folder_of(world))
    assert isinstance(again.notices.now()[0], SetAside)
    told.append(cast(world, again, 20))
    report = sync(again)
    assert (report.unsent, report.forked) == (0, False)
    assert receipts(world) == sorted({*told} - {told[4]})
    with world.server.engine.begin() as connection:
        assert connection.scalars(select(StoredEntry.kind).where(StoredEntry.parked)).all() == []
    assert sync(again).sent == 0


def test_a_server_restored_from_yesterday_is_refilled_by_the_kiosks(world: World, kiosk: Kiosk) -> None:
    told = [cast(world, kiosk, 1)]
    sync(kiosk)
    write_backup(world.server_folder, world.folder / "backup", SERVER, 0, with_content=True)
    told.append(cast(world, kiosk, 2))
    sync(kiosk)
    restore_server(world.folder / "backup", world.folder / "restored")
    _move_to(world, world.folder / "restored")
    with world.serving():
        _follow(kiosk, world)
        assert receipts(world) == [told[0]]
        assert sync(kiosk).unsent == 0
        assert receipts(world) == sorted(told)
        newcomer = world.new_kiosk("v02")
        sync(newcomer)
        with pytest.raises(CastRefused):
            cast(world, newcomer, 2)


def _move_to(world: World, folder: Path) -> None:
    world.server.close()
    world.server = open_server(folder, wall=lambda: world.now)


def _follow(kiosk: Kiosk, world: World) -> None:
    """The server's address stays the same in life; here it has another port."""
    object.__setattr__(kiosk.identity, "server_url", world.url)


@pytest.mark.parametrize("harm", ["changed", "removed", "added", "manifest"])
def test_a_backup_that_is_not_what_was_written_is_refused(world: World, kiosk: Kiosk, harm: str) -> None:
    backup = world.folder / "backup"
    back_up_kiosk(folder_of(world), backup, 0)
    harms: dict[str, Callable[[], object]] = {
        "changed": lambda: (backup / "files" / "identity.cbor").write_bytes(b"\xa0"),
        "removed": lambda: (backup / "files" / "kiosk.key").unlink(),
        "added": lambda: (backup / "files" / "more").touch(),
        "manifest": lambda: (backup / "backup.cbor").write_bytes(b"\xa0"),
    }
    harms[harm]()
    with pytest.raises(BackupRefused):
        restore_kiosk(backup, world.folder / "other")
    assert not (world.folder / "other").exists()


def test_a_backup_of_a_damaged_database_is_refused(world: World, kiosk: Kiosk) -> None:
    kiosk.close()
    path = folder_of(world) / DATABASE
    data = bytearray(path.read_bytes())
    data[4096 : 8 * 4096] = bytes(7 * 4096)
    path.write_bytes(data)
    with pytest.raises(BackupRefused):
        back_up_kiosk(folder_of(world), world.folder / "backup", 0)
    assert not (world.folder / "backup").exists()


def test_nothing_is_written_over(world: World, kiosk: Kiosk) -> None:
    back_up_kiosk(folder_of(world), world.folder / "backup", 0)
    with pytest.raises(BackupRefused):
        back_up_kiosk(folder_of(world), world.folder / "backup", 0)
    with pytest.raises(BackupRefused):
        restore_kiosk(world.folder / "backup", folder_of(world))


def test_a_backup_is_whole_while_people_vote(world: World, kiosk: Kiosk) -> None:
    for person in range(20):
        cast(world, kiosk, person)
        to = world.folder / f"backup-{person}"
        back_up_kiosk(folder_of(world), to, 0)
        assert (to / "files" / "kiosk.key").stat().st_mode & 0o077 == 0
    restore_kiosk(world.folder / "backup-9", world.folder / "other")
    restored = world.open_kiosk(world.folder / "other")
    kinds = [decode_entry(entry).kind for entry in restored.journal.entries()]
    assert kinds.count(Kind.CAST) == 10
