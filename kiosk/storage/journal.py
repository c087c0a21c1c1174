"""The journal on disk: append-only, gapless, hash-chained (DESIGN.md §7)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, bindparam, func, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.engine import Connection

from kiosk.domain.canonical import encode
from kiosk.domain.journal import (
    MAX_BUNDLE_BYTES,
    MAX_ENTRIES,
    Acknowledgement,
    Kind,
    chain,
    encode_entry,
    genesis,
)
from kiosk.storage import epochs, settings
from kiosk.storage.acknowledging import STATE, accept
from kiosk.storage.database import Database
from kiosk.storage.epochs import Ended, Life
from kiosk.storage.errors import StorageDamaged, translated
from kiosk.storage.models import JournalRow

_LAST_SEQ = select(func.max(JournalRow.seq)).where(JournalRow.epoch == bindparam("epoch"))
_STRETCH = (
    select(JournalRow.entry, JournalRow.hash)
    .where(JournalRow.epoch == bindparam("epoch"), JournalRow.seq > bindparam("after"))
    .order_by(JournalRow.seq)
    .limit(bindparam("most"))
)
_HASH_AT = select(JournalRow.hash).where(JournalRow.epoch == bindparam("epoch"), JournalRow.seq == bindparam("seq"))


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
class Head:
    """Where an epoch stands: its last seq and the hash after it. Whoever has written it down can prove a change."""

    epoch: bytes
    seq: int
    hash: bytes


@dataclass(frozen=True, slots=True)
class SyncState:
    """What staff see: how much is unsent, when the server was last heard (Unix seconds, None = never).

    `head_seq` and `acked_seq` are the current epoch's; `earlier_unsent` counts entries of ended epochs; `time_floor` as
    `Journal.time_floor`.
    """

    head_seq: int
    acked_seq: int
    last_contact: int | None
    fork_noted: bool
    earlier_unsent: int = 0
    time_floor: int = 0

    @property
    def unsent(self) -> int:
        """Entries that no acknowledgement covers."""
        return self.head_seq - self.acked_seq + self.earlier_unsent


@dataclass(frozen=True, slots=True)
class Outgoing:
    """What there is to send: `ended` epochs that are not delivered, and of the current one what no acknowledgement
    covers, as `Journal.tail` gives it. `state` is of the same moment."""

    ended: tuple[bytes, ...]
    tail: Tail
    state: SyncState


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Entries as they lie on the disk, each with the hash after it; not checked yet."""

    epoch: bytes
    after: int
    prev_hash: bytes
    rows: Sequence[Row[bytes, bytes]]


