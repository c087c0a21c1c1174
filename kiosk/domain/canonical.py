"""Canonical bytes: the one encoding of every signed, sealed, hashed or transmitted value.

Core deterministic CBOR (RFC 8949 §4.2.1): definite lengths, shortest heads, map keys in the bytewise order of
their encodings. A map's keys are all text, all unsigned integers, or all byte strings of one length; there are no
floats, no tags but COSE's and no simple values but false, true and null. A decoder accepts nothing else, so one
value has exactly one byte string (docs/formats.md §2).

    EncodingError            these bytes are not a message of ours; refuse them, nothing to retry
"""

from __future__ import annotations

import io
import threading
from collections.abc import Iterable
from typing import Any, TypeVar

import cbor2
import msgspec

from kiosk.domain.heads import has_tag

T = TypeVar("T")

COSE_SIGN1 = 18
"""The one CBOR tag that occurs, outermost on signed messages (RFC 9052 §4.2)."""
_COSE_HEAD = b"\xd2"
_MAP = 5
"""The major type of a map (RFC 8949 §3.1)."""


class EncodingError(ValueError):
    """Bytes that are not the canonical encoding of the expected type. `code` is short and stable."""

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(f"{code}: {detail}" if detail else code)
        self.code = code


def encode(value: object) -> bytes:
    """The canonical bytes of plain values: dict, list, tuple, str, bytes, int, bool, None."""
    return bytes(cbor2.dumps(value, canonical=True))


def decode(data: bytes) -> Any:
    """The value of canonical bytes. Raises EncodingError for anything else, trailing bytes included."""
    if has_tag(data, 1 if data[:1] == _COSE_HEAD else 0):
        raise EncodingError("not-plain", "tag")
    try:
        value = cbor2.loads(data)
        inner = value.value if type(value) is cbor2.CBORTag and value.tag == COSE_SIGN1 else value
        if _is_in_order(inner) and _again.encode(value) == data:
            return value
        again = cbor2.dumps(value, canonical=True)
        plain = _is_plain(inner)
    except Exception as error:  # cbor2 also raises what the types behind its tags raise, such as decimal.Overflow
        raise EncodingError("not-cbor") from error
    if again != data:
        raise EncodingError("not-canonical")
    if not plain:
        raise EncodingError("not-plain")
    return value


def decode_at(data: bytes, at: int) -> tuple[Any, int]:
    """The plain value whose canonical bytes begin at `at`, and where they end; what follows is not looked at.

    `data` must be without tags (`heads.has_tag`). Raises EncodingError.
    """
    stream = io.BytesIO(data)  # shares the bytes
    stream.seek(at)
    try:
        value = cbor2.CBORDecoder(stream).decode()
        again = cbor2.dumps(value, canonical=True)
    except Exception as error:
        raise EncodingError("not-cbor") from error
    end = at + len(again)
    if data[at:end] != again:
        raise EncodingError("not-canonical")
    if not _is_plain(value):
        raise EncodingError("not-plain")
    return value, end


def count_at(data: bytes, at: int) -> tuple[int, int]:
    """How many entries the map has whose canonical head begins at `at`, and where the first begins.

    Raises EncodingError.
    """
    head = data[at] if at < len(data) else 0
    rest = head & 31
    width = 1 << rest - 24 if 24 <= rest <= 27 else 0
    end = at + 1 + width
    if head >> 5 != _MAP or rest > 27 or end > len(data):
        raise EncodingError("wrong-shape", "a map")
    count = int.from_bytes(data[at + 1 : end], "big") if width else rest
    if width and count < (24 if width == 1 else 1 << 4 * width):
        raise EncodingError("not-canonical")
    return count, end


class _Again(threading.local):
    """Encodes in the order of the maps it is given; making an encoder costs as much as using it, so each thread
    keeps its own."""

    def __init__(self) -> None:
        self._stream = io.BytesIO()
        self._encoder = cbor2.CBOREncoder(self._stream)

    def encode(self, value: object) -> bytes:
        try:
            self._encoder.encode(value)
            return self._stream.getvalue()
        except BaseException:
            self._encoder = cbor2.CBOREncoder(self._stream)  # the old one may remember what it was in the middle of
            raise
        finally:
            self._stream.seek(0)
            self._stream.truncate()


