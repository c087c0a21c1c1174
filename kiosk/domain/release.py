"""A release of the product: the wheels of one version, listed and signed by the organiser (docs/formats.md §9)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kiosk.domain.canonical import EncodingError, decode_message, encode_message

RELEASE_FILE = "release.cose"
_VERSION = re.compile(r"\d{1,4}(\.\d{1,4}){1,3}")
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._+-]{0,199}\.whl")


@dataclass(frozen=True, slots=True)
class ReleaseFile:
    """One wheel: its bare name, its size in bytes, its SHA-256."""

    name: str
    size: int
    sha256: bytes


@dataclass(frozen=True, slots=True)
class Release:
    """What the organiser signs. `version` is dotted numbers; `created` is Unix seconds."""

    v: int
    version: str
    created: int
    files: tuple[ReleaseFile, ...]

    def encoded(self) -> bytes:
        """The canonical bytes that are signed."""
        return encode_message(self)


def decode_release(payload: bytes) -> Release:
    """A well-formed release. Raises EncodingError: `unknown-version`, `wrong-shape`."""
    release = decode_message(Release, payload)
    if release.v != 1:
        raise EncodingError("unknown-version")
    names = [file.name for file in release.files]
    if not _VERSION.fullmatch(release.version) or len(set(names)) != len(names) or not names:
        raise EncodingError("wrong-shape")
    if any(not _NAME.fullmatch(file.name) or len(file.sha256) != 32 or file.size < 0 for file in release.files):
        raise EncodingError("wrong-shape")
    return release


def version_key(version: str) -> tuple[int, ...]:
    """For comparing versions: 0.10 is later than 0.9."""
    return tuple(int(part) for part in version.split("."))
