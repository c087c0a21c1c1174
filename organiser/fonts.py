"""Fonts on paper: finds Noto CJK's simplified Chinese faces inside their collections.

FontMissing              the system lacks the package fonts-noto-cjk
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from fontTools.ttLib import TTCollection

FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts")


class FontMissing(Exception):
    """No such font file, or no such face in it; install fonts-noto-cjk."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


@dataclass(frozen=True, slots=True)
class Face:
    """One face of a font collection."""

    file: Path
    number: int


def sans() -> Face:
    """Noto Sans CJK SC Regular. Raises FontMissing."""
    return _face("NotoSansCJK-Regular.ttc", "Noto Sans CJK SC")


def sans_bold() -> Face:
    """Noto Sans CJK SC Bold. Raises FontMissing."""
    return _face("NotoSansCJK-Bold.ttc", "Noto Sans CJK SC")


def serif_bold() -> Face:
    """Noto Serif CJK SC Bold. Raises FontMissing."""
    return _face("NotoSerifCJK-Bold.ttc", "Noto Serif CJK SC")


@cache
def _face(file: str, family: str) -> Face:
    folders = (Path(folder).expanduser() for folder in FOLDERS)
    path = next((found for folder in folders for found in _find(folder, file)), None)
    if path is None:
        raise FontMissing(file)
    with TTCollection(str(path), lazy=True) as collection:
        for number, font in enumerate(collection.fonts):
            if font["name"].getDebugName(1) in (family, f"{family} Bold"):
                return Face(path, number)
    raise FontMissing(family)


def _find(folder: Path, file: str) -> list[Path]:
    return [Path(root, file) for root, _, names in os.walk(folder) if file in names]
