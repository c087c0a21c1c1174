"""How the kiosk stands, for staff: what is read from the services, and the one light and sentence that follow."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.domain.staff import Moment
from kiosk.services.kiosk import Kiosk
from kiosk.services.notices import DiskFull, Forked, MirrorTrouble, Notice
from kiosk.services.unsent import oldest_unsent
from kiosk.storage.rescue import SetAside

QUIET_S = 15 * 60
"""As long nobody need worry about what is not sent: a sync comes every minute."""
STALE_S = 24 * 3600
"""Content that was not compared with the server's for so long may be old."""
LEAST_FREE = 2_000_000_000
CLOCK_S = 120
HOT_C = 85
"""Usual machines slow down above it."""


@dataclass(frozen=True, slots=True)
class Stand:
    """What was found. Times are Unix seconds, None if never; `clock_off` seconds, None if not compared since the start.

    `notices` are codes: set-aside, forked, mirror, disk-full. `parked` entries are at the server, which cannot read
    them yet. `parts` are there, `missing` were and should be.
    """

    now: int = 0
    unsent: int = 0
    oldest: int | None = None
    last_contact: int | None = None
    notices: tuple[str, ...] = ()
    parked: int = 0
    pack: int = 0
    pack_created: int | None = None
    session: int | None = None
    present: int = 0
    free: int = LEAST_FREE
    behind: bool = False
    clock_off: int | None = None
    heat: int | None = None
    parts: frozenset[str] = frozenset()
    missing: frozenset[str] = frozenset()
    open: bool = True
    witnessed_at: int | None = None


def read_stand(kiosk: Kiosk, parts: frozenset[str]) -> Stand:
    """Look at everything. Blocks; raises StorageError."""
    state, health, latest = kiosk.journal.state(), kiosk.health.now(), kiosk.day.latest()
    published = None if kiosk.library.is_empty else kiosk.library.published
    opened = latest is not None and latest.witness.moment is Moment.OPENED
    off, heat = health.get("clock_off_s"), health.get("heat_c")
    return Stand(
        now=kiosk.clock.now(),
        unsent=state.unsent,
        oldest=oldest_unsent(kiosk.journal) if state.unsent else None,
        last_contact=state.last_contact,
        notices=tuple(dict.fromkeys(notice_code(notice) for notice in kiosk.notices.now())),
        parked=kiosk.journal.parked(),
        pack=published.manifest.version if published else 0,
        pack_created=published.created if published else None,
        session=kiosk.staff_desk.session() if published else None,
        present=len(kiosk.staff_desk.present()) if published else 0,
        free=kiosk.content.free_bytes(),
        behind=kiosk.clock.read().behind,
        clock_off=off if isinstance(off, int) else None,
        heat=heat if isinstance(heat, int) else None,
        parts=parts,
        missing=frozenset(str(health.get("missing", "")).split()),
        open=kiosk.day.is_open(),
        witnessed_at=latest.witness.at if latest is not None and opened == kiosk.day.is_open() else None,
    )


def notice_code(notice: Notice) -> str:
    """A notice as QML knows it."""
    match notice:
        case SetAside():
            return "set-aside"
        case Forked():
            return "forked"
        case MirrorTrouble():
            return "mirror"
        case DiskFull():
            return "disk-full"


def is_cut_off(stand: Stand) -> bool:
    """Whether the server was not heard for longer than a pause."""
    return stand.last_contact is None or stand.now - stand.last_contact > QUIET_S


def is_waiting(stand: Stand) -> bool:
    """Whether records wait for longer than a pause."""
    return stand.unsent > 0 and (stand.oldest is None or stand.now - stand.oldest > QUIET_S)


def is_clock_wrong(stand: Stand) -> bool:
    """Whether the machine's clock is further from the server's than staff may ignore."""
    return stand.behind or (stand.clock_off is not None and abs(stand.clock_off) > CLOCK_S)


def reads_codes(stand: Stand) -> bool:
    """Whether there is anything that reads cards."""
    return bool({"camera", "scanner"} & stand.parts)


def derive_state(stand: Stand) -> str:
    """The most urgent: support, no-content, unsent, disk, readers, part, clock, contact; else sending or well."""
    checks = (
        ("support", bool({"forked", "set-aside"} & set(stand.notices))),
        ("no-content", stand.pack == 0),
        ("unsent", is_waiting(stand)),
        ("disk", stand.free < LEAST_FREE or "disk-full" in stand.notices),
        ("readers", not reads_codes(stand)),
        ("part", bool(stand.missing)),
        ("clock", is_clock_wrong(stand)),
        ("mirror", "mirror" in stand.notices),
        ("hot", (stand.heat or 0) >= HOT_C),
        ("contact", is_cut_off(stand)),
        ("sending", stand.unsent > 0),
    )
    return next((state for state, found in checks if found), "well")


def derive_light(state: str) -> str:
    """pine or amber."""
    return "pine" if state in ("well", "sending") else "amber"
