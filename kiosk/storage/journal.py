"""The journal on disk: append-only, gapless, hash-chained (DESIGN.md §7)."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Engine, func, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.engine import Connection

from kiosk.domain.canonical import encode
from kiosk.domain.journal import (
    EPOCH_BYTES,
    MAX_BUNDLE_BYTES,
    MAX_ENTRIES,
    Acknowledgement,
    chain,
    encode_entry,
    genesis,
)
from kiosk.storage import settings
from kiosk.storage.errors import StorageDamaged, translated
from kiosk.storage.models import JournalRow, SpentMark


@dataclass(frozen=True, slots=True)
class Tail:
    """A stretch of the journal: what a bundle carries."""

    epoch: bytes
    first_seq: int
    prev_hash: bytes
    entries: tuple[bytes, ...]
    head_hash: bytes
    spent_cursor: int


@dataclass(frozen=True, slots=True)
class SyncState:
    """What staff see: how much is unsent, when the server was last heard (Unix seconds, None = never)."""

    head_seq: int
    acked_seq: int
    last_contact: int | None
    fork_noted: bool

    @property
    def unsent(self) -> int:
        """Entries that no acknowledgement covers."""
        return self.head_seq - self.acked_seq


class Journal:
    """The journal of one kiosk. Every method is one transaction, except those that take a connection."""

    def __init__(self, engine: Engine, kiosk: str) -> None:
        self._engine = engine
        self._kiosk = kiosk
        with translated(), engine.begin() as connection:
            epoch = settings.get(connection, settings.EPOCH)
            if epoch is None:
                epoch = secrets.token_bytes(EPOCH_BYTES)
                settings.put(connection, settings.EPOCH, epoch)
        self.epoch: bytes = epoch

    @property
    def engine(self) -> Engine:
        """The database, for use cases that add to the journal and something else in one transaction."""
        return self._engine

    def append(self, connection: Connection, kind: str, body: dict[str, Any]) -> bytes:
        """Add an entry inside the caller's transaction; its body's canonical bytes are returned.

        The entry exists if and only if that transaction commits.
        """
        seq, head = self._head(connection)
        entry = encode_entry(seq + 1, kind, body)
        row = JournalRow(epoch=self.epoch, seq=seq + 1, entry=entry, hash=chain(head, entry))
        connection.execute(insert(JournalRow).values(epoch=row.epoch, seq=row.seq, entry=row.entry, hash=row.hash))
        return encode(body)

    def record(self, kind: str, body: dict[str, Any]) -> bytes:
        """Add one entry durably. Raises StorageError; then nothing was recorded."""
        with translated(), self._engine.begin() as connection:
            return self.append(connection, kind, body)

    def tail(self, after: int, max_entries: int = MAX_ENTRIES) -> Tail:
        """The entries after seq `after`, as many as fit a bundle; none if there are none."""
        with translated(), self._engine.begin() as connection:
            prev_hash = self._hash_at(connection, after)
            rows = connection.execute(
                select(JournalRow.entry, JournalRow.hash)
                .where(JournalRow.epoch == self.epoch, JournalRow.seq > after)
                .order_by(JournalRow.seq)
                .limit(max_entries)
            ).all()
            cursor = settings.get_int(connection, settings.SPENT_CURSOR)
        entries: list[bytes] = []
        size, head = 0, prev_hash
        for entry, hash_ in rows:
            size += len(entry)
            if entries and size > MAX_BUNDLE_BYTES:
                break
            entries.append(entry)
            head = hash_
        return Tail(self.epoch, after + 1, prev_hash, tuple(entries), head, cursor)

    def accept(self, acknowledgement: Acknowledgement) -> bool:
        """Take in a verified acknowledgement, durably, in one transaction.

        Raises the time floor, adds spent marks, moves the cursor. Returns False, and notes it for staff, if the
        server's head is not ours: a fork.
        """
        with translated(), self._engine.begin() as connection:
            settings.put_int(connection, settings.LAST_CONTACT, acknowledgement.server_time)
            floor = settings.get_int(connection, settings.TIME_FLOOR)
            settings.put_int(connection, settings.TIME_FLOOR, max(floor, acknowledgement.server_time))
            self._accept_spent(connection, acknowledgement)
            seq, _ = self._head(connection)
            ours = acknowledgement.acked_seq <= seq and (
                self._hash_at(connection, acknowledgement.acked_seq) == acknowledgement.head_hash
            )
            if ours:
                settings.put_int(connection, settings.ACKED_SEQ, acknowledgement.acked_seq)
            else:
                settings.put_int(connection, settings.FORK_NOTED, 1)
        return ours

    def state(self) -> SyncState:
        """How the journal stands towards the server."""
        with translated(), self._engine.begin() as connection:
            contact = settings.get_int(connection, settings.LAST_CONTACT, -1)
            return SyncState(
                head_seq=self._head(connection)[0],
                acked_seq=settings.get_int(connection, settings.ACKED_SEQ),
                last_contact=None if contact < 0 else contact,
                fork_noted=bool(settings.get_int(connection, settings.FORK_NOTED)),
            )

    def verify(self) -> None:
        """Walk the whole chain. Raises StorageDamaged at the first entry that is not what was written."""
        with translated(), self._engine.begin() as connection:
            previous, expected = genesis(self._kiosk, self.epoch), 1
            rows = connection.execute(
                select(JournalRow.seq, JournalRow.entry, JournalRow.hash)
                .where(JournalRow.epoch == self.epoch)
                .order_by(JournalRow.seq)
            )
            for seq, entry, hash_ in rows:
                previous = chain(previous, entry)
                if seq != expected or hash_ != previous:
                    raise StorageDamaged(f"journal entry {expected}")
                expected += 1

    def time_floor(self) -> int:
        """The last signed server time, Unix seconds; 0 if there was none."""
        with translated(), self._engine.begin() as connection:
            return settings.get_int(connection, settings.TIME_FLOOR)

    def _accept_spent(self, connection: Connection, acknowledgement: Acknowledgement) -> None:
        known = settings.get(connection, settings.SERVER_EPOCH)
        if known != acknowledgement.server_epoch:
            settings.put(connection, settings.SERVER_EPOCH, acknowledgement.server_epoch)
            settings.put_int(connection, settings.SPENT_CURSOR, 0)  # another server database: read its list anew
            if known is not None:
                return
        if acknowledgement.spent:
            connection.execute(
                insert(SpentMark).on_conflict_do_nothing(), [{"mark": mark} for mark in acknowledgement.spent]
            )
        settings.put_int(connection, settings.SPENT_CURSOR, acknowledgement.spent_cursor)

    def _head(self, connection: Connection) -> tuple[int, bytes]:
        seq = connection.scalar(select(func.max(JournalRow.seq)).where(JournalRow.epoch == self.epoch)) or 0
        return seq, self._hash_at(connection, seq)

    def _hash_at(self, connection: Connection, seq: int) -> bytes:
        if seq == 0:
            return genesis(self._kiosk, self.epoch)
        found = connection.scalar(select(JournalRow.hash).where(JournalRow.epoch == self.epoch, JournalRow.seq == seq))
        if found is None:
            raise StorageDamaged(f"journal entry {seq} is not there")
        return found