class Journal:
    """The journal of one kiosk. Every method is one transaction, except those that take a connection."""

    def __init__(self, database: Database, kiosk: str) -> None:
        self._database = database
        self._kiosk = kiosk
        self._appends = 0
        with translated(), database.begin() as connection:
            epochs.begin_first(connection)
            epochs.current(connection)

    @property
    def engine(self) -> Database:
        """The database, for use cases that add to the journal and something else in one transaction."""
        return self._database

    @property
    def appends(self) -> int:
        """How often something was added since the start, committed or not: tells the mirror to look."""
        return self._appends

    @property
    def kiosk(self) -> str:
        """The kiosk's name, part of each epoch's genesis."""
        return self._kiosk

    @property
    def epoch(self) -> bytes:
        """The epoch that entries are added to now; a fork found by a sync ends it."""
        with translated(), self._database.reading() as connection:
            return epochs.current(connection)

    def append(self, connection: Connection, kind: str, body: dict[str, Any]) -> bytes:
        """Add an entry inside the caller's transaction; its body's canonical bytes are returned.

        The entry exists if and only if that transaction commits.
        """
        epoch = epochs.current(connection)
        seq, head = self._head(connection, epoch)
        entry = encode_entry(seq + 1, kind, body)
        row = {"epoch": epoch, "seq": seq + 1, "entry": entry, "hash": chain(head, entry)}
        connection.execute(insert(JournalRow).values(row))
        self._appends += 1
        return encode(body)

    def record(self, kind: str, body: dict[str, Any]) -> bytes:
        """Add one entry durably. Raises StorageError; then nothing was recorded."""
        with translated(), self._database.begin() as connection:
            return self.append(connection, kind, body)

    def begin_epoch(self, connection: Connection, why: Ended) -> None:
        """End the current epoch and say so in the first entry of the next."""
        ended = epochs.begin_next(connection, why)
        self.append(connection, Kind.STAFF, {"act": "new-epoch", "why": why.value, "previous": ended})

    def head(self) -> Head:
        """Where the current epoch stands."""
        with translated(), self._database.reading() as connection:
            epoch = epochs.current(connection)
            return Head(epoch, *self._head(connection, epoch))

    def unsent_epochs(self) -> tuple[bytes, ...]:
        """What a sync has to send, in order: ended epochs that are not delivered, then the current one."""
        with translated(), self._database.reading() as connection:
            earlier = epochs.earlier_epochs(connection)
            return (*(e.epoch for e in earlier if not e.delivered), epochs.current(connection))

    def all_epochs(self) -> tuple[bytes, ...]:
        """Every epoch of this database in its order, the current one last."""
        with translated(), self._database.reading() as connection:
            return (*(e.epoch for e in epochs.earlier_epochs(connection)), epochs.current(connection))

    def acked(self, epoch: bytes) -> int:
        """The last seq of an epoch that the server acknowledged, 0 if none."""
        with translated(), self._database.reading() as connection:
            earlier = epochs.find_earlier(connection, epoch)
            return earlier.acked_seq if earlier else settings.get_int(connection, settings.ACKED_SEQ)

    def last(self, epoch: bytes) -> int:
        """The last seq of an epoch, 0 if it is empty."""
        with translated(), self._database.reading() as connection:
            return self.last_seq(connection, epoch)

    def tail(self, after: int, max_entries: int = MAX_ENTRIES, epoch: bytes | None = None) -> Tail:
        """The entries after seq `after` of an epoch (the current one), as many as fit a bundle; none if none are left.

        Raises StorageDamaged if what is stored is not what was written; the next start then reads all of it.
        """
        with translated(), self._database.reading() as connection:
            found = self._stretch(connection, epoch or epochs.current(connection), after, max_entries)
            cursor = settings.get_int(connection, settings.SPENT_CURSOR)
        return self._checked(found, cursor)

    def outgoing(self, max_entries: int = MAX_ENTRIES) -> Outgoing:
        """What a sync begins with, in one transaction."""
        with translated(), self._database.reading() as connection:
            known = settings.several(connection, *STATE, settings.SPENT_CURSOR)
            ended = epochs.earlier_epochs(connection)
            epoch, after = epochs.checked(known.get(settings.EPOCH)), settings.as_int(known.get(settings.ACKED_SEQ))
            found = self._stretch(connection, epoch, after, max_entries)
            whole = len(found.rows) < max_entries  # the row at `after` is there, and there are no gaps
            head = after + len(found.rows) if whole else self.last_seq(connection, epoch)
            state = self._state(connection, known, ended, head)
        tail = self._checked(found, settings.as_int(known.get(settings.SPENT_CURSOR)))
        return Outgoing(tuple(e.epoch for e in ended if not e.delivered), tail, state)

    def entries(self) -> Iterator[bytes]:
        """Every entry of every epoch in order, read in batches: no transaction stays open between them."""
        for epoch in self.all_epochs():
            after = 0
            while rows := self._batch(epoch, after):
                yield from (entry for _, entry in rows)
                after = rows[-1][0]

    def accept(self, acknowledgement: Acknowledgement) -> bool:
        """Take in a verified acknowledgement, durably, in one transaction.

        Raises the time floor, adds spent marks, moves the cursor. Returns False, notes it for staff and begins a new
        epoch, if the server's head is not ours: a fork.
        """
        return self.take_in(acknowledgement)[0]

    def take_in(self, acknowledgement: Acknowledgement, made: int | None = None) -> tuple[bool, SyncState]:
        """`accept`, and how the journal stands afterwards, in the same transaction.

        `made` comes with an answer that the server gave just now: when the pack in force was made, by the organiser's
        word. As far as that the time floor may fall, if the server's clock was ahead and has been put right.
        """
        with translated(), self._database.begin() as connection:
            ours, stand = accept(connection, self, acknowledgement, made)
            if stand is None:
                return ours, self._state_now(connection)
            return ours, self._state(connection, stand.known, stand.ended, stand.last)

    def hand_over(self, epoch: bytes) -> None:
        """Nothing more of an ended epoch can or need be sent."""
        with translated(), self._database.begin() as connection:
            epochs.note_delivered(connection, epoch)

    def state(self) -> SyncState:
        """How the journal stands towards the server."""
        with translated(), self._database.reading() as connection:
            return self._state_now(connection)

    def _state_now(self, connection: Connection) -> SyncState:
        known = settings.several(connection, *STATE)
        head = self.last_seq(connection, epochs.checked(known.get(settings.EPOCH)))
        return self._state(connection, known, epochs.earlier_epochs(connection), head)

    def _state(
        self, connection: Connection, known: Mapping[str, bytes], ended: Sequence[Life], head_seq: int
    ) -> SyncState:
        return SyncState(
            head_seq=head_seq,
            acked_seq=settings.as_int(known.get(settings.ACKED_SEQ)),
            last_contact=settings.as_int(known[settings.LAST_CONTACT]) if settings.LAST_CONTACT in known else None,
            fork_noted=bool(settings.as_int(known.get(settings.FORK_NOTED))),
            earlier_unsent=sum(
                max(0, self.last_seq(connection, e.epoch) - e.acked_seq) for e in ended if not e.delivered
            ),
            time_floor=settings.as_int(known.get(settings.TIME_FLOOR)),
        )

    def suspect(self) -> None:
        """Remember that something was found damaged, so that the next start reads everything."""
        self._database.damaged = True
        with translated(), self._database.begin() as connection:
            settings.put_int(connection, settings.SUSPECT, 1)

    def server_epoch(self) -> bytes:
        """The life of the server's database that was heard last; empty before the first contact."""
        with translated(), self._database.reading() as connection:
            return settings.get(connection, settings.SERVER_EPOCH) or b""

    def parked(self) -> int:
        """Entries that the server keeps in quarantine, by its last answer; they count as delivered."""
        with translated(), self._database.reading() as connection:
            return settings.get_int(connection, settings.PARKED)

    def time_floor(self) -> int:
        """The last signed server time, Unix seconds; 0 if there was none."""
        with translated(), self._database.reading() as connection:
            return settings.get_int(connection, settings.TIME_FLOOR)

    def last_seq(self, connection: Connection, epoch: bytes) -> int:
        """The last seq of an epoch, 0 if it is empty."""
        return connection.scalar(_LAST_SEQ, {"epoch": epoch}) or 0

    def hash_at(self, connection: Connection, epoch: bytes, seq: int) -> bytes:
        """The chain's hash after an entry; raises StorageDamaged if it is not there."""
        if seq == 0:
            return genesis(self._kiosk, epoch)
        found = connection.scalar(_HASH_AT, {"epoch": epoch, "seq": seq})
        if found is None:
            earlier = epochs.find_earlier(connection, epoch)
            if earlier is None or earlier.acked_seq != seq or earlier.acked_hash is None:
                raise StorageDamaged(f"journal entry {seq} is not there")
            return earlier.acked_hash
        return found

    def _batch(self, epoch: bytes, after: int) -> list[tuple[int, bytes]]:
        with translated(), self._database.reading() as connection:
            rows = connection.execute(
                select(JournalRow.seq, JournalRow.entry)
                .where(JournalRow.epoch == epoch, JournalRow.seq > after)
                .order_by(JournalRow.seq)
                .limit(MAX_ENTRIES)
            ).all()
        return [(seq, entry) for seq, entry in rows]

    def _stretch(self, connection: Connection, epoch: bytes, after: int, max_entries: int) -> _Stretch:
        rows = connection.execute(_STRETCH, {"epoch": epoch, "after": after, "most": max_entries}).all()
        return _Stretch(epoch, after, self.hash_at(connection, epoch, after), rows)

    def _checked(self, found: _Stretch, cursor: int) -> Tail:
        """As much of it as fits a bundle, against its chain."""
        entries: list[bytes] = []
        size, head = 0, found.prev_hash
        for entry, hash_ in found.rows:
            size += len(entry)
            if entries and size > MAX_BUNDLE_BYTES:
                break
            entries.append(entry)
            head = chain(head, entry)
            if head != hash_:
                self.suspect()
                raise StorageDamaged(f"journal entry {found.after + len(entries)}")
        return Tail(found.epoch, found.after + 1, found.prev_hash, tuple(entries), head, cursor)

    def _head(self, connection: Connection, epoch: bytes) -> tuple[int, bytes]:
        seq = self.last_seq(connection, epoch)
        return seq, self.hash_at(connection, epoch, seq)
