"""What can go wrong with the kiosk's storage, and what to do about it.

StorageError
├── StorageFull          the disk is full; nothing was recorded, call staff
├── StorageBusy          another writer holds the database; nothing was recorded, try again
├── StorageDamaged       the database or journal cannot be believed; staff must act
├── StorageTooOld        the SQLite library is older than the fix this product needs
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


class StorageTooOld(StorageError):
    """SQLite lacks the fix of the WAL-reset bug (DESIGN.md §7)."""

    code = "sqlite-too-old"


class NotEnrolled(StorageError):
    """This kiosk has no identity."""

    code = "not-enrolled"


@contextmanager
def translated() -> Iterator[None]:
    """Turn SQLAlchemy's errors into the tree above."""
    try:
        yield
    except OperationalError as error:
        text = str(error.orig)
        if "full" in text or "disk I/O" in text:
            raise StorageFull(text) from error
        if "locked" in text or "busy" in text:
            raise StorageBusy(text) from error
        raise StorageDamaged(text) from error
    except DatabaseError as error:
        raise StorageDamaged(str(error.orig)) from error
