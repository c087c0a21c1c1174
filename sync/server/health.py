"""How every kiosk and venue is: what staff and organisers look at, without personal data."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import Row, func, select

from sync.server.database import reading
from sync.server.models import EnrolledKiosk, Epoch, StoredEntry
from sync.server.quarantine import IS_PARKED
from sync.server.server import Server

SILENT_AFTER_S = 3600
"""A kiosk syncs every few minutes; after an hour somebody should look."""


class Condition(StrEnum):
    """The most urgent thing about a kiosk, from bad to good."""

    FORKED = "forked"
    PARKED = "parked"
    CLOCK = "clock"
    SILENT = "silent"
    NEVER = "never"
    OK = "ok"


@dataclass(frozen=True, slots=True)
class KioskHealth:
    """`seen_at` is Unix seconds; `entries` are stored, `parked` are not understood; `health` is the kiosk's own word.

    `frozen` says that a fork waits for a decision.
    """

    kiosk: str
    venue: str
    number: int
    condition: Condition
    seen_at: int | None
    entries: int
    parked: int
    frozen: bool
    health: dict[str, Any]


@dataclass(frozen=True, slots=True)
class VenueHealth:
    """`seen_at` is when any of the venue's kiosks was last heard; `condition` that of the worst."""

    venue: str
    kiosks: int
    condition: Condition
    seen_at: int | None
    entries: int
    parked: int


def kiosks_now(server: Server) -> list[KioskHealth]:
    """Every kiosk, by its name. One that was enrolled anew appears once, with its latest key's contact."""
    with reading(server.engine) as connection:
        kiosks = connection.execute(
            select(EnrolledKiosk.__table__).order_by(EnrolledKiosk.kiosk, EnrolledKiosk.enrolled_at)
        ).all()
        entries = dict(connection.execute(select(Epoch.kiosk, func.sum(Epoch.acked_seq)).group_by(Epoch.kiosk)).all())
        parked = dict(
            connection.execute(
                select(StoredEntry.kiosk, func.count()).where(IS_PARKED).group_by(StoredEntry.kiosk)
            ).all()
        )
        frozen = set(connection.scalars(select(Epoch.kiosk).where(Epoch.frozen, Epoch.kept.is_(None))))
    latest = {row.kiosk: row for row in kiosks}
    return [
        _health(row, int(entries.get(row.kiosk, 0)), parked.get(row.kiosk, 0), row.kiosk in frozen, server.now())
        for row in latest.values()
    ]


def venues_now(server: Server) -> list[VenueHealth]:
    """Every venue that has a kiosk, by its id."""
    return venues_of(kiosks_now(server))


def venues_of(kiosks: list[KioskHealth]) -> list[VenueHealth]:
    """The venues of these kiosks."""
    by_venue: dict[str, list[KioskHealth]] = {}
    for kiosk in kiosks:
        by_venue.setdefault(kiosk.venue, []).append(kiosk)
    return [_venue(venue, some) for venue, some in sorted(by_venue.items())]


def _venue(venue: str, kiosks: list[KioskHealth]) -> VenueHealth:
    order = list(Condition)
    return VenueHealth(
        venue=venue,
        kiosks=len(kiosks),
        condition=min((kiosk.condition for kiosk in kiosks), key=order.index),
        seen_at=max((kiosk.seen_at for kiosk in kiosks if kiosk.seen_at is not None), default=None),
        entries=sum(kiosk.entries for kiosk in kiosks),
        parked=sum(kiosk.parked for kiosk in kiosks),
    )


def _health(row: Row[Any], entries: int, parked: int, frozen: bool, now: int) -> KioskHealth:
    condition = Condition.OK
    if frozen:
        condition = Condition.FORKED
    elif parked:
        condition = Condition.PARKED
    elif row.seen_at is None:
        condition = Condition.NEVER
    elif abs(now - row.seen_at) > SILENT_AFTER_S:  # later than now: this machine's clock was ahead then
        condition = Condition.SILENT
    elif row.health.get("clock_behind"):
        condition = Condition.CLOCK
    return KioskHealth(
        row.kiosk, row.venue, row.number, condition, row.seen_at, entries, parked, frozen, dict(row.health)
    )
