"""Ingestion: one function for every bundle, whichever way it came (DESIGN.md §7).

Verify, insert under the unique key, commit, and only then sign the acknowledgement.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Row, select, update
from sqlalchemy.engine import Connection

from kiosk.crypto.signing import SignatureRefused, VerifyKey
from kiosk.domain.canonical import EncodingError
from kiosk.domain.journal import Acknowledgement, Bundle, Outcome, chain, genesis
from sync.bundle import read_bundle, write_acknowledgement
from sync.server.database import get_facts, insert_new, reading
from sync.server.entries import Intake, Understood, printable, take_in, understand_all
from sync.server.errors import Forged, Malformed
from sync.server.forking import fork, prolongs_a_copy, rows_of
from sync.server.models import EnrolledKiosk, Epoch, StoredEntry
from sync.server.publishing import PACK_VERSION, held_salt
from sync.server.quarantine import count_parked
from sync.server.server import EPOCH, Server
from sync.server.spent_list import SpentAnswer, is_at_end, renew_epoch, spent_after
from sync.server.standing import standing
from sync.server.suggestion_rows import STATUS_VERSION

logger = logging.getLogger(__name__)

MAX_HEALTH_KEYS = 32
SEEN_EVERY_S = 30
"""A kiosk that has nothing to say moves its `seen_at` at most this often: such a contact then writes nothing."""


@dataclass(frozen=True, slots=True)
class Stand:
    """Where an epoch stands: the last seq that is stored and its hash."""

    seq: int
    head: bytes


def ingest(server: Server, data: bytes) -> bytes:
    """Take in a bundle's bytes and return the signed acknowledgement's. Raises Malformed or Forged.

    Everything the acknowledgement covers is durable before it is signed.
    """
    read = _read(server, data)
    with reading(server.engine) as connection:
        now = _sender(connection, server, read)
        answer = _answer_unchanged(connection, server, read.bundle, now)
    if answer is None:
        answer = _take_in(server, read, now.salt)
    return write_acknowledgement(answer, server.key)


@dataclass(frozen=True, slots=True)
class _Read:
    """A genuine bundle and the key that signed it."""

    bundle: Bundle
    key_id: bytes


def _take_in(server: Server, read: _Read, salt: bytes | None) -> Acknowledgement:
    """What is written of a bundle, in one transaction; its entries are read before any lock is held."""
    intake = Intake(server.campaign, read.bundle.kiosk, salt, server.now())
    ahead = understand_all(intake, rows_of(read.bundle))

    def take(connection: Connection) -> Acknowledgement:
        outcome, stand = _store(connection, read.bundle, ahead)
        _note_health(connection, server, read)
        return _acknowledge(connection, server, read.bundle, outcome, stand)

    return server.bundles.run(take)


def _read(server: Server, data: bytes) -> _Read:
    """The bundle and who signed it; nothing of the database is held while it is verified."""
    signers: list[bytes] = []

    def key_of(key_id: bytes) -> VerifyKey | None:
        signers.append(key_id)
        return server.key_of(key_id)

    try:
        bundle = read_bundle(data, key_of)
    except EncodingError as error:
        raise Malformed(error.code) from error
    except SignatureRefused as error:
        raise Forged(error.code) from error
    if not 0 <= bundle.spent_cursor < 2**63 or not bundle.first_seq < 2**62:
        raise Malformed("wrong-shape")
    return _Read(bundle, signers[0])


def _sender(connection: Connection, server: Server, read: _Read) -> Row[Any]:
    """See `standing`. Raises Forged."""
    now = standing(connection, read.key_id, read.bundle)
    if now is None:
        raise Forged("unknown-kiosk")
    if now.kiosk != read.bundle.kiosk or read.bundle.campaign != server.campaign:
        raise Forged("other-kiosk" if now.kiosk != read.bundle.kiosk else "other-campaign")
    return now


def _answer_unchanged(connection: Connection, server: Server, bundle: Bundle, now: Row[Any]) -> Acknowledgement | None:
    """The answer to a kiosk that has nothing new and was seen a moment ago; None if something must be written."""
    recent = now.seen_at is not None and 0 <= server.now() - now.seen_at < SEEN_EVERY_S
    if bundle.entries or not recent or now.health != _health(bundle):
        return None
    if now.acked_seq is None or now.frozen:
        return None
    if (now.acked_seq + 1, now.head_hash) != (bundle.first_seq, bundle.prev_hash):
        return None
    spent = SpentAnswer((), bundle.spent_cursor, lost=False)
    if not is_at_end(bundle.spent_cursor, now.last_mark, now.mark):
        spent = spent_after(connection, bundle.spent_cursor)
    if spent.lost:
        return None
    facts = _Facts(now.server_epoch, now.pack_version, now.status_version, now.parked)
    return _answer(server, bundle, Outcome.STORED, Stand(now.acked_seq, now.head_hash), spent, facts)


def _acknowledge(
    connection: Connection, server: Server, bundle: Bundle, outcome: Outcome, stand: Stand
) -> Acknowledgement:
    spent = spent_after(connection, bundle.spent_cursor)
    if spent.lost:
        logger.warning("this database is older than what kiosk %s was told: new server epoch", bundle.kiosk)
        renew_epoch(connection)
    known = get_facts(connection, EPOCH, PACK_VERSION, STATUS_VERSION)
    facts = _Facts(known[EPOCH], known[PACK_VERSION], known[STATUS_VERSION], count_parked(connection, bundle.kiosk))
    return _answer(server, bundle, outcome, stand, spent, facts)


@dataclass(frozen=True, slots=True)
class _Facts:
    """What every answer tells besides, as it is stored."""

    server_epoch: bytes
    pack_version: bytes | None
    status_version: bytes | None
    parked: int


def _answer(
    server: Server, bundle: Bundle, outcome: Outcome, stand: Stand, spent: SpentAnswer, facts: _Facts
) -> Acknowledgement:
    return Acknowledgement(
        v=1,
        campaign=server.campaign,
        kiosk=bundle.kiosk,
        epoch=bundle.epoch,
        outcome=outcome,
        acked_seq=stand.seq,
        head_hash=stand.head,
        server_epoch=facts.server_epoch,
        server_time=server.now(),
        pack_version=int.from_bytes(facts.pack_version or b"", "big"),
        status_version=int.from_bytes(facts.status_version or b"", "big"),
        spent=spent.marks,
        spent_cursor=spent.cursor,
        parked=facts.parked or None,
    )


def _store(connection: Connection, bundle: Bundle, ahead: Understood) -> tuple[Outcome, Stand]:
    row = _epoch(connection, bundle)
    stand = Stand(row.acked_seq, row.head_hash)
    salt = held_salt(connection)
    intake = ahead.intake if salt == ahead.intake.salt else replace(ahead.intake, salt=salt)
    if bundle.first_seq > stand.seq + 1 and not (row.frozen or prolongs_a_copy(connection, bundle)):
        return Outcome.GAP, stand
    if row.frozen or bundle.first_seq > stand.seq + 1 or not _continues(connection, bundle, stand):
        fork(connection, intake, bundle, row)
        return Outcome.FORK, stand
    known = stand.seq + 1 - bundle.first_seq
    if len(bundle.entries) <= known:
        return Outcome.STORED, stand
    if known or intake is not ahead.intake:  # a part was here already, or a new pack brought another salt just now
        ahead = understand_all(intake, rows_of(bundle)[known:])
    take_in(connection, ahead)
    end = Stand(stand.seq + len(ahead.stored), bundle.head_hash)
    connection.execute(
        update(Epoch)
        .where(Epoch.kiosk == bundle.kiosk, Epoch.epoch == bundle.epoch)
        .values(acked_seq=end.seq, head_hash=end.head)
    )
    return Outcome.STORED, end


def _epoch(connection: Connection, bundle: Bundle) -> Row[Any]:
    """The epoch's row, held: bundles of one kiosk are taken in one after the other."""
    start = {
        "kiosk": bundle.kiosk,
        "epoch": bundle.epoch,
        "acked_seq": 0,
        "head_hash": genesis(bundle.kiosk, bundle.epoch),
        "frozen": False,
    }
    insert_new(connection, Epoch, [start])
    return connection.execute(
        select(Epoch.__table__).where(Epoch.kiosk == bundle.kiosk, Epoch.epoch == bundle.epoch).with_for_update()
    ).one()


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


def _health(bundle: Bundle) -> dict[str, object]:
    return {
        printable(str(name)): value
        if isinstance(value, bool) or (isinstance(value, int) and abs(value) < 2**63)
        else printable(str(value), 80)
        for name, value in list(bundle.health.items())[:MAX_HEALTH_KEYS]
    }


def _note_health(connection: Connection, server: Server, read: _Read) -> None:
    connection.execute(
        update(EnrolledKiosk)
        .where(EnrolledKiosk.key_id == read.key_id)
        .values(seen_at=server.now(), health=_health(read.bundle))
    )
