"""What support needs to know of a machine, in one ZIP without personal data: versions, health, notices, a short log.

The log's lines are checked once more on the way out: what looks like a card, a code or a telephone number is blotted.
"""

from __future__ import annotations

import io
import json
import platform
import re
import zipfile
from collections.abc import Iterable
from importlib.metadata import distributions

import pysqlite3

from kiosk.domain.credential import PREFIX
from kiosk.services.health import Health
from kiosk.services.notices import Notices
from kiosk.version import VERSION

README = (
    "三民活动终端的诊断资料。没有姓名、电话、选择、意见内容。\n"
    "Diagnostics of a San Min kiosk. No names, telephone numbers, choices or suggestions.\n"
)
BLOTTED = "▇"
_PRIVATE = re.compile(
    rf"{re.escape(PREFIX)}\S+"  # a card's text
    r"|\b[0-9A-Fa-f]{16,}\b"  # ids, hashes, keys
    r"|\+?\d{2,4}(?:[ -]\d{3,4}){2,3}(?!\d)"  # telephone numbers in groups
    r"|\d{7,}"  # and in a row
)


def blot(line: str) -> str:
    """A line of the log without what looks like a card, an id or a telephone number."""
    return _PRIVATE.sub(BLOTTED, line)


def make_diagnostics(health: Health, notices: Notices, kiosk: str, log: Iterable[str]) -> bytes:
    """The ZIP. Blocking; raises StorageError."""
    files = {
        "README.txt": README,
        "versions.json": _json(_versions(kiosk)),
        "health.json": _json(health.now()),
        "notices.txt": "\n".join(repr(notice) for notice in notices.now()) + "\n",
        "log.txt": "\n".join(blot(line) for line in log) + "\n",
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return stream.getvalue()


def _versions(kiosk: str) -> dict[str, object]:
    return {
        "kiosk": kiosk,
        "version": VERSION,
        "python": platform.python_version(),
        "system": platform.platform(),
        "sqlite": pysqlite3.sqlite_version,
        "packages": {found.metadata["Name"]: found.version for found in distributions()},
    }


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
