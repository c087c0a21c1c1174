"""The collection for the count: every stored cast with a signed statement of what it is (DESIGN.md §10).

What is in doubt is not in it: entries from a fork on, until an organiser has decided which copy counts.
"""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, or_, select, true
from sqlalchemy.engine import Connection

from kiosk.crypto.signing import Purpose, sign
from kiosk.domain.canonical import encode, encode_message
from kiosk.domain.journal import Kind
from kiosk.files import write_whole
from sync.server.database import snapshot
from sync.server.forks import NEITHER
from sync.server.models import EnrolledKiosk, Epoch, ForkedEntry, StoredEntry
from sync.server.server import Server
from sync.server.spent_list import server_epoch

COLLECTION, STATEMENT, CERTIFICATE = "collection.cborseq", "collection.cose", "server.cose"


@dataclass(frozen=True, slots=True)
class ForkDecision:
    """One fork: from which seq on, what was decided (`kept`, see `sync.server.forks.Fork`), entries not counted."""

    kiosk: str
    epoch: bytes
    since: int
    kept: str
    set_aside: int


@dataclass(frozen=True, slots=True)
class ExportedEpoch:
    """One epoch: how far it came, its head, whether a fork waits for a decision, entries parked and set aside."""

    kiosk: str
    epoch: bytes
    entries: int
    head: bytes
    frozen: bool
    parked: int
    forked: int


@dataclass(frozen=True, slots=True)
class ExportStatement:
    """What is signed. `kiosks` maps each kiosk to the entries stored from it; counts are of entries.

    `frozen` counts epochs whose fork is undecided; `quarantined` the entries that are kept but not understood, and
    all copies set aside by forks.
    """

    v: int
    campaign: str
    server_epoch: bytes
    created: int
    sha256: bytes
    count: int
    kiosks: dict[str, int]
    frozen: int
    quarantined: int
    forks: tuple[ForkDecision, ...] = ()
    epochs: tuple[ExportedEpoch, ...] = ()


def export_collection(server: Server, out: Path) -> ExportStatement:
    """Write the collection, its statement and the server's certificate, all of one moment; kiosks may go on sending.

    Durable on return. Raises OSError.
    """
    out.mkdir(parents=True, exist_ok=True)
    part = out / f".{COLLECTION}"
    with snapshot(server.engine) as connection:
        digest, count = _write_casts(connection, part)
        statement = ExportStatement(
            v=1,
            campaign=server.campaign,
            server_epoch=server_epoch(connection),
            created=server.now(),
            sha256=digest,
            count=count,
            kiosks=_kiosks(connection),
            frozen=_number(connection, select(Epoch.kiosk).where(Epoch.frozen, Epoch.kept.is_(None))),
            quarantined=_number(connection, select(StoredEntry.seq).where(StoredEntry.parked))
            + _number(connection, select(ForkedEntry.id)),
            forks=_forks(connection),
            epochs=_epochs(connection),
        )
    part.replace(out / COLLECTION)
    write_whole(out / CERTIFICATE, server.certificate)
    write_whole(out / STATEMENT, sign(encode_message(statement), Purpose.EXPORT, server.key))
    return statement


def _kiosks(connection: Connection) -> dict[str, int]:
    """Entries stored of each enrolled kiosk; one that never sent any is named too, for it may hold ratings."""
    enrolled = connection.scalars(select(EnrolledKiosk.kiosk)).all()
    stored = connection.execute(select(StoredEntry.kiosk, func.count()).group_by(StoredEntry.kiosk)).all()
    return {**dict.fromkeys(enrolled, 0), **dict(stored)}


def _write_casts(connection: Connection, path: Path) -> tuple[bytes, int]:
    digest, count = hashlib.sha256(), 0
    venues = dict(connection.execute(select(EnrolledKiosk.kiosk, EnrolledKiosk.venue)).all())
    rows = connection.execution_options(yield_per=1000).execute(
        select(StoredEntry.kiosk, StoredEntry.epoch, StoredEntry.seq, StoredEntry.entry)
        .join(Epoch, and_(Epoch.kiosk == StoredEntry.kiosk, Epoch.epoch == StoredEntry.epoch))
        .where(StoredEntry.kind == Kind.CAST, StoredEntry.parked.is_(False), _beyond_doubt())
        .order_by(StoredEntry.hash)  # not in the order of casting
    )
    with path.open("wb") as stream:
        for kiosk, epoch, seq, entry in rows:
            record = {"kiosk": kiosk, "venue": venues[kiosk], "epoch": epoch, "seq": seq, "entry": entry}
            data = encode(record)
            stream.write(data)
            digest.update(data)
            count += 1
        stream.flush()
        os.fsync(stream.fileno())
    return digest.digest(), count


def _beyond_doubt() -> ColumnElement[bool]:
    return or_(
        Epoch.forked_at.is_(None),
        StoredEntry.seq < Epoch.forked_at,
        and_(Epoch.frozen.is_(False), Epoch.kept.is_not(None), Epoch.kept != NEITHER),
    )


def _forks(connection: Connection) -> tuple[ForkDecision, ...]:
    rows = connection.execute(
        select(Epoch.__table__).where(Epoch.forked_at.is_not(None)).order_by(Epoch.kiosk, Epoch.epoch)
    ).all()
    return tuple(
        ForkDecision(row.kiosk, row.epoch, row.forked_at, row.kept or "", _set_aside(connection, row)) for row in rows
    )


def _epochs(connection: Connection) -> tuple[ExportedEpoch, ...]:
    parked = _by_epoch(connection, StoredEntry, StoredEntry.parked.is_(True))
    forked = _by_epoch(connection, ForkedEntry, true())
    rows = connection.execute(select(Epoch.__table__).order_by(Epoch.kiosk, Epoch.epoch)).all()
    return tuple(
        ExportedEpoch(
            kiosk=row.kiosk,
            epoch=row.epoch,
            entries=row.acked_seq,
            head=row.head_hash,
            frozen=row.frozen and row.kept is None,
            parked=parked.get((row.kiosk, row.epoch), 0),
            forked=forked.get((row.kiosk, row.epoch), 0),
        )
        for row in rows
    )


def _by_epoch(
    connection: Connection, table: type[StoredEntry | ForkedEntry], which: ColumnElement[bool]
) -> dict[tuple[str, bytes], int]:
    rows = connection.execute(
        select(table.kiosk, table.epoch, func.count()).where(which).group_by(table.kiosk, table.epoch)
    ).all()
    return {(kiosk, epoch): number for kiosk, epoch, number in rows}


def _set_aside(connection: Connection, row: Any) -> int:
    mine = (ForkedEntry.kiosk == row.kiosk, ForkedEntry.epoch == row.epoch)
    aside = _number(connection, select(ForkedEntry.id).where(*mine))
    if row.kept in (None, NEITHER):
        doubtful = (StoredEntry.kiosk == row.kiosk, StoredEntry.epoch == row.epoch, StoredEntry.seq >= row.forked_at)
        aside += _number(connection, select(StoredEntry.seq).where(*doubtful))
    return aside


def _number(connection: Connection, rows: Select[Any]) -> int:
    return connection.scalar(select(func.count()).select_from(rows.subquery())) or 0
