"""Ingestion: one function for every bundle, whichever way it came (DESIGN.md §7).

Verify, insert under the unique key, commit, and only then sign the acknowledgement.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select, update
from sqlalchemy.engine import Connection

from kiosk.crypto.signing import SignatureRefused, VerifyKey
from kiosk.domain.canonical import EncodingError
from kiosk.domain.journal import Acknowledgement, Bundle, Outcome, chain, genesis
from sync.bundle import read_bundle, write_acknowledgement
from sync.server.database import get_fact, get_number, insert_new
from sync.server.entries import Intake, take_in
from sync.server.errors import Forged, Malformed
from sync.server.models import EnrolledKiosk, Epoch, ForkedEntry, Spent, StoredEntry
from sync.server.publishing import PACK_VERSION, SALT
from sync.server.server import Server
from sync.server.suggestions import STATUS_VERSION, today
from sync.wire import SPENT_PER_ANSWER

logger = logging.getLogger(__name__)

MAX_HEALTH_KEYS = 32


@dataclass(frozen=True, slots=True)
class Stand:
    """Where an epoch stands: the last seq that is stored and its hash."""

    seq: int
    head: bytes


def ingest(server: Server, data: bytes) -> bytes:
    """Take in a bundle's bytes and return the signed acknowledgement's. Raises Malformed or Forged.

    Everything the acknowledgement covers is durable before it is signed.
    """
    found: dict[bytes, Any] = {}
    with server.engine.begin() as connection:

        def key_of(key_id: bytes) -> VerifyKey | None:
            row = connection.execute(
                select(EnrolledKiosk.key_id, EnrolledKiosk.public, EnrolledKiosk.kiosk).where(
                    EnrolledKiosk.key_id == key_id
                )
            ).one_or_none()
            if row is None:
                return None
            found[key_id] = row
            return VerifyKey(row.public)

        try:
            bundle = read_bundle(data, key_of)
        except EncodingError as error:
            raise Malformed(error.code) from error
        except SignatureRefused as error:
            raise Forged(error.code) from error
        (row,) = found.values()
        if row.kiosk != bundle.kiosk or bundle.campaign != server.campaign:
            raise Forged("other-kiosk" if row.kiosk != bundle.kiosk else "other-campaign")
        outcome, stand = _store(connection, server, bundle)
        _note_health(connection, server, row.key_id, bundle)
        spent, cursor = _spent_after(connection, bundle.spent_cursor)
        versions = get_number(connection, PACK_VERSION), get_number(connection, STATUS_VERSION)
    acknowledgement = Acknowledgement(
        v=1,
        campaign=server.campaign,
        kiosk=bundle.kiosk,
        epoch=bundle.epoch,
        outcome=outcome,
        acked_seq=stand.seq,
        head_hash=stand.head,
        server_epoch=server.epoch,
        server_time=server.now(),
        pack_version=versions[0],
        status_version=versions[1],
        spent=spent,
        spent_cursor=cursor,
    )
    return write_acknowledgement(acknowledgement, server.key)


def _store(connection: Connection, server: Server, bundle: Bundle) -> tuple[Outcome, Stand]:
    start = {
        "kiosk": bundle.kiosk,
        "epoch": bundle.epoch,
        "acked_seq": 0,
        "head_hash": genesis(bundle.kiosk, bundle.epoch),
        "frozen": False,
    }
    insert_new(connection, Epoch, [start])
    row = connection.execute(
        select(Epoch.__table__).where(Epoch.kiosk == bundle.kiosk, Epoch.epoch == bundle.epoch).with_for_update()
    ).one()
    stand = Stand(row.acked_seq, row.head_hash)
    if bundle.first_seq > stand.seq + 1:
        return Outcome.GAP, stand
    if row.frozen or not _continues(connection, bundle, stand):
        _freeze(connection, bundle)
        return Outcome.FORK, stand
    fresh = bundle.entries[stand.seq + 1 - bundle.first_seq :]
    if not fresh:
        return Outcome.STORED, stand
    rows, seq, head = [], stand.seq, stand.head
    for entry in fresh:
        seq, head = seq + 1, chain(head, entry)
        rows.append({"kiosk": bundle.kiosk, "epoch": bundle.epoch, "seq": seq, "entry": entry, "hash": head})
    intake = Intake(server.campaign, bundle.kiosk, get_fact(connection, SALT), today(server.now()))
    take_in(connection, intake, rows)
    connection.execute(
        update(Epoch)
        .where(Epoch.kiosk == bundle.kiosk, Epoch.epoch == bundle.epoch)
        .values(acked_seq=seq, head_hash=head)
    )
    return Outcome.STORED, Stand(seq, head)


def _continues(connection: Connection, bundle: Bundle, stand: Stand) -> bool:
    """Whether the part of the bundle that is already here is the same, and the rest joins on."""
    seq, head = bundle.first_seq - 1, bundle.prev_hash
    known = _hashes(connection, bundle, seq, stand)
    if known.get(seq) != head:
        return False
    for entry in bundle.entries:
        seq, head = seq + 1, chain(head, entry)
        if seq > stand.seq:
            return True
        if known.get(seq) != head:
            return False
    return True


def _hashes(connection: Connection, bundle: Bundle, first: int, stand: Stand) -> dict[int, bytes]:
    if first == stand.seq:
        return {stand.seq: stand.head}
    known = {0: genesis(bundle.kiosk, bundle.epoch)}
    rows = connection.execute(
        select(StoredEntry.seq, StoredEntry.hash).where(
            StoredEntry.kiosk == bundle.kiosk,
            StoredEntry.epoch == bundle.epoch,
            StoredEntry.seq.between(first, first + len(bundle.entries)),
        )
    )
    known.update(rows.all())
    return known


def _freeze(connection: Connection, bundle: Bundle) -> None:
    """Keep the other copy and take nothing more into this epoch until an organiser has looked."""
    logger.warning("fork: kiosk %s, entries from %d", bundle.kiosk, bundle.first_seq)
    seq, head, rows = bundle.first_seq - 1, bundle.prev_hash, []
    for entry in bundle.entries:
        seq, head = seq + 1, chain(head, entry)
        rows.append({"kiosk": bundle.kiosk, "epoch": bundle.epoch, "seq": seq, "entry": entry, "hash": head})
    insert_new(connection, ForkedEntry, rows)
    connection.execute(
        update(Epoch).where(Epoch.kiosk == bundle.kiosk, Epoch.epoch == bundle.epoch).values(frozen=True)
    )


def _note_health(connection: Connection, server: Server, key_id: bytes, bundle: Bundle) -> None:
    health = {
        str(name)[:40]: value if isinstance(value, (int, bool)) else str(value)[:80]
        for name, value in list(bundle.health.items())[:MAX_HEALTH_KEYS]
    }
    connection.execute(
        update(EnrolledKiosk).where(EnrolledKiosk.key_id == key_id).values(seen_at=server.now(), health=health)
    )


def _spent_after(connection: Connection, cursor: int) -> tuple[tuple[bytes, ...], int]:
    """Spent marks after a kiosk's cursor. A cursor beyond the list is from a database that was restored since."""
    last = connection.scalar(select(func.max(Spent.id))) or 0
    if cursor > last:
        cursor = 0
    rows = connection.execute(
        select(Spent.id, Spent.mark).where(Spent.id > cursor).order_by(Spent.id).limit(SPENT_PER_ANSWER)
    ).all()
    return tuple(row.mark for row in rows), rows[-1].id if rows else cursor
