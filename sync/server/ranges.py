"""One byte range of a request (RFC 9110 §14), for files that the system cannot send by itself."""

from __future__ import annotations

import re
from dataclasses import dataclass

_RANGE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Part:
    """So many bytes from `offset` on."""

    offset: int
    length: int


class OutsideFile(Exception):
    """416: the range begins behind the end."""


def part_of(range_header: str | None, if_range: str | None, tag: str, size: int) -> Part | None:
    """What is asked for; None for everything: no range, several, one that is not understood, or another file's.

    Raises OutsideFile.
    """
    match = _RANGE.fullmatch((range_header or "").strip())
    if match is None or not any(match.groups()) or (if_range is not None and if_range.strip() != f'"{tag}"'):
        return None
    first, last = match.groups()
    if not first:
        return _suffix(int(last), size)
    end = min(int(last) + 1, size) if last else size
    if last and int(last) < int(first):
        return None
    if int(first) >= size:
        raise OutsideFile
    return Part(int(first), end - int(first))


def _suffix(length: int, size: int) -> Part:
    if not length or not size:
        raise OutsideFile
    return Part(max(0, size - length), min(length, size))
