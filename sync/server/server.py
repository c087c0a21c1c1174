"""One server's data folder, opened: keys, database, packs and blobs.

<folder>/keys/server.key, intake.key      raw private keys, mode 0600
<folder>/keys/server.cose                 the organiser's certificate of the server's key
<folder>/keys/organiser.pub               the organiser's public key, hex
<folder>/keys/organiser.token             what organisers' programs show to read health, mode 0600
<folder>/working-days.csv                 the organiser's corrections to the calendar, if there are any
<folder>/server.sqlite3                   unless another database is named
<folder>/packs/<version>.cose, blobs/     what kiosks fetch; sync.server.blob_place says where else blobs can lie
"""

from __future__ import annotations

import os
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache, partial
from pathlib import Path

from sqlalchemy import URL, Engine

from kiosk.crypto.sealing import OpeningKey
from kiosk.crypto.signing import Purpose, SignatureRefused, SigningKey, VerifyKey, verify
from kiosk.domain.campaign import Campaign
from kiosk.domain.campaign_json import decode_campaign
from kiosk.domain.canonical import EncodingError, decode_message
from sync.server.blob_place import open_blobs
from sync.server.blobs import Blobs, read_whole
from sync.server.database import insert_new, open_database, sqlite_at
from sync.server.group_commit import GroupCommit
from sync.server.known_keys import known_keys
from sync.server.models import Fact
from sync.server.offered import Offered
from sync.wire import ServerCertificate

KEYS = "keys"
SERVER_KEY, INTAKE_KEY, CERTIFICATE, ORGANISER = "server.key", "intake.key", "server.cose", "organiser.pub"
TOKEN = "organiser.token"
KEYS_KEPT = 1_000
CAMPAIGNS_KEPT = 2
"""The one on offer, and the one before while it changes."""
DATABASE = "server.sqlite3"
EPOCH, EPOCH_BYTES = "server_epoch", 16


class FolderRefused(Exception):
    """A server's folder that cannot be used.

    `code`: not-a-server, not-certified, damaged, exists, forged, database-lost.
    """

    def __init__(self, code: str, file: str = "") -> None:
        super().__init__(f"{code}: {file}" if file else code)
        self.code = code
        self.file = file


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


@dataclass(frozen=True, slots=True)
class NewServer:
    """The public halves that the organiser needs: to certify the server and to put the intake key in the pack."""

    server_key: VerifyKey
    intake_key: bytes


def prepare_server(folder: Path, organiser: VerifyKey) -> NewServer:
    """Make a server's folder and keys. Raises FolderRefused `exists`."""
    keys = folder / KEYS
    if (keys / SERVER_KEY).exists():
        raise FolderRefused("exists", str(folder))
    for path in (keys, folder / "packs", folder / "blobs"):
        path.mkdir(parents=True, exist_ok=True)
    keys.chmod(0o700)
    server, intake = SigningKey.generate(), OpeningKey.generate()
    _write(keys / ORGANISER, organiser.raw.hex().encode() + b"\n", 0o644)
    _write(keys / INTAKE_KEY, intake.raw, 0o600)
    _write(keys / SERVER_KEY, server.raw, 0o600)
    read_token(folder)
    return NewServer(server.public, intake.public.raw)


def install_certificate(folder: Path, certificate: bytes) -> None:
    """Store the organiser's certificate. Raises FolderRefused if it is not for this server."""
    _read_certificate(certificate, _organiser(folder), SigningKey(_raw(folder, SERVER_KEY)))
    _write(folder / KEYS / CERTIFICATE, certificate, 0o644)


def read_token(folder: Path) -> str:
    """The bearer token for organisers' routes; made on first use. Raises FolderRefused."""
    path = folder / KEYS / TOKEN
    try:
        if not path.exists():
            _write(path, secrets.token_urlsafe(32).encode() + b"\n", 0o600)
        token = path.read_text("ascii").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise FolderRefused("not-a-server", str(folder)) from error
    if len(token) < 32:
        raise FolderRefused("damaged", TOKEN)
    return token


def open_server(folder: Path, database_url: str | None = None, wall: Callable[[], float] = time.time) -> Server:
    """Open a server's folder; its database is made on first use.

    Raises FolderRefused, SQLAlchemyError, or what `sync.server.blob_place.open_blobs` does.
    """
    organiser, key = _organiser(folder), SigningKey(_raw(folder, SERVER_KEY))
    try:
        certificate = (folder / KEYS / CERTIFICATE).read_bytes()
    except OSError as error:
        raise FolderRefused("not-certified", str(folder)) from error
    campaign, blobs = _read_certificate(certificate, organiser, key), open_blobs(folder)
    engine = open_database(_in_folder(folder) if database_url is None else database_url)
    with engine.begin() as connection:
        insert_new(connection, Fact, [{"name": EPOCH, "value": secrets.token_bytes(EPOCH_BYTES)}])
    intake, token = OpeningKey(_raw(folder, INTAKE_KEY)), read_token(folder)
    return Server(folder, campaign, engine, key, intake, organiser, certificate, token, wall, blobs)


def _in_folder(folder: Path) -> URL:
    """Where the database lies. A server that has offered packs had one: an empty one would refuse every kiosk."""
    path = folder / DATABASE
    if not (path.exists() and path.stat().st_size) and any((folder / "packs").glob("*.cose")):
        raise FolderRefused("database-lost", str(folder))
    return sqlite_at(path)


def _campaign_in(blobs: Blobs, digest: str) -> Campaign:
    return decode_campaign(read_whole(blobs, digest))


def _read_certificate(message: bytes, organiser: VerifyKey, key: SigningKey) -> str:
    try:
        certificate = decode_message(ServerCertificate, verify(message, Purpose.SERVER, organiser))
    except (SignatureRefused, EncodingError) as error:
        raise FolderRefused("forged", CERTIFICATE) from error
    if certificate.server_key != key.public.raw:
        raise FolderRefused("forged", CERTIFICATE)
    return certificate.campaign


def _organiser(folder: Path) -> VerifyKey:
    try:
        return VerifyKey(bytes.fromhex((folder / KEYS / ORGANISER).read_text("ascii").strip()))
    except OSError as error:
        raise FolderRefused("not-a-server", str(folder)) from error
    except ValueError as error:
        raise FolderRefused("damaged", ORGANISER) from error


def _raw(folder: Path, name: str) -> bytes:
    try:
        raw = (folder / KEYS / name).read_bytes()
    except OSError as error:
        raise FolderRefused("not-a-server", str(folder)) from error
    if len(raw) != 32:
        raise FolderRefused("damaged", name)
    return raw


def _write(path: Path, data: bytes, mode: int) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, mode)
    with os.fdopen(descriptor, "wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())
