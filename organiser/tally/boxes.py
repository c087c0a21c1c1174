"""A sealed rating on its way through the stages: its record's bytes in pieces, and the bytes it is sorted by.

A record is a canonical array (docs/formats.md), so it is its fields' encodings one after the other. Each is encoded
once, when a box is first read; after that stages only compare and join bytes:

    sealed-item   = head ‖ label ‖ sealed      head: person, credential, home, state, envelope
    stripped-item =  84  ‖ label ‖ sealed      label: form, form_version, item and the length of the box

Boxes are plain tuples of bytes and not named ones: there are millions, and these are sorted twice as fast.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple, TypeAlias

import cbor2

from kiosk.domain.ballot import counted_first
from kiosk.domain.canonical import encode
from organiser.tally.errors import TallyRefused
from organiser.tally.records import CardState, Sealed, Stripped

Box: TypeAlias = tuple[bytes, bytes, bytes, bytes]
"""(place, head, label, sealed). `place` rises by person, form and item, then as `claim` says."""
Bare: TypeAlias = tuple[bytes, bytes, bytes]
"""(place, label, sealed). `place` rises by form and item, then by the hash of the box."""

CLAIM_BYTES = 33
"""The end of a box's place: which of a person's boxes for one item counts; all before it is the same for them."""
REVOKED, REPLACED, AWAY = 4, 2, 1
PERSON_BYTES = 8
"""The beginning of a box's place; form and item follow."""
_HEAD_OF_9, _HEAD_OF_4 = b"\x89", b"\x84"
_LABELS = 4096
"""Labels remembered: as many as all forms have items, and some that do not belong there."""


class Named(NamedTuple):
    """What a label says."""

    form: str
    form_version: int
    item: str


@lru_cache(maxsize=_LABELS)
def label(form: str, form_version: int, item: str, size: int) -> bytes:
    """The encodings of a record's form, version and item, and the head of a box of `size` bytes."""
    return encode(form) + encode(form_version) + encode(item) + _string_head(size)


@lru_cache(maxsize=_LABELS)
def named(of: bytes) -> Named:
    """What `label` was given."""
    decode = cbor2.CBORDecoder(io.BytesIO(of)).decode
    return Named(decode(), decode(), decode())


@lru_cache(maxsize=_LABELS)
def names_place(form: str, item: str) -> bytes:
    """Bytes that rise as forms do, and within a form as items do."""
    return name_place(form) + name_place(item)


def name_place(name: str) -> bytes:
    """Bytes that rise as names do, and of which none begins another."""
    return name.encode().replace(b"\0", b"\0\1") + b"\0\0"


def person_place(person: int) -> bytes:
    """Bytes that rise as persons do. Raises OverflowError for what no count numbers."""
    return person.to_bytes(PERSON_BYTES, "big")


@lru_cache(maxsize=64)  # a cast's boxes come one after the other and share all of this
def claim(home: bool, state: CardState, envelope: bytes) -> bytes:
    """Where a box stands among a person's for one item: a revoked card's last, a replaced card's next."""
    away, digest = counted_first(home, envelope)
    marks = REVOKED * (state == CardState.REVOKED) | REPLACED * (state == CardState.REPLACED) | AWAY * away
    return bytes((marks,)) + digest


@lru_cache(maxsize=64)
def head(person: int, credential: bytes, home: bool, state: CardState, envelope: bytes) -> bytes:
    """The beginning of a sealed record, up to its envelope."""
    return _of_card(person, credential, home, state) + _string_head(len(envelope)) + envelope


@lru_cache(maxsize=64)  # a card's casts come one after the other
def _of_card(person: int, credential: bytes, home: bool, state: CardState) -> bytes:
    return _HEAD_OF_9 + encode([person, credential, home, state.value])[1:]


@lru_cache(maxsize=_LABELS)
def _string_head(size: int) -> bytes:
    """How so many bytes begin."""
    return encode(bytes(size))[: -size or None]


def boxed(records: Iterable[Sealed], file: str) -> Iterator[Box]:
    """A stage's records as boxes. Raises TallyRefused `damaged` for a number beyond what `file` can hold."""
    try:
        for person, credential, home, state, envelope, form, version, item, sealed in records:
            place = person_place(person) + names_place(form, item) + claim(home, state, envelope)
            about = label(form, version, item, len(sealed))
            yield place, head(person, credential, home, state, envelope), about, sealed
    except OverflowError as error:
        raise TallyRefused("damaged", file) from error


def bare(about: bytes, sealed: bytes) -> Bare:
    """A box alone, with its place in an order that says nothing (docs/adr/0031)."""
    return _label_place(about) + hashlib.sha256(sealed).digest(), about, sealed


@lru_cache(maxsize=_LABELS)
def _label_place(about: bytes) -> bytes:
    form, _, item = named(about)
    return names_place(form, item)


def bared(records: Iterable[Stripped]) -> Iterator[Bare]:
    """A stage's records as boxes alone."""
    return (bare(label(form, version, item, len(sealed)), sealed) for form, version, item, sealed in records)


def box_bytes(boxes: list[Box]) -> bytes:
    """Boxes as a stage's file has them."""
    return b"".join([beginning + about + sealed for _, beginning, about, sealed in boxes])


def bare_bytes(boxes: list[Bare]) -> bytes:
    """Boxes alone as a stage's file has them."""
    return b"".join([_HEAD_OF_4 + about + sealed for _, about, sealed in boxes])
