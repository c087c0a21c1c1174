"""Key files of the organiser: private keys as PEM (PKCS #8, RFC 5958) that only the owner reads, public as text.

KeyRefused               this file does not hold such a key, or would overwrite one
"""

from __future__ import annotations

import stat
from dataclasses import dataclass
from pathlib import Path

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)

from kiosk.crypto.sealing import OpeningKey, SealingKey
from kiosk.crypto.signing import Purpose, SigningKey, VerifyKey, sign
from kiosk.domain.canonical import encode
from kiosk.files import PRIVATE, write_whole
from organiser.key_text import KeyKind, KeyTextRefused, key_text, read_key_text

ORGANISER_KEY_FILE = "organiser.pem"
ORGANISER_PUBLIC_FILE = "organiser.pub"


class KeyRefused(Exception):
    """A key file that cannot be used.

    `code`: `missing`, `damaged`, `wrong-kind`, `readable-by-others`, `exists`, `unfinished` (a share without the
    public key that is written last), `mistyped` (its check digits do not fit) or `mixed-up`
    (it holds the key of the kind `kind`).
    """

    def __init__(self, code: str, path: Path, kind: str = "") -> None:
        super().__init__(f"{code}: {path.name}")
        self.code = code
        self.path = path
        self.kind = kind


@dataclass(frozen=True, slots=True)
class OrganiserKeys:
    """Where a new organiser's keys lie, and the public half to pin."""

    private_file: Path
    public_file: Path
    public: VerifyKey


def write_signing_key(path: Path, key: SigningKey) -> None:
    """Write an Ed25519 key, mode 0600, whole or not at all. Raises KeyRefused `exists` rather than lose a key."""
    _write_private(path, Ed25519PrivateKey.from_private_bytes(key.raw))


def write_opening_key(path: Path, key: OpeningKey) -> None:
    """Write an X25519 key, mode 0600, whole or not at all. Raises KeyRefused `exists` rather than lose a key."""
    _write_private(path, X25519PrivateKey.from_private_bytes(key.raw))


def read_signing_key(path: Path) -> SigningKey:
    """The Ed25519 key. Raises KeyRefused."""
    key = _read_private(path)
    if not isinstance(key, Ed25519PrivateKey):
        raise KeyRefused("wrong-kind", path)
    return SigningKey(key.private_bytes_raw())


def read_opening_key(path: Path) -> OpeningKey:
    """The X25519 key. Raises KeyRefused."""
    key = _read_private(path)
    if not isinstance(key, X25519PrivateKey):
        raise KeyRefused("wrong-kind", path)
    return OpeningKey(key.private_bytes_raw())


def write_public(path: Path, key: VerifyKey | SealingKey, kind: KeyKind) -> None:
    """Write a public key with its check digits (`organiser.key_text`) and a newline."""
    write_whole(path, key_text(kind, key.raw).encode("ascii") + b"\n")


def read_public(path: Path, kind: KeyKind = KeyKind.ORGANISER) -> bytes:
    """The raw bytes of a public key file, or of the salt. Raises KeyRefused."""
    try:
        return read_key_text(kind, path.read_text("ascii"))
    except FileNotFoundError as error:
        raise KeyRefused("missing", path) from error
    except KeyTextRefused as error:
        raise KeyRefused(error.code, path, error.kind) from error
    except ValueError as error:
        raise KeyRefused("damaged", path) from error


def new_organiser(folder: Path) -> OrganiserKeys:
    """Make an organiser's key pair in `folder`, or the public half that a power cut kept from being written.

    Raises KeyRefused `exists`, or what is wrong with the private half.
    """
    folder.mkdir(parents=True, exist_ok=True)
    private, public = folder / ORGANISER_KEY_FILE, folder / ORGANISER_PUBLIC_FILE
    if private.exists() and not public.exists():
        key = read_signing_key(private)
    else:
        write_signing_key(private, key := SigningKey.generate())
    keys = OrganiserKeys(private, public, key.public)
    write_public(keys.public_file, key.public, KeyKind.ORGANISER)
    return keys


def certify_server(organiser: SigningKey, campaign: str, server_key: VerifyKey) -> bytes:
    """The organiser's signed word that this Ed25519 key speaks for the campaign's server."""
    certificate = encode({"v": 1, "campaign": campaign, "server_key": server_key.raw})
    return sign(certificate, Purpose.SERVER, organiser)


def _write_private(path: Path, key: Ed25519PrivateKey | X25519PrivateKey) -> None:
    if path.exists():
        raise KeyRefused("exists", path)
    write_whole(path, key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()), PRIVATE)


def _read_private(path: Path) -> object:
    try:
        if stat.S_IMODE(path.stat().st_mode) & 0o077:
            raise KeyRefused("readable-by-others", path)
        return load_pem_private_key(path.read_bytes(), password=None)
    except FileNotFoundError as error:
        raise KeyRefused("missing", path) from error
    except (ValueError, TypeError, UnsupportedAlgorithm) as error:
        raise KeyRefused("damaged", path) from error
