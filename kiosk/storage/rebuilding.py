"""A new database, in a new epoch, from what was salvaged of an old one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pysqlite3
from sqlalchemy import Table
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.engine import Connection

from kiosk.domain.journal import Kind, decode_entry
from kiosk.storage import epochs, settings
from kiosk.storage.database import open_database
from kiosk.storage.epochs import Ended, Life
from kiosk.storage.errors import translated
from kiosk.storage.journal import Journal
from kiosk.storage.models import Attended, JournalRow, PinTries, SpentMark
from kiosk.storage.salvage import Chain, Salvaged, longest_chain

_CARRIED = (settings.TIME_FLOOR, settings.LAST_CONTACT, settings.FORK_NOTED, settings.DAY_CLOSED)


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """How many entries kept their place, how many were recorded again, which (epoch, seq, entry) nothing proves,
    how many are known to be lost.
    """

    kept: int
    again: int
    rest: tuple[tuple[bytes, int, bytes], ...]
    lost: int


def rebuild(path: Path, kiosk: str, found: Salvaged, why: Ended) -> Rebuilt:
    """Write a complete database to `path`, which must not exist; it is one file and durable on return.

    Entries that the chain proves keep their epoch. Intact ones beyond a hole are recorded again in the new epoch, with
    the same body and so the same receipt; the rest go there as rescued ones. Raises StorageError.
    """
    chains = {life: _chain(kiosk, life, found) for life in _lives(found, why)}
    again = [decode_entry(link.entry) for chain in chains.values() for link in chain.intact]
    rest = tuple((life.epoch, link.seq, link.entry) for life, chain in chains.items() for link in chain.rest)
    database = open_database(path)
    try:
        journal = Journal(database, kiosk)
        with translated(), database.begin() as connection:
            for life, chain in chains.items():
                _keep_epoch(connection, life, chain)
            _keep_tables(connection, found)
            body = {"act": "new-epoch", "why": why.value}
            journal.append(connection, Kind.STAFF, body | ({"previous": list(chains)[-1].epoch} if chains else {}))
            for entry in again:
                journal.append(connection, entry.kind, entry.body)
            for epoch, seq, data in rest:
                journal.append(connection, Kind.RESCUED, {"epoch": epoch, "seq": seq, "entry": data})
    finally:
        database.dispose()
    _fold_log(path)
    kept = sum(len(chain.links) for chain in chains.values())
    return Rebuilt(kept, len(again), rest, sum(_holes(life, chain) for life, chain in chains.items()))


def _lives(found: Salvaged, why: Ended) -> tuple[Life, ...]:
    """The epochs in their order; the one that was current when the database was damaged is last."""
    current = found.settings.get(settings.EPOCH)
    known = sorted(found.earlier, key=lambda epoch: found.earlier[epoch][0])
    stray = sorted(epoch for epoch in found.links if epoch not in found.earlier and epoch != current)
    lives = [Life(epoch, _ended(found.earlier[epoch][1]), *found.earlier[epoch][2:], False) for epoch in known]
    lives += [Life(epoch, why, 0, None, False) for epoch in stray]
    if current is not None and current not in found.earlier:
        seq, head = found.number(settings.ACKED_SEQ), found.settings.get(settings.ACKED_HASH)
        lives.append(Life(current, why, seq or 0, head, False) if head else Life(current, why, 0, None, False))
    return tuple(lives)


def _ended(text: str) -> Ended:
    return Ended(text) if text in set(Ended) else Ended.DAMAGED


def _chain(kiosk: str, life: Life, found: Salvaged) -> Chain:
    acked = (life.acked_seq, life.acked_hash) if life.acked_hash is not None else None
    chain = longest_chain(kiosk, life.epoch, found.links.get(life.epoch, {}), acked)
    unsent = [tuple(link for link in of if link.seq > life.acked_seq) for of in (chain.intact, chain.rest)]
    return Chain(chain.links, *unsent)


def _holes(life: Life, chain: Chain) -> int:
    """Numbers that must have existed, because a later one was found, and that the server never acknowledged."""
    there = {link.seq for link in (*chain.links, *chain.intact, *chain.rest) if link.seq > life.acked_seq}
    return max(there, default=life.acked_seq) - life.acked_seq - len(there)


def _keep_epoch(connection: Connection, life: Life, chain: Chain) -> None:
    epochs.note(connection, life)
    _insert(
        connection,
        JournalRow.__table__,
        ({"epoch": life.epoch, "seq": link.seq, "entry": link.entry, "hash": link.hash} for link in chain.links),
    )


def _keep_tables(connection: Connection, found: Salvaged) -> None:
    for name in _CARRIED:
        if name in found.settings:
            settings.put(connection, name, found.settings[name])
    settings.put_int(connection, settings.RESPEND, 1)
    _insert(connection, SpentMark.__table__, ({"mark": mark} for mark in sorted(found.spent)))
    _insert(connection, Attended.__table__, ({"credential": c, "session": s} for c, s in sorted(found.attended)))
    tries = {credential: (wrong, wait) for credential, wrong, wait in sorted(found.pin_tries)}
    _insert(
        connection,
        PinTries.__table__,
        ({"credential": c, "wrong": wrong, "wait_s": wait} for c, (wrong, wait) in tries.items()),
    )


def _insert(connection: Connection, table: object, rows: Iterable[dict[str, object]]) -> None:
    assert isinstance(table, Table)
    if listed := list(rows):
        connection.execute(insert(table).on_conflict_do_nothing(), listed)


def _fold_log(path: Path) -> None:
    """Bring everything into the one file that is renamed."""
    connection = pysqlite3.connect(str(path), isolation_level=None)
    try:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    finally:
        connection.close()
