"""Reads the vector files; hexadecimal stays text until `unhex`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent.parent / "vectors"
DOCUMENT = Path(__file__).parent.parent.parent / "docs" / "formats.md"


def load(name: str) -> Any:
    """One file's content."""
    return json.loads((FOLDER / name).read_text("utf-8"))


def unhex(text: str) -> bytes:
    """Bytes of hexadecimal."""
    return bytes.fromhex(text)


def names(cases: list[dict[str, Any]]) -> list[str]:
    """Ids for pytest."""
    return [str(case.get("name", number)) for number, case in enumerate(cases)]


def at(name: str, path: str) -> Any:
    """A value by its path, such as `valid.0.payload`."""
    value = load(name)
    for part in path.split("."):
        value = value[int(part)] if isinstance(value, list) else value[part]
    return value
