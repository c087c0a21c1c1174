"""What a picture of a screen must satisfy, measured on the real items (DESIGN.md §11, LOOK.md): sizes, gaps, words.

Everything is in scene pixels. `faults(window)` names each item that breaks a rule, in words a person can act on.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtQml import QQmlExpression, qmlContext
from PySide6.QtQuick import QQuickItem, QQuickWindow

TARGET_MM, PRIMARY_MM, GAP_MM, GUARD_MM, TEXT_MM = 18.0, 20.0, 3.0, 8.0, 6.9
TEXT_TOO = ("QQuickTextInput", "QQuickTextEdit")
SAMPLE = "sample-words"
"""The mark 示例数据 tells the organiser that data is not real; it does not grow in elder mode."""
PAPER = ("words", "words-up", "words-down")
"""The paper of a suggestion and its two keys for looking back: the review shows it all again, within reach."""
SLACK = 1.0
"""Rounding of half pixels."""


@dataclass(frozen=True, slots=True)
class Seen:
    """An item as it stands on the screen. `inside` are the ids of the items it lies in."""

    item: QQuickItem
    name: str
    rect: QRectF
    inside: frozenset[int]


@dataclass(frozen=True, slots=True)
class Rules:
    """The measures of one look: pixels per millimetre, elder mode's factor."""

    px_per_mm: float
    factor: float = 1.0

    def px(self, mm: float) -> float:
        return mm * self.px_per_mm


def faults(window: QQuickWindow, rules: Rules) -> list[str]:
    """Everything that is wrong on the screen that is shown."""
    touchables, texts = touchables_of(window), texts_of(window)
    found = [*_sizes(touchables, rules, window), *_gaps(touchables, rules), *_texts(texts, rules, window)]
    found += _overlaps(texts, touchables)
    return found


def texts_of(window: QQuickWindow) -> list[Seen]:
    """Every text that is seen, of the open dialog if there is one."""
    return [seen for seen in _walk(_topmost(window), window) if _is_text(seen.item)]


def touchables_of(window: QQuickWindow) -> list[Seen]:
    """Everything that can be touched, of the open dialog if there is one."""
    return [seen for seen in _walk(_topmost(window), window) if is_touchable(seen.item)]


def out_of_reach(window: QQuickWindow) -> list[str]:
    """With lowered controls: what can be touched and begins above the lower half.

    A video and the words one is writing may be touched and need not be: the keys write where the words already are.
    """
    needed = [seen for seen in touchables_of(window) if seen.item.isEnabled() and not _need_not_be_reached(seen)]
    half = window.height() / 2
    return [f"{seen.name}: begins at {seen.rect.top():.0f} px" for seen in needed if seen.rect.top() < half]


def _need_not_be_reached(seen: Seen) -> bool:
    return bool(seen.item.property("surface")) or seen.name in PAPER


def _is_text(item: QQuickItem) -> bool:
    return item.inherits("QQuickText") and bool(str(item.property("text")).strip())


def is_touchable(item: QQuickItem) -> bool:
    """Whether a person can touch it: a button or a field."""
    return item.inherits("QQuickAbstractButton") or any(item.inherits(kind) for kind in TEXT_TOO)


def _topmost(window: QQuickWindow) -> QQuickItem:
    """The open dialog if there is one, else everything."""
    for seen in _walk(window.contentItem(), window):
        if seen.item.metaObject().className().split("_QML")[0].endswith("Sheet"):
            return seen.item
    return window.contentItem()


def _walk(item: QQuickItem, window: QQuickWindow, inside: frozenset[int] = frozenset()) -> Iterator[Seen]:
    if not item.isVisible() or item.opacity() < 0.05:
        return
    rect = item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))
    yield Seen(item, _name(item), rect, inside)
    within = inside | {id(item)}
    for child in item.childItems():
        yield from _walk(child, window, within)


def _name(item: QQuickItem) -> str:
    if item.objectName():
        return item.objectName()
    words = item.property("text")
    parent = item.parentItem()
    while not words and parent is not None and not parent.objectName():
        parent = parent.parentItem()
    kind = item.metaObject().className().split("_QML")[0]
    return f"{kind}“{str(words)[:24]}”" if words else f"{kind} in {parent.objectName() if parent else '?'}"


