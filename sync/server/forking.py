"""Noticing a fork: two different entries under one kiosk, epoch and seq. Both copies are kept, neither is counted.

The epoch is frozen until an organiser has decided (`sync.server.forks`).
"""

from __future__ import annotations

import logging
from typing import Any

from sqlalchemy import Row, select, update
from sqlalchemy.engine import Connection

from kiosk.domain.journal import Bundle, chain, genesis
from sync.server.database import insert_new
from sync.server.entries import Gathered, Intake, take_in_gathered, understand
from sync.server.models import Epoch, ForkedEntry, StoredEntry

logger = logging.getLogger(__name__)

Place = tuple[int, bytes]
"""A seq and the hash there."""


def fork(connection: Connection, intake: Intake, bundle: Bundle, epoch: Row[Any]) -> None:
    """Keep what a bundle has that is not stored. The caller holds the epoch's row.

    Suggestions and receipts of the other copy are taken in at once: they arrived, whatever is decided. What a kiosk
    adds to a copy that is known changes nothing; a new branching off freezes the epoch, also after a decision.
    """
    copies = rows_of(bundle)
    stored, kept = _known(connection, bundle, StoredEntry), _known(connection, bundle, ForkedEntry)
    fresh = [row for row in copies if (row["seq"], row["hash"]) not in stored | kept]
    if not fresh:
        return
    insert_new(connection, ForkedEntry, fresh)
    _take_in_harmless(connection, intake, fresh)
    if (at := _branching(bundle, epoch, fresh, stored, kept)) is not None:
        _freeze(connection, bundle, epoch, at)


def prolongs_a_copy(connection: Connection, bundle: Bundle) -> bool:
    """Whether a bundle goes on where a copy that was set aside ends: then it is no gap."""
    return (bundle.first_seq - 1, bundle.prev_hash) in _known(connection, bundle, ForkedEntry)


def _known(connection: Connection, bundle: Bundle, table: type[StoredEntry | ForkedEntry]) -> set[Place]:
    first = bundle.first_seq - 1
    rows = connection.execute(
        select(table.seq, table.hash).where(
            table.kiosk == bundle.kiosk,
            table.epoch == bundle.epoch,
            table.seq.between(first, first + len(bundle.entries)),
        )
    ).all()
    return {(row.seq, row.hash) for row in rows}


def rows_of(bundle: Bundle) -> list[dict[str, Any]]:
    """A bundle's entries with their places in the journal and the chain's hashes."""
    seq, head, rows = bundle.first_seq - 1, bundle.prev_hash, []
    for entry in bundle.entries:
        seq, head = seq + 1, chain(head, entry)
        rows.append({"kiosk": bundle.kiosk, "epoch": bundle.epoch, "seq": seq, "entry": entry, "hash": head})
    return rows


def _branching(
    bundle: Bundle, epoch: Row[Any], fresh: list[dict[str, Any]], stored: set[Place], kept: set[Place]
) -> int | None:
    """The seq at which the new copies leave what is stored; None if they only prolong what is known.

    If their predecessor is unknown, they left somewhere before: then already that seq is in doubt.
    """
    first: int = fresh[0]["seq"]
    before = (first - 1, _predecessor(bundle, first))
    if before in kept or before == (epoch.acked_seq, epoch.head_hash):
        return None
    if before in stored or before == (0, genesis(bundle.kiosk, bundle.epoch)):
        return first
    return max(1, first - 1)


def _predecessor(bundle: Bundle, seq: int) -> bytes:
    head = bundle.prev_hash
    for entry in bundle.entries[: seq - bundle.first_seq]:
        head = chain(head, entry)
    return head


def _freeze(connection: Connection, bundle: Bundle, epoch: Row[Any], at: int) -> None:
    if not epoch.frozen:
        logger.warning("fork: kiosk %s, from entry %d", bundle.kiosk, at)
    undecided = epoch.forked_at is not None and epoch.kept is None
    values = {"frozen": True, "kept": None, "forked_at": min(at, epoch.forked_at) if undecided else at}
    connection.execute(update(Epoch).where(Epoch.kiosk == bundle.kiosk, Epoch.epoch == bundle.epoch).values(**values))


def _take_in_harmless(connection: Connection, intake: Intake, rows: list[dict[str, Any]]) -> None:
    gathered = Gathered()
    for row in rows:
        understand(intake, row["seq"], row["entry"], gathered)
    gathered.marks.clear()  # a rating is spent by the copy that counts
    take_in_gathered(connection, intake, gathered)
