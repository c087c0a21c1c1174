"""How the window opens, as the command line gives it, and how large things are on it."""

from __future__ import annotations

from dataclasses import dataclass
from math import hypot
from typing import TypeAlias

from PySide6.QtCore import QSize

DIAGONAL_IN = 21.5
Card: TypeAlias = tuple[str, str, str, str]
"""Label in Chinese and English, the QR's text, the PIN or ""."""
USUAL = (1920, 1080)


@dataclass(frozen=True, slots=True)
class Options:
    """`size` is in px; `diagonal_in` is the screen's, in inches."""

    windowed: bool = False
    size: tuple[int, int] | None = None
    diagonal_in: float | None = None
    cards: tuple[Card, ...] = ()

    def window(self, screen: tuple[int, int]) -> tuple[int, int]:
        """The window's size in px on a screen of this size."""
        return self.size or (USUAL if self.windowed else screen)


def px_per_mm(size: QSize, diagonal_in: float | None) -> float:
    """Pixels per millimetre of a screen of this size in px."""
    return round(hypot(size.width(), size.height()) / ((diagonal_in or DIAGONAL_IN) * 25.4), 2)
