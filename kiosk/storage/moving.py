"""Moving a machine to another venue: the new identity waits in `moving/`, the next start puts it in place.

<folder>/moving/                  key and identity of the new kiosk, as enrolment wrote them
<folder>/moved/<kiosk>/           what belonged to the old one: nothing is deleted

A power cut at any moment leaves the old kiosk or the new one. Content stays: it belongs to the campaign.
"""

from __future__ import annotations

from pathlib import Path

from kiosk.files import fsync_folder
from kiosk.storage.identity import IDENTITY_FILE, KEY_FILE, load_identity

MOVING = "moving"
MOVED = "moved"
BEGUN = "begun"
"""See kiosk.storage.opening."""
DATABASE_FILES = ("kiosk.sqlite3", "kiosk.sqlite3-wal", "kiosk.sqlite3-shm")
OLD_FILES = (BEGUN, *DATABASE_FILES, KEY_FILE, IDENTITY_FILE)
"""The database's mark goes first: without its database it would say that one was lost. The identity goes last: while it
is there, the old kiosk is not put away yet."""
NEW_FILES = (KEY_FILE, IDENTITY_FILE)
"""Here too: a folder with an identity is a kiosk."""


def moving_folder(folder: Path) -> Path:
    """Where a new identity is prepared."""
    return folder / MOVING


def is_moving(folder: Path) -> bool:
    """Whether a new identity waits for the next start."""
    return (folder / MOVING / IDENTITY_FILE).exists()


def finish_moving(folder: Path) -> bool:
    """Put the old kiosk aside and the new one in place, durably; whether there was one.

    To be called before the folder is opened. Raises StorageError or OSError; calling again goes on.
    """
    if not is_moving(folder):
        return False
    if (folder / IDENTITY_FILE).exists():
        old = load_identity(folder).kiosk
        _move(OLD_FILES, folder, _new_folder(folder / MOVED, old))
    _move(NEW_FILES, folder / MOVING, folder)
    (folder / MOVING).rmdir()
    fsync_folder(folder)
    return True


def _move(names: tuple[str, ...], source: Path, target: Path) -> None:
    for name in names:
        if (source / name).exists():
            (source / name).replace(target / name)
            fsync_folder(target)
            fsync_folder(source)


def _new_folder(parent: Path, name: str) -> Path:
    """The first of name, name-2, name-3 … without an identity in it: one that was begun goes on."""
    number = 1
    while (parent / _numbered(name, number) / IDENTITY_FILE).exists():
        number += 1
    made = parent / _numbered(name, number)
    made.mkdir(parents=True, exist_ok=True)
    fsync_folder(parent)
    return made


def _numbered(name: str, number: int) -> str:
    return name if number == 1 else f"{name}-{number}"
