"""Who this kiosk is: its signing key and what enrolment pinned. Two files, the key readable by the kiosk alone."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kiosk.crypto.signing import SigningKey, VerifyKey
from kiosk.domain.canonical import EncodingError, decode_message, encode_message
from kiosk.files import write_whole
from kiosk.storage.errors import NotEnrolled, StorageDamaged

KEY_FILE = "kiosk.key"
IDENTITY_FILE = "identity.cbor"


@dataclass(frozen=True, slots=True)
class Identity:
    """What enrolment gave: names, the server's address and the two pinned public keys (raw, 32 bytes)."""

    kiosk: str
    venue: str
    number: int
    campaign: str
    server_url: str
    organiser_key: bytes
    server_key: bytes

    @property
    def organiser(self) -> VerifyKey:
        """The pinned organiser key."""
        return VerifyKey(self.organiser_key)

    @property
    def server(self) -> VerifyKey:
        """The server's key, vouched for by the organiser."""
        return VerifyKey(self.server_key)


def kiosk_key(folder: Path) -> SigningKey:
    """This kiosk's signing key, made on first use with mode 0600."""
    path = folder / KEY_FILE
    if path.exists():
        raw = path.read_bytes()
        if len(raw) != 32:
            raise StorageDamaged("kiosk key")
        return SigningKey(raw)
    folder.mkdir(parents=True, exist_ok=True)
    key = SigningKey.generate()
    write_whole(path, key.raw, mode=0o600)
    return key


def save_identity(folder: Path, identity: Identity) -> None:
    """Store what enrolment gave, durably."""
    write_whole(folder / IDENTITY_FILE, encode_message(identity))


def load_identity(folder: Path) -> Identity:
    """The identity. Raises NotEnrolled or StorageDamaged."""
    path = folder / IDENTITY_FILE
    if not path.exists():
        raise NotEnrolled(str(folder))
    try:
        return decode_message(Identity, path.read_bytes())
    except EncodingError as error:
        raise StorageDamaged("identity") from error
