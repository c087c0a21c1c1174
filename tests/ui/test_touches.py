"""What is a press and what is not, by the sizes and ways of fingers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPointF, QSizeF
from PySide6.QtGui import QPointingDevice, QTouchEvent, QWindow

from ui.touches import DRAG_MM, PALM_MM, TouchGuard

PX_PER_MM = 4.0


@dataclass(frozen=True, slots=True)
class Finger:
    """One point of a touch, in mm."""

    number: int = 0
    x: float = 100
    y: float = 100
    wide: float = 10
    high: float = 12

    def id(self) -> int:
        return self.number

    def position(self) -> QPointF:
        return QPointF(self.x, self.y) * PX_PER_MM

    def ellipseDiameters(self) -> QSizeF:
        return QSizeF(self.wide, self.high) * PX_PER_MM


class Touch(QTouchEvent):
    """A touch event of these fingers; Qt lets nobody set a finger's size."""

    def __init__(self, kind: QEvent.Type, *fingers: Finger) -> None:
        super().__init__(kind, QPointingDevice.primaryPointingDevice())
        self.fingers = fingers

    def points(self) -> Any:
        return list(self.fingers)


BEGIN, MOVE, END = QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate, QEvent.Type.TouchEnd


def swallowed(*touches: tuple[QEvent.Type, tuple[Finger, ...]], guarded: bool = True) -> list[bool]:
    guard, window = TouchGuard(lambda: guarded, lambda: PX_PER_MM), QWindow()
    return [guard.eventFilter(window, Touch(kind, *fingers)) for kind, fingers in touches]


@pytest.mark.parametrize(
    ("finger", "refused"),
    [
        (Finger(wide=18, high=20), False),
        (Finger(wide=0, high=0), False),
        (Finger(wide=PALM_MM + 1), True),
        (Finger(high=PALM_MM + 1), True),
    ],
    ids=["a thumb", "a panel that tells no size", "a hand's edge", "a forearm"],
)
def test_a_palm_is_no_press(qapp: object, finger: Finger, refused: bool) -> None:
    assert swallowed((BEGIN, (finger,)), (END, (finger,))) == [refused, refused]


def test_a_finger_that_becomes_a_palm_is_taken_back_and_stays_so(qapp: object) -> None:
    small, large = Finger(), Finger(high=60)
    assert swallowed((BEGIN, (small,)), (MOVE, (large,)), (END, (small,))) == [False, True, True]


@pytest.mark.parametrize(("way", "refused"), [(DRAG_MM - 1, False), (DRAG_MM + 1, True)])
def test_a_drag_is_no_press_and_trembling_is_one(qapp: object, way: float, refused: bool) -> None:
    start, end = Finger(), Finger(x=100 + way)
    assert swallowed((BEGIN, (start,)), (MOVE, (end,)), (END, (end,))) == [False, refused, refused]


def test_a_second_finger_spoils_both_also_when_one_is_lifted(qapp: object) -> None:
    one, two = Finger(0), Finger(1, x=200)
    assert swallowed((BEGIN, (one,)), (MOVE, (one, two)), (MOVE, (one,)), (END, (one,))) == [False, True, True, True]


def test_the_next_touch_is_new(qapp: object) -> None:
    one, two = Finger(0), Finger(1, x=200)
    assert swallowed((BEGIN, (one, two)), (END, (one, two)), (BEGIN, (one,)), (END, (one,))) == [
        True,
        True,
        False,
        False,
    ]


def test_where_people_type_everything_passes(qapp: object) -> None:
    one, two = Finger(0), Finger(1, x=200, high=90)
    assert swallowed((BEGIN, (one, two)), (END, (one, two)), guarded=False) == [False, False]
