"""WebVTT captions checked strictly, line by line (W3C WebVTT 1, §4), as the campaign's captions must be."""

from __future__ import annotations

import re
from pathlib import Path

from kiosk.domain.captions import Cue
from organiser.folder.mistakes import Mistakes
from organiser.folder.texts import read_text

MAX_HAN = 18
_ARROW = re.compile(r"\s*(\S+)\s+-->\s+(\S+)")
_STAMP = re.compile(r"(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})")
_OTHERS = ("NOTE", "STYLE", "REGION")
_HAN = re.compile(r"[\u4e00-\u9fff]")


def read_webvtt(folder: Path, name: str, clip_end: float | None, mistakes: Mistakes) -> tuple[Cue, ...]:
    """The cues. `clip_end` is the clip's length in seconds, None if it is not known."""
    text = read_text(folder, name, mistakes, "the captions are")
    if text is None:
        return ()
    lines = text.splitlines()
    if not lines or not re.fullmatch(r"WEBVTT([ \t].*)?", lines[0]):
        mistakes.add(name, 1, "the first line must be WEBVTT")
    return _Cues(name, clip_end, mistakes).read(lines)


class _Cues:
    """Reads cues one after the other."""

    def __init__(self, name: str, clip_end: float | None, mistakes: Mistakes) -> None:
        self._name = name
        self._clip_end = clip_end
        self._mistakes = mistakes
        self._cues: list[Cue] = []

    def read(self, lines: list[str]) -> tuple[Cue, ...]:
        """All cues of the file."""
        for number, line in enumerate(lines, 1):
            if "-->" in line:
                self._add(number, line, _until_blank(lines[number:]))
            elif line.strip() and number > 1 and not lines[number - 2].strip():
                self._check_block(number, [line, *_until_blank(lines[number:])])
        if not self._cues:
            self._wrong(0, "there is no caption in this file")
        return tuple(self._cues)

    def _add(self, number: int, line: str, words: list[str]) -> None:
        match = _ARROW.match(line)
        start, end = (_seconds(match[1]), _seconds(match[2])) if match else (None, None)
        if start is None or end is None:
            self._wrong(number, "a caption's time must look like 00:01.500 --> 00:04.000")
            return
        if end <= start:
            self._wrong(number, "this caption ends before it begins")
        if self._cues and start < self._cues[-1].end:
            self._wrong(number, "this caption begins before the one above it has ended")
        if self._clip_end is not None and end > self._clip_end:
            self._wrong(number, f"this caption ends at {end:.1f} s, after the video's end at {self._clip_end:.1f} s")
        if not any(word.strip() for word in words):
            self._wrong(number, "this caption has no words")
        for offset, word in enumerate(words, 1):
            if len(_HAN.findall(word)) > MAX_HAN:
                self._wrong(number + offset, f"more than {MAX_HAN} Han characters in one line")
        self._cues.append(Cue(start, max(start, end), " ".join(word.strip() for word in words)))

    def _check_block(self, number: int, block: list[str]) -> None:
        """A block is a caption or one of the others that WebVTT knows (§4.1); else its arrow has a typing mistake."""
        if not block[0].startswith(_OTHERS) and not any("-->" in line for line in block):
            self._wrong(number, "this is not a caption: its time must look like 00:01.500 --> 00:04.000")

    def _wrong(self, line: int, text: str) -> None:
        self._mistakes.add(self._name, line, text)


def _until_blank(lines: list[str]) -> list[str]:
    words: list[str] = []
    for line in lines:
        if not line.strip():
            break
        words.append(line)
    return words


def _seconds(stamp: str) -> float | None:
    match = _STAMP.fullmatch(stamp)
    if match is None:
        return None
    hours, minutes, seconds, thousandths = match.groups()
    return int(hours or 0) * 3600 + int(minutes) * 60 + int(seconds) + int(thousandths) / 1000
