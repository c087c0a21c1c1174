"""What people at one kiosk saw happen, kept outside of the kiosk: the truth that server and count are held against.

A line is in the operating system's hands when `write` returns, so it survives SIGKILL of the process.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import msgspec


class Saw(StrEnum):
    """What a line is about."""

    BEGUN = "begun"
    SIGNED_IN = "signed-in"
    TRYING = "trying"
    """About to press: a kill from here to the next line leaves open whether it was recorded."""
    RECORDED = "recorded"
    KNOWN = "known"
    """The kiosk said that these units were cast before."""
    SUGGESTED = "suggested"
    TAPPED = "tapped"
    REFUSED = "refused"
    MISJUDGED = "misjudged"
    """A card was taken that must be refused, or refused for another reason; `words` is what the kiosk said."""
    DONE = "done"
    SYNCED = "synced"
    SYNC_FAILED = "sync-failed"


@dataclass(frozen=True, slots=True)
class Line:
    """`form` and `units` say what was cast; `receipt` is empty where the kiosk died before it could show one.

    `slot` is the session or day that attendance was recorded for; `credential` the card's id in hex. Syncs have
    `seconds` and how many `entries` were acknowledged.
    """

    visit: int
    saw: Saw
    form: str = ""
    units: tuple[str, ...] = ()
    receipt: str = ""
    credential: str = ""
    slot: int = 0
    words: str = ""
    seconds: float = 0.0
    entries: int = 0


class Diary:
    """The lines of one kiosk."""

    def __init__(self, path: Path) -> None:
        self._descriptor = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)

    def write(self, line: Line) -> None:
        """Add a line, whole."""
        os.write(self._descriptor, msgspec.json.encode(line) + b"\n")

    def close(self) -> None:
        """Nothing waits in memory."""
        os.close(self._descriptor)


def read_diary(path: Path) -> list[Line]:
    """Every line so far."""
    decoder = msgspec.json.Decoder(Line)
    return [decoder.decode(line) for line in path.read_bytes().splitlines()] if path.exists() else []
