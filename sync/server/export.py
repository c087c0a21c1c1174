"""The collection for the count: every stored cast with a signed statement of what it is (DESIGN.md §10)."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import func, select

from kiosk.crypto.signing import Purpose, sign
from kiosk.domain.canonical import encode, encode_message
from kiosk.domain.journal import Kind
from sync.server.models import EnrolledKiosk, Epoch, ForkedEntry, StoredEntry
from sync.server.server import Server

COLLECTION, STATEMENT, CERTIFICATE = "collection.cborseq", "collection.cose", "server.cose"


@dataclass(frozen=True, slots=True)
class ExportStatement:
    """What is signed. `kiosks` maps each kiosk to the entries stored from it; counts are of entries."""

    v: int
    campaign: str
    server_epoch: bytes
    created: int
    sha256: bytes
    count: int
    kiosks: dict[str, int]
    frozen: int
    quarantined: int


def export_collection(server: Server, out: Path) -> ExportStatement:
    """Write the collection, its statement and the server's certificate. Durable on return. Raises OSError."""
    out.mkdir(parents=True, exist_ok=True)
    digest, count = hashlib.sha256(), 0
    part = out / f".{COLLECTION}"
    with server.engine.begin() as connection, part.open("wb") as stream:
        venues = dict(connection.execute(select(EnrolledKiosk.kiosk, EnrolledKiosk.venue)).all())
        rows = connection.execute(
            select(StoredEntry.kiosk, StoredEntry.epoch, StoredEntry.seq, StoredEntry.entry)
            .where(StoredEntry.kind == Kind.CAST, StoredEntry.parked.is_(False))
            .order_by(StoredEntry.hash)  # not in the order of casting
        )
        for kiosk, epoch, seq, entry in rows:
            record = {"kiosk": kiosk, "venue": venues[kiosk], "epoch": epoch, "seq": seq, "entry": entry}
            data = encode(record)
            stream.write(data)
            digest.update(data)
            count += 1
        kiosks = dict(connection.execute(select(StoredEntry.kiosk, func.count()).group_by(StoredEntry.kiosk)).all())
        frozen = connection.scalar(select(func.count()).select_from(Epoch).where(Epoch.frozen)) or 0
        parked = connection.scalar(select(func.count()).select_from(StoredEntry).where(StoredEntry.parked)) or 0
        forked = connection.scalar(select(func.count()).select_from(ForkedEntry)) or 0
        stream.flush()
        os.fsync(stream.fileno())
    statement = ExportStatement(
        1, server.campaign, server.epoch, server.now(), digest.digest(), count, kiosks, frozen, parked + forked
    )
    (out / CERTIFICATE).write_bytes(server.certificate)
    (out / STATEMENT).write_bytes(sign(encode_message(statement), Purpose.EXPORT, server.key))
    part.replace(out / COLLECTION)
    return statement
