"""The folder's text files: UTF-8 with or without a byte order mark; anything else is noted by its line."""

from __future__ import annotations

import os
from pathlib import Path

from organiser.folder.mistakes import Mistakes


def read_text(folder: Path, name: str, mistakes: Mistakes, what: str = "the file is") -> str | None:
    """The file's text; None, with the mistake noted, if there is none. `what` begins “… missing”."""
    try:
        data = (folder / name).read_bytes()
    except FileNotFoundError:
        mistakes.add(name, 0, f"{what} missing")
        return None
    except OSError as error:
        mistakes.add(name, 0, f"this cannot be read ({os.strerror(error.errno or 0)})")
        return None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        mistakes.add(name, line, "this is not UTF-8 but perhaps GBK; save the file as UTF-8")
        return None
