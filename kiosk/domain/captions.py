"""Captions: the cues of a WebVTT file (W3C WebVTT 1, §4), as a player needs them.

Checking an organiser's file with line numbers is `organiser.webvtt`'s job; this reader takes what it can and skips
what it cannot, because a video without one caption is better than none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_TIMES = re.compile(r"(?:(\d+):)?(\d\d):(\d\d)\.(\d{3})\s+-->\s+(?:(\d+):)?(\d\d):(\d\d)\.(\d{3})")
_TAG = re.compile(r"<[^>]*>")
_ENTITIES = {"&amp;": "&", "&lt;": "<", "&gt;": ">", "&nbsp;": " "}


@dataclass(frozen=True, slots=True)
class Cue:
    """One sentence on the screen from `start` to `end`, in seconds."""

    start: float
    end: float
    text: str


def read_captions(text: str) -> tuple[Cue, ...]:
    """The cues of a WebVTT text, in order of their start."""
    cues = []
    for block in re.split(r"\n\s*\n", text.replace("\r\n", "\n").replace("\r", "\n")):
        lines = block.strip().split("\n")
        for index, line in enumerate(lines[:2]):
            if match := _TIMES.match(line.strip()):
                words = _plain(" ".join(lines[index + 1 :]))
                if words:
                    cues.append(Cue(_seconds(*match.groups()[:4]), _seconds(*match.groups()[4:]), words))
                break
    return tuple(sorted(cues, key=lambda cue: cue.start))


def _seconds(hours: str | None, minutes: str, seconds: str, thousandths: str) -> float:
    return int(hours or 0) * 3600 + int(minutes) * 60 + int(seconds) + int(thousandths) / 1000


def _plain(text: str) -> str:
    text = _TAG.sub("", text).strip()
    for entity, character in _ENTITIES.items():
        text = text.replace(entity, character)
    return text
