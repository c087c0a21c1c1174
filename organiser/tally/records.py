"""What the stages pass on: records as a CBOR sequence (RFC 8742), one canonical array after the other.

Records are named tuples and not dataclasses: a count has millions, and these are written and read in C, as arrays
in the order of their fields. Only the server's collection holds maps.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple, TypeVar

import cbor2
import msgspec

from organiser.tally.errors import TallyRefused

T = TypeVar("T")
BATCH = 1000
"""Records that are encoded or checked at a time."""
_READ = 1 << 16


@dataclass(frozen=True, slots=True)
class Collected:
    """One journal entry of kind `cast` as the server stored it."""

    kiosk: str
    venue: str
    epoch: bytes
    seq: int
    entry: bytes


class CardState(StrEnum):
    """Whether a card's ratings count: `replaced` ones do where the new card did not rate."""

    VALID = "valid"
    REPLACED = "replaced"
    REVOKED = "revoked"


class Holder(NamedTuple):
    """One issued card without its holder's name. `person` is the same number for all cards of one person."""

    credential: bytes
    person: int
    venue: str
    category: str
    route: str
    district: str
    state: CardState


class Sealed(NamedTuple):
    """One sealed rating with what decides whether it counts. `home`: it was cast at its holder's own venue."""

    person: int
    credential: bytes
    home: bool
    state: CardState
    envelope: bytes
    form: str
    form_version: int
    item: str
    sealed: bytes


class Stripped(NamedTuple):
    """One sealed rating without any trace of who cast it, when and where."""

    form: str
    form_version: int
    item: str
    sealed: bytes


class Pile(NamedTuple):
    """How often one mark was given to one item of a form; a ballot's items are departments.

    `code` is a text where the form asks for words.
    """

    form: str
    form_version: int
    item: str
    code: int | str
    number: int


@dataclass(frozen=True, slots=True)
class Spool:
    """What a file of records holds: its SHA-256 and how many."""

    sha256: bytes
    count: int


def encode_sequence(batch: list[tuple[Any, ...]]) -> bytes:
    """Up to 65,535 records, one after the other: an array of them without its head, which is faster than each alone."""
    head = 1 if len(batch) < 24 else 2 if len(batch) < 256 else 3
    return bytes(cbor2.dumps(batch, canonical=True))[head:]


def read_records(path: Path, type_: type[T], expected: Spool | None = None) -> Iterator[T]:
    """The records one after the other, checked against what the file's statement says. Raises TallyRefused.

    A file that is not what was expected is found out at its end: nothing made of it may be kept.
    """
    try:
        with path.open("rb") as stream:
            hashing, count = _Hashing(stream), 0
            for batch in _batches(hashing):
                yield from msgspec.convert(batch, list[type_], builtin_types=(bytes,))  # type: ignore[valid-type]
                count += len(batch)
            if expected and Spool(hashing.digest.digest(), count) != expected:
                raise TallyRefused("damaged", path.name)
    except FileNotFoundError as error:
        raise TallyRefused("missing", path.name) from error
    except (cbor2.CBORError, ValueError, TypeError, RecursionError, OverflowError, OSError) as error:
        raise TallyRefused("damaged", path.name) from error


def spool_of(path: Path) -> Spool:
    """What a file really holds, counted up to the first thing that is no record. Raises TallyRefused `missing`."""
    count = 0
    try:
        with path.open("rb") as stream:
            digest = hashlib.file_digest(stream, "sha256").digest()
            stream.seek(0)
            count = sum(map(len, _batches(stream)))
    except FileNotFoundError as error:
        raise TallyRefused("missing", path.name) from error
    except (cbor2.CBORError, ValueError, TypeError, RecursionError, OverflowError):
        pass
    return Spool(digest, count)


class _Hashing:
    """A stream that hashes what is read through it."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.digest = hashlib.sha256()

    def read(self, size: int = -1) -> bytes:
        data = self._stream.read(size)
        self.digest.update(data)
        return data


def _batches(stream: Any) -> Iterator[list[Any]]:
    """Decoded values, some at a time. A value cut off at the end is left out: the file's SHA-256 tells."""
    decode = cbor2.CBORDecoder(stream, read_size=_READ).decode
    while True:
        batch: list[Any] = []
        try:
            while len(batch) < BATCH:
                batch.append(decode())
        except cbor2.CBORDecodeEOF:
            if batch:
                yield batch
            return
        yield batch
