"""The kiosk's SQLite database: opened so that a commit survives a power cut (DESIGN.md §7)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pysqlite3
from alembic import command
from alembic.config import Config
from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import Connection

from kiosk.storage.errors import StorageTooOld, translated

OLDEST_SQLITE = (3, 51, 3)
"""First release with the fix of the WAL-reset corruption bug."""
BUSY_MS = 5_000
MIGRATIONS = Path(__file__).parent / "migrations"


def sqlite_version() -> tuple[int, ...]:
    """The version of the SQLite library in use."""
    return tuple(int(part) for part in pysqlite3.sqlite_version.split("."))


def open_database(path: Path) -> Engine:
    """An engine on the migrated database at `path`, created if it is not there.

    WAL, `synchronous=FULL`, every transaction `BEGIN IMMEDIATE`: when a `with engine.begin()` block has ended
    without an exception, its writes survive kill -9 and a power cut. Raises StorageError.
    """
    if sqlite_version() < OLDEST_SQLITE:
        raise StorageTooOld(pysqlite3.sqlite_version)
    path.parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(f"sqlite:///{path}", module=pysqlite3)
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin_immediate)
    with translated():
        migrate(engine)
    return engine


def migrate(engine: Engine, revision: str = "head") -> None:
    """Bring the tables to `revision`."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, revision)


def _prepare(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # SQLAlchemy begins, not the driver
    for pragma in (
        "journal_mode=WAL",
        "synchronous=FULL",
        f"busy_timeout={BUSY_MS}",
        "foreign_keys=ON",
        "secure_delete=ON",
        "temp_store=MEMORY",  # nothing of a transaction may land in a temporary file
    ):
        connection.execute(f"PRAGMA {pragma}").close()


def _begin_immediate(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")
