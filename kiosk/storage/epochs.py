"""Epochs: one life of this database after another. An ended one keeps its entries and is sent to its end (ADR 20)."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import func, select, update
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.engine import Connection

from kiosk.domain.journal import EPOCH_BYTES
from kiosk.storage import settings
from kiosk.storage.errors import StorageDamaged
from kiosk.storage.models import EarlierEpoch

_ENDED = select(EarlierEpoch.__table__).order_by(EarlierEpoch.number)


class Ended(StrEnum):
    """Why an epoch ended."""

    DAMAGED = "damaged"
    RESTORED = "restored"
    FORKED = "forked"


@dataclass(frozen=True, slots=True)
class Life:
    """An epoch and how far the server has it. `why` it ended is None for the current one.

    `acked_hash` is None if the server was never heard about it.
    """

    epoch: bytes
    why: Ended | None
    acked_seq: int
    acked_hash: bytes | None
    delivered: bool


def current(connection: Connection) -> bytes:
    """The epoch that entries are added to. Raises StorageDamaged if there is none."""
    return checked(settings.get(connection, settings.EPOCH))


def checked(epoch: bytes | None) -> bytes:
    """What is stored as the current epoch. Raises StorageDamaged if that is none."""
    if epoch is None or len(epoch) != EPOCH_BYTES:
        raise StorageDamaged("no epoch")
    return epoch


def begin_first(connection: Connection) -> None:
    """Give a new database its epoch; an older one keeps its own."""
    if settings.get(connection, settings.EPOCH) is None:
        settings.put(connection, settings.EPOCH, secrets.token_bytes(EPOCH_BYTES))


def begin_next(connection: Connection, why: Ended) -> bytes:
    """End the current epoch, begin a new one, and read the server's spent marks anew; the ended one is returned."""
    ended = current(connection)
    acked = settings.get_int(connection, settings.ACKED_SEQ)
    note(connection, Life(ended, why, acked, settings.get(connection, settings.ACKED_HASH), False))
    settings.put(connection, settings.EPOCH, secrets.token_bytes(EPOCH_BYTES))
    settings.put_int(connection, settings.ACKED_SEQ, 0)
    settings.put_int(connection, settings.SPENT_CURSOR, 0)
    settings.remove(connection, settings.ACKED_HASH)
    return ended


def note(connection: Connection, earlier: Life) -> None:
    """Remember an ended epoch, after those that are known."""
    number = (connection.scalar(select(func.max(EarlierEpoch.number))) or 0) + 1
    row = {
        "number": number,
        "epoch": earlier.epoch,
        "why": earlier.why,
        "acked_seq": earlier.acked_seq,
        "acked_hash": earlier.acked_hash,
        "delivered": earlier.delivered,
    }
    connection.execute(insert(EarlierEpoch).values(row).on_conflict_do_nothing())


def earlier_epochs(connection: Connection) -> tuple[Life, ...]:
    """Ended epochs in the order in which they ended."""
    rows = connection.execute(_ENDED).all()
    return tuple(Life(r.epoch, Ended(r.why), r.acked_seq, r.acked_hash, r.delivered) for r in rows)


def find_earlier(connection: Connection, epoch: bytes) -> Life | None:
    """The ended epoch with this id, or None."""
    return next((earlier for earlier in earlier_epochs(connection) if earlier.epoch == epoch), None)


def note_acknowledged(connection: Connection, epoch: bytes, seq: int, head: bytes, delivered: bool) -> None:
    """What the server has of an ended epoch now."""
    values = {"acked_seq": seq, "acked_hash": head, "delivered": delivered}
    connection.execute(update(EarlierEpoch).where(EarlierEpoch.epoch == epoch).values(values))


def note_delivered(connection: Connection, epoch: bytes) -> None:
    """Nothing more of an ended epoch can or need be sent."""
    connection.execute(update(EarlierEpoch).where(EarlierEpoch.epoch == epoch).values(delivered=True))


def ask_again(connection: Connection) -> None:
    """The server lost something: what it has of ended epochs is open again."""
    connection.execute(update(EarlierEpoch).values(delivered=False))
