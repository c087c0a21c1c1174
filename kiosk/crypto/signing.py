"""Signing: COSE_Sign1 with Ed25519 (RFC 9052, RFC 9053 §2.2), one format for everything that is signed.

The protected header is {1: -8} or {1: -8, 4: key id}; the unprotected header is empty. What kind of message it
is goes into `external_aad` (`Purpose`), so that a signature over one kind never passes for another. Only the
canonical encoding is accepted.

    SignatureRefused         not signed by this key for this purpose, or not a canonical COSE_Sign1
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum

import cbor2
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cwt import COSE
from cwt.algs.okp import OKPKey

from kiosk.domain.canonical import EncodingError, decode

KEY_ID_BYTES = 8


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


@dataclass(frozen=True, slots=True, repr=False)
class SigningKey:
    """An Ed25519 private key, 32 raw bytes. Its repr shows nothing."""

    raw: bytes

    @classmethod
    def generate(cls) -> SigningKey:
        """A new random key."""
        return cls(Ed25519PrivateKey.generate().private_bytes_raw())

    @property
    def public(self) -> VerifyKey:
        """The public half."""
        return VerifyKey(Ed25519PrivateKey.from_private_bytes(self.raw).public_key().public_bytes_raw())

    def __repr__(self) -> str:
        return "SigningKey(…)"


def sign(payload: bytes, purpose: Purpose, key: SigningKey, *, name_key: bool = True) -> bytes:
    """A tagged COSE_Sign1. `name_key` puts the key id into the protected header (credentials save those bytes)."""
    public = key.public
    cose_key = OKPKey({1: 1, -1: 6, 3: -8, -4: key.raw, -2: public.raw})
    protected: dict[int, object] = {1: -8, 4: public.id} if name_key else {1: -8}
    message = COSE.new().encode(payload, cose_key, protected=protected, external_aad=purpose.value.encode())
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
    """The protected header of a canonical COSE_Sign1 of ours."""
    try:
        match decode(message):
            case cbor2.CBORTag(tag=18, value=[bytes() as protected, {**rest}, bytes(), bytes() as signature]) if (
                not rest and len(signature) == 64
            ):
                header = decode(protected)
            case _:
                raise SignatureRefused("damaged")
    except EncodingError as error:
        raise SignatureRefused("damaged") from error
    match header:
        case {1: -8, **others} if not others:
            return {}
        case {1: -8, 4: bytes() as kid, **others} if not others and len(kid) == KEY_ID_BYTES:
            return {4: kid}
    raise SignatureRefused("damaged")
