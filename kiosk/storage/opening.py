"""Opening the kiosk's database: checked first, and replaced if it cannot be believed, so that voting goes on."""

from __future__ import annotations

from pathlib import Path

from kiosk.storage.checking import find_damage
from kiosk.storage.database import Database, open_database
from kiosk.storage.rescue import finish_rescue, set_aside


def open_checked(path: Path, kiosk: str, mirror: Path | None, now: int) -> Database:
    """The database at `path`, sound. `now` is Unix seconds, for the report on a damaged one.

    Raises StorageBusy, StorageFull, StorageNewer (nothing was touched), StorageTooOld or OSError; a damaged database
    does not raise, it is set aside (`kiosk.storage.rescue.all_set_aside` tells).
    """
    finish_rescue(path, kiosk, mirror, now)
    damage = find_damage(path, kiosk, mirror)
    if damage is not None:
        set_aside(path, damage, kiosk, mirror, now)
    return open_database(path)
