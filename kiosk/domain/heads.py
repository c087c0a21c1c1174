"""Tags in CBOR, found before anything behind them is decoded.

A decoder makes numbers, patterns and mails of tagged values: `d81e816931653939393939393939` is fourteen bytes and a
fraction of a hundred million digits. Tags have no place inside our messages, so nothing need be made of them.
"""

from __future__ import annotations

_TAG, _LONG = 100, 101


def has_tag(data: bytes, begin: int = 0) -> bool:
    """Whether a tag's head occurs at or after `begin`, in well-formed bytes or not. Walks over strings in one step."""
    at, size, steps = begin, len(data), _STEPS
    while at < size:
        step = steps[data[at]]
        if step < _TAG:
            at += step
        elif step == _TAG:
            return True
        else:
            width = step - _LONG
            at += 1 + width + int.from_bytes(data[at + 1 : at + 1 + width], "big")
    return False


def _step(head: int) -> int:
    """From a head to the next one: its own bytes and those of a short string; above _TAG, how wide the length is."""
    major, rest = head >> 5, head & 31
    width = 1 << rest - 24 if 24 <= rest <= 27 else 0
    if major == 6:
        return _TAG
    if major in (2, 3) and rest < 28:
        return _LONG + width if width else 1 + rest
    return 1 + width


_STEPS = bytes(map(_step, range(256)))
