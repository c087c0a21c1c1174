"""Migrations: the head is what the models say, and an older database keeps its data."""

from __future__ import annotations

from pathlib import Path

import pysqlite3
import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine

from kiosk.domain.journal import chain, encode_entry, genesis
from kiosk.storage import settings
from kiosk.storage.checking import verify_journal
from kiosk.storage.database import (
    HEAD,
    alembic_config,
    check_sqlite,
    migrate,
    open_database,
    refuse_newer,
    sqlite_version,
)
from kiosk.storage.errors import StorageDamaged, StorageNewer, StorageTooOld
from kiosk.storage.journal import Journal
from kiosk.storage.models import Base


def test_the_head_is_what_the_models_say(tmp_path: Path) -> None:
    database = open_database(tmp_path / "kiosk.sqlite3")
    with database.reading() as connection:
        assert compare_metadata(MigrationContext.configure(connection), Base.metadata) == []
    database.dispose()


def test_there_is_one_line_of_migrations() -> None:
    script = ScriptDirectory.from_config(alembic_config())
    assert script.get_heads() == [HEAD]
    assert [revision.revision for revision in script.walk_revisions()] == ["0002", "0001"]


def test_a_database_of_the_first_version_keeps_its_journal_and_settings(tmp_path: Path) -> None:
    path = tmp_path / "kiosk.sqlite3"
    epoch, entry = b"e" * 16, encode_entry(1, "opinion", {"problem": 1, "verdict": "answered"})
    engine = create_engine(f"sqlite:///{path}", module=pysqlite3)
    migrate(engine, "0001")
    with engine.begin() as connection:
        row = (epoch, 1, entry, chain(genesis("v01-1", epoch), entry))
        connection.exec_driver_sql("INSERT INTO journal VALUES (?, ?, ?, ?)", row)
        facts = [("epoch", epoch), ("time_floor", (77).to_bytes(8, "big"))]
        connection.exec_driver_sql("INSERT INTO setting VALUES (?, ?)", facts)
        connection.exec_driver_sql("INSERT INTO spent VALUES (?)", (b"m" * 16,))
    engine.dispose()
    database = open_database(path)
    journal = Journal(database, "v01-1")
    assert (journal.epoch, journal.time_floor(), journal.state().head_seq) == (epoch, 77, 1)
    verify_journal(database, "v01-1")
    database.dispose()
    assert open_twice(path) == epoch


def open_twice(path: Path) -> bytes:
    database = open_database(path)
    with database.reading() as connection:
        epoch = settings.get(connection, settings.EPOCH)
    database.dispose()
    assert epoch is not None
    return epoch


def changed(path: Path, *statements: str) -> None:
    """As a later version, or a flipped bit, may leave a database."""
    open_database(path).dispose()
    connection = pysqlite3.connect(str(path))
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()


LATER = "UPDATE alembic_version SET version_num = '0003'"


@pytest.mark.parametrize("change", ["CREATE TABLE more (id INTEGER)", "ALTER TABLE journal ADD COLUMN more BLOB"])
def test_a_database_of_a_later_version_is_not_touched(tmp_path: Path, change: str) -> None:
    path = tmp_path / "a folder?" / "kiosk.sqlite3"
    changed(path, LATER, change)
    before = {file.name: file.read_bytes() for file in path.parent.iterdir()}
    with pytest.raises(StorageNewer, match="0003"):
        open_database(path)
    assert {file.name: file.read_bytes() for file in path.parent.iterdir()} == before


def test_looking_for_a_later_version_makes_no_file(tmp_path: Path) -> None:
    refuse_newer(tmp_path / "kiosk.sqlite3")
    assert list(tmp_path.iterdir()) == []


def test_a_later_migration_that_is_only_in_the_log_is_seen_too(tmp_path: Path) -> None:
    path = tmp_path / "kiosk.sqlite3"
    open_database(path).dispose()
    connection = pysqlite3.connect(str(path), isolation_level=None)
    connection.execute("PRAGMA wal_autocheckpoint = 0")
    connection.execute("CREATE TABLE more (id INTEGER)")
    connection.execute(LATER)
    with pytest.raises(StorageNewer, match="0003"):
        open_database(path)
    connection.close()


@pytest.mark.parametrize("revision", ["0042", "wxyz"])
def test_a_later_number_without_a_later_table_is_damage(tmp_path: Path, revision: str) -> None:
    path = tmp_path / "kiosk.sqlite3"
    changed(path, f"UPDATE alembic_version SET version_num = '{revision}'")
    with pytest.raises(StorageDamaged, match=revision):
        open_database(path)


def test_an_sqlite_that_can_lose_data_is_refused() -> None:
    for version in ((3, 40, 1), (3, 51, 2)):
        with pytest.raises(StorageTooOld):
            check_sqlite(version)
    check_sqlite((3, 51, 3))
    check_sqlite(sqlite_version())


def test_a_commit_is_on_the_disk_before_it_returns(tmp_path: Path) -> None:
    database = open_database(tmp_path / "kiosk.sqlite3")
    with database.engine.connect() as connection:
        pragmas = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "secure_delete", "temp_store", "foreign_keys")
        }
    assert pragmas == {"journal_mode": "wal", "synchronous": 2, "secure_delete": 1, "temp_store": 2, "foreign_keys": 1}
    database.dispose()
