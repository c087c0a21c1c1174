"""What the stages pass on: records as a CBOR sequence (RFC 8742), one canonical map after the other."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

import cbor2

from kiosk.domain.canonical import EncodingError, encode_message, read
from organiser.files import PUBLIC, new_file
from organiser.tally.errors import TallyRefused

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Collected:
    """One journal entry of kind `cast` as the server stored it."""

    kiosk: str
    venue: str
    epoch: bytes
    seq: int
    entry: bytes


@dataclass(frozen=True, slots=True)
class Sealed:
    """One sealed rating with what decides whether it counts."""

    person: int
    credential: bytes
    home: bool
    replaced: bool
    envelope: bytes
    form: str
    form_version: int
    item: str
    sealed: bytes


@dataclass(frozen=True, slots=True)
class Stripped:
    """One sealed rating without any trace of who cast it, when and where."""

    form: str
    form_version: int
    item: str
    sealed: bytes


@dataclass(frozen=True, slots=True)
class Pile:
    """How often one mark was given to one item of a form; a ballot's items are departments."""

    form: str
    form_version: int
    item: str
    code: int
    count: int


class CardState(StrEnum):
    """Whether a card's ratings count: `replaced` ones do where the new card did not rate."""

    VALID = "valid"
    REPLACED = "replaced"
    REVOKED = "revoked"


@dataclass(frozen=True, slots=True)
class Holder:
    """One issued card without its holder's name. `person` is the same number for all cards of one person."""

    credential: bytes
    person: int
    venue: str
    category: str
    state: CardState


def write_records(path: Path, records: Iterable[object]) -> tuple[bytes, int]:
    """Write a sequence whole or not at all; its SHA-256 and how many records it has."""
    digest, count = hashlib.sha256(), 0
    with new_file(path, PUBLIC) as stream:
        for record in records:
            data = encode_message(record)
            stream.write(data)
            digest.update(data)
            count += 1
    return digest.digest(), count


def read_records(path: Path, type_: type[T]) -> Iterator[T]:
    """The records one after the other. Raises TallyRefused."""
    try:
        with path.open("rb") as stream:
            decoder, size = cbor2.CBORDecoder(stream), path.stat().st_size
            while stream.tell() < size:
                value: Any = decoder.decode()
                yield read(type_, value)
    except FileNotFoundError as error:
        raise TallyRefused("missing", path.name) from error
    except (cbor2.CBORError, EncodingError, ValueError, OSError) as error:
        raise TallyRefused("damaged", path.name) from error


def file_digest(path: Path) -> bytes:
    """SHA-256 of a file. Raises TallyRefused `missing`."""
    try:
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").digest()
    except FileNotFoundError as error:
        raise TallyRefused("missing", path.name) from error
