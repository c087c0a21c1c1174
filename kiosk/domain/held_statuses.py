"""A status list as a kiosk holds it: its bytes, and of each status nothing until somebody asks for it.

To read a year's list whole takes most of a second in which no Python of the screen runs, and comes with every change.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from kiosk.domain.canonical import EncodingError, count_at, decode_at, read
from kiosk.domain.heads import has_tag
from kiosk.domain.receipt import STATUS_KEY_BYTES
from kiosk.domain.suggestion import Status

_KEY = bytes([0x40 | STATUS_KEY_BYTES])
"""The head of a key: a string of so many bytes."""
_STATUSES = "statuses"


@dataclass(frozen=True, slots=True)
class HeldStatuses:
    """All statuses as of a moment. `version` and `as_of` as in `StatusList`; `count` is how many there are."""

    campaign: str
    version: int
    as_of: int
    count: int
    payload: bytes = field(repr=False)
    begin: int = field(repr=False)
    """Where in `payload` the first status's key is."""

    def find(self, key: bytes) -> Status | None:
        """The status under a `receipt.status_key`; None if there is none, or none that this program can read."""
        sought = _KEY + key
        at = self.payload.find(sought, self.begin)
        while at >= 0:
            try:
                return read(Status, decode_at(self.payload, at + len(sought))[0])
            except EncodingError:  # of a later version; or the same bytes by chance, within a text
                at = self.payload.find(sought, at + 1)
        return None


@dataclass(frozen=True, slots=True)
class _Head:
    """The fields of a status list that every reader needs."""

    campaign: str
    version: int
    as_of: int


def hold_statuses(payload: bytes) -> HeldStatuses:
    """A list of which only the fields before its statuses are read; `payload` is what the server signed.

    Raises EncodingError. Unknown fields are ignored, whether they come before or behind the statuses.
    """
    if has_tag(payload):
        raise EncodingError("not-plain", "tag")
    fields, at = count_at(payload, 0)
    before: dict[str, Any] = {}
    for _ in range(fields):
        name, at = decode_at(payload, at)
        if name == _STATUSES:
            head = read(_Head, before)
            count, begin = count_at(payload, at)
            if count and payload[begin : begin + 1] != _KEY:
                raise EncodingError("wrong-shape", "a status's key")
            return HeldStatuses(head.campaign, head.version, head.as_of, count, payload, begin)
        before[str(name)], at = decode_at(payload, at)
    raise EncodingError("wrong-shape", "no statuses")
