"""A full screen that cannot be left: no closing, no shortcuts, no dragging, no menus, no pointer, no memory dumps.

The compositor has no windows to switch to and the system no terminals (assets/deploy/); this is the window's own part.
What a scanner types and what a switch or a reader of the screen needs (Tab, Enter, Space, arrows) goes through.
"""

from __future__ import annotations

import ctypes
import faulthandler
import logging
import resource
import sys

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QMouseEvent

logger = logging.getLogger(__name__)

PR_SET_DUMPABLE = 4
"""prctl(2): with 0 there are no core dumps and no other process of the user reads this one's memory."""
_Type, _Key, _Modifier = QEvent.Type, Qt.Key, Qt.KeyboardModifier
NEVER = frozenset(
    {
        _Type.DragEnter,
        _Type.DragMove,
        _Type.Drop,
        _Type.ContextMenu,
        _Type.NativeGesture,
        _Type.Shortcut,
        _Type.FileOpen,
    }
)
KEYS = frozenset({_Type.KeyPress, _Type.KeyRelease, _Type.ShortcutOverride})
BUTTONS = frozenset({_Type.MouseButtonPress, _Type.MouseButtonRelease, _Type.MouseButtonDblClick})
ALLOWED = frozenset(
    {
        _Key.Key_Tab,
        _Key.Key_Backtab,
        _Key.Key_Return,
        _Key.Key_Enter,
        _Key.Key_Space,
        _Key.Key_Backspace,
        _Key.Key_Delete,
        _Key.Key_Left,
        _Key.Key_Right,
        _Key.Key_Up,
        _Key.Key_Down,
        _Key.Key_Home,
        _Key.Key_End,
        _Key.Key_PageUp,
        _Key.Key_PageDown,
        _Key.Key_Escape,
        _Key.Key_Shift,
        _Key.Key_CapsLock,
    }
)
PLAIN = _Modifier.ShiftModifier | _Modifier.KeypadModifier


def allows_key(key: int, modifiers: Qt.KeyboardModifier, text: str) -> bool:
    """Whether a key may reach the screen: no Ctrl, Alt, Meta or function keys, whatever they would do."""
    if modifiers & ~PLAIN != _Modifier.NoModifier:
        return False
    return key in ALLOWED or (len(text) == 1 and text.isprintable())


class Lockdown(QObject):
    """An event filter for the application; the last one that is installed, so that it sees events first."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Swallow what would lead out of the screen."""
        kind = event.type()
        if kind is _Type.Close and watched.isWindowType():
            event.ignore()
            return True
        if kind in NEVER:
            return True
        if kind in KEYS and event.spontaneous() and isinstance(event, QKeyEvent):
            return not allows_key(event.key(), event.modifiers(), event.text())
        if kind in BUTTONS and isinstance(event, QMouseEvent):
            return event.button() is not Qt.MouseButton.LeftButton
        return False


def lock(app: QGuiApplication) -> Lockdown:
    """Nothing leads out of the full screen any more. Keep what is returned."""
    made = Lockdown(app)
    app.installEventFilter(made)
    app.setOverrideCursor(Qt.CursorShape.BlankCursor)
    return made


def forbid_dumps() -> None:
    """Marks and names live in memory only: a crash leaves where it happened, never what was in memory (promise 2)."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if ctypes.CDLL(None, use_errno=True).prctl(PR_SET_DUMPABLE, 0, 0, 0, 0):
        logger.info("prctl: error %d", ctypes.get_errno())
    if sys.stderr is not None:
        faulthandler.enable()  # the stacks of all threads, without values
