"""Signing: COSE_Sign1 with Ed25519 (RFC 9052, RFC 9053 §2.2), one format for everything that is signed.

The protected header is {1: -8} or {1: -8, 4: key id}; the unprotected header is empty. What kind of message it
is goes into `external_aad` (`Purpose`), so that a signature over one kind never passes for another. Only the
canonical encoding is accepted.

    SignatureRefused         not signed by this key for this purpose, or not a canonical COSE_Sign1
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cwt import COSE
from cwt.algs.okp import OKPKey

from kiosk.domain.canonical import EncodingError, decode

KEY_ID_BYTES = 8
_BEGINNING = re.compile(rb"\xd2\x84(?:\x43\xa1\x01\x27|\x4d\xa2\x01\x27\x04\x48(.{8}))\xa0", re.DOTALL)
"""Tag 18, an array of four, the protected header with or without a key id, no unprotected header."""
_ONE_STRING = re.compile(rb"[\x40-\x5b]")
"""How a definite string of bytes begins."""
_SIGNATURE_BYTES = 2 + 64


class Purpose(StrEnum):
    """What a signed message is; the UTF-8 bytes are the COSE `external_aad`."""

    CREDENTIAL = "sanmin/1/credential"
    PACK = "sanmin/1/pack"
    SERVER = "sanmin/1/server"
    ENROL_REQUEST = "sanmin/1/enrol-request"
    ENROL_REPLY = "sanmin/1/enrol-reply"
    BUNDLE = "sanmin/1/bundle"
    ACKNOWLEDGEMENT = "sanmin/1/acknowledgement"
    STATUSES = "sanmin/1/statuses"
    EXPORT = "sanmin/1/export"
    STAGE = "sanmin/1/stage"
    WITNESS = "sanmin/1/witness"
    RELEASE = "sanmin/1/release"
    ATTACHMENT_PIECE = "sanmin/1/attachment-piece"
    ATTACHMENT_STAND = "sanmin/1/attachment-stand"


class SignatureRefused(Exception):
    """A message that must not be believed. `code`: `damaged` (not ours to parse) or `forged` (wrong signature)."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def key_id(public: bytes) -> bytes:
    """The first 8 bytes of SHA-256 over a raw public key: how keys are named."""
    return hashlib.sha256(public).digest()[:KEY_ID_BYTES]


@dataclass(frozen=True, slots=True)
class VerifyKey:
    """An Ed25519 public key, 32 raw bytes."""

    raw: bytes

    @property
    def id(self) -> bytes:
        """Its key id, 8 bytes."""
        return key_id(self.raw)


@dataclass(frozen=True, repr=False)
class SigningKey:
    """An Ed25519 private key, 32 raw bytes. Its repr shows nothing. What is derived of it lives as long as it."""

    raw: bytes

    @classmethod
    def generate(cls) -> SigningKey:
        """A new random key."""
        return cls(Ed25519PrivateKey.generate().private_bytes_raw())

    @cached_property
    def public(self) -> VerifyKey:
        """The public half."""
        return VerifyKey(Ed25519PrivateKey.from_private_bytes(self.raw).public_key().public_bytes_raw())

    @cached_property
    def cose(self) -> OKPKey:
        """Itself as a COSE_Key (RFC 9052 §7)."""
        return OKPKey({1: 1, -1: 6, 3: -8, -4: self.raw, -2: self.public.raw})

    def __reduce__(self) -> tuple[type[SigningKey], tuple[bytes]]:
        """For the processes that draw cards: what was derived of it cannot go there and is derived again."""
        return type(self), (self.raw,)

    def __repr__(self) -> str:
        return "SigningKey(…)"


def sign(payload: bytes, purpose: Purpose, key: SigningKey, *, name_key: bool = True) -> bytes:
    """A tagged COSE_Sign1. `name_key` puts the key id into the protected header (credentials save those bytes)."""
    protected: dict[int, object] = {1: -8, 4: key.public.id} if name_key else {1: -8}
    message = COSE.new().encode(payload, key.cose, protected=protected, external_aad=purpose.value.encode())
    return bytes(message)


def signer_of(message: bytes) -> bytes | None:
    """The key id a message names, not yet believed; None if it names none. Raises SignatureRefused."""
    return _parse(message).get(4)


def verify(message: bytes, purpose: Purpose, key: VerifyKey) -> bytes:
    """The payload of a genuine message. Raises SignatureRefused."""
    header = _parse(message)
    if header.get(4, key.id) != key.id:
        raise SignatureRefused("forged")
    try:
        named = {2: key.id} if 4 in header else {}
        cose_key = OKPKey({1: 1, -1: 6, 3: -8, -2: key.raw, **named})
        payload = COSE.new().decode(message, cose_key, external_aad=purpose.value.encode())
    except Exception as error:  # cwt raises ValueError, VerifyError, DecodeError and what its CBOR reader raises
        raise SignatureRefused("forged") from error
    return bytes(payload)


def _parse(message: bytes) -> dict[int, bytes]:
    """The protected header of a canonical COSE_Sign1 of ours; the payload is only looked at as one string of bytes.

    Read head by head: anybody can send this, and decoding four megabytes of small arrays, only to find that
    they are not signed, would cost seconds and hundreds of megabytes.
    """
    found = _BEGINNING.match(message)
    if found is None or message[-_SIGNATURE_BYTES:][:2] != b"\x58\x40":
        raise SignatureRefused("damaged")
    payload = message[found.end() : -_SIGNATURE_BYTES]
    if not _ONE_STRING.match(payload):
        raise SignatureRefused("damaged")
    try:
        decode(payload)
    except EncodingError as error:
        raise SignatureRefused("damaged") from error
    return {} if found[1] is None else {4: found[1]}
