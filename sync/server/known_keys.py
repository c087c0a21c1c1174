"""Public keys of enrolled kiosks, kept in memory once they were found: a key id never means another key."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from sqlalchemy import Engine, bindparam, select
from sqlalchemy.exc import NoResultFound

from kiosk.crypto.signing import VerifyKey
from sync.server.database import reading
from sync.server.models import EnrolledKiosk

_PUBLIC = select(EnrolledKiosk.public).where(EnrolledKiosk.key_id == bindparam("key_id"))


def known_keys(engine: Engine, most: int) -> Callable[[bytes], VerifyKey | None]:
    """Finds the key of a key id, None if no kiosk was enrolled with it: that is asked anew each time.

    Whether the kiosk is still enrolled is for the caller to see in the database; this only spares a verification it.
    """

    @lru_cache(most)
    def found(key_id: bytes) -> VerifyKey:
        with reading(engine) as connection:
            return VerifyKey(connection.execute(_PUBLIC, {"key_id": key_id}).scalar_one())

    def key_of(key_id: bytes) -> VerifyKey | None:
        try:
            return found(key_id)
        except NoResultFound:
            return None

    return key_of
