"""Setting a damaged database aside and going on with what can be read of it (ADR 21).

<folder>/aside/<number>/kiosk.sqlite3 …     the damaged files, as they were; never deleted
<folder>/aside/<number>/moved               they are complete there; from here on the new database may be made anew
<folder>/aside/<number>/rest.cbor           readable entries that the chain does not prove, as they were
<folder>/aside/<number>/found.cbor          what was found; the rescue is finished

A rescue that is interrupted at any point is finished by the next start.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from pathlib import Path

from kiosk.domain.canonical import decode_message, encode, encode_message
from kiosk.files import fsync_folder, write_whole
from kiosk.storage.checking import Damage
from kiosk.storage.epochs import Ended
from kiosk.storage.mirror import read_mirrored
from kiosk.storage.rebuilding import Rebuilt, rebuild
from kiosk.storage.salvage import Salvaged, salvage

logger = logging.getLogger(__name__)

ASIDE = "aside"
_WHY, _MOVED, _REST, _FOUND = "why", "moved", "rest.cbor", "found.cbor"
_ENDINGS = ("-wal", "-shm", "")


@dataclass(frozen=True, slots=True)
class SetAside:
    """What staff and the organisers are told. `kept` entries are sent in their old epoch, `again` in the new one,
    `rest` there as rescued ones that nothing proves.

    `lost` counts entries that are known to have existed and could not be read, as far as the numbers show.
    """

    folder: str
    damage: str
    at: int
    kept: int
    again: int
    rest: int
    lost: int


def finish_rescue(path: Path, kiosk: str, mirror: Path | None, now: int) -> None:
    """Finish what an earlier start could not. Raises StorageError or OSError."""
    for folder in sorted((path.parent / ASIDE).glob("*")):
        if not (folder / _FOUND).exists():
            _rescue(path, folder, kiosk, mirror, now)


def set_aside(path: Path, damage: Damage, kiosk: str, mirror: Path | None, now: int) -> None:
    """Put the damaged database aside and a new one in its place. `now` is Unix seconds.

    Raises StorageError or OSError; calling again goes on where it stopped.
    """
    folder = path.parent / ASIDE / f"{len(list((path.parent / ASIDE).glob('*'))) + 1:04}"
    folder.mkdir(parents=True)
    fsync_folder(path.parent)
    write_whole(folder / _WHY, damage.value.encode("ascii"))
    _rescue(path, folder, kiosk, mirror, now)


def all_set_aside(folder: Path) -> tuple[SetAside, ...]:
    """Everything that was ever set aside in a kiosk's folder, oldest first."""
    return tuple(decode_message(SetAside, found.read_bytes()) for found in sorted((folder / ASIDE).glob(f"*/{_FOUND}")))


def _rescue(path: Path, folder: Path, kiosk: str, mirror: Path | None, now: int) -> None:
    if not (folder / _MOVED).exists():
        _move(path, folder)
    found = salvage(folder / path.name)
    _add_mirror(found, kiosk, mirror)
    fresh = path.with_name(path.name + ".new")
    for ending in _ENDINGS:
        fresh.with_name(fresh.name + ending).unlink(missing_ok=True)
    rebuilt = rebuild(fresh, kiosk, found, Ended.DAMAGED)
    write_whole(folder / _REST, encode([list(row) for row in rebuilt.rest]))
    fresh.replace(path)
    fsync_folder(path.parent)
    report = _report(folder, rebuilt, now)
    logger.warning("database set aside in %s: %s", report.folder, report.damage)
    write_whole(folder / _FOUND, encode_message(report))


def _move(path: Path, folder: Path) -> None:
    """The log first: without its database it is harmless, the other way round SQLite would throw it away."""
    for ending in _ENDINGS:
        part = path.with_name(path.name + ending)
        if part.exists():
            part.replace(folder / part.name)
    fsync_folder(folder)
    fsync_folder(path.parent)
    write_whole(folder / _MOVED, b"")


def _add_mirror(found: Salvaged, kiosk: str, mirror: Path | None) -> None:
    if mirror is None:
        return
    for epoch, links in read_mirrored(mirror, kiosk).items():
        for link in links:
            found.add_link(epoch, link)


def _report(folder: Path, rebuilt: Rebuilt, now: int) -> SetAside:
    try:
        damage = (folder / _WHY).read_text("ascii")
    except (OSError, ValueError):
        damage = Damage.MISSING.value
    return SetAside(f"{ASIDE}/{folder.name}", damage, now, rebuilt.kept, rebuilt.again, len(rebuilt.rest), rebuilt.lost)
