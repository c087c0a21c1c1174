"""A folder with a SQLite database, copied while it is in use and verified after writing; and put back (ADR 22).

<backup>/backup.cbor       what it is of, when it was made, the SHA-256 of every file; written last
<backup>/files/…           the files, the database as one file without a log
"""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pysqlite3

from kiosk.domain.canonical import EncodingError, decode_message, encode_message
from kiosk.files import fsync_file, fsync_folder, write_whole
from kiosk.storage.errors import BackupRefused, StorageBusy

MANIFEST, FILES = "backup.cbor", "files"


@dataclass(frozen=True, slots=True)
class Layout:
    """What a folder of one kind is made of. `content` can be fetched again; `left_out` is never worth keeping."""

    kind: str
    database: str
    content: str
    left_out: tuple[str, ...] = ()


KIOSK = Layout("kiosk", "kiosk.sqlite3", "content", ("reserve", "aside"))


@dataclass(frozen=True, slots=True)
class Backup:
    """What a backup says of itself. `made_at` is Unix seconds; `files` maps relative names to SHA-256."""

    v: int
    kind: str
    made_at: int
    with_content: bool
    files: dict[str, bytes]


def write_backup(folder: Path, to: Path, layout: Layout, now: int, *, with_content: bool) -> Backup:
    """Copy a folder to `to`, which must not exist; durable and read back when this returns.

    The kiosk or server may go on writing meanwhile. Holds private keys: mode 0700. Raises BackupRefused
    (`backup-exists`, `database-damaged`, `backup-damaged`) or OSError; then `to` does not exist.
    """
    if to.exists():
        raise BackupRefused("backup-exists")
    part = to.with_name(to.name + ".part")
    shutil.rmtree(part, ignore_errors=True)
    try:
        _fill(part, folder, layout, now, with_content=with_content)
        part.rename(to)
    except BaseException:
        shutil.rmtree(part, ignore_errors=True)  # private keys would be left lying about
        raise
    fsync_folder(to.parent)
    return read_backup(to)


def _fill(part: Path, folder: Path, layout: Layout, now: int, *, with_content: bool) -> None:
    (part / FILES).mkdir(parents=True)
    part.chmod(0o700)
    copy_database(folder / layout.database, part / FILES / layout.database)
    for name in _names(folder, layout, with_content):
        _copy(folder, part / FILES, name)
    files = {name: _digest(part / FILES / name) for name in _all(part / FILES)}
    backup = Backup(1, layout.kind, now, with_content, files)
    write_whole(part / MANIFEST, encode_message(backup))


def read_backup(backup: Path) -> Backup:
    """A complete backup whose files are what was written. Raises BackupRefused or OSError."""
    try:
        found = decode_message(Backup, (backup / MANIFEST).read_bytes())
    except (FileNotFoundError, NotADirectoryError, EncodingError) as error:
        raise BackupRefused("not-a-backup") from error
    there = set(_all(backup / FILES))
    if there != set(found.files) or any(_digest(backup / FILES / name) != found.files[name] for name in there):
        raise BackupRefused("backup-damaged")
    return found


@contextmanager
def unpacked(backup: Path, folder: Path, layout: Layout) -> Iterator[Path]:
    """A verified backup, copied beside `folder` to be prepared; at the block's end it becomes the folder, durably.

    What cannot be finished goes away again, for it holds private keys. `folder` must not exist or be empty. Raises
    BackupRefused or OSError.
    """
    found, folder = read_backup(backup), folder.resolve()
    if found.kind != layout.kind:
        raise BackupRefused("not-a-backup")
    if folder.is_mount():
        raise BackupRefused("restore-mount")
    if folder.exists() and any(folder.iterdir()):
        raise BackupRefused("restore-exists")
    part = folder.with_name(folder.name + ".part")
    shutil.rmtree(part, ignore_errors=True)
    try:
        part.mkdir(parents=True)
        for name in found.files:
            _copy(backup / FILES, part, name)
        yield part
        _put_in_place(part, folder)
    except BaseException:
        shutil.rmtree(part, ignore_errors=True)
        raise


def _copy(source: Path, target: Path, name: str) -> None:
    """A file and the folders it lies in, as private as they were; durable."""
    place = target
    for part in Path(name).parts[:-1]:
        source, place = source / part, place / part
        if not place.is_dir():
            place.mkdir()
            place.chmod(source.stat().st_mode & 0o777 | 0o700)  # what is read-only there is written here
    file = Path(name).name
    shutil.copy(source / file, place / file)
    _sync(place / file)


def _put_in_place(part: Path, folder: Path) -> None:
    for name in _all(part):
        _sync(part / name)
    if folder.exists():
        folder.rmdir()
    part.rename(folder)
    fsync_folder(folder.parent)


def copy_database(source: Path, target: Path) -> None:
    """A consistent copy of a database that may be in use, as one durable, checked file.

    Raises BackupRefused: `database-damaged` for a source that is not sound, `backup-damaged` for such a copy of one
    that is; OSError on a full disk, or where the source may not be read.
    """
    if not source.is_file():
        raise BackupRefused("nothing-to-back-up")
    with closing(_opened(source)) as original, closing(_opened(target)) as copy:
        try:
            original.backup(copy)
            copy.execute("PRAGMA journal_mode=DELETE").fetchall()
            sound = _is_sound(copy)
        except pysqlite3.DatabaseError as error:
            raise _meaning(error, source, target) from error
        if not sound:
            raise BackupRefused("backup-damaged" if _is_sound(original) else "database-damaged")
    target.chmod(0o600)
    _sync(target)


def _opened(path: Path) -> pysqlite3.Connection:
    try:
        return pysqlite3.connect(str(path))
    except pysqlite3.DatabaseError as error:
        raise _meaning(error, path, path) from error


def _is_sound(database: pysqlite3.Connection) -> bool:
    return bool(database.execute("PRAGMA integrity_check(1)").fetchone()[0] == "ok")


def _meaning(error: pysqlite3.DatabaseError, source: Path, target: Path) -> Exception:
    """By SQLite's own words: an error of copying has no name."""
    said = str(error)
    if said in ("file is not a database", "database disk image is malformed"):
        return BackupRefused("database-damaged")
    if said == "database is locked":
        return StorageBusy(said)
    if said in ("unable to open database file", "attempt to write a readonly database"):  # reading needs a file beside
        return OSError(errno.EACCES, os.strerror(errno.EACCES), str(source))
    number = errno.ENOSPC if said == "database or disk is full" else errno.EIO
    return OSError(number, os.strerror(number), str(target))


def _names(folder: Path, layout: Layout, with_content: bool) -> Iterator[str]:
    for name in _all(folder):
        top = name.split("/")[0]
        if top.startswith(layout.database) or top in layout.left_out or name.endswith(".part"):
            continue
        if with_content or top != layout.content:
            yield name


def _all(folder: Path) -> Iterator[str]:
    return (path.relative_to(folder).as_posix() for path in sorted(folder.rglob("*")) if path.is_file())


def _digest(path: Path) -> bytes:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").digest()


def _sync(path: Path) -> None:
    fsync_file(path)
    fsync_folder(path.parent)
