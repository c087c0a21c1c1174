"""Small facts kept in the database, each typed and with its default in one place.

A stored value ends with CRC-32 over its name and itself: a flipped epoch or time floor would otherwise look like
another good one, because SQLite checks its structure and not its values.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping

from sqlalchemy import delete, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.engine import Connection

from kiosk.storage.errors import StorageDamaged
from kiosk.storage.models import Setting

EPOCH = "epoch"
ACKED_SEQ = "acked_seq"
ACKED_HASH = "acked_hash"
TIME_FLOOR = "time_floor"
SPENT_CURSOR = "spent_cursor"
SERVER_EPOCH = "server_epoch"
LAST_CONTACT = "last_contact"
FORK_NOTED = "fork_noted"
PARKED = "parked"
"""This kiosk's entries in the server's quarantine, by its last answer."""
SUSPECT = "suspect"
"""The journal was found damaged while running: the next start reads all of it."""
RESPEND = "respend"
"""Spent marks must be taken from the casts in the journal: the table they were in was damaged."""
DAY_CLOSED = "day_closed"
"""1 from closing the day until it is opened again."""

_CHECK = 4
_ALL = select(Setting.name, Setting.value)
_INSERT = insert(Setting)
_PUT = _INSERT.on_conflict_do_update(index_elements=["name"], set_={"value": _INSERT.excluded.value})


def get(connection: Connection, name: str) -> bytes | None:
    """The stored bytes, or None. Raises StorageDamaged if they are not what was stored."""
    stored = connection.scalar(select(Setting.value).where(Setting.name == name))
    return None if stored is None else opened(name, stored)


def several(connection: Connection, *names: str) -> dict[str, bytes]:
    """Those of some facts that are there, in one query. Raises StorageDamaged if one is not what was stored.

    It reads all there are: a dozen, which costs less than to name some of them.
    """
    return {name: opened(name, stored) for name, stored in connection.execute(_ALL).all() if name in names}


def put(connection: Connection, name: str, value: bytes) -> None:
    """Store bytes under a name."""
    put_changed(connection, {}, {name: value})


def put_changed(connection: Connection, before: Mapping[str, bytes], now: Mapping[str, bytes]) -> None:
    """Store those facts that are not what they were `before`."""
    changed = [
        {"name": name, "value": checked(name, value)} for name, value in now.items() if before.get(name) != value
    ]
    if changed:
        connection.execute(_PUT, changed)


def remove(connection: Connection, name: str) -> None:
    """Forget a fact."""
    connection.execute(delete(Setting).where(Setting.name == name))


def get_int(connection: Connection, name: str, default: int = 0) -> int:
    """The stored integer, or `default`."""
    return as_int(get(connection, name), default)


def put_int(connection: Connection, name: str, value: int) -> None:
    """Store an integer."""
    put(connection, name, from_int(value))


def as_int(value: bytes | None, default: int = 0) -> int:
    """A stored integer, or `default`."""
    return default if value is None else int.from_bytes(value, "big", signed=True)


def from_int(value: int) -> bytes:
    """An integer as it is stored."""
    return value.to_bytes(8, "big", signed=True)


def checked(name: str, value: bytes) -> bytes:
    """A value as it is stored."""
    return value + zlib.crc32(name.encode() + value).to_bytes(_CHECK, "big")


def opened(name: str, stored: bytes) -> bytes:
    """What `checked` was given. Raises StorageDamaged."""
    value = stored[:-_CHECK]
    if checked(name, value) != stored:
        raise StorageDamaged(f"setting {name}")
    return value
