"""The kiosk's SQLite database: opened so that a commit survives a power cut (DESIGN.md §7)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pysqlite3
from sqlalchemy import URL, Engine, create_engine, event, inspect
from sqlalchemy.engine import Connection
from sqlalchemy.engine.interfaces import ExceptionContext

from kiosk.storage.errors import StorageDamaged, StorageNewer, StorageTooOld, translated
from kiosk.storage.models import Base

if TYPE_CHECKING:
    from alembic.config import Config

OLDEST_SQLITE = (3, 51, 3)
"""First release with the fix of the WAL-reset corruption bug."""
BUSY_MS = 5_000
DAMAGE = ("SQLITE_CORRUPT", "SQLITE_NOTADB")
MIGRATIONS = Path(__file__).parent / "migrations"
REVISION = re.compile("[0-9]{4}")
"""What our migrations are called, rising."""
OURS = {(table.name, column.name) for table in Base.metadata.tables.values() for column in table.columns}
_COLUMNS = (
    "SELECT t.name, c.name FROM sqlite_schema AS t, pragma_table_info(t.name) AS c "
    "WHERE t.type = 'table' AND t.name NOT IN ('alembic_version', 'sqlite_sequence')"
)
HEAD = "0002"
"""The newest migration. A database that has it is opened without loading Alembic, a tenth of a start."""


class Database:
    """The open database. Every transaction goes through `begin`, so what belongs to a commit cannot be forgotten.

    `before_begin` runs before each transaction (room on the disk), `after_commit` after each commit and before
    `begin`'s block is left (the mirror). Neither may raise.
    """

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.damaged = False
        """Whether SQLite said so, on whatever lane and whoever dealt with the error, or the chain did."""
        event.listen(engine, "handle_error", self._look_for_damage)
        self.before_begin: list[Callable[[], None]] = []
        self.after_commit: list[Callable[[], None]] = []

    @contextmanager
    def begin(self) -> Iterator[Connection]:
        """One transaction. When the block has ended without an exception its writes survive kill -9 and a power cut."""
        for prepare in self.before_begin:
            prepare()
        with self.engine.begin() as connection:
            yield connection
        for follow in self.after_commit:
            follow()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One transaction that writes nothing that anything must follow."""
        with self.engine.begin() as connection:
            yield connection

    def _look_for_damage(self, context: ExceptionContext) -> None:
        name = getattr(context.original_exception, "sqlite_errorname", "")
        self.damaged = self.damaged or name.startswith(DAMAGE)

    def dispose(self) -> None:
        """Close it. Nothing waits in memory: there is nothing to flush."""
        self.engine.dispose()


def sqlite_version() -> tuple[int, ...]:
    """The version of the SQLite library in use."""
    return tuple(int(part) for part in pysqlite3.sqlite_version.split("."))


def check_sqlite(version: tuple[int, ...]) -> None:
    """Refuse a library that can lose data. Raises StorageTooOld."""
    if version < OLDEST_SQLITE:
        raise StorageTooOld(".".join(map(str, version)))


def open_database(path: Path) -> Database:
    """The migrated database at `path`, created if it is not there.

    WAL, `synchronous=FULL`, every transaction `BEGIN IMMEDIATE`. Raises StorageError.
    """
    check_sqlite(sqlite_version())
    refuse_newer(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(URL.create("sqlite", database=str(path)), module=pysqlite3)  # a ? may be in its name
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin_immediate)
    try:
        with translated():
            if _revision(engine) != HEAD:
                migrate(engine)
    except BaseException:
        engine.dispose()
        raise
    return Database(engine)


def refuse_newer(path: Path) -> None:
    """Raises StorageNewer for a database of a later version. It is read without being opened: nothing of it changes.

    What waits in its log is not seen, so a migration that is only there is found by `migrate`.
    """
    try:
        looking = pysqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
        try:
            _refuse(lambda question: looking.execute(question).fetchall())
        finally:
            looking.close()
    except pysqlite3.DatabaseError:  # none yet, or damaged: not for this function to say
        return


def _refuse(ask: Callable[[str], Iterable[Sequence[Any]]]) -> None:
    """A flipped bit can make a later number too, but not another table or column with it: then it is damage."""
    revisions = [str(row[0]) for row in ask("SELECT version_num FROM alembic_version")]
    later = [revision for revision in revisions if REVISION.fullmatch(revision) and revision > HEAD]
    if later and {(table, column) for table, column in ask(_COLUMNS)} != OURS:
        raise StorageNewer(later[0])


def migrate(engine: Engine, revision: str = "head") -> None:
    """Bring the tables to `revision`.

    Raises SQLAlchemyError, StorageNewer for a later version's tables, or StorageDamaged for a revision that none has.
    """
    from alembic import command
    from alembic.util import CommandError

    try:
        with engine.begin() as connection:
            if inspect(connection).has_table("alembic_version"):
                _refuse(lambda question: connection.exec_driver_sql(question).all())
            command.upgrade(alembic_config(connection), revision)
    except CommandError as error:  # a revision that no migration has
        raise StorageDamaged(str(error)) from error


def _revision(engine: Engine) -> str | None:
    """The migration that the database says it has; None for a new one."""
    with engine.begin() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return None
        found = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalars().all()
        return str(found[0]) if len(found) == 1 else None


def alembic_config(connection: Connection | None = None) -> Config:
    """Alembic's configuration for this database's migrations."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    return config


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
