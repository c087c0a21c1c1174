"""Public keys and the salt as text with check digits, so that a mistyped or mixed-up one is named.

`<hexadecimal>-<six characters>`; the characters are Crockford's base 32 of SHA-256 over the kind and the key, 30 bits.
They are also what people compare when they read a key to each other. Text without them is still read: it is what
earlier versions wrote.

KeyTextRefused           this text is not such a key
"""

from __future__ import annotations

import hashlib
from enum import StrEnum

from kiosk.domain.receipt import ALPHABET

_DIGITS = 6
_READ_AS = str.maketrans("OIL", "011")


class KeyKind(StrEnum):
    """What a key is for; part of what its check digits are over."""

    ORGANISER = "organiser"
    SERVER = "server"
    TALLY = "tally"
    INTAKE = "intake"
    SALT = "salt"

    @property
    def size(self) -> int:
        """In bytes."""
        return 16 if self is KeyKind.SALT else 32


class KeyTextRefused(ValueError):
    """`code`: `damaged` (not such text), `mistyped` (the digits do not fit) or `mixed-up` (it is another `kind`)."""

    def __init__(self, code: str, kind: str = "") -> None:
        super().__init__(code)
        self.code = code
        self.kind = kind


def check_digits(kind: KeyKind, raw: bytes) -> str:
    """Six characters that differ for another key, and for the same bytes as another kind of key."""
    digest = hashlib.sha256(f"sanmin/1/key/{kind}/".encode() + raw).digest()
    number = int.from_bytes(digest[:4], "big")
    return "".join(ALPHABET[number >> 5 * place & 31] for place in reversed(range(_DIGITS)))


def key_text(kind: KeyKind, raw: bytes) -> str:
    """How a key is written and shown."""
    return f"{raw.hex()}-{check_digits(kind, raw)}"


def read_key_text(kind: KeyKind, text: str) -> bytes:
    """The key in a text. Raises KeyTextRefused."""
    digits, dash, check = text.strip().partition("-")
    try:
        raw = bytes.fromhex(digits)
    except ValueError as error:
        raise KeyTextRefused("damaged") from error
    if len(raw) != kind.size and not dash:
        raise KeyTextRefused("damaged")
    if dash:
        _compare(kind, raw, check.upper().translate(_READ_AS))
    return raw


def _compare(kind: KeyKind, raw: bytes, check: str) -> None:
    if len(raw) == kind.size and check_digits(kind, raw) == check:
        return
    for other in KeyKind:
        if check_digits(other, raw) == check:
            raise KeyTextRefused("mixed-up", other)
    raise KeyTextRefused("mistyped")
