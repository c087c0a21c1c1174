"""SQLite's pages read without SQLite: every row that a damaged file still holds (sqlite.org/fileformat2.html).

SQLite stops at the first page it cannot believe. Here a page is looked at for itself: rows of intact leaf pages are
found although the header, the schema or the pages above them are gone. Nothing is written.
"""

from __future__ import annotations

import itertools
import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

Value = int | bytes | str | None
Row = tuple[Value, ...]

DEFAULT_PAGE = 4096
LEAF_TABLE = 0x0D
_OTHER_PAGES = (0x02, 0x05, 0x0A)
_FIRST_PAGE_HEADER = 100
_WAL_HEADER, _FRAME_HEADER = 32, 24
_WAL_MAGIC = 0x377F0682
_MOST_COLUMNS = 8
_INTEGER_BYTES = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}


@dataclass(frozen=True, slots=True)
class Wal:
    """What a write-ahead log holds. `committed` ends with the last commit whose checksums hold, as SQLite reads it;
    `every` takes all complete frames as they lie there. `clean` says that nothing but an unfinished tail is amiss.
    """

    committed: Mapping[int, bytes]
    every: Mapping[int, bytes]
    clean: bool


def split_pages(database: bytes) -> dict[int, bytes]:
    """The complete pages of a database file by number, from 1."""
    size = page_size(database)
    count = len(database) // size
    return {number + 1: database[number * size : (number + 1) * size] for number in range(count)}


def page_size(database: bytes) -> int:
    """The page size that the header names, or the default if it names none that SQLite allows."""
    size = int.from_bytes(database[16:18], "big")
    size = 65536 if size == 1 else size
    return size if 512 <= size <= 65536 and size & (size - 1) == 0 else DEFAULT_PAGE


def read_wal(wal: bytes) -> Wal:
    """The frames of a write-ahead log; an empty one is clean."""
    if len(wal) <= _WAL_HEADER:
        return Wal({}, {}, True)
    size = int.from_bytes(wal[8:12], "big")
    order = ">" if wal[3] & 1 else "<"
    sums = _checksum(wal[:24], (0, 0), order)
    good = int.from_bytes(wal[:4], "big") & ~1 == _WAL_MAGIC and sums == _pair(wal[24:32])
    size, intact = size if good else DEFAULT_PAGE, good
    pending: dict[int, bytes] = {}
    committed: dict[int, bytes] = {}
    every: dict[int, bytes] = {}
    clean = good
    for frame in _frames(wal, size):
        number, commits = int.from_bytes(frame[:4], "big"), frame[4:8] != bytes(4)
        ours = frame[8:16] == wal[16:24]
        if ours or not good:
            every[number] = frame[_FRAME_HEADER:]
        if not ours:
            intact = False  # left over from before the log was begun anew
            continue
        if intact:
            sums = _checksum(frame[_FRAME_HEADER:], _checksum(frame[:8], sums, order), order)
            intact = sums == _pair(frame[16:24])
        clean = clean and (intact or not commits)
        if intact:
            pending[number] = frame[_FRAME_HEADER:]
            if commits:
                committed.update(pending)
                pending.clear()
    return Wal(committed, every, clean)


def rows(pages: Mapping[int, bytes], guess: bool = False) -> Iterator[Row]:
    """Every row of every leaf page of a table, whichever table it is of. Cells that make no sense are left out.

    With `guess`, pages of no known type are read as leaves too: what they yield needs proof of its own.
    """
    for number, page in pages.items():
        start = _FIRST_PAGE_HEADER if number == 1 else 0
        if len(page) < 512 or page[start] in _OTHER_PAGES or not (guess or page[start] == LEAF_TABLE):
            continue
        count = min(int.from_bytes(page[start + 3 : start + 5], "big"), len(page) // 4)
        for cell in range(count):
            at = int.from_bytes(page[start + 8 + 2 * cell : start + 10 + 2 * cell], "big")
            try:
                yield _record(_payload(pages, page, at))
            except (IndexError, ValueError, KeyError):
                continue


def _frames(wal: bytes, size: int) -> Iterator[bytes]:
    step = _FRAME_HEADER + size
    for at in range(_WAL_HEADER, len(wal) - step + 1, step):
        yield wal[at : at + step]


def _payload(pages: Mapping[int, bytes], page: bytes, at: int) -> bytes:
    """A cell's payload, followed onto its overflow pages."""
    length, at = _varint(page, at)
    _, at = _varint(page, at)
    usable = len(page)
    local = _local(length, usable)
    data = page[at : at + local]
    if length > local:
        following = int.from_bytes(page[at + local : at + local + 4], "big")
        parts = [data]
        for _ in itertools.repeat(None, -(-(length - local) // (usable - 4))):
            overflow = pages[following]
            parts.append(overflow[4:])
            following = int.from_bytes(overflow[:4], "big")
        data = b"".join(parts)[:length]
    if len(data) != length:
        raise ValueError("cell beyond its page")
    return data


def _local(length: int, usable: int) -> int:
    """How much of a payload lies on the leaf page itself (file format, section 1.6)."""
    most = usable - 35
    if length <= most:
        return length
    least = (usable - 12) * 32 // 255 - 23
    some = least + (length - least) % (usable - 4)
    return some if some <= most else least


def _record(payload: bytes) -> Row:
    """The values of a record; only the kinds that the kiosk's tables have."""
    end, at = _varint(payload, 0)
    types = []
    while at < end:
        kind, at = _varint(payload, at)
        types.append(kind)
    if at != end or len(types) > _MOST_COLUMNS:
        raise ValueError("record header")
    values: list[Value] = []
    for kind in types:
        value, at = _value(payload, at, kind)
        values.append(value)
    if at != len(payload):
        raise ValueError("record length")
    return tuple(values)


def _value(payload: bytes, at: int, kind: int) -> tuple[Value, int]:
    if kind == 0:
        return None, at
    if kind in (8, 9):
        return kind - 8, at
    length = _INTEGER_BYTES[kind] if kind < 12 else (kind - 12) // 2
    raw = payload[at : at + length]
    if len(raw) != length:
        raise ValueError("value beyond its record")
    if kind < 12:
        return int.from_bytes(raw, "big", signed=True), at + length
    return (raw.decode("utf-8") if kind % 2 else raw), at + length


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = 0
    for place in range(9):
        byte = data[at]
        at += 1
        if place == 8:
            return value << 8 | byte, at
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at
    raise ValueError("varint")


def _pair(data: bytes) -> tuple[int, int]:
    return int.from_bytes(data[:4], "big"), int.from_bytes(data[4:8], "big")


def _checksum(data: bytes, seed: tuple[int, int], order: str) -> tuple[int, int]:
    """The log's running checksum (file format, section 4.2)."""
    first, second = seed
    for one, two in struct.iter_unpack(f"{order}II", data):
        first = (first + one + second) & 0xFFFFFFFF
        second = (second + two + first) & 0xFFFFFFFF
    return first, second
