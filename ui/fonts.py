"""The two families that the screens are written in."""

from __future__ import annotations

from PySide6.QtGui import QFontDatabase

FAMILIES = ("Noto Serif CJK SC", "Noto Sans CJK SC")


def lacks_fonts() -> bool:
    """Whether Chinese could not be read on the screen. Needs a QGuiApplication."""
    return not set(FAMILIES) <= set(QFontDatabase.families())
