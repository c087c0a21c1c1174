"""How letters are drawn: by the font engine, as on paper, at the sizes they have."""

from __future__ import annotations

from PySide6.QtQuick import QQuickWindow


def draw_letters_natively() -> None:
    """For windows made from now on.

    Distance fields, Qt's usual way, cost a sixth of each frame without a graphics card, and more when a screen brings
    new characters, of which Chinese has many. They are for letters that are zoomed or turned, and none are here.
    """
    QQuickWindow.setTextRenderType(QQuickWindow.TextRenderType.NativeTextRendering)
