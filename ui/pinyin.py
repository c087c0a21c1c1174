"""The large dictionary of pinyin: loaded behind the first screens, before anybody can have reached what needs it."""

from __future__ import annotations

import importlib


def load_pinyin() -> None:
    """Blocking, about a third of a second of processor time; a second time nothing."""
    importlib.import_module("pypinyin")
