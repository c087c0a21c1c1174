"""What people do at a kiosk, as the script that a kiosk's process plays: one file for each kiosk and half-day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from kiosk.domain.forms import Answer


@dataclass(frozen=True, slots=True)
class Visit:
    """One person's time at a kiosk. `number` is its own in the whole event.

    With a `card`: signing in, then `marks` (department → code) and `forms` (form → answers). `refusal` is the reason
    for which the card must be refused, once the kiosk has version `since_pack` of the content. Without a card:
    `words` as a suggestion, and perhaps an opinion (problem, verdict).
    """

    number: int
    card: str = ""
    credential: bytes = b""
    marks: dict[str, int] = field(default_factory=dict)
    forms: dict[str, dict[str, Answer]] = field(default_factory=dict)
    refusal: str = ""
    since_pack: int = 1
    words: str = ""
    department: str | None = None
    name: str = ""
    phone: str = ""
    opinion: tuple[int, str] | None = None


def write_visits(path: Path, visits: Iterable[Visit]) -> None:
    """One visit a line."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"".join(msgspec.json.encode(visit) + b"\n" for visit in visits))


def read_visits(path: Path) -> list[Visit]:
    """What `write_visits` wrote."""
    decoder = msgspec.json.Decoder(Visit)
    return [decoder.decode(line) for line in path.read_bytes().splitlines()]
