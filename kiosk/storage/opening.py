"""Opening the kiosk's database: checked first, and replaced if it cannot be believed, so that voting goes on.

<folder>/begun     there was a database: one that is gone, or empty, was lost and is no first start
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from kiosk.files import write_whole
from kiosk.storage.checking import Damage, find_damage
from kiosk.storage.database import Database, open_database
from kiosk.storage.moving import BEGUN
from kiosk.storage.rescue import finish_rescue, set_aside


def open_checked(path: Path, kiosk: str, mirror: Path | None, now: int) -> Database:
    """The database at `path`, sound. `now` is Unix seconds, for the report on a damaged one.

    Raises StorageBusy, StorageFull, StorageNewer (nothing was touched), StorageTooOld or OSError; a damaged database
    does not raise, it is set aside (`kiosk.storage.rescue.all_set_aside` tells).
    """
    finish_rescue(path, kiosk, mirror, now)
    damage = find_damage(path, kiosk, mirror)
    begun = path.with_name(BEGUN)
    if damage is None and begun.exists() and not (path.exists() and path.stat().st_size):
        damage = Damage.MISSING
    if damage is not None:
        set_aside(path, damage, kiosk, mirror, now)
    database = open_database(path)
    if not begun.exists():
        with suppress(OSError):  # a full disk; the next start makes up for it
            write_whole(begun, b"")
    return database
