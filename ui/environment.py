"""Settings that Qt reads when its libraries load; `ui/__init__.py` makes them before any of Qt is imported."""

from __future__ import annotations

import os

QUIET = "qt.virtualkeyboard*=false;qt.multimedia*=false"


def prepare_environment() -> None:
    """Our own keyboard over Qt's pinyin engine, which may learn nothing; no chatter of the media libraries.

    Qt's pinyin engine keeps a dictionary of what people type under the configuration folder; a folder that cannot
    exist keeps it in memory only (promise 2).
    """
    os.environ["QT_IM_MODULE"] = "qtvirtualkeyboard"
    os.environ["QT_VIRTUALKEYBOARD_DESKTOP_DISABLE"] = "1"
    os.environ["XDG_CONFIG_HOME"] = "/dev/null/none"
    os.environ.setdefault("QT_LOGGING_RULES", QUIET)
    os.environ.setdefault("QT_QUICK_CONTROLS_STYLE", "Basic")
