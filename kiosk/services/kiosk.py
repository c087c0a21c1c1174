"""The kiosk without a screen: everything built from one data folder and passed on.

<folder>/kiosk.key, identity.cbor     who it is (kiosk.storage.identity)
<folder>/kiosk.sqlite3                journal, spent marks, attendance
<folder>/content/                     packs, blobs, status list
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from kiosk.crypto.signing import SigningKey
from kiosk.services.casting import Casting
from kiosk.services.clock import Clock
from kiosk.services.following import Following
from kiosk.services.library import Library
from kiosk.services.opinions import Opinions
from kiosk.services.questionnaires import Questionnaires
from kiosk.services.sign_in import SignIn
from kiosk.services.suggesting import Suggesting
from kiosk.services.voting import Voting
from kiosk.storage.content import ContentStore
from kiosk.storage.database import open_database
from kiosk.storage.identity import Identity, kiosk_key, load_identity
from kiosk.storage.journal import Journal

DATABASE = "kiosk.sqlite3"


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

    def close(self) -> None:
        """Close the database."""
        self.journal.engine.dispose()


def open_kiosk(folder: Path, wall: Callable[[], float] = time.time) -> Kiosk:
    """Open an enrolled kiosk's folder. Raises NotEnrolled or another StorageError."""
    identity = load_identity(folder)
    key = kiosk_key(folder)
    journal = Journal(open_database(folder / DATABASE), identity.kiosk)
    content = ContentStore(folder / "content", identity.organiser, identity.campaign)
    library = Library(content, identity.server)
    clock = Clock(journal, wall)
    casting, suggesting = Casting(journal, library, clock), Suggesting(journal, library, clock)
    return Kiosk(
        identity=identity,
        key=key,
        journal=journal,
        content=content,
        library=library,
        clock=clock,
        sign_in=SignIn(journal, library, identity.organiser, clock),
        voting=Voting(casting, library, clock),
        questionnaires=Questionnaires(casting, suggesting, library, clock),
        suggesting=suggesting,
        following=Following(journal, library),
        opinions=Opinions(journal, library),
    )
