"""Large attachments of a kiosk: sealed before they touch the disk, named by their hash, uploaded piece by piece.

<folder>/<sha256>            sealed, whole
<folder>/<sha256>.damaged    was whole once and is not any more
<folder>/<sha256>.sent       the epoch of the server's database that has it; another one is asked again
"""

from __future__ import annotations

import hashlib
import logging
import os
import re
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from kiosk.crypto.sealing import SealingKey
from kiosk.crypto.signing import Purpose, SignatureRefused, sign, verify
from kiosk.domain.canonical import EncodingError, decode_message, encode_message
from kiosk.files import fsync_folder, write_whole
from kiosk.services.kiosk import Kiosk
from sync import wire
from sync.errors import NotTheServer, Refused, SyncError
from sync.http import Http
from sync.sealed_chunks import seal_chunks

logger = logging.getLogger(__name__)

FOLDER = "attachments"
DAMAGED = ".damaged"
ID_BYTES = 16
_NAME = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Attachment:
    """What an entry says of an attachment: enough to find and to open it. `size` is of the sealed bytes."""

    id: bytes
    sha256: bytes
    size: int
    key: bytes


class TooLong(SyncError):
    """More than an attachment may have; nothing was kept."""

    code = "attachment-too-long"


class Outbox:
    """A kiosk's attachments. They stay until the event is closed, like the journal."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)

    def add(self, pieces: Iterable[bytes], key: SealingKey, campaign: str) -> Attachment:
        """Seal a stream; durable on return. Raises TooLong or OSError; then nothing is there."""
        id = secrets.token_bytes(ID_BYTES)
        part, digest, size = self.folder / f"{id.hex()}.part", hashlib.sha256(), 0
        try:
            with part.open("wb") as stream:
                for chunk in seal_chunks(pieces, key, campaign, id):
                    size += len(chunk)
                    if size > wire.MAX_ATTACHMENT:
                        raise TooLong
                    stream.write(chunk)
                    digest.update(chunk)
                stream.flush()
                os.fsync(stream.fileno())
            part.replace(self.folder / digest.hexdigest())
            fsync_folder(self.folder)
        finally:
            part.unlink(missing_ok=True)
        return Attachment(id, digest.digest(), size, key.id)

    def unsent(self, server_epoch: bytes) -> list[Path]:
        """Attachments that this life of the server's database is not known to have, smallest first."""
        names = [path for path in self.folder.iterdir() if _NAME.fullmatch(path.name) and path.is_file()]
        return sorted((path for path in names if not _is_sent(path, server_epoch)), key=lambda p: p.stat().st_size)

    def lacks(self, sha256: bytes, server_epoch: bytes) -> bool:
        """Whether this one is here and that life of the server's database is not known to have it."""
        path = self.folder / sha256.hex()
        return path.is_file() and not _is_sent(path, server_epoch)

    def is_right(self, path: Path) -> bool:
        """Whether a file is what its name says. One that is not is set aside: each time it would be sent in vain."""
        with path.open("rb") as stream:
            if hashlib.file_digest(stream, "sha256").hexdigest() == path.name:
                return True
        path.replace(path.with_suffix(DAMAGED))
        logger.warning("an attachment was damaged on the disk: %s", path.name)
        return False

    def note_sent(self, path: Path, server_epoch: bytes) -> None:
        """The server has all of it."""
        write_whole(path.with_suffix(".sent"), server_epoch)


def outbox_of(kiosk: Kiosk) -> Outbox:
    """The kiosk's own."""
    return Outbox(kiosk.content.folder.parent / FOLDER)


def upload_all(kiosk: Kiosk, http: Http, server_epoch: bytes) -> int:
    """Upload what is unsent; how many became complete. A repetition goes on where this stopped.

    One that is refused, or that the disk has spoiled, does not hold up the others. Raises SyncError, of several
    refusals the first.
    """
    outbox, done, refused = outbox_of(kiosk), 0, None
    for path in outbox.unsent(server_epoch):
        if not outbox.is_right(path):
            continue
        try:
            upload(kiosk, http, path)
        except Refused as error:
            refused = refused or error
            continue
        outbox.note_sent(path, server_epoch)
        done += 1
    if refused is not None:
        raise refused
    return done


def upload(kiosk: Kiosk, http: Http, path: Path) -> None:
    """Upload one file. The server says from where: what it has is not sent again. Raises SyncError or OSError."""
    digest, size = bytes.fromhex(path.name), path.stat().st_size
    stand = _exchange(kiosk, http, digest, size, 0, b"")
    with path.open("rb") as stream:
        while not stand.complete:
            stream.seek(stand.have)
            offset, data = stand.have, stream.read(wire.MAX_PIECE)
            stand = _exchange(kiosk, http, digest, size, offset, data)
            if not stand.complete and stand.have <= offset:
                raise NotTheServer("no progress")


def _exchange(kiosk: Kiosk, http: Http, digest: bytes, size: int, offset: int, data: bytes) -> wire.AttachmentStand:
    identity = kiosk.identity
    piece = wire.AttachmentPiece(1, identity.campaign, identity.kiosk, digest, size, offset, data)
    message = sign(encode_message(piece), Purpose.ATTACHMENT_PIECE, kiosk.key)
    reply = http.post(wire.ATTACHMENTS, message, wire.COSE, wire.MAX_SMALL)
    try:
        stand = decode_message(wire.AttachmentStand, verify(reply.body, Purpose.ATTACHMENT_STAND, identity.server))
    except (EncodingError, SignatureRefused) as error:
        raise NotTheServer("stand") from error
    if (stand.v, stand.campaign, stand.sha256) != (1, identity.campaign, digest) or not 0 <= stand.have <= size:
        raise NotTheServer("another attachment's stand")
    return stand


def _is_sent(path: Path, server_epoch: bytes) -> bool:
    try:
        return path.with_suffix(".sent").read_bytes() == server_epoch
    except FileNotFoundError:
        return False
