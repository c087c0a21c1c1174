"""Receipt codes: ten characters that a person can read out, copy and check.

A code is 45 bits of SHA-256 over the entry's outer envelope in Crockford's base 32 (nine characters), and one
check character (Luhn's algorithm modulo 32) that catches every single wrong character and nearly every swap.
It says nothing about what was sealed: the envelope holds only ciphertext.
"""

from __future__ import annotations

import hashlib
from unicodedata import category, normalize

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 10
STATUS_KEY_BYTES = 16
_DOMAIN = b"sanmin/1/receipt\x00"
_BETWEEN = {"Zs", "Zl", "Zp", "Pd", "Pc", "Cf", "Cc"}
"""Kinds of characters that may stand between letters and digits: spaces, hyphens, what nobody sees."""
_ALIASES = str.maketrans({"O": "0", "I": "1", "L": "1"})


class ReceiptError(ValueError):
    """A code that cannot be a receipt. `code` is `too-short`, `too-long`, `bad-character` or `bad-check`."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def _doubled(value: int) -> int:
    return value * 2 // 32 + value * 2 % 32


_PAIRS = [first + second for first in ALPHABET for second in ALPHABET]
_PAIR_SUMS = [_doubled(first) + second for first in range(32) for second in range(32)]
"""Luhn's sum of two characters of which the first is doubled: of nine, every other one from the last is."""


def _check_character(body: str) -> str:
    total = 0
    for place, character in enumerate(reversed(body)):
        value = ALPHABET.index(character)
        total += _doubled(value) if place % 2 == 0 else value
    return ALPHABET[-total % 32]


def receipt_digest(envelope: bytes) -> bytes:
    """SHA-256 of an outer envelope (the canonical bytes of an entry's body), 32 bytes."""
    return hashlib.sha256(_DOMAIN + envelope).digest()


def receipt_code(envelope: bytes) -> str:
    """The code of an outer envelope, without hyphens, such as `7K4M2P9X3F`."""
    number = int.from_bytes(receipt_digest(envelope)[:6], "big") >> 3
    a, b, c, d, last = number >> 35, number >> 25 & 1023, number >> 15 & 1023, number >> 5 & 1023, number & 31
    total = _PAIR_SUMS[a] + _PAIR_SUMS[b] + _PAIR_SUMS[c] + _PAIR_SUMS[d] + _doubled(last)
    return f"{_PAIRS[a]}{_PAIRS[b]}{_PAIRS[c]}{_PAIRS[d]}{ALPHABET[last]}{ALPHABET[-total % 32]}"


def group(code: str) -> str:
    """A code as people read it: `7K4M-2P9X-3F`."""
    return "-".join(part for part in (code[:4], code[4:8], code[8:]) if part)


def parse_receipt(typed: str) -> str:
    """The code a person meant: case, spaces, hyphens and full stops do not matter, O reads as 0, I and L as 1.

    What Chinese keyboards type is read too: full-width letters, digits and signs, and dashes of any length. Raises
    ReceiptError.
    """
    written = normalize("NFKC", typed).upper()
    code = "".join(c for c in written if c not in ".。−" and category(c) not in _BETWEEN).translate(_ALIASES)
    if any(character not in ALPHABET for character in code):
        raise ReceiptError("bad-character")
    if len(code) != LENGTH:
        raise ReceiptError("too-short" if len(code) < LENGTH else "too-long")
    if _check_character(code[:-1]) != code[-1]:
        raise ReceiptError("bad-check")
    return code


def status_key(code: str) -> bytes:
    """The key under which a receipt's status is published, 16 bytes: a status list does not tell the code.

    But for one that others were merged into: their step names it, and it opens what the list shows of it anyway.
    """
    return hashlib.sha256(b"sanmin/1/status\x00" + code.encode("ascii")).digest()[:STATUS_KEY_BYTES]
