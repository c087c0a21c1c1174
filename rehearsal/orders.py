"""What the rehearsal tells a kiosk's process on its standard input, and what comes back, one line of JSON each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

import msgspec


class Enrol(msgspec.Struct, frozen=True, tag="enrol"):
    """Become a kiosk with a one-time code and fetch the first content."""

    url: str
    code: str


class OpenDay(msgspec.Struct, frozen=True, tag="open-day"):
    """Staff open the day. `ahead` is how far the machine's clock is off from now on, in seconds."""

    card: str
    pin: str
    ahead: int


class CloseDay(msgspec.Struct, frozen=True, tag="close-day"):
    """Staff close the day; the answer is what they report of the journal."""

    card: str
    pin: str
    ahead: int


class Play(msgspec.Struct, frozen=True, tag="play"):
    """Let the people of one file come. A sync follows each `sync_every` visits; 0 is a kiosk without a network."""

    visits: str
    sync_every: int
    ahead: int


class Sync(msgspec.Struct, frozen=True, tag="sync"):
    """One sync with the server."""

    ahead: int


class Carry(msgspec.Struct, frozen=True, tag="carry"):
    """A stick is put in."""

    stick: str
    ahead: int


Order: TypeAlias = Enrol | OpenDay | CloseDay | Play | Sync | Carry


@dataclass(frozen=True, slots=True)
class Report:
    """What a process says: `step` while it works, `done` at the end of an order.

    `unsent` are entries without an acknowledgement; `seq` and `head` what staff report at closing.
    """

    said: str
    visit: int = 0
    unsent: int = 0
    seq: int = 0
    head: str = ""
    trouble: str = ""


def write_order(order: Order) -> bytes:
    """One line."""
    return msgspec.json.encode(order) + b"\n"


def read_order(line: bytes) -> Order:
    """What `write_order` wrote."""
    order: Order = msgspec.json.decode(line, type=Order)
    return order


def write_report(report: Report) -> bytes:
    """One line."""
    return msgspec.json.encode(report) + b"\n"


def read_report(line: bytes) -> Report:
    """What `write_report` wrote."""
    return msgspec.json.decode(line, type=Report)
