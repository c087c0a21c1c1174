"""The kiosk without a screen: everything built from one data folder and passed on.

<folder>/kiosk.key, identity.cbor     who it is (kiosk.storage.identity)
<folder>/kiosk.sqlite3                journal, spent marks, attendance
<folder>/reserve                      room for ballots on a full disk (kiosk.storage.reserve)
<folder>/settings.toml                what is set for this machine by hand (kiosk.storage.preferences)
<folder>/device.json                   starts, ends and repairs of this machine (kiosk.storage.runs)
<folder>/aside/                       damaged databases, never deleted (kiosk.storage.rescue)
<folder>/content/                     packs, blobs, status list
"""

from __future__ import annotations

import resource
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from kiosk.crypto.signing import SigningKey
from kiosk.services.clock import Clock
from kiosk.services.day import Day
from kiosk.services.day_guard import DayCasting
from kiosk.services.following import Following
from kiosk.services.health import Gauges, Health
from kiosk.services.library import Library
from kiosk.services.notices import Notices
from kiosk.services.opinions import Opinions
from kiosk.services.questionnaires import Questionnaires
from kiosk.services.respending import respend
from kiosk.services.sign_in import SignIn
from kiosk.services.staff_desk import StaffDesk
from kiosk.services.suggesting import Suggesting
from kiosk.services.voting import Voting
from kiosk.storage.content import ContentStore
from kiosk.storage.identity import Identity, kiosk_key, load_identity
from kiosk.storage.journal import Journal
from kiosk.storage.mirror import Mirror
from kiosk.storage.opening import open_checked
from kiosk.storage.preferences import load_preferences
from kiosk.storage.reserve import Reserve
from kiosk.storage.runs import Runs

DATABASE = "kiosk.sqlite3"
RESERVE = "reserve"
CONTENT = "content"


@dataclass(frozen=True, slots=True)
class Kiosk:
    """One enrolled kiosk: its storage and its use cases."""

    identity: Identity
    key: SigningKey
    journal: Journal
    content: ContentStore
    library: Library
    clock: Clock
    sign_in: SignIn
    voting: Voting
    questionnaires: Questionnaires
    suggesting: Suggesting
    following: Following
    opinions: Opinions
    day: Day
    staff_desk: StaffDesk
    notices: Notices
    health: Health
    mirror: Mirror | None
    reserve: Reserve

    def tend(self) -> None:
        """What needs doing now and then, before each sync: a full disk or a missing medium may be well again."""
        self.reserve.restore()
        if self.mirror is not None:
            self.mirror.catch_up()

    def close(self) -> None:
        """Close the database."""
        self.journal.engine.dispose()


def open_kiosk(
    folder: Path, wall: Callable[[], float] = time.time, uptime: Callable[[], float] = time.monotonic
) -> Kiosk:
    """Open an enrolled kiosk's folder; a damaged database is set aside and voting goes on (see `notices`).

    `wall` is the machine's clock in Unix seconds, `uptime` seconds that only pass.

    Raises NotEnrolled or another StorageError.
    """
    _forbid_core_dumps()
    identity = load_identity(folder)
    key = kiosk_key(folder)
    reserve = Reserve(folder / RESERVE)
    journal, mirror = _open_journal(folder, identity.kiosk, reserve, int(wall()))
    content = ContentStore(folder / CONTENT, identity.organiser, identity.campaign)
    library = Library(content, identity.server)
    respend(journal, library)
    clock = Clock(journal, wall)
    day = Day(journal, library, clock, key)
    casting, suggesting = DayCasting(journal, library, clock, day), Suggesting(journal, library, clock)
    return Kiosk(
        identity=identity,
        key=key,
        journal=journal,
        content=content,
        library=library,
        clock=clock,
        sign_in=SignIn(journal, library, identity.organiser, clock, uptime),
        voting=Voting(casting, library, clock),
        questionnaires=Questionnaires(casting, suggesting, library, clock),
        suggesting=suggesting,
        following=Following(journal, library),
        opinions=Opinions(journal, library),
        day=day,
        staff_desk=StaffDesk(journal, library, clock),
        notices=Notices(folder, journal, mirror, reserve),
        health=Health(journal, content, library, clock, Runs(folder), Gauges(wall=wall)),
        mirror=mirror,
        reserve=reserve,
    )


def _forbid_core_dumps() -> None:
    """Marks and names live in memory only; a crash must not put the memory on the disk (promise 2)."""
    _, hard = resource.getrlimit(resource.RLIMIT_CORE)
    resource.setrlimit(resource.RLIMIT_CORE, (0, hard))


def _open_journal(folder: Path, kiosk: str, reserve: Reserve, now: int) -> tuple[Journal, Mirror | None]:
    """The journal on a checked database, with room kept for it, and its mirror if one is set."""
    mirror_folder = load_preferences(folder).mirror_folder
    reserve.make_room()
    database = open_checked(folder / DATABASE, kiosk, mirror_folder, now)
    database.before_begin.append(reserve.make_room)
    reserve.restore()
    journal = Journal(database, kiosk)
    if mirror_folder is None:
        return journal, None
    mirror = Mirror(mirror_folder, journal)
    mirror.catch_up()
    database.after_commit.append(mirror.follow)
    return journal, mirror