def _sizes(touchables: list[Seen], rules: Rules, window: QQuickWindow) -> Iterator[str]:
    guard = rules.px(GUARD_MM) - SLACK
    room = QRectF(guard, guard, window.width() - 2 * guard, window.height() - 2 * guard)
    for seen in touchables:
        rect = seen.rect
        if seen.item.property("surface"):
            continue
        least = rules.px(PRIMARY_MM if "PrimaryButton" in seen.item.metaObject().className() else TARGET_MM) - SLACK
        if rect.width() < least or rect.height() < least:
            yield f"{seen.name}: too small, {rect.width():.0f} × {rect.height():.0f} px"
        if not room.contains(rect):
            yield f"{seen.name}: beyond the guarded edge, {_where(rect)}"
        for ancestor in _clips(seen.item):
            if not ancestor.adjusted(-SLACK, -SLACK, SLACK, SLACK).contains(rect):
                yield f"{seen.name}: cut off"


def _gaps(touchables: list[Seen], rules: Rules) -> Iterator[str]:
    least = rules.px(GAP_MM) - SLACK
    for index, one in enumerate(touchables):
        for other in touchables[index + 1 :]:
            if id(one.item) in other.inside or id(other.item) in one.inside or _covers(one, other):
                continue
            gap = _gap(one.rect, other.rect)
            if gap < least:
                yield f"{one.name} – {other.name}: gap of {gap:.1f} px"


def _covers(one: Seen, other: Seen) -> bool:
    """A large surface (the video) with buttons on it: the buttons are on top, and both are wanted."""
    return bool(one.item.property("surface")) or bool(other.item.property("surface"))


def _gap(a: QRectF, b: QRectF) -> float:
    across = max(b.left() - a.right(), a.left() - b.right())
    down = max(b.top() - a.bottom(), a.top() - b.bottom())
    return max(across, down)


def _texts(texts: list[Seen], rules: Rules, window: QQuickWindow) -> Iterator[str]:
    for seen in texts:
        item = seen.item
        painted, size = painted_rect(seen), drawn(item)[2]
        factor = 1.0 if seen.name == SAMPLE else rules.factor
        if size < rules.px(TEXT_MM) * factor - SLACK:
            yield f"{seen.name}: letters of {size} px"
        if item.property("truncated"):
            yield f"{seen.name}: cut short"
        if item.property("contentWidth") > item.width() + 2 and item.width() > 0:
            yield f"{seen.name}: wider than its place, {item.property('contentWidth'):.0f} > {item.width():.0f}"
        if not QRectF(0, 0, window.width(), window.height()).contains(painted):
            yield f"{seen.name}: off the screen, {_where(painted)}"
        for ancestor in _clips(item):
            if not ancestor.adjusted(-2, -2, 2, 2).contains(painted):
                yield f"{seen.name}: cut off"


def drawn(item: QQuickItem) -> tuple[int, int, int]:
    """Horizontal and vertical alignment, and the letters' size as drawn: what fits itself to its room is smaller."""
    words = "[effectiveHorizontalAlignment, verticalAlignment, fontInfo.pixelSize]"
    value, _ = QQmlExpression(qmlContext(item), item, words).evaluate()
    across, down, size = value.toVariant() if hasattr(value, "toVariant") else value
    return int(across), int(down), int(size)


def _overlaps(texts: list[Seen], touchables: list[Seen]) -> Iterator[str]:
    for index, one in enumerate(texts):
        mine = painted_rect(one).adjusted(2, 4, -2, -4)
        for other in texts[index + 1 :]:
            if mine.intersects(painted_rect(other).adjusted(2, 4, -2, -4)):
                yield f"{one.name} – {other.name}: words over words"
        for button in touchables:
            if id(button.item) in one.inside or id(one.item) in button.inside or button.item.property("surface"):
                continue
            if any(button.item.inherits(kind) for kind in TEXT_TOO):
                continue
            if mine.intersects(button.rect):
                yield f"{one.name} – {button.name}: words under a button"


def painted_rect(seen: Seen) -> QRectF:
    """Where the letters are, by the item's alignment."""
    item = seen.item
    width, height = item.property("contentWidth"), item.property("contentHeight")
    across, down, _ = drawn(item)
    left = _aligned(across, item.width(), width, 1, 2, 4)
    top = _aligned(down, item.height(), height, 32, 64, 128)
    at = item.mapToScene(QPointF(left, top))
    return QRectF(at.x(), at.y(), width, height)


def _aligned(alignment: int, room: float, size: float, first: int, last: int, middle: int) -> float:
    return {last: room - size, middle: (room - size) / 2}.get(alignment, 0.0)


def _clips(item: QQuickItem) -> Iterator[QRectF]:
    parent = item.parentItem()
    while parent is not None:
        if parent.clip():
            yield parent.mapRectToScene(QRectF(0, 0, parent.width(), parent.height()))
        parent = parent.parentItem()


def _where(rect: QRectF) -> str:
    return f"{rect.left():.0f},{rect.top():.0f} to {rect.right():.0f},{rect.bottom():.0f}"
