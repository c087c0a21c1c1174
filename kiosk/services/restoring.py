"""Backing a kiosk up and bringing it back: the restored one begins a new epoch (ADR 22)."""

from __future__ import annotations

from pathlib import Path

from kiosk.services.kiosk import DATABASE
from kiosk.storage.backup import KIOSK, Backup, unpacked, write_backup
from kiosk.storage.checking import verify_journal
from kiosk.storage.database import open_database
from kiosk.storage.epochs import Ended
from kiosk.storage.errors import translated
from kiosk.storage.identity import load_identity
from kiosk.storage.journal import Journal


def back_up_kiosk(folder: Path, to: Path, now: int, *, with_content: bool = False) -> Backup:
    """Copy a kiosk's folder, in use or not. Videos and documents come again with the next sync unless `with_content`.

    Raises NotEnrolled, BackupRefused or OSError.
    """
    load_identity(folder)
    return write_backup(folder, to, KIOSK, now, with_content=with_content)


def restore_kiosk(backup: Path, folder: Path) -> str:
    """Make `folder` the kiosk that was backed up and return its name.

    What the old kiosk recorded after the backup keeps its place at the server: the restored one adds to another epoch.
    Raises BackupRefused, StorageDamaged or OSError.
    """
    with unpacked(backup, folder, KIOSK) as part:
        identity = load_identity(part)
        database = open_database(part / DATABASE)
        try:
            verify_journal(database, identity.kiosk)
            journal = Journal(database, identity.kiosk)
            with translated(), database.begin() as connection:
                journal.begin_epoch(connection, Ended.RESTORED)
        finally:
            database.dispose()
    return identity.kiosk
