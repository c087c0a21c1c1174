"""Changes to messages that keep them near enough to genuine ones to get past the first check."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

import cbor2
from fuzzing.decoders import Decoder, payload_of

from kiosk.domain.heads import has_tag

Raw = Callable[[bytes, int], bytes]
"""A change of bytes without any knowledge of them: (bytes, longest)."""

_NUMBERS = (0, 1, -1, 23, 24, 255, 256, 65_535, 2**31, 2**32, 2**53, 2**63 - 1, 2**63, 2**64 - 1, -(2**63), -(2**64))
_HEADS = (
    b"\xa1\x00\x00",
    b"\xa2\x61a\x00\x61a\x00",  # a key twice
    b"\x18\x00",  # longer than need be
    b"\x9f\xff",
    b"\x5f\x41a\xff",
    b"\xfb\x7f\xf8" + bytes(6),
    b"\xf9\x00\x00",
    b"\xf7",
    b"\xe0",
    b"\xc0\x60",
    b"\xc2\x49" + b"\xff" * 9,
    b"\xc4\x82\x1b\x7f" + b"\xff" * 7 + b"\x01",
    b"\xc5\x82\x1b\x7f" + b"\xff" * 7 + b"\x01",
    b"\xd8\x1e\x82\x01\x00",
    b"\xd8\x1c\x81\xd8\x1d\x00",
    b"\xd8\x23\x61(",
    b"\xd8\x24\x60",
    b"\x9b" + b"\xff" * 8,
    b"\x5b" + b"\xff" * 8,
    b"\x81" * 500 + b"\x00",
)
"""Encodings that are no plain value, or not the shortest one, put in place of a field."""


_LARGEST, _MOST = 200_000, 4_000
"""Payloads over so many bytes are not taken apart, and nothing grows beyond so many parts: changes add up."""


class _Hole:
    """Where a piece of foreign encoding goes."""


def mutated(decoder: Decoder, data: bytes, longest: int, seed: int, raw: Raw) -> bytes:
    """A changed message: mostly changed inside and signed again, sometimes changed as it travels."""
    chance = random.Random(seed)
    payload = payload_of(decoder, data)
    way = chance.random()
    if payload is None or len(payload) > _LARGEST or way < 0.12:
        return raw(data, longest)
    if way < 0.24:
        return _cut(decoder.wrap(raw(decoder.opened(data), longest)), longest)
    if way < 0.36:
        return _cut(decoder.signed(raw(payload, longest)), longest)
    return _cut(decoder.signed(_field_changed(payload, chance)), longest)


def _cut(message: bytes, longest: int) -> bytes:
    return message[:longest]


def _field_changed(payload: bytes, chance: random.Random) -> bytes:
    value = _taken_apart(payload)
    if value is None:
        return chance.choice(_HEADS) + payload
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        value = _changed(value, chance)
    try:
        encoded = cbor2.dumps(value, canonical=True, default=_mark_hole)
    except Exception:  # cycles and keys of several kinds, which a change may make
        return payload
    return bytes(encoded).replace(_HOLE, chance.choice(_HEADS))


def _taken_apart(payload: bytes) -> Any:
    """The value; None where there is none, or one with tags, of which the decoder might make something huge."""
    try:
        return None if has_tag(payload) else cbor2.loads(payload)
    except cbor2.CBORError:
        return None


_HOLE = b"\x58\x1ethirty bytes that stand for it."


def _mark_hole(encoder: cbor2.CBOREncoder, value: object) -> None:
    encoder.write(_HOLE)


def _changed(value: Any, chance: random.Random) -> Any:
    """A value with one place in it changed; deeper places are as likely as the top."""
    if isinstance(value, dict) and value and chance.random() < 0.85:
        return _map_changed(dict(value), chance)
    if isinstance(value, list) and value and chance.random() < 0.85:
        return _list_changed(list(value), chance)
    if isinstance(value, bytes) and chance.random() < 0.4:
        return _inner_changed(value, chance)
    return _other(value, chance)


def _map_changed(value: dict[Any, Any], chance: random.Random) -> dict[Any, Any]:
    name = chance.choice(list(value))
    match chance.randrange(8):
        case 0:
            del value[name]
        case 1:
            value[_other_key(name, chance)] = value.pop(name)
        case 2:
            value[_other_key(name, chance)] = _any(chance)
        case 3:
            value[name] = value[chance.choice(list(value))]
        case _:
            value[name] = _changed(value[name], chance)
    return value


def _list_changed(value: list[Any], chance: random.Random) -> list[Any]:
    at = chance.randrange(len(value))
    match chance.randrange(7):
        case 0:
            del value[at]
        case 1:
            value.insert(at, value[chance.randrange(len(value))])
        case 2:
            value[at:at] = (value[: chance.randrange(len(value)) + 1] * chance.choice((1, 2, 50, 600)))[:_MOST]
            del value[_MOST:]
        case 3:
            chance.shuffle(value)
        case _:
            value[at] = _changed(value[at], chance)
    return value


def _inner_changed(value: bytes, chance: random.Random) -> bytes:
    """Bytes that are a message themselves, such as a journal's entry, are changed inside."""
    try:
        return bytes(cbor2.dumps(_changed(_taken_apart(value), chance), canonical=True))
    except Exception:  # as in _field_changed
        return bytes(value[: chance.randrange(len(value) + 1)])


def _other_key(name: Any, chance: random.Random) -> Any:
    match name:
        case str():
            return chance.choice((name + "x", name[:-1], "", "字", "\x00", name.upper()))
        case int():
            return chance.choice((name + 1, 0, -1, 2**64 - 1, 2**64))
        case bytes():
            return chance.choice((name[:-1], name + b"\x00", bytes(len(name))))
    return name


def _other(value: Any, chance: random.Random) -> Any:
    """Another value, mostly of the same kind."""
    if chance.random() < 0.3:
        return _any(chance)
    match value:
        case bool():
            return not value
        case int():
            return chance.choice((value + 1, value - 1, -value, *_NUMBERS))
        case str():
            return chance.choice(
                (
                    value[:-1],
                    value + "x",
                    (value * 40)[:_MOST],
                    "../" + value,
                    value + "\x00",
                    "字" * 50,
                    "",
                    value.upper(),
                )
            )
        case bytes():
            return chance.choice(
                (value[:-1], value + b"\x00", bytes(len(value)), b"", value * 40, chance.randbytes(32))
            )
    return _any(chance)


def _any(chance: random.Random) -> Any:
    """Anything at all, also what no message has."""
    plain = (None, True, False, chance.choice(_NUMBERS), 1.5, "", "x", b"", bytes(16), bytes(32))
    return chance.choice((*plain, [], {}, [[]], {0: 0}, _Hole()))
