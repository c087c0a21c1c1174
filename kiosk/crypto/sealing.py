"""Sealing: HPKE base mode, X25519 / HKDF-SHA256 / ChaCha20-Poly1305 (RFC 9180), one way for everything sealed.

A sealed box is `enc ‖ ciphertext`: 32 bytes, then the plaintext's length + 16. `info` says what it is and where it
belongs; a box moved elsewhere does not open. The ephemeral randomness never leaves this process.

    SealRefused              this box does not open with this key and info
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

from kiosk.crypto.signing import key_id

OVERHEAD = 48
"""Bytes that sealing adds: the encapsulated key and the tag."""

_SUITE = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.CHACHA20_POLY1305)


class SealRefused(Exception):
    """A box that does not open: another key, another place, or damaged."""


@dataclass(frozen=True, slots=True)
class SealingKey:
    """An X25519 public key, 32 raw bytes: whoever has it can seal, not open."""

    raw: bytes

    @property
    def id(self) -> bytes:
        """Its key id, 8 bytes."""
        return key_id(self.raw)


@dataclass(frozen=True, slots=True, repr=False)
class OpeningKey:
    """An X25519 private key, 32 raw bytes. Its repr shows nothing."""

    raw: bytes

    @classmethod
    def generate(cls) -> OpeningKey:
        """A new random key."""
        return cls(X25519PrivateKey.generate().private_bytes_raw())

    @property
    def public(self) -> SealingKey:
        """The public half."""
        return SealingKey(X25519PrivateKey.from_private_bytes(self.raw).public_key().public_bytes_raw())

    def __repr__(self) -> str:
        return "OpeningKey(…)"


def seal(plaintext: bytes, key: SealingKey, info: bytes) -> bytes:
    """A sealed box, `OVERHEAD` bytes longer than the plaintext."""
    return bytes(_SUITE.encrypt(plaintext, X25519PublicKey.from_public_bytes(key.raw), info=info))


def open_sealed(box: bytes, key: OpeningKey, info: bytes) -> bytes:
    """The plaintext. Raises SealRefused."""
    return opener(key)(box, info)


def opener(key: OpeningKey) -> Callable[[bytes, bytes], bytes]:
    """`open_sealed` for many boxes: takes a box and its info. Reading the key costs as much as opening a box."""
    private = X25519PrivateKey.from_private_bytes(key.raw)

    def open_box(box: bytes, info: bytes) -> bytes:
        try:
            return bytes(_SUITE.decrypt(box, private, info=info))
        except (InvalidTag, ValueError) as error:
            raise SealRefused("does not open") from error

    return open_box
