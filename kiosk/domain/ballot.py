"""The ballot: ratings, the outer envelope that they and other forms travel in, and what makes a cast unique.

What is unique is (credential, form, department), and (credential, form) for the anonymous questionnaires. Each rating
is sealed on its own with `rating_info`, so that a ciphertext moved to another department, form or campaign does not
open (DESIGN.md §3 and §5).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from kiosk.domain.campaign import Mode
from kiosk.domain.canonical import EncodingError, encode, encode_message, pad, unpad

FORM = "ballot"
WHOLE_FORM = ""
"""The unit of every form but the ballot (see `spent_units`)."""
PLAINTEXT_BYTES = 32
ENVELOPE_BYTES = 16
MARK_BYTES = 16
SUITE = 1
"""HPKE base mode, DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, ChaCha20-Poly1305 (RFC 9180)."""


@dataclass(frozen=True, slots=True)
class Cast:
    """The outer envelope of what was cast together: the body of a journal entry of kind `cast`.

    `sealed` maps department ids to 80-byte sealed ratings or, for another form, all its questions' ids to sealed
    answers; `key` is the key id of the tally key; `pack` the SHA-256 of the pack's manifest in force. It holds no
    time: the order of the journal is all there is.
    """

    campaign: str
    credential: bytes
    envelope: bytes
    form: str
    form_version: int
    pack: bytes
    mode: Mode
    suite: int
    key: bytes
    sealed: dict[str, bytes]

    def encoded(self) -> bytes:
        """The canonical bytes over which the receipt is computed."""
        return encode_message(self)


def rating_info(campaign: str, form: str, form_version: int, department: str) -> bytes:
    """HPKE's `info` of one rating: campaign | form version | department, unambiguously encoded."""
    return encode(["sanmin/1/rating", campaign, form, form_version, department])


def encode_rating(code: int) -> bytes:
    """The 32-byte plaintext of one mark; every mark has the same length."""
    return pad(encode(code), PLAINTEXT_BYTES)


def decode_rating(plaintext: bytes) -> int:
    """The mark's code. Raises EncodingError."""
    if len(plaintext) != PLAINTEXT_BYTES:
        raise EncodingError("wrong-shape", "rating")
    from_bytes = unpad(plaintext)
    if len(from_bytes) != 1 or from_bytes[0] > 23:  # a CBOR unsigned integer of one byte
        raise EncodingError("wrong-shape", "rating")
    return from_bytes[0]


def spent_units(form: str, parts: Iterable[str]) -> tuple[str, ...]:
    """What a cast spends: each department of the ballot on its own, any other form as a whole."""
    return tuple(parts) if form == FORM else (WHOLE_FORM,)


def mark_salt(salt: bytes, mode: Mode) -> bytes:
    """The salt of spent marks. Practice has another one than the campaign's, so that it spends nothing of the vote."""
    if mode is Mode.LIVE:
        return salt
    return hashlib.sha256(encode(["sanmin/1/practice", salt])).digest()[:MARK_BYTES]


def spent_mark(salt: bytes, credential: bytes, form: str, unit: str) -> bytes:
    """What a kiosk keeps and the server sends down to say "this was cast": 16 bytes that name nobody.

    Without the campaign's salt and the credential's id it cannot be linked to a person; it never depends on the mark.
    """
    return spent_marks(salt, credential, form, (unit,))[0]


def spent_marks(salt: bytes, credential: bytes, form: str, units: Iterable[str]) -> list[bytes]:
    """`spent_mark` of each unit: SHA-256 over a list of five of which only the last differs, so the rest is hashed
    once."""
    shared, marks = hashlib.sha256(_spent_start(salt) + encode(credential) + _encoded(form)), []
    for unit in units:
        each = shared.copy()
        each.update(_encoded(unit))
        marks.append(each.digest()[:MARK_BYTES])
    return marks


@lru_cache(maxsize=4)
def _spent_start(salt: bytes) -> bytes:
    """The head of a list of five and its first two: a campaign has one salt."""
    return encode(["sanmin/1/spent", salt, 0, 0, 0])[:-3]


@lru_cache(maxsize=256)
def _encoded(name: str) -> bytes:
    """There are as many as departments and forms."""
    return encode(name)


def counted_first(home_kiosk: bool, envelope: bytes) -> tuple[bool, bytes]:
    """The sort key that decides which of two ratings by one credential for one department counts.

    The home venue's kiosk first, else the smallest hash of the envelope id: no content, no clock, no order of
    arrival (DESIGN.md §5).
    """
    return (not home_kiosk, hashlib.sha256(envelope).digest())
