"""The journal's entries and the messages they travel in: entry, bundle, acknowledgement (DESIGN.md §7).

An entry is canonical bytes, stored once and sent as they are. `hash_n = SHA-256(hash_{n-1} ‖ bytes_n)`; the chain
starts at `genesis`, which depends on the kiosk and its epoch. `seq` starts at 1 and has no gaps.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from kiosk.domain.canonical import EncodingError, decode_message, encode, encode_message

MAX_ENTRIES = 500
MAX_BUNDLE_BYTES = 1_000_000
MAX_ENTRY_BYTES = 200_000
EPOCH_BYTES = 16


_MAP_OF_FOUR = 0xA4


class Kind(StrEnum):
    """Kinds of entries this version writes. A server parks kinds it does not know."""

    ATTENDANCE = "attendance"
    CAST = "cast"
    SUGGESTION = "suggestion"
    OPINION = "opinion"
    STAFF = "staff"
    RESCUED = "rescued"
    """An entry of a damaged database that no chain proves: `epoch`, `seq` and `entry` as it was. Servers park it."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One record. `body` is a plain map whose shape `kind` decides."""

    v: int
    seq: int
    kind: str
    body: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Attendance:
    """Body of `attendance`: a card signed in. `at` is trusted Unix time in seconds, `how` is `card` or `staff`.

    `session` is the one that was on, if any.
    """

    credential: bytes
    role: str
    category: str
    at: int
    how: str
    session: int | None = None


@dataclass(frozen=True, slots=True)
class Opinion:
    """Body of `opinion`: one anonymous tap after an answer; `verdict` is `answered`, `unclear` or `not_answered`.

    `id` is random and says nothing of anybody. An entry that a rescue recorded again may be in two epochs once a lost
    medium is back: whoever counts, counts each id once. Opinions of older kiosks have none.
    """

    problem: int
    verdict: str
    id: bytes | None = None


def encode_entry(seq: int, kind: str, body: dict[str, Any]) -> bytes:
    """The canonical bytes of an entry. Raises EncodingError `too-large` for one that no bundle could carry."""
    entry = encode({"v": 1, "seq": seq, "kind": kind, "body": body})
    if len(entry) > MAX_ENTRY_BYTES:
        raise EncodingError("too-large", kind)
    return entry


def decode_entry(data: bytes) -> Entry:
    """The entry. Raises EncodingError."""
    return decode_message(Entry, data)


def decode_recorded(data: bytes) -> Entry:
    """The entry; of one that a rescue brought over, the entry that it was. Raises EncodingError."""
    entry = decode_entry(data)
    if entry.kind != Kind.RESCUED:
        return entry
    inner = entry.body.get("entry")
    if not isinstance(inner, bytes):
        raise EncodingError("wrong-shape", "rescued")
    return decode_entry(inner)


def body_bytes(entry: Entry, data: bytes) -> bytes:
    """The canonical bytes of an entry's body, cut out of `data`, the entry's own, instead of encoding it again.

    Canonical keys stand in the order v, seq, body, kind; with a field of a later version the body is encoded.
    """
    if data[0] != _MAP_OF_FOUR or entry.v != 1 or entry.seq < 0:
        return encode(entry.body)
    kind = len(entry.kind.encode())
    start = len(b"\xa4\x61v\x01\x63seq\x64body") + _head_length(entry.seq)
    return data[start : len(data) - len(b"\x64kind") - _head_length(kind) - kind]


def _head_length(number: int) -> int:
    """Bytes of the head of a CBOR integer or string (RFC 8949 §3)."""
    if number < 24:
        return 1
    if number < 2**8:
        return 2
    return 3 if number < 2**16 else 5 if number < 2**32 else 9


def genesis(kiosk: str, epoch: bytes) -> bytes:
    """hash_0 of a kiosk's epoch, 32 bytes."""
    return hashlib.sha256(encode(["sanmin/1/journal", kiosk, epoch])).digest()


def chain(previous: bytes, entry: bytes) -> bytes:
    """hash_n from hash_{n-1} and the entry's bytes."""
    return hashlib.sha256(previous + entry).digest()


def chain_all(previous: bytes, entries: Iterable[bytes]) -> bytes:
    """The head after several entries."""
    for entry in entries:
        previous = chain(previous, entry)
    return previous


@dataclass(frozen=True, slots=True)
class Bundle:
    """A piece of a kiosk's journal in transit, or, without entries, a question whether there is something new.

    `spent_cursor` says how much of the server's list of spent marks the kiosk has; `health` is free-form, small,
    without personal data.
    """

    v: int
    campaign: str
    kiosk: str
    epoch: bytes
    first_seq: int
    prev_hash: bytes
    entries: tuple[bytes, ...]
    head_hash: bytes
    spent_cursor: int = 0
    health: dict[str, Any] = field(default_factory=dict)


def check_bundle(bundle: Bundle) -> None:
    """Size limits and the chain inside the bundle. Raises EncodingError."""
    if bundle.v != 1:
        raise EncodingError("unknown-version")
    if len(bundle.epoch) != EPOCH_BYTES or len(bundle.prev_hash) != 32:
        raise EncodingError("wrong-shape", "bundle")
    if bundle.first_seq < 1 or bundle.spent_cursor < 0:
        raise EncodingError("wrong-shape", "bundle")
    if len(bundle.entries) > MAX_ENTRIES or sum(map(len, bundle.entries)) > MAX_BUNDLE_BYTES:
        raise EncodingError("too-large")
    if bundle.first_seq == 1 and bundle.prev_hash != genesis(bundle.kiosk, bundle.epoch):
        raise EncodingError("broken-chain", "genesis")
    if chain_all(bundle.prev_hash, bundle.entries) != bundle.head_hash:
        raise EncodingError("broken-chain")


class Outcome(StrEnum):
    """What the server did with a bundle."""

    STORED = "stored"
    GAP = "gap"
    FORK = "fork"


@dataclass(frozen=True, slots=True)
class Acknowledgement:
    """The server's signed answer; the only thing that counts as success.

    Everything up to `acked_seq` is durable at the server and its head there is `head_hash`. `server_time` is Unix
    seconds. `spent` continues the list of spent marks after the bundle's cursor; `spent_cursor` is the new one.
    `parked` of this kiosk's entries are kept and not understood; None: none, or a server of an older version.
    """

    v: int
    campaign: str
    kiosk: str
    epoch: bytes
    outcome: Outcome
    acked_seq: int
    head_hash: bytes
    server_epoch: bytes
    server_time: int
    pack_version: int
    status_version: int
    spent: tuple[bytes, ...]
    spent_cursor: int
    parked: int | None = None

    def encoded(self) -> bytes:
        """The canonical bytes that are signed."""
        return encode_message(self)
