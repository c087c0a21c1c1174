"""Soft shadows: what is cut away from the drawing is nothing that could be seen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication, QImage, QPainter, QRegion
from pytestqt.qtbot import QtBot

from ui.images import REACH, SHADOWS, edge_image, hidden_from, shadow_image, whole_shadow

CASES = [(level, radius) for level in SHADOWS for radius in (14, 28, 60, 280)]


def seen(image: QImage, region: QRegion) -> QImage:
    """What of the image is in the region, on nothing."""
    made = QImage(image.size(), image.format())
    made.fill(0)
    painter = QPainter(made)
    painter.setClipRegion(region)
    painter.drawImage(0, 0, image)
    painter.end()
    return made


@pytest.mark.parametrize(("level", "radius"), CASES)
def test_beyond_its_reach_there_is_no_shadow(qtbot: QtBot, level: int, radius: int) -> None:
    whole, kept = whole_shadow(level, radius), shadow_image(level, radius)
    _, blur, _ = SHADOWS[level]
    sides, up, _ = REACH[level]
    corner = QRect(blur - sides, blur - up, kept.width(), kept.height())
    assert seen(whole, QRegion(corner)) == whole
    assert kept.size() != whole.size()


@pytest.mark.parametrize(("level", "radius"), CASES)
def test_the_four_edges_are_all_of_the_shadow_that_its_surface_does_not_hide(
    qtbot: QtBot, level: int, radius: int
) -> None:
    shadow, inset = shadow_image(level, radius), hidden_from(radius)
    sides, up, down = REACH[level]
    hidden = QRect(0, 0, shadow.width(), shadow.height()).adjusted(
        sides + inset, up + inset, -sides - inset, -down - inset
    )
    joined = QImage(shadow.size(), shadow.format())
    joined.fill(0)
    painter = QPainter(joined)
    left = edge_image(level, radius, "left")
    bottom = edge_image(level, radius, "bottom")
    painter.drawImage(0, 0, edge_image(level, radius, "top"))
    painter.drawImage(0, shadow.height() - bottom.height(), bottom)
    painter.drawImage(0, up + inset, left)
    painter.drawImage(shadow.width() - left.width(), up + inset, edge_image(level, radius, "right"))
    painter.end()
    assert joined == seen(shadow, QRegion(QRect(0, 0, shadow.width(), shadow.height())) - QRegion(hidden))


@pytest.mark.parametrize("radius", [14, 28, 60, 280])
def test_a_rounded_surface_hides_what_is_left_out(qtbot: QtBot, radius: int) -> None:
    inset, side = hidden_from(radius), 2 * radius + 4
    surface = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    surface.fill(0)
    painter = QPainter(surface)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QGuiApplication.palette().text())
    painter.setPen("transparent")
    painter.drawRoundedRect(0, 0, side, side, radius, radius)
    painter.end()
    corners = [(x, y) for x in (inset, side - inset - 1) for y in (inset, side - inset - 1)]
    assert all(surface.pixelColor(x, y).alpha() == 255 for x, y in corners)
