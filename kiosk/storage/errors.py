"""What can go wrong with the kiosk's storage, and what to do about it.

StorageError
├── StorageFull          the disk is full; nothing was recorded, call staff
├── StorageBusy          another writer holds the database; nothing was recorded, try again
├── StorageDamaged       the database or journal cannot be believed; start again, which sets it aside
├── StorageNewer         a later version of the program wrote the database; install that version, nothing was touched
├── StorageTooOld        the SQLite library is older than the fix this product needs
├── BackupRefused        a backup that was not written or not put back; nothing was changed
└── NotEnrolled          there is no identity yet; enrol first
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DatabaseError, OperationalError


class StorageError(Exception):
    """Base of all storage errors. `code` is stable and fit for logs."""

    code = "storage"


class StorageFull(StorageError):
    """No room. The transaction was rolled back."""

    code = "storage-full"


class StorageBusy(StorageError):
    """Locked for longer than the time-out. The transaction was rolled back."""

    code = "storage-busy"


class StorageDamaged(StorageError):
    """The database is not what it was when it was written."""

    code = "storage-damaged"


class StorageNewer(StorageError):
    """The database is sound and this program is too old to read it. The text is the database's migration."""

    code = "storage-newer"


class StorageTooOld(StorageError):
    """SQLite lacks the fix of the WAL-reset bug (DESIGN.md §7)."""

    code = "sqlite-too-old"


class BackupRefused(StorageError):
    """`code`: backup-exists, backup-damaged, database-damaged, not-a-backup, nothing-to-back-up, restore-exists,
    restore-mount, inside."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class NotEnrolled(StorageError):
    """This kiosk has no identity."""

    code = "not-enrolled"


@contextmanager
def translated() -> Iterator[None]:
    """Turn SQLAlchemy's errors into the tree above."""
    try:
        yield
    except OperationalError as error:
        name = getattr(error.orig, "sqlite_errorname", "")
        if name.startswith(("SQLITE_FULL", "SQLITE_IOERR")):  # writing beyond a limit or a quota is an I/O error
            raise StorageFull(name) from error
        if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
            raise StorageBusy(name) from error
        raise StorageDamaged(f"{name}: {error.orig}") from error
    except DatabaseError as error:
        raise StorageDamaged(str(error.orig)) from error
