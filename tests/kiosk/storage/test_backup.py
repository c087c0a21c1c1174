"""Backups: what is wrong is told apart, and nothing half-made with private keys in it stays behind."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from kiosk.storage.backup import Layout, copy_database, unpacked, write_backup
from kiosk.storage.errors import BackupRefused

LAYOUT = Layout("server", "x.sqlite3", "blobs")


class Stopped(Exception):
    """The work on the copy could not be finished."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "folder"
    made.mkdir()
    (made / "server.key").write_bytes(b"k" * 32)
    database = sqlite3.connect(made / LAYOUT.database)
    database.execute("CREATE TABLE t (x)")
    database.executemany("INSERT INTO t VALUES (?)", [("y" * 500,)] * 100)
    database.commit()
    database.close()
    return made


@pytest.fixture
def backup(folder: Path, tmp_path: Path) -> Path:
    write_backup(folder, tmp_path / "backup", LAYOUT, 0, with_content=False)
    return tmp_path / "backup"


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_what_cannot_be_finished_leaves_no_copy_behind_whoever_unpacks_it(backup: Path, tmp_path: Path) -> None:
    before = names(tmp_path)
    with pytest.raises(Stopped), unpacked(backup, tmp_path / "again", LAYOUT) as part:
        assert (part / "server.key").exists()
        raise Stopped
    assert names(tmp_path) == before


def test_an_empty_folder_may_be_named_from_inside(
    backup: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "again").mkdir()
    monkeypatch.chdir(tmp_path / "again")
    with unpacked(backup, Path(), LAYOUT):
        pass
    assert names(tmp_path / "again") == {"server.key", LAYOUT.database}


@pytest.mark.parametrize("harm", [b"\xa5" * 8192, b""], ids=["no database", "pages lost"])
def test_a_damaged_database_is_not_called_a_bad_copy(folder: Path, tmp_path: Path, harm: bytes) -> None:
    path = folder / LAYOUT.database
    path.write_bytes(harm or path.read_bytes()[:4096] + bytes(path.stat().st_size - 4096))
    with pytest.raises(BackupRefused, match="database-damaged"):
        write_backup(folder, tmp_path / "backup", LAYOUT, 0, with_content=False)
    assert names(tmp_path) == {"folder"}


def test_folders_of_keys_stay_private(folder: Path, tmp_path: Path) -> None:
    (folder / "keys" / "old").mkdir(parents=True, mode=0o700)
    (folder / "keys" / "old" / "key").touch(mode=0o600)
    (folder / "keys").chmod(0o500)
    write_backup(folder, tmp_path / "backup", LAYOUT, 0, with_content=False)
    with unpacked(tmp_path / "backup", tmp_path / "again", LAYOUT):
        pass
    for path in ("keys", "keys/old", "keys/old/key"):
        assert (tmp_path / "again" / path).stat().st_mode & 0o077 == 0
    assert (tmp_path / "again" / "keys").stat().st_mode & 0o777 == 0o700


def test_a_whole_disk_is_no_new_folder(backup: Path) -> None:
    with pytest.raises(BackupRefused, match="restore-mount"), unpacked(backup, Path("/proc"), LAYOUT):
        pass


def test_a_copy_that_cannot_be_written_names_the_file(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "copy").mkdir()  # permissions do not stop the tests' user; a folder in the way does
    with pytest.raises(OSError, match="copy"):
        copy_database(folder / LAYOUT.database, tmp_path / "copy")
