"""What kiosk and server say to each other: addresses, media types, limits and the messages of enrolment.

Signed messages are COSE_Sign1 (`kiosk.crypto.signing`); large ones travel compressed with zstd and are never
decompressed beyond a cap. Success is always a verified signed answer, never an HTTP status (DESIGN.md §7).
"""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass

import zstandard

from kiosk.domain.canonical import EncodingError
from kiosk.domain.receipt import ALPHABET

ENROLMENTS = "/v1/enrolments"
BUNDLES = "/v1/bundles"
PACK = "/v1/pack"
BLOBS = "/v1/blobs"
STATUSES = "/v1/statuses"
RECEIPTS = "/v1/receipts"
ATTACHMENTS = "/v1/attachments"
STATUS_PAGE = "/s"

COSE = "application/cose; cose-type=cose-sign1"
BUNDLE = "application/vnd.sanmin.bundle+zstd"
STATUS_LIST = "application/vnd.sanmin.statuses+zstd"
PROBLEM = "application/problem+json"

MAX_BUNDLE = 4_000_000
"""Most bytes a bundle may have, compressed or not."""
MAX_SMALL = 2_000_000
"""Most bytes of an acknowledgement, a manifest or an enrolment."""
MAX_STATUSES = 64_000_000
STATUS_CHANCE_BITS = 24
"""A status list's version counts the office's steps above these bits of chance (`sync.server.suggestion_rows`)."""
MAX_ATTACHMENT = 64 * 1024 * 1024
"""Most bytes of a sealed attachment."""
MAX_PIECE = 256 * 1024
"""Most bytes of one piece of an attachment: what a broken connection costs."""
SPENT_PER_ANSWER = 5_000
"""Most spent marks that one acknowledgement carries."""

_SECRET = 10
_FINGERPRINT = 10


@dataclass(frozen=True, slots=True)
class EnrolRequest:
    """What a kiosk asks, signed with its own key: the one-time secret and its Ed25519 public key.

    `kiosk` is the name of one that is enrolled already and wants to be known again; a code for another is not used up.
    """

    v: int
    secret: str
    kiosk_key: bytes
    kiosk: str | None = None


@dataclass(frozen=True, slots=True)
class ServerCertificate:
    """Signed by the organiser: this Ed25519 key speaks for this campaign's server."""

    v: int
    campaign: str
    server_key: bytes


@dataclass(frozen=True, slots=True)
class EnrolReply:
    """What the kiosk keeps, signed by the server. `certificate` is the organiser's signed ServerCertificate."""

    v: int
    campaign: str
    kiosk: str
    venue: str
    number: int
    organiser_key: bytes
    server_key: bytes
    certificate: bytes
    server_epoch: bytes
    server_time: int


@dataclass(frozen=True, slots=True)
class AttachmentPiece:
    """A piece of a sealed attachment, signed by the kiosk; without `data` it asks how much the server has."""

    v: int
    campaign: str
    kiosk: str
    sha256: bytes
    size: int
    offset: int
    data: bytes = b""


@dataclass(frozen=True, slots=True)
class AttachmentStand:
    """How much of an attachment is durable at the server, signed by it. `complete`: all, and the hash is right.

    `server_epoch` is of the database that has it; a server of an older version does not say it.
    """

    v: int
    campaign: str
    sha256: bytes
    have: int
    complete: bool
    server_epoch: bytes | None = None


def new_enrolment_code(organiser_key: bytes) -> str:
    """A one-time code such as `7K4M2-P9X3F-QQ2AB-1CD0E`: ten random characters, then the organiser key's fingerprint.

    The fingerprint is what pins the organiser's key when the code is typed or scanned at the kiosk.
    """
    secret = "".join(secrets.choice(ALPHABET) for _ in range(_SECRET))
    code = secret + fingerprint(organiser_key)
    return "-".join(code[i : i + 5] for i in range(0, len(code), 5))


def fingerprint(organiser_key: bytes) -> str:
    """50 bits of SHA-256 over the organiser's raw public key, as ten characters of Crockford's base 32."""
    number = int.from_bytes(hashlib.sha256(organiser_key).digest()[:7], "big") >> 6
    return "".join(ALPHABET[number >> shift & 31] for shift in range(45, -5, -5))


def split_enrolment_code(code: str) -> tuple[str, str]:
    """(secret, fingerprint) of a typed code. Raises EncodingError with code `bad-code`."""
    plain = "".join(c for c in code.upper() if c not in " -").translate(str.maketrans("OIL", "011"))
    if len(plain) != _SECRET + _FINGERPRINT or any(c not in ALPHABET for c in plain):
        raise EncodingError("bad-code")
    return plain[:_SECRET], plain[_SECRET:]


def compress(data: bytes) -> bytes:
    """One zstd frame with its content size, level 3."""
    return zstandard.ZstdCompressor(level=3, write_content_size=True).compress(data)


def decompress(data: bytes, limit: int) -> bytes:
    """The content of one zstd frame, at most `limit` bytes. Raises EncodingError.

    The window is bounded too: a few bytes may ask for one of 128 MiB, which is set aside before anything is read.
    """
    try:
        size = zstandard.frame_content_size(data)
        if size < 0 or size > limit:
            raise EncodingError("too-large")
        reader = zstandard.ZstdDecompressor(max_window_size=1 << limit.bit_length()).decompressobj()
        content = reader.decompress(data)
    except zstandard.ZstdError as error:
        raise EncodingError("not-zstd") from error
    if not reader.eof or reader.unused_data or len(content) != size:
        raise EncodingError("not-zstd")
    return content
