"""How many wrong enrolment codes one address may try. Kept in the database, so that all processes count together."""

from __future__ import annotations

import hashlib

from sqlalchemy import delete, or_, select, update

from sync.server.database import insert_new, reading
from sync.server.errors import TooMany
from sync.server.models import WrongCode
from sync.server.server import Server

MOST_WRONG = 10
WINDOW_S = 600


def check_patience(server: Server, address: str) -> None:
    """Raises TooMany for an address that tried too many wrong codes within the window."""
    with reading(server.engine) as connection:
        row = connection.execute(
            select(WrongCode.since, WrongCode.tries).where(WrongCode.address == _hash(server, address))
        ).one_or_none()
    if row is None or row.tries < MOST_WRONG:
        return
    left = row.since + WINDOW_S - server.now()
    if 0 < left <= WINDOW_S:  # more is left where this machine's clock was ahead
        raise TooMany("too-many-codes", left)


def note_wrong_code(server: Server, address: str) -> None:
    """One more. Windows that are over are forgotten."""
    key, now = _hash(server, address), server.now()
    with server.engine.begin() as connection:
        connection.execute(delete(WrongCode).where(or_(WrongCode.since <= now - WINDOW_S, WrongCode.since > now)))
        insert_new(connection, WrongCode, [{"address": key, "since": now, "tries": 0}])
        connection.execute(update(WrongCode).where(WrongCode.address == key).values(tries=WrongCode.tries + 1))


def _hash(server: Server, address: str) -> bytes:
    """Addresses are not kept: a keyed hash is enough to count."""
    return hashlib.blake2b(address.encode(), key=server.token.encode()[:64], digest_size=16).digest()
