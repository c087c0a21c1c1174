"""What the server holds of a kiosk when its bundle comes, all in one statement: most bundles bring nothing new."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Row, ScalarSelect, and_, bindparam, func, select
from sqlalchemy.engine import Connection

from kiosk.domain.journal import Bundle
from sync.server.models import EnrolledKiosk, Epoch, Fact, Spent, StoredEntry
from sync.server.publishing import PACK_VERSION, SALT
from sync.server.quarantine import IS_PARKED
from sync.server.server import EPOCH
from sync.server.spent_list import place_of
from sync.server.suggestion_rows import STATUS_VERSION


def _fact(name: str) -> ScalarSelect[Any]:
    return select(Fact.value).where(Fact.name == name).scalar_subquery()


_STANDING = (
    select(
        EnrolledKiosk.kiosk,
        EnrolledKiosk.seen_at,
        EnrolledKiosk.health,
        Epoch.acked_seq,
        Epoch.head_hash,
        Epoch.frozen,
        _fact(SALT).label("salt"),
        _fact(EPOCH).label("server_epoch"),
        _fact(PACK_VERSION).label("pack_version"),
        _fact(STATUS_VERSION).label("status_version"),
        select(func.max(Spent.id)).scalar_subquery().label("last_mark"),
        select(Spent.mark).where(Spent.id == bindparam("place")).scalar_subquery().label("mark"),
        select(func.count())
        .select_from(StoredEntry)
        .where(StoredEntry.kiosk == EnrolledKiosk.kiosk, IS_PARKED)
        .correlate(EnrolledKiosk)
        .scalar_subquery()
        .label("parked"),
    )
    .outerjoin(Epoch, and_(Epoch.kiosk == EnrolledKiosk.kiosk, Epoch.epoch == bindparam("epoch")))
    .where(EnrolledKiosk.key_id == bindparam("key_id"))
)


def standing(connection: Connection, key_id: bytes, bundle: Bundle) -> Row[Any] | None:
    """The enrolled kiosk of this key (kiosk, seen_at, health), None if there is none, and beside it:

    the bundle's epoch (acked_seq, head_hash, frozen), each None if it was never heard of; the facts of an answer (salt,
    server_epoch, pack_version, status_version: stored bytes or None; parked: how many); and of the list of spent marks
    its last place and the mark at the kiosk's cursor.
    """
    asked = {"key_id": key_id, "epoch": bundle.epoch, "place": place_of(bundle.spent_cursor)}
    return connection.execute(_STANDING, asked).one_or_none()
