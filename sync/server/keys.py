"""What makes a server that server: the folder keys/ of its folder, made once, certified, and read at every start.

<folder>/keys/server.key, intake.key      raw private keys, mode 0600
<folder>/keys/server.cose                 the organiser's certificate of the server's key
<folder>/keys/organiser.pub               the organiser's public key, hex
<folder>/keys/organiser.token             what organisers' programs show to read health, mode 0600
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from pathlib import Path

from kiosk.crypto.sealing import OpeningKey
from kiosk.crypto.signing import Purpose, SignatureRefused, SigningKey, VerifyKey, verify
from kiosk.domain.canonical import EncodingError, decode_message
from kiosk.files import fsync_folder, read_small, write_whole
from sync.wire import ServerCertificate

KEYS = "keys"
SERVER_KEY, INTAKE_KEY, CERTIFICATE, ORGANISER = "server.key", "intake.key", "server.cose", "organiser.pub"
TOKEN = "organiser.token"
DATABASE = "server.sqlite3"
KEY_BYTES = 32


class FolderRefused(Exception):
    """A server's folder that cannot be used.

    `code`: not-a-server, not-certified, damaged, token-damaged, exists, forged, keys-lost, database-lost.
    """

    def __init__(self, code: str, file: str = "") -> None:
        super().__init__(f"{code}: {file}" if file else code)
        self.code = code
        self.file = file


@dataclass(frozen=True, slots=True)
class NewServer:
    """The public halves that the organiser needs: to certify the server and to put the intake key in the pack."""

    server_key: VerifyKey
    intake_key: bytes


@dataclass(frozen=True, slots=True)
class ServerKeys:
    """`certificate` is the organiser's signed word that `server` speaks for `campaign`."""

    organiser: VerifyKey
    server: SigningKey
    intake: OpeningKey
    certificate: bytes
    campaign: str
    token: str


def prepare_server(folder: Path, organiser: VerifyKey) -> NewServer:
    """Make a server's folder and keys, durably; what a power cut left of an earlier try is made anew.

    Raises FolderRefused `exists`, or `keys-lost` where a server's data lie without its keys: with new ones beside them
    no kiosk would believe it and nobody could open the suggestions in them.
    """
    keys = folder / KEYS
    if (keys / SERVER_KEY).exists():
        raise FolderRefused("exists", str(folder))
    if _is_used(folder):
        raise FolderRefused("keys-lost", str(keys / SERVER_KEY))
    for path in (keys, folder / "packs", folder / "blobs"):
        path.mkdir(parents=True, exist_ok=True)
    keys.chmod(0o700)
    server, intake = SigningKey.generate(), OpeningKey.generate()
    write_whole(keys / ORGANISER, organiser.raw.hex().encode() + b"\n", 0o644)
    write_whole(keys / INTAKE_KEY, intake.raw, 0o600)
    write_whole(keys / TOKEN, _new_token(), 0o600)
    write_whole(keys / SERVER_KEY, server.raw, 0o600)
    for path in (folder, folder.resolve().parent):
        fsync_folder(path)
    return NewServer(server.public, intake.public.raw)


def install_certificate(folder: Path, certificate: bytes) -> None:
    """Store the organiser's certificate. Raises FolderRefused if it is not for this server, or OSError."""
    _campaign(certificate, _organiser(folder), SigningKey(_raw(folder, SERVER_KEY)))
    write_whole(folder / KEYS / CERTIFICATE, certificate, 0o644)


def read_keys(folder: Path) -> ServerKeys:
    """All that is in keys/. Raises FolderRefused, or OSError for a file that is there and cannot be read."""
    organiser, server = _organiser(folder), SigningKey(_raw(folder, SERVER_KEY))
    try:
        certificate = read_small(folder / KEYS / CERTIFICATE)
    except FileNotFoundError as error:
        raise FolderRefused("not-certified", str(folder)) from error
    campaign = _campaign(certificate, organiser, server)
    return ServerKeys(
        organiser, server, OpeningKey(_raw(folder, INTAKE_KEY)), certificate, campaign, read_token(folder)
    )


def read_token(folder: Path) -> str:
    """The bearer token for organisers' routes; another one is made if there is none. Raises FolderRefused, OSError."""
    _content(folder, SERVER_KEY)
    path = folder / KEYS / TOKEN
    if not path.exists():
        write_whole(path, _new_token(), 0o600)
    try:
        token = read_small(path).decode("ascii").strip()
    except UnicodeDecodeError as error:
        raise FolderRefused("token-damaged", str(path)) from error
    if len(token) < 32:
        raise FolderRefused("token-damaged", str(path))
    return token


def has_database(folder: Path) -> bool:
    """Whether an SQLite database that is not empty lies in the folder."""
    path = folder / DATABASE
    return path.exists() and path.stat().st_size > 0


def has_packs(folder: Path) -> bool:
    """Whether it has offered a pack: then it has a database, wherever that is. Raises OSError."""
    try:
        return any(path.suffix == ".cose" for path in (folder / "packs").iterdir())
    except (FileNotFoundError, NotADirectoryError):
        return False


def _is_used(folder: Path) -> bool:
    return (folder / KEYS / CERTIFICATE).exists() or has_packs(folder) or has_database(folder)


def _new_token() -> bytes:
    return secrets.token_urlsafe(32).encode() + b"\n"


def _campaign(message: bytes, organiser: VerifyKey, key: SigningKey) -> str:
    try:
        certificate = decode_message(ServerCertificate, verify(message, Purpose.SERVER, organiser))
    except (SignatureRefused, EncodingError) as error:
        raise FolderRefused("forged", CERTIFICATE) from error
    if certificate.server_key != key.public.raw:
        raise FolderRefused("forged", CERTIFICATE)
    return certificate.campaign


def _organiser(folder: Path) -> VerifyKey:
    try:
        raw = bytes.fromhex(_content(folder, ORGANISER).decode("ascii").strip())
    except ValueError as error:
        raise FolderRefused("damaged", str(folder / KEYS / ORGANISER)) from error
    if len(raw) != KEY_BYTES:
        raise FolderRefused("damaged", str(folder / KEYS / ORGANISER))
    return VerifyKey(raw)


def _raw(folder: Path, name: str) -> bytes:
    raw = _content(folder, name)
    if len(raw) != KEY_BYTES:
        raise FolderRefused("damaged", str(folder / KEYS / name))
    return raw


def _content(folder: Path, name: str) -> bytes:
    """Raises FolderRefused if it is not there; OSError if it cannot be read: nobody should make new keys then."""
    path = folder / KEYS / name
    try:
        return read_small(path)
    except (FileNotFoundError, NotADirectoryError) as error:
        if _is_used(folder) or (folder / KEYS / SERVER_KEY).exists():
            raise FolderRefused("keys-lost", str(path)) from error
        raise FolderRefused("not-a-server", str(folder)) from error
