"""One server's data folder, opened: keys, database, packs and blobs.

<folder>/keys/                            sync.server.keys
<folder>/working-days.csv                 the organiser's corrections to the calendar, if there are any
<folder>/server.sqlite3                   unless another database is named
<folder>/packs/<version>.cose, blobs/     what kiosks fetch; sync.server.blob_place says where else blobs can lie
"""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache, partial
from pathlib import Path

from sqlalchemy import URL, Engine

from kiosk.crypto.sealing import OpeningKey
from kiosk.crypto.signing import SigningKey, VerifyKey
from kiosk.domain.campaign import Campaign
from kiosk.domain.campaign_json import decode_campaign
from sync.server.blob_place import open_blobs
from sync.server.blobs import Blobs, read_whole
from sync.server.database import insert_new, open_database, sqlite_at
from sync.server.group_commit import GroupCommit
from sync.server.keys import DATABASE, FolderRefused, has_database, has_packs, read_keys
from sync.server.known_keys import known_keys
from sync.server.models import Fact
from sync.server.offered import Offered

KEYS_KEPT = 1_000
CAMPAIGNS_KEPT = 2
"""The one on offer, and the one before while it changes."""
EPOCH, EPOCH_BYTES = "server_epoch", 16


@dataclass(frozen=True, slots=True)
class Server:
    """Everything request handlers need. `wall` gives Unix seconds."""

    folder: Path
    campaign: str
    engine: Engine
    key: SigningKey
    intake: OpeningKey
    organiser: VerifyKey
    certificate: bytes
    token: str
    wall: Callable[[], float]
    blobs: Blobs
    bundles: GroupCommit = field(init=False)
    statuses: Offered = field(init=False, default_factory=Offered)
    campaign_in: Callable[[str], Campaign] = field(init=False)
    """The campaign in the blob of this digest, which never changes; the last few are kept in memory.

    Raises NotFound, EncodingError, OSError or StoreSilent.
    """

    key_of: Callable[[bytes], VerifyKey | None] = field(init=False)
    """The public key of this key id, None if no kiosk was enrolled with it. Keys that were found are kept in memory."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "key_of", known_keys(self.engine, KEYS_KEPT))
        object.__setattr__(self, "bundles", GroupCommit(self.engine))
        object.__setattr__(self, "campaign_in", lru_cache(CAMPAIGNS_KEPT)(partial(_campaign_in, self.blobs)))

    @property
    def packs(self) -> Path:
        """Where signed manifests lie, named by their version."""
        return self.folder / "packs"

    def now(self) -> int:
        """Unix seconds."""
        return int(self.wall())

    def close(self) -> None:
        """Close the database."""
        self.engine.dispose()


def open_server(folder: Path, database_url: str | None = None, wall: Callable[[], float] = time.time) -> Server:
    """Open a server's folder; its database is made on first use.

    Raises FolderRefused, OSError, SQLAlchemyError, or what `sync.server.blob_place.open_blobs` does.
    """
    keys, blobs = read_keys(folder), open_blobs(folder)
    engine = open_database(_in_folder(folder) if database_url is None else database_url)
    with engine.begin() as connection:
        insert_new(connection, Fact, [{"name": EPOCH, "value": secrets.token_bytes(EPOCH_BYTES)}])
    mine = (keys.server, keys.intake, keys.organiser, keys.certificate, keys.token)
    return Server(folder, keys.campaign, engine, *mine, wall, blobs)


def _in_folder(folder: Path) -> URL:
    """Where the database lies. A server that has offered packs had one: an empty one would refuse every kiosk."""
    if not has_database(folder) and has_packs(folder):
        raise FolderRefused("database-lost", str(folder))
    return sqlite_at(folder / DATABASE)


def _campaign_in(blobs: Blobs, digest: str) -> Campaign:
    return decode_campaign(read_whole(blobs, digest))
