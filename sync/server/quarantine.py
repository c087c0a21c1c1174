"""Entries this server could not understand: listed, and tried again after an upgrade."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import bindparam, func, select, text, update
from sqlalchemy.engine import Connection

from sync.server.audit import record
from sync.server.database import reading
from sync.server.entries import Gathered, Intake, take_in_gathered, understand
from sync.server.models import StoredEntry
from sync.server.publishing import held_salt
from sync.server.server import Server

IS_PARKED = text("parked")
"""Word for word what the partial index says: SQLite does not see that `parked = 1` is the same, and would read all."""
_OF_KIOSK = select(func.count()).select_from(StoredEntry).where(StoredEntry.kiosk == bindparam("kiosk"), IS_PARKED)


def count_parked(connection: Connection, kiosk: str) -> int:
    """Entries of a kiosk in quarantine."""
    return connection.scalar(_OF_KIOSK, {"kiosk": kiosk}) or 0


@dataclass(frozen=True, slots=True)
class Parked:
    """One entry that is kept as it came. `kind` is `?` if not even that could be read; `size` is bytes."""

    kiosk: str
    epoch: str
    seq: int
    kind: str
    size: int


@dataclass(frozen=True, slots=True)
class Retried:
    """How many entries are understood now, and how many still are not."""

    understood: int
    still_parked: int


def parked_now(server: Server) -> list[Parked]:
    """All parked entries, by kiosk and seq."""
    with reading(server.engine) as connection:
        rows = connection.execute(
            select(StoredEntry.__table__)
            .where(IS_PARKED)
            .order_by(StoredEntry.kiosk, StoredEntry.epoch, StoredEntry.seq)
        ).all()
    return [Parked(row.kiosk, row.epoch.hex(), row.seq, row.kind, len(row.entry)) for row in rows]


def retry(server: Server, by: str) -> Retried:
    """Read all parked entries again, in one transaction; what follows from them happens now. Raises Malformed."""
    understood = left = 0
    with server.engine.begin() as connection:
        rows = connection.execute(select(StoredEntry.__table__).where(IS_PARKED).with_for_update()).all()
        salt, now = held_salt(connection), server.now()
        for kiosk in sorted({row.kiosk for row in rows}):
            intake, gathered = Intake(server.campaign, kiosk, salt, now), Gathered()
            for row in (row for row in rows if row.kiosk == kiosk):
                kind, parked = understand(intake, row.seq, row.entry, gathered)
                if parked:
                    left += 1
                    continue
                understood += 1
                place = (StoredEntry.kiosk == kiosk, StoredEntry.epoch == row.epoch, StoredEntry.seq == row.seq)
                connection.execute(update(StoredEntry).where(*place).values(kind=kind, parked=False))
            take_in_gathered(connection, intake, gathered)
        before, after = {"parked": len(rows)}, {"parked": left}
        record(connection, server.now(), by, "quarantine", "retry", before, after)
    return Retried(understood, left)