_again = _Again()


_LEAVES = frozenset({bytes, str, bool, type(None)})
_RISING: set[tuple[Any, ...]] = set()
"""Keys of maps that were found to rise: messages of a kind have the same ones, all text."""
_MOST_RISING, _LONGEST_RISING = 256, 1_000
"""So many of them, and so many characters in each: what others send must not fill memory."""


def _is_in_order(value: object) -> bool:
    """Whether a decoded value is plain with all map keys in canonical order: the quick answer for what is right.

    Such a value needs no sorting to be encoded canonically. False only means that it must be looked at closely.
    """
    inner: Iterable[object]
    if type(value) is dict:
        if not _keys_rise(tuple(value)):
            return False
        inner = value.values()
    elif type(value) is list:
        inner = value
    else:
        return type(value) in _LEAVES or (type(value) is int and -(2**64) <= value < 2**64)
    for each in inner:  # noqa: SIM110 - a generator costs as much as what it asks
        if type(each) not in _LEAVES and not _is_in_order(each):
            return False
    return True


def _keys_rise(keys: tuple[Any, ...]) -> bool:
    """Whether keys rise as their encodings do: of text the shorter first, of bytes only where all are as long.

    Other keys are left to the closer look.
    """
    if keys in _RISING:
        return True
    try:
        together = "".join(keys)
    except TypeError:
        alike = all(type(key) is bytes and len(key) == len(keys[0]) for key in keys)
        return alike and list(keys) == sorted(keys)
    raw = keys if together.isascii() else list(map(str.encode, keys))
    places = list(zip(map(len, raw), raw, strict=True))
    if places != sorted(places):
        return False
    if len(together) <= _LONGEST_RISING and len(_RISING) < _MOST_RISING:
        _RISING.add(keys)
    return True


def _is_plain(value: object) -> bool:
    """Whether only what `encode` takes occurs in a decoded value; beyond 64 bits an integer needs a tag."""
    match value:
        case None | bool() | str() | bytes():
            return True
        case int():
            return type(value) is int and -(2**64) <= value < 2**64
        case list():
            return all(map(_is_plain, value))
        case dict():
            return _keys_alike(value) and all(map(_is_plain, value.values()))
    return False


def _keys_alike(value: dict[Any, Any]) -> bool:
    """One kind of key in a map: then sorting by bytes and sorting by length first give the same order."""
    kinds = {(type(key), len(key) if type(key) is bytes else 0) for key in value}
    return len(kinds) <= 1 and all(type(key) in (str, bytes) or (type(key) is int and key >= 0) for key in value)


def to_map(message: object) -> dict[str, Any]:
    """A frozen dataclass as a map with text keys; fields that are None are left out."""
    built = msgspec.to_builtins(message, builtin_types=(bytes,))
    return {key: value for key, value in built.items() if value is not None}


def encode_message(message: object) -> bytes:
    """The canonical bytes of a frozen dataclass."""
    return encode(to_map(message))


def read(type_: type[T], value: object) -> T:
    """A dataclass from decoded plain values, checked field by field; unknown fields are ignored.

    Raises EncodingError. Unknown fields are how a newer version may add to a message (DESIGN.md §7).
    """
    try:
        return msgspec.convert(value, type_, builtin_types=(bytes,))
    except (msgspec.ValidationError, RecursionError) as error:
        raise EncodingError("wrong-shape", str(error)) from error


def decode_message(type_: type[T], data: bytes) -> T:
    """`read(type_, decode(data))`. Raises EncodingError."""
    return read(type_, decode(data))


def pad(data: bytes, block: int) -> bytes:
    """`data`, then 0x80 and zeros up to a multiple of `block` bytes (ISO/IEC 7816-4), so that length says little."""
    padded = data + b"\x80"
    return padded + b"\x00" * (-len(padded) % block)


def unpad(data: bytes) -> bytes:
    """What `pad` was given. Raises EncodingError."""
    bare = data.rstrip(b"\x00")
    if not bare.endswith(b"\x80"):
        raise EncodingError("bad-padding")
    return bare[:-1]
