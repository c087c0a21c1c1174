"""The pack: the campaign's signed content. A manifest names every file by hash and chunk; versions only rise."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from kiosk.domain.canonical import EncodingError, decode_message, encode_message

CHUNK = 4 * 1024 * 1024
"""Bytes of one verified piece: what a flipped bit costs."""

CAMPAIGN_FILE = "campaign.json"
ACCESS_FILE = "access.json"


@dataclass(frozen=True, slots=True)
class PackFile:
    """One file: its name in the pack, its size in bytes, its SHA-256 and that of each 4 MiB chunk."""

    name: str
    size: int
    sha256: bytes
    chunks: tuple[bytes, ...]


@dataclass(frozen=True, slots=True)
class Manifest:
    """What the organiser signs. `created` is Unix time in seconds; `version` starts at 1 and only rises."""

    v: int
    campaign: str
    version: int
    created: int
    files: tuple[PackFile, ...]

    def file(self, name: str) -> PackFile | None:
        """The file of this name, or None."""
        return next((file for file in self.files if file.name == name), None)

    def encoded(self) -> bytes:
        """The canonical bytes that are signed."""
        return encode_message(self)


@dataclass(frozen=True, slots=True)
class PinVerifier:
    """A card's PIN as a slow salted hash: scrypt (RFC 7914), see `kiosk.crypto.pin`."""

    credential: bytes
    salt: bytes
    hash: bytes


@dataclass(frozen=True, slots=True)
class Access:
    """`access.json`: which cards are refused and how PINs are verified."""

    revoked: tuple[bytes, ...]
    replaced: tuple[bytes, ...]
    pins: tuple[PinVerifier, ...]


def describe(name: str, stream: BinaryIO) -> PackFile:
    """Read a stream once and describe it as a pack file."""
    whole, chunks, size = hashlib.sha256(), [], 0
    for chunk in read_chunks(stream):
        whole.update(chunk)
        chunks.append(hashlib.sha256(chunk).digest())
        size += len(chunk)
    return PackFile(name, size, whole.digest(), tuple(chunks))


def read_chunks(stream: BinaryIO) -> Iterator[bytes]:
    """The stream in chunks of `CHUNK` bytes."""
    while chunk := stream.read(CHUNK):
        yield chunk


def decode_manifest(payload: bytes) -> Manifest:
    """A manifest with sane names and sizes. Raises EncodingError."""
    manifest = decode_message(Manifest, payload)
    if manifest.v != 1:
        raise EncodingError("unknown-version")
    names = [file.name for file in manifest.files]
    if len(set(names)) != len(names) or not all(map(safe_name, names)) or manifest.version < 1:
        raise EncodingError("wrong-shape", "manifest")
    for file in manifest.files:
        if len(file.chunks) != -(-file.size // CHUNK) or len(file.sha256) != 32 or file.size < 0:
            raise EncodingError("wrong-shape", file.name)
    return manifest


def safe_name(name: str) -> bool:
    """Whether a name stays inside the pack: relative, plain characters, no `..`."""
    parts = name.split("/")
    return bool(name) and all(part.strip(".") and not set(part) - _NAME_CHARACTERS for part in parts)


_NAME_CHARACTERS = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.")
