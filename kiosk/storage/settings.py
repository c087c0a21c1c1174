"""Small facts kept in the database, each typed and with its default in one place."""

from __future__ import annotations

from sqlalchemy import delete, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.engine import Connection

from kiosk.storage.models import Setting

EPOCH = "epoch"
ACKED_SEQ = "acked_seq"
TIME_FLOOR = "time_floor"
SPENT_CURSOR = "spent_cursor"
SERVER_EPOCH = "server_epoch"
LAST_CONTACT = "last_contact"
FORK_NOTED = "fork_noted"


def get(connection: Connection, name: str) -> bytes | None:
    """The stored bytes, or None."""
    return connection.scalar(select(Setting.value).where(Setting.name == name))


def put(connection: Connection, name: str, value: bytes) -> None:
    """Store bytes under a name."""
    row = insert(Setting).values(name=name, value=value)
    connection.execute(row.on_conflict_do_update(index_elements=["name"], set_={"value": value}))


def remove(connection: Connection, name: str) -> None:
    """Forget a fact."""
    connection.execute(delete(Setting).where(Setting.name == name))


def get_int(connection: Connection, name: str, default: int = 0) -> int:
    """The stored integer, or `default`."""
    value = get(connection, name)
    return default if value is None else int.from_bytes(value, "big", signed=True)


def put_int(connection: Connection, name: str, value: int) -> None:
    """Store an integer."""
    put(connection, name, value.to_bytes(8, "big", signed=True))
