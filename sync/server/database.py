"""The server's database: SQLite as the embedded default, PostgreSQL where several processes serve."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pysqlite3
from alembic import command
from alembic.config import Config
from alembic.util import CommandError
from sqlalchemy import Engine, Table, create_engine, event, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import URL, Connection, make_url
from sqlalchemy.exc import ArgumentError

from sync.server.errors import DatabaseEncoding, DatabaseNewer
from sync.server.models import Fact

MIGRATIONS = Path(__file__).parent / "migrations"
BUSY_MS = 15_000
CONNECT_S = 10
SILENT_MS = 30_000
"""How long what was sent to PostgreSQL's machine may stay unconfirmed; what the address itself says comes first."""
CHECKPOINT_PAGES = 4_000
"""The log grows to 16 MB before its pages go to their places: marks lie everywhere, so a page is written there once
for many bundles instead of once for a few."""
CACHE_KB = 65_536
"""Of each connection, at most."""
_DRIVERS = ("sqlite", "sqlite+pysqlite", "postgresql", "postgresql+psycopg")
_NO_FILE = (None, "", ":memory:")
_READS = "sanmin_reads"
_READING = {_READS: True}


def open_database(url: str | URL) -> Engine:
    """A migrated engine. `url` is SQLAlchemy's: `sqlite:////path` or `postgresql+psycopg://…`.

    A committed transaction survives kill -9 and a power cut. Raises SQLAlchemyError, DatabaseNewer or DatabaseEncoding.
    """
    place = _checked(url)
    if place.get_backend_name() == "sqlite":
        engine = create_engine(place, module=pysqlite3, hide_parameters=True)
        event.listen(engine, "connect", _prepare)
        event.listen(engine, "begin", _begin)
    else:
        engine = create_engine(_impatient(place), pool_pre_ping=True, hide_parameters=True)
    try:
        _check_encoding(engine)
        migrate(engine)
    except BaseException:
        engine.dispose()
        raise
    return engine


def sqlite_at(path: Path) -> URL:
    """The address of a file, whatever is in its name: in a text, `?` would begin something else."""
    return URL.create("sqlite", database=str(path.resolve()))


def _impatient(place: URL) -> URL:
    """A machine that lost its power says nothing: without limits every request would wait for it for many minutes."""
    patience = {"connect_timeout": str(CONNECT_S), "tcp_user_timeout": str(SILENT_MS), "client_encoding": "utf8"}
    return place.set(drivername="postgresql+psycopg", query={**patience, **place.query})


def _checked(url: str | URL) -> URL:
    """Raises ArgumentError, also for SQLite without a file: it would forget everything when the process ends."""
    try:
        place = make_url(url)
    except ValueError as error:  # a port that is no number
        raise ArgumentError("not a URL") from error
    kind = place.get_backend_name()
    if place.drivername not in _DRIVERS or (kind == "sqlite" and (place.query or place.database in _NO_FILE)):
        raise ArgumentError("neither a file of SQLite nor PostgreSQL")
    return place


def _check_encoding(engine: Engine) -> None:
    """Raises DatabaseEncoding for a PostgreSQL that would refuse some characters, or take any bytes for text."""
    if engine.dialect.name != "postgresql":
        return
    with engine.connect() as connection:
        encoding = connection.exec_driver_sql("SHOW server_encoding").scalar_one()
    if encoding != "UTF8":
        raise DatabaseEncoding(encoding)


def migrate(engine: Engine, revision: str = "head") -> None:
    """Bring the tables to `revision`. Raises DatabaseNewer if a version later than this one has been there."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        try:
            command.upgrade(config, revision)
        except CommandError as error:  # a migration that this version does not have
            raise DatabaseNewer(str(error)) from error


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A transaction that only reads: on SQLite it neither waits for the writer nor makes it wait."""
    with engine.connect().execution_options(**_READING) as connection, connection.begin():
        yield connection


@contextmanager
def snapshot(engine: Engine) -> Iterator[Connection]:
    """`reading` of one moment, however many statements: PostgreSQL else shows each what was committed before it."""
    options = _READING if engine.dialect.name == "sqlite" else {**_READING, "isolation_level": "REPEATABLE READ"}
    with engine.connect().execution_options(**options) as connection, connection.begin():
        yield connection


def lock(connection: Connection, name: str) -> None:
    """From here to the end of the transaction nobody else holds `name`: what follows is in the order of commits.

    Without it PostgreSQL could hand out a lower id that becomes visible after a higher one was told to a kiosk.
    """
    insert_new(connection, Fact, [{"name": name, "value": b""}])
    connection.execute(select(Fact.value).where(Fact.name == name).with_for_update())


def insert_new(connection: Connection, table: Any, rows: Sequence[Mapping[str, object]]) -> None:
    """Insert rows; those whose key is there already are left as they are."""
    if not rows:
        return
    target: Table = table.__table__
    dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
    connection.execute(dialect.insert(target).on_conflict_do_nothing(), list(rows))


def add_new(connection: Connection, table: Any, columns: Sequence[str], rows: Sequence[tuple[object, ...]]) -> None:
    """`insert_new` for many rows: values go to the driver as they are, in the order of `columns`.

    PostgreSQL gets them as arrays in one statement, SQLite one after the other.
    """
    if not rows:
        return
    target: Table = table.__table__
    start, end = f"INSERT INTO {target.name} ({', '.join(columns)})", "ON CONFLICT DO NOTHING"
    if connection.dialect.name == "postgresql":
        arrays = ", ".join(f"%s::{target.c[name].type.compile(connection.dialect)}[]" for name in columns)
        values = tuple(map(list, zip(*rows, strict=True)))
        connection.exec_driver_sql(f"{start} SELECT * FROM unnest({arrays}) {end}", values)
    else:
        connection.exec_driver_sql(f"{start} VALUES ({', '.join('?' * len(columns))}) {end}", list(rows))


def get_fact(connection: Connection, name: str) -> bytes | None:
    """A stored fact, or None."""
    return connection.scalar(select(Fact.value).where(Fact.name == name))


def get_facts(connection: Connection, *names: str) -> dict[str, bytes]:
    """Several facts in one query; b"" for those that are not there."""
    rows = connection.execute(select(Fact.name, Fact.value).where(Fact.name.in_(names))).all()
    return dict.fromkeys(names, b"") | {row.name: row.value for row in rows}


def put_fact(connection: Connection, name: str, value: bytes) -> None:
    """Store a fact."""
    target: Any = Fact.__table__
    dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
    row = dialect.insert(target).values(name=name, value=value)
    connection.execute(row.on_conflict_do_update(index_elements=["name"], set_={"value": value}))


def get_number(connection: Connection, name: str) -> int:
    """A stored number, 0 if there is none."""
    return int.from_bytes(get_fact(connection, name) or b"", "big")


def put_number(connection: Connection, name: str, value: int) -> None:
    """Store a number, 0 or more."""
    put_fact(connection, name, value.to_bytes(8, "big"))


def _prepare(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # SQLAlchemy begins, not the driver
    for pragma in (
        "journal_mode=WAL",
        "synchronous=FULL",
        f"busy_timeout={BUSY_MS}",
        "foreign_keys=ON",
        f"wal_autocheckpoint={CHECKPOINT_PAGES}",
        f"cache_size=-{CACHE_KB}",
    ):
        connection.execute(f"PRAGMA {pragma}").close()


def _begin(connection: Connection) -> None:
    """Writers take the lock at once, so that no transaction fails half-way because another one was quicker."""
    reads = connection.get_execution_options().get(_READS)
    connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")
