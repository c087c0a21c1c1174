"""The list of spent marks as kiosks are told it, and cursors that notice a restored server (docs/adr/0025).

A cursor is the last mark's place and its first four bytes: place << 32 | bytes. To a kiosk it is one opaque number.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.engine import Connection

from sync.server.database import get_fact, put_fact
from sync.server.models import Spent
from sync.server.server import EPOCH, EPOCH_BYTES
from sync.wire import SPENT_PER_ANSWER

_MARK_BITS = 32
_LAST_PLACE = 2**31 - 1


@dataclass(frozen=True, slots=True)
class SpentAnswer:
    """The next marks and the cursor behind them. `lost`: the cursor is of a longer list than the server has."""

    marks: tuple[bytes, ...]
    cursor: int
    lost: bool


def spent_after(connection: Connection, cursor: int) -> SpentAnswer:
    """Spent marks after a kiosk's cursor; from the start if the cursor is not one of this list."""
    place = place_of(cursor)
    last = connection.scalar(select(func.max(Spent.id))) or 0
    start = place if 0 < place <= last and _cursor_at(connection, place) == cursor else 0
    rows = connection.execute(
        select(Spent.id, Spent.mark).where(Spent.id > start).order_by(Spent.id).limit(SPENT_PER_ANSWER)
    ).all()
    unmoved = cursor if start else 0
    end = cursor_of(rows[-1].id, rows[-1].mark) if rows else unmoved
    return SpentAnswer(tuple(mark for _, mark in rows), end, last < place <= _LAST_PLACE)


def renew_epoch(connection: Connection) -> bytes:
    """A new server epoch: every kiosk reads the list of spent marks anew."""
    epoch = secrets.token_bytes(EPOCH_BYTES)
    put_fact(connection, EPOCH, epoch)
    return epoch


def server_epoch(connection: Connection) -> bytes:
    """The epoch of the server's database."""
    return get_fact(connection, EPOCH) or b""


def is_at_end(cursor: int, last: int | None, mark: bytes | None) -> bool:
    """Whether there is nothing after a cursor: `last` is the list's last place, `mark` the one at the cursor's."""
    place = place_of(cursor)
    return place == (last or 0) and cursor == (cursor_of(place, mark) if mark else 0)


def place_of(cursor: int) -> int:
    """The place in the list that a cursor is of; 0 before the first."""
    return cursor >> _MARK_BITS


def _cursor_at(connection: Connection, place: int) -> int | None:
    mark = connection.scalar(select(Spent.mark).where(Spent.id == place))
    return None if mark is None else cursor_of(place, mark)


def cursor_of(place: int, mark: bytes) -> int:
    """The cursor of a kiosk whose last mark is this one."""
    return place << _MARK_BITS | int.from_bytes(mark[:4], "big")
