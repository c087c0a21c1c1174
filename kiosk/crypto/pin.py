"""PIN verifiers: scrypt (RFC 7914) over a six-digit PIN, salted per card, slow enough to make guessing dear."""

from __future__ import annotations

import hashlib
import hmac
import secrets

from kiosk.domain.pack import PinVerifier

SALT_BYTES = 16
_N, _R, _P = 2**14, 8, 1  # 16 MiB and about 50 ms on a kiosk


def make_verifier(credential: bytes, pin: str) -> PinVerifier:
    """A verifier with a fresh salt."""
    salt = secrets.token_bytes(SALT_BYTES)
    return PinVerifier(credential, salt, _digest(salt, pin))


def matches(verifier: PinVerifier, pin: str) -> bool:
    """Whether this is the PIN; takes the same time either way."""
    return hmac.compare_digest(verifier.hash, _digest(verifier.salt, pin))


def _digest(salt: bytes, pin: str) -> bytes:
    return hashlib.scrypt(pin.encode(), salt=salt, n=_N, r=_R, p=_P, dklen=32)
