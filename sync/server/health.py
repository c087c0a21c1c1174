"""How every kiosk is: what staff and organisers look at, without personal data."""

from __future__ import annotations

from sqlalchemy import func, select

from sync.server.models import EnrolledKiosk, Epoch, StoredEntry
from sync.server.server import Server


def kiosks_now(server: Server) -> list[dict[str, object]]:
    """[{kiosk, venue, number, seen_at, entries, parked, frozen, health}], by kiosk; times are Unix seconds."""
    with server.engine.begin() as connection:
        kiosks = connection.execute(
            select(EnrolledKiosk.__table__).order_by(EnrolledKiosk.kiosk, EnrolledKiosk.enrolled_at)
        ).all()
        entries = dict(connection.execute(select(Epoch.kiosk, func.sum(Epoch.acked_seq)).group_by(Epoch.kiosk)).all())
        parked = dict(
            connection.execute(
                select(StoredEntry.kiosk, func.count()).where(StoredEntry.parked).group_by(StoredEntry.kiosk)
            ).all()
        )
        frozen = set(connection.scalars(select(Epoch.kiosk).where(Epoch.frozen)))
    latest = {row.kiosk: row for row in kiosks}
    return [
        {
            "kiosk": row.kiosk,
            "venue": row.venue,
            "number": row.number,
            "seen_at": row.seen_at,
            "entries": int(entries.get(row.kiosk, 0)),
            "parked": parked.get(row.kiosk, 0),
            "frozen": row.kiosk in frozen,
            "health": row.health,
        }
        for row in latest.values()
    ]
