"""Looking at the database before anybody votes on it: pages, log, epochs, chain, and the mirror beside it.

SQLite ignores what follows a damaged place in its log, so a journal would silently become shorter. The log is
therefore read before SQLite opens it, and a mirror that knows more is believed (ADR 21).
"""

from __future__ import annotations

import errno
import os
from enum import StrEnum
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.engine import Connection

from kiosk.domain.journal import chain, genesis
from kiosk.storage import epochs, settings
from kiosk.storage.database import Database, open_database, refuse_newer
from kiosk.storage.epochs import Ended, Life
from kiosk.storage.errors import StorageDamaged, StorageFull, translated
from kiosk.storage.mirror import read_mirrored
from kiosk.storage.models import JournalRow
from kiosk.storage.pages import read_wal, rows, split_pages
from kiosk.storage.reserve import free_bytes
from kiosk.storage.salvage import Salvaged, keep_link, longest_chain

_ENOUGH = 1024 * 1024


class Damage(StrEnum):
    """What was found."""

    MISSING = "missing"
    LOG = "log"
    PAGES = "pages"
    JOURNAL = "journal"
    BEHIND_MIRROR = "behind-mirror"


def find_damage(path: Path, kiosk: str, mirror: Path | None) -> Damage | None:
    """What is wrong with the database at `path`, None if nothing is or if there is none yet.

    Raises StorageBusy, StorageFull, StorageNewer, StorageTooOld or OSError.
    """
    log = path.with_name(path.name + "-wal")
    if not path.exists() or path.stat().st_size == 0:
        left = log.exists() and log.stat().st_size > 0
        return Damage.MISSING if left or _mirrored(mirror, kiosk) else None
    refuse_newer(path)  # before its log is judged by what this version knows
    _check_rights(path.parent, path, log, path.with_name(path.name + "-shm"))
    if log.exists() and _log_lost(path, log, kiosk):
        return Damage.LOG
    try:
        database = open_database(path)
    except (StorageDamaged, StorageFull) as error:
        if free_bytes(path.parent) < _ENOUGH:  # a full disk looks like damage: the log cannot be made
            raise StorageFull(str(error)) from error
        return Damage.PAGES
    try:
        return _look_inside(database, kiosk, mirror)
    finally:
        database.dispose()


def _check_rights(*files: Path) -> None:
    """SQLite speaks of a file that may not be written as of a broken one; it is sound and must stay where it is.

    Raises PermissionError: after a restore by root, or on a disk that the system now mounts read-only.
    """
    for file in files:
        if file.exists() and not os.access(file, os.R_OK | os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(file))


def verify_journal(database: Database, kiosk: str, everything: bool = True) -> None:
    """Walk the chain of every epoch, or only what the server has not acknowledged.

    Raises StorageDamaged at the first entry that is not what was written.
    """
    with translated(), database.reading() as connection:
        acked = settings.get_int(connection, settings.ACKED_SEQ), settings.get(connection, settings.ACKED_HASH)
        current = Life(epochs.current(connection), None, *acked, delivered=False)
        known = (*epochs.earlier_epochs(connection), current)
        for epoch in known:
            _verify(connection, kiosk, epoch, everything)
        stray = select(JournalRow.seq).where(JournalRow.epoch.not_in([epoch.epoch for epoch in known])).limit(1)
        if connection.scalar(stray) is not None:
            raise StorageDamaged("entries of an unknown epoch")


def _verify(connection: Connection, kiosk: str, epoch: Life, everything: bool) -> None:
    head, seq = genesis(kiosk, epoch.epoch), 0
    if epoch.acked_hash is not None and not everything:
        head, seq = epoch.acked_hash, epoch.acked_seq
    found = connection.execute(
        select(JournalRow.seq, JournalRow.entry, JournalRow.hash)
        .where(JournalRow.epoch == epoch.epoch, JournalRow.seq >= seq)
        .order_by(JournalRow.seq)
        .execution_options(yield_per=500)
    )
    for number, entry, hash_ in found:
        if number == seq and seq > 0:
            if hash_ != head:
                raise StorageDamaged(f"journal entry {seq}")
            continue
        if number > seq + 1 and epoch.why is Ended.DAMAGED:
            head, seq = hash_, number  # a hole that was found when the epoch ended
            continue
        head, seq = chain(head, entry), seq + 1
        if number != seq or hash_ != head:
            raise StorageDamaged(f"journal entry {seq}")


def _look_inside(database: Database, kiosk: str, mirror: Path | None) -> Damage | None:
    try:
        with translated(), database.reading() as connection:
            if connection.exec_driver_sql("PRAGMA integrity_check(1)").scalar() != "ok":
                return Damage.PAGES
            everything = bool(settings.get_int(connection, settings.SUSPECT))
            epochs.begin_first(connection)
        verify_journal(database, kiosk, everything)
    except StorageDamaged:
        return Damage.JOURNAL
    with translated(), database.reading() as connection:
        return Damage.BEHIND_MIRROR if _behind(connection, kiosk, mirror) else None


def _behind(connection: Connection, kiosk: str, mirror: Path | None) -> bool:
    """Whether the mirror continues an epoch, or has one that is not here: then the journal lost its end.

    Another history of the same epoch there says nothing.
    """
    if mirror is None:
        return False
    for epoch, links in read_mirrored(mirror, kiosk).items():
        newest = select(JournalRow.seq, JournalRow.hash).where(JournalRow.epoch == epoch)
        last = connection.execute(newest.order_by(JournalRow.seq.desc()).limit(1)).one_or_none()
        if last is None and links:
            return True
        if last is not None and links[last.seq :] and links[last.seq - 1].hash == last.hash:
            return True
    return False


def _log_lost(path: Path, log: Path, kiosk: str) -> bool:
    """Whether the log holds entries that SQLite will not show."""
    wal = read_wal(log.read_bytes())
    if wal.clean:
        return False
    pages = split_pages(path.read_bytes())
    shown, there = Salvaged(), Salvaged()
    for row in rows({**pages, **wal.committed}):
        keep_link(shown, row)
    for row in rows({**pages, **wal.every}):
        keep_link(there, row)
    return any(
        len(longest_chain(kiosk, epoch, copies, None).links)
        > len(longest_chain(kiosk, epoch, shown.links.get(epoch, {}), None).links)
        for epoch, copies in there.links.items()
    )


def _mirrored(mirror: Path | None, kiosk: str) -> bool:
    return mirror is not None and bool(read_mirrored(mirror, kiosk))
