"""Every screen by keyboard alone: Tab visits each thing that can be touched once, in reading order, and shows where."""

from __future__ import annotations

import itertools

import geometry
import pytest
from gallery import gallery
from geometry import Seen
from PySide6.QtCore import QObject, Qt
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest
from shiboken6 import getCppPointer

from ui.shots import Look, Photographer
from ui.shots_scenes import Stage, scene_names

LOOK = Look("zh", "normal", "landscape")
CORNERS = "staff-open-corners"
"""The four corners of the screen are tried in turn, then comes what lies in the middle."""


DIALOGS = [
    ("idle-warning", ""),
    ("problems-choose-source", ""),
    ("problems-choose-department", ""),
    ("department", "taking"),
    ("staff-close", "sure"),
]
"""Scenes with a dialog, and what opens it on the screen, if the scene does not."""


@pytest.fixture(scope="module")
def photographer(tmp_path_factory: pytest.TempPathFactory) -> Photographer:
    return gallery(tmp_path_factory.mktemp("gallery"))


@pytest.mark.parametrize("scene", scene_names())
def test_tab_visits_everything_once_in_reading_order_and_shows_where(scene: str, photographer: Photographer) -> None:
    with photographer.visit(scene, LOOK) as stage:
        wanted = {_key(seen.item): seen for seen in geometry.touchables_of(stage.root) if _takes_keys(seen.item)}
        stops = [wanted.get(key) for key in _walk(stage, len(wanted) + 1)] if wanted else []
        unseen = [wanted[key].name for key in wanted if wanted[key] not in stops]
        assert None not in stops, f"after {_names(stops)} the focus is elsewhere"
        assert not unseen, f"Tab does not come to {unseen}; it went {_names(stops)}"
        assert stops[:1] == stops[len(wanted) :], f"Tab does not come round: {_names(stops)}"
        pairs = itertools.pairwise(stops)
        jumps = [f"{one.name} – {two.name}" for one, two in pairs if one and two and _jumps(one, two)]
        assert len(jumps) <= 1 or scene == CORNERS, f"against the reading order, besides coming round: {jumps}"


@pytest.mark.parametrize(("scene", "opens"), DIALOGS)
def test_shift_tab_goes_round_a_dialog_the_other_way(scene: str, opens: str, photographer: Photographer) -> None:
    with photographer.visit(scene, LOOK) as stage:
        if opens:
            screen = stage.root.findChild(QObject, "screen")
            assert screen is not None
            screen.property("item").setProperty(opens, True)
            stage.settle()
        number = len([seen for seen in geometry.touchables_of(stage.root) if _takes_keys(seen.item)])
        onwards = _walk(stage, number)
        assert len(set(onwards)) == number > 0
        back = _walk(stage, number, Qt.Key.Key_Backtab)
        assert back == [*reversed(onwards[:-1]), onwards[-1]]


def _walk(stage: Stage, steps: int, key: Qt.Key = Qt.Key.Key_Tab) -> list[int]:
    """What has the focus after each press of Tab."""
    stage.root.requestActivate()
    stage.settle()
    stops = []
    for _ in range(steps):
        QTest.keyClick(stage.root, key)  # type: ignore[call-overload]  # the stubs leave windows out
        stage.settle()
        focused = stage.root.activeFocusItem()
        assert focused is None or _shows_it(focused), f"{focused.objectName()} does not show that it has the focus"
        stops.append(_key(focused))
    return stops


def _takes_keys(item: QQuickItem) -> bool:
    return item.isEnabled() and item.property("focusPolicy") != Qt.FocusPolicy.NoFocus


def _shows_it(item: QQuickItem) -> bool:
    """A ring around what is pressed; a caret in what is written."""
    if not item.inherits("QQuickAbstractButton"):
        return True
    return any(child.objectName() == "focus-ring" and child.isVisible() for child in _below(item))


def _below(item: QQuickItem) -> list[QQuickItem]:
    return [item, *(found for child in item.childItems() for found in _below(child))]


def _jumps(one: Seen, two: Seen) -> bool:
    """Whether a reader meets the second first: it lies above and not beside, or to the left and begins no lower."""
    here, there = one.rect, two.rect
    above = there.bottom() <= here.top() and there.left() < here.right()
    before = there.right() <= here.left() and there.top() <= here.top() < there.bottom()
    return above or before


def _names(stops: list[Seen | None]) -> list[str]:
    return ["?" if stop is None else stop.name for stop in stops]


def _key(item: QQuickItem | QQuickWindow | None) -> int:
    return 0 if item is None else int(getCppPointer(item)[0])
