"""Where a server keeps packs' files, as its folder says, and moving them to another place.

<folder>/blobs.toml       not there: they lie in <folder>/blobs. Else url = "s3://bucket/prefix", endpoint, region
<folder>/keys/s3.ini      the store's credentials as Amazon's tools write them, mode 0600; without it the environment's
"""

from __future__ import annotations

import configparser
import json
import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

from kiosk.domain.pack import Manifest, PackFile
from kiosk.files import read_small, write_whole
from sync.http import check_address
from sync.server.blobs import Blobs, FolderBlobs
from sync.server.errors import Malformed

PLACE, CREDENTIALS, BLOBS = "blobs.toml", Path("keys", "s3.ini"), "blobs"
_S3 = re.compile(r"s3://([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:/([A-Za-z0-9._/-]{0,200}))?")


@dataclass(frozen=True, slots=True)
class Place:
    """`url` is empty for the folder; `endpoint` is empty for Amazon's own; `region` as the store names it."""

    url: str = ""
    endpoint: str = ""
    region: str = ""


def open_blobs(folder: Path) -> Blobs:
    """The blobs of a server's folder. Raises Malformed `bad-store` or `bad-credentials`, NotAllowed or OSError."""
    return _open(folder, read_place(folder), folder / CREDENTIALS)


def read_place(folder: Path) -> Place:
    """What the folder says. Raises Malformed `bad-store`."""
    try:
        found = tomllib.loads((folder / PLACE).read_text("utf-8"))
    except FileNotFoundError:
        return Place()
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise Malformed("bad-store") from error
    if not all(isinstance(value, str) for value in found.values()) or set(found) - set(Place.__slots__):
        raise Malformed("bad-store")
    return Place(**found)


def move_blobs(folder: Path, manifest: Manifest | None, place: Place, credentials: Path | None) -> int:
    """Copy the offered pack's files to another place and use that from the next start on; how many files.

    Copies and verifies first, then switches; what is at the old place stays there. `credentials` is a file that is
    kept as the folder's own; None keeps what is there. Raises Malformed, NotAllowed, NotFound, StoreSilent or OSError;
    then nothing has changed.
    """
    old, new = open_blobs(folder), _open(folder, place, credentials or folder / CREDENTIALS)
    files = {file.sha256: file for file in manifest.files} if manifest else {}
    for file in files.values():
        _copy(old, new, file, folder)
    if credentials is not None:
        write_whole(folder / CREDENTIALS, read_small(credentials), 0o600)
    lines = [f"{name} = {json.dumps(getattr(place, name))}\n" for name in Place.__slots__]
    write_whole(folder / PLACE, "".join(lines).encode())
    return len(files)


def _open(folder: Path, place: Place, credentials: Path) -> Blobs:
    if not place.url:
        return FolderBlobs(folder / BLOBS)
    match = _S3.fullmatch(place.url)
    if match is None:
        raise Malformed("bad-store")
    from sync.server.s3_blobs import open_s3  # the library is loaded only where it is used

    endpoint = check_address(place.endpoint) if place.endpoint else ""
    return open_s3(match[1], (match[2] or "").strip("/"), endpoint, place.region, _read_credentials(credentials))


def _read_credentials(path: Path) -> tuple[str, str] | None:
    """(access key id, secret access key) of the first section. Raises Malformed or OSError."""
    if not path.exists():
        return None
    parser = configparser.ConfigParser(interpolation=None)
    try:
        parser.read_string(read_small(path).decode("utf-8"))
        section = parser[parser.sections()[0]]
        return section["aws_access_key_id"], section["aws_secret_access_key"]
    except (configparser.Error, UnicodeDecodeError, IndexError, KeyError):
        raise Malformed("bad-credentials") from None  # the parser's words quote the line


def _copy(old: Blobs, new: Blobs, file: PackFile, folder: Path) -> None:
    digest = file.sha256.hex()
    if (path := old.local(digest)) is not None:
        new.take(path, file)
        return
    scratch = folder / f"{digest}.part"
    try:
        with scratch.open("wb") as stream:
            for piece in old.pieces(digest, 0, file.size):
                stream.write(piece)
        new.take(scratch, file)
    finally:
        scratch.unlink(missing_ok=True)
