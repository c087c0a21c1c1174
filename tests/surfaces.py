"""Words stay on what they are written on: a card, a plate, a button."""

from __future__ import annotations

from collections.abc import Iterator

from geometry import Seen, drawn, painted_rect, texts_of
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor
from PySide6.QtQuick import QQuickItem, QQuickWindow

SLACK = 3.0
LEADING = 0.2
"""Of the letters' size: a line's box is that much taller than its letters, above and below."""


def spills(window: QQuickWindow) -> list[str]:
    """Each text that runs over the edge of the surface it stands on."""
    return [fault for seen in texts_of(window) for fault in _spill(seen)]


def _spill(seen: Seen) -> Iterator[str]:
    ground = _ground(seen.item)
    if ground is None:
        return
    rect = ground.mapRectToScene(QRectF(0, 0, ground.width(), ground.height()))
    painted = painted_rect(seen)
    leading = LEADING * drawn(seen.item)[2]
    painted.adjust(SLACK, min(leading, painted.height() / 2), -SLACK, -min(leading, painted.height() / 2))
    if not rect.contains(painted):
        over = max(
            rect.left() - painted.left(),
            painted.right() - rect.right(),
            rect.top() - painted.top(),
            painted.bottom() - rect.bottom(),
        )
        yield f"{seen.name}: runs {over:.0f} px over the edge of its surface"


def _ground(item: QQuickItem) -> QQuickItem | None:
    """The nearest filled rectangle or button around an item; None for what stands on the page itself."""
    parent = item.parentItem()
    while parent is not None and not _is_surface(parent):
        parent = parent.parentItem()
    return parent


def _is_surface(item: QQuickItem) -> bool:
    if item.inherits("QQuickAbstractButton"):
        return True
    colour = item.property("color") if item.inherits("QQuickRectangle") else None
    return isinstance(colour, QColor) and colour.alphaF() > 0.05
