"""Contrast as it is on the screen: the letters' colour against what is really behind them (WCAG 2.2, 1.4.6)."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from geometry import Seen, painted_rect, texts_of
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickItem, QQuickWindow

LEAST, LEAST_HIGH = 7.0, 15.0
Pixels = npt.NDArray[np.uint8]


def faults(window: QQuickWindow, *, high: bool) -> list[str]:
    """Every text whose letters do not stand out enough; what is switched off is exempt (WCAG 1.4.3)."""
    picture, least, found = _pixels(window.grabWindow()), LEAST_HIGH if high else LEAST, []
    for seen in texts_of(window):
        if _is_off(seen.item):
            continue
        ratio = _ratio(picture, seen)
        if ratio is not None and ratio < least - 0.05:
            found.append(f"{seen.name}: contrast {ratio:.1f}")
    return found


def _is_off(item: QQuickItem | None) -> bool:
    """Whether it, or what it lies in, is switched off or a picture of something else."""
    while item is not None:
        if not item.isEnabled() or item.property("quiet"):
            return True
        item = item.parentItem()
    return False


def _ratio(picture: Pixels, seen: Seen) -> float | None:
    """The letters' own colour against what is behind them; of that, the quarter that is nearest to the letters.

    Bold letters and their soft edges cover up to half of their place, so half of it is left out at their side.
    """
    rect = painted_rect(seen)
    part = picture[
        max(0, int(rect.top())) : int(rect.bottom()) + 1, max(0, int(rect.left())) : int(rect.right()) + 1
    ].reshape(-1, 3)
    if not len(part):
        return None
    colour = seen.item.property("color")
    letters = float(_luminance(np.array([[colour.red(), colour.green(), colour.blue()]], np.uint8))[0])
    light = _luminance(part)
    ground = float(np.quantile(light, 0.75 if letters < float(np.mean(light)) else 0.25))
    return (max(letters, ground) + 0.05) / (min(letters, ground) + 0.05)


def _luminance(pixels: Pixels) -> npt.NDArray[np.float64]:
    share = pixels.astype(np.float64) / 255
    linear = np.where(share <= 0.04045, share / 12.92, ((share + 0.055) / 1.055) ** 2.4)
    return np.asarray(linear @ np.array([0.2126, 0.7152, 0.0722]))


def _pixels(image: QImage) -> Pixels:
    image = image.convertToFormat(QImage.Format.Format_RGB888)
    flat = np.frombuffer(image.constBits(), dtype=np.uint8).reshape(image.height(), image.bytesPerLine())
    return flat[:, : image.width() * 3].reshape(image.height(), image.width(), 3).copy()  # the image goes away
