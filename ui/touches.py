"""A touch that may choose or cast is one finger that presses and lets go: palms, several fingers and drags are not.

Only screens that ask for it are guarded: on a keyboard two thumbs may type.
"""

from __future__ import annotations

from collections.abc import Callable
from math import hypot

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPointF
from PySide6.QtGui import QEventPoint, QTouchEvent, QWindow

PALM_MM = 25.0
"""A thumb laid flat is about 20 mm long on the glass."""
DRAG_MM = 15.0
"""A trembling finger wanders less."""
_TOUCHES = (QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate, QEvent.Type.TouchEnd)


class TouchGuard(QObject):
    """An event filter for the application. What is not a press is taken back before anything was chosen."""

    def __init__(
        self, guarded: Callable[[], bool], px_per_mm: Callable[[], float], parent: QObject | None = None
    ) -> None:
        """`guarded` says whether the screen that is shown takes presses only."""
        super().__init__(parent)
        self._guarded, self._px_per_mm = guarded, px_per_mm
        self._began: dict[int, QPointF] = {}
        self._spoiled = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Swallow touches of the hand that is down once one of them was no press."""
        if event.type() not in _TOUCHES or not isinstance(watched, QWindow) or not isinstance(event, QTouchEvent):
            return False
        if event.type() is QEvent.Type.TouchBegin:
            self._began, self._spoiled = {}, False
        if not self._spoiled and self._guarded() and not self._is_press(event):
            self._spoiled = True
            if event.type() is not QEvent.Type.TouchBegin:
                _take_back(watched, event)
        event.setAccepted(event.isAccepted() or self._spoiled)  # else Qt makes a mouse press of it
        return self._spoiled

    def _is_press(self, event: QTouchEvent) -> bool:
        points = event.points()
        for point in points:
            self._began.setdefault(point.id(), point.position())
        return len(self._began) == 1 and not any(self._is_palm(point) or self._is_drag(point) for point in points)

    def _is_palm(self, point: QEventPoint) -> bool:
        size = point.ellipseDiameters()
        return max(size.width(), size.height()) > PALM_MM * self._px_per_mm()

    def _is_drag(self, point: QEventPoint) -> bool:
        way = point.position() - self._began[point.id()]
        return hypot(way.x(), way.y()) > DRAG_MM * self._px_per_mm()


def _take_back(window: QWindow, event: QTouchEvent) -> None:
    """Let go of what the first finger holds, as if it had never been touched."""
    QCoreApplication.sendEvent(window, QTouchEvent(QEvent.Type.TouchCancel, event.pointingDevice()))
