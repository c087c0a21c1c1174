"""Pictures that are drawn on demand: icons in any colour of the theme, QR codes, soft shadows.

image://icon/<name>/<rrggbb>            assets/icons/<name>.svg in that colour
image://qr/<text, percent-encoded>      ink on white with its quiet zone
image://shadow/<level>/<radius>         a nine-patch for BorderImage: level 1, 2, 3; radius in px
image://shadow/<level>/<radius>/<edge>  its part along one edge: top, bottom, left, right
"""

from __future__ import annotations

import math
from functools import lru_cache
from pathlib import Path
from urllib.parse import unquote

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtQuick import QQuickImageProvider
from PySide6.QtSvg import QSvgRenderer

ASSETS = Path(__file__).resolve().parent.parent / "assets"
INK = "#0A2540"
QUIET_ZONE = 4
SHADOWS = {1: (8, 24, 0.09), 2: (16, 44, 0.15), 3: (24, 72, 0.26)}
"""level: (offset downwards, blur, opacity) in px, after LOOK.md's e1 to e3."""
REACH = {1: (18, 10, 26), 2: (31, 15, 47), 3: (52, 28, 76)}
"""level: how far beyond the surface there is any of it, in px: to the sides, upwards, downwards."""


@lru_cache(maxsize=512)
def icon_image(name: str, color: str, width: int, height: int) -> QImage:
    """An icon of assets/icons in one colour (#rrggbb); empty if there is no such icon."""
    path = ASSETS / "icons" / f"{Path(name).name}.svg"
    image = QImage(max(1, width), max(1, height), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    if not path.exists():
        return image
    drawing = path.read_text("utf-8").replace(INK, color).replace(INK.lower(), color)
    renderer = QSvgRenderer(QByteArray(drawing.encode()))
    painter = QPainter(image)
    renderer.render(painter, QRectF(0, 0, width, height))
    painter.end()
    return image


def qr_image(text: str, size: int) -> QImage:
    """A QR at level M whose modules are whole pixels, at most `size` px wide."""
    import qrcode  # not needed for the first picture

    code = qrcode.QRCode(error_correction=qrcode.constants.ERROR_CORRECT_M, border=QUIET_ZONE)
    code.add_data(text)
    code.make(fit=True)
    matrix = code.get_matrix()
    modules = len(matrix)
    scale = max(1, size // modules)
    image = QImage(modules * scale, modules * scale, QImage.Format.Format_RGB32)
    image.fill(QColor("#FFFFFF"))
    painter = QPainter(image)
    for y, row in enumerate(matrix):
        for x, dark in enumerate(row):
            if dark:
                painter.fillRect(x * scale, y * scale, scale, scale, QColor(INK))
    painter.end()
    return image


@lru_cache(maxsize=64)
def shadow_image(level: int, radius: int) -> QImage:
    """A soft rounded shadow, alpha only, as a nine-patch whose border is reach + radius on each side."""
    blur = SHADOWS[level][1]
    sides, up, down = REACH[level]
    core = 2 * radius + 4
    return whole_shadow(level, radius).copy(blur - sides, blur - up, core + 2 * sides, core + up + down)


def edge_image(level: int, radius: int, edge: str) -> QImage:
    """The part of the nine-patch along one edge, as far in as a rounded surface does not hide all of it."""
    sides, up, down = REACH[level]
    image, inset = shadow_image(level, radius), hidden_from(radius)
    width, height = image.width(), image.height()
    between = height - up - down - 2 * inset
    match edge:
        case "top":
            return image.copy(0, 0, width, up + inset)
        case "bottom":
            return image.copy(0, height - down - inset, width, down + inset)
        case "left":
            return image.copy(0, up + inset, sides + inset, between)
        case _:
            return image.copy(width - sides - inset, up + inset, sides + inset, between)


def hidden_from(radius: int) -> int:
    """From how many px inside its edges a rounded surface hides all that lies under it: 1 - 1/√2 of the radius."""
    return math.ceil(0.3 * radius) + 2


def whole_shadow(level: int, radius: int) -> QImage:
    """The shadow as it is drawn, with room for the whole blur: its outermost steps are too faint for eight bits."""
    offset, blur, opacity = SHADOWS[level]
    core = 2 * radius + 4
    side = core + 2 * blur
    image = QImage(side, side + offset, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    steps = blur
    color = QColor(INK)
    for step in range(steps):
        spread = blur * (1 - step / steps)
        share = ((step + 1) / steps) ** 2 - (step / steps) ** 2
        color.setAlphaF(min(1.0, opacity * share))
        painter.setBrush(color)
        rect = QRectF(blur - spread, blur - spread + offset, core + 2 * spread, core + 2 * spread)
        corner = radius + spread
        painter.drawRoundedRect(rect, corner, corner)
    painter.end()
    return image


class IconProvider(QQuickImageProvider):
    """image://icon/<name>/<rrggbb>."""

    def __init__(self) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)

    def requestImage(self, id: str, size: QSize, requested: QSize) -> QImage:
        """Called by Qt on its own thread."""
        name, _, color = id.partition("/")
        width = requested.width() if requested.width() > 0 else 40
        height = requested.height() if requested.height() > 0 else width
        return icon_image(name, f"#{color or INK[1:]}", width, height)


class QrProvider(QQuickImageProvider):
    """image://qr/<text>."""

    def __init__(self) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)

    def requestImage(self, id: str, size: QSize, requested: QSize) -> QImage:
        """Called by Qt on its own thread."""
        return qr_image(unquote(id), max(requested.width(), 120))


class ShadowProvider(QQuickImageProvider):
    """image://shadow/<level>/<radius>, and with /<edge>."""

    def __init__(self) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)

    def requestImage(self, id: str, size: QSize, requested: QSize) -> QImage:
        """Called by Qt on its own thread."""
        level, radius, *edge = id.split("/")
        return edge_image(int(level), int(radius), edge[0]) if edge else shadow_image(int(level), int(radius))
