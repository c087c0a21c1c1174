"""Attachments of kiosks: taken in piece by piece, durable before it is said, believed when the hash is right.

<folder>/attachments/<sha256>.part, then <sha256>. They stay sealed.
"""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from fastapi import APIRouter, Request, Response
from sqlalchemy import func, select, update
from sqlalchemy.engine import Connection
from starlette.concurrency import run_in_threadpool

from kiosk.crypto.signing import Purpose, SignatureRefused, VerifyKey, sign, signer_of, verify
from kiosk.domain.canonical import EncodingError, decode_message, encode_message
from kiosk.files import fsync_folder
from sync import wire
from sync.sealed_chunks import open_chunks
from sync.server.bodies import read_body
from sync.server.database import insert_new, reading
from sync.server.errors import Forged, Malformed, NotFound, TooLarge
from sync.server.models import EnrolledKiosk, StoredAttachment
from sync.server.problems import refusals
from sync.server.server import Server
from sync.server.spent_list import server_epoch

FOLDER = "attachments"
MOST_PER_KIOSK = 4 * 1024**3
"""Bytes: a stolen kiosk key must not fill the server's disk."""
_ENVELOPE = 1_000


def attachment_routes(server: Server) -> APIRouter:
    """The route over one server."""
    routes = APIRouter(tags=["kiosks"])
    binary = {"schema": {"type": "string", "format": "binary"}}

    @routes.post(
        wire.ATTACHMENTS,
        response_class=Response,
        responses={
            200: {"description": "A signed AttachmentStand.", "content": {wire.COSE: binary}},
            **refusals(400, 403, 408, 413, 503),
        },
        openapi_extra={
            "requestBody": {
                "required": True,
                "description": "A signed AttachmentPiece of an enrolled kiosk; at most 256 KiB of data.",
                "content": {wire.COSE: binary},
            }
        },
    )
    async def take_in_a_piece(request: Request) -> Response:
        """Take in a piece of a sealed attachment, or say how much of it is here. Any piece may be sent again."""
        message = await read_body(request, wire.MAX_PIECE + _ENVELOPE)
        return Response(await run_in_threadpool(take_piece, server, message), media_type=wire.COSE)

    return routes


def take_piece(server: Server, message: bytes) -> bytes:
    """Store a signed piece and return the signed AttachmentStand. Raises Malformed, Forged, TooLarge or OSError.

    A piece that does not join what is here changes nothing; the answer says from where to go on.
    """
    piece = _read(server, message)
    with server.engine.begin() as connection:
        stand = _store(connection, server, piece)
    if stand is None:
        raise Malformed("wrong-hash")
    return sign(encode_message(stand), Purpose.ATTACHMENT_STAND, server.key)


def opened(server: Server, attachment: bytes, sha256: bytes) -> bytes:
    """A complete attachment in clear, for the intake office. Raises NotFound or SealRefused."""
    path = server.folder / FOLDER / sha256.hex()
    if not path.is_file():
        raise NotFound("no-attachment")
    return open_chunks(path.read_bytes(), server.intake, server.campaign, attachment)


def _read(server: Server, message: bytes) -> wire.AttachmentPiece:
    try:
        key_id = signer_of(message)
        with reading(server.engine) as connection:
            row = connection.execute(
                select(EnrolledKiosk.public, EnrolledKiosk.kiosk).where(EnrolledKiosk.key_id == key_id)
            ).one_or_none()
        if row is None:
            raise Forged("unknown-kiosk")
        piece = decode_message(wire.AttachmentPiece, verify(message, Purpose.ATTACHMENT_PIECE, VerifyKey(row.public)))
    except SignatureRefused as error:
        raise Forged(error.code) from error
    except EncodingError as error:
        raise Malformed(error.code) from error
    if (piece.kiosk, piece.campaign) != (row.kiosk, server.campaign):
        raise Forged("other-kiosk" if piece.kiosk != row.kiosk else "other-campaign")
    _check(piece)
    return piece


def _check(piece: wire.AttachmentPiece) -> None:
    if piece.v != 1:
        raise Malformed("unknown-version")
    if piece.size > wire.MAX_ATTACHMENT or len(piece.data) > wire.MAX_PIECE:
        raise TooLarge("too-large")
    if len(piece.sha256) != 32 or piece.size < 1 or piece.offset < 0 or piece.offset + len(piece.data) > piece.size:
        raise Malformed("wrong-shape")


def _store(connection: Connection, server: Server, piece: wire.AttachmentPiece) -> wire.AttachmentStand | None:
    """Where the attachment stands after the piece; None if it is all here and is not what its name says."""
    fresh = {"sha256": piece.sha256, "kiosk": piece.kiosk, "size": piece.size, "have": 0, "complete": False}
    insert_new(connection, StoredAttachment, [fresh])
    row = connection.execute(
        select(StoredAttachment.__table__).where(StoredAttachment.sha256 == piece.sha256).with_for_update()
    ).one()
    if row.size != piece.size:
        raise Malformed("wrong-size")
    _check_room(connection, piece.kiosk)
    have, complete = row.have, row.complete
    if complete != (server.folder / FOLDER / piece.sha256.hex()).is_file():
        complete = not complete  # verified, then the process died; or a restored folder is older than the database
        have = piece.size if complete else 0
        _note(connection, piece, have, complete)
    if not complete and piece.data and piece.offset == have:
        have += len(piece.data)
        path = _append(server, piece)
        if have == piece.size:
            complete = _finish(path, piece.sha256)
            have = have if complete else 0
        _note(connection, piece, have, complete)
        if not have:
            return None
    return wire.AttachmentStand(1, server.campaign, piece.sha256, have, complete, server_epoch(connection))


def _note(connection: Connection, piece: wire.AttachmentPiece, have: int, complete: bool) -> None:
    row = update(StoredAttachment).where(StoredAttachment.sha256 == piece.sha256)
    connection.execute(row.values(have=have, complete=complete))


def _check_room(connection: Connection, kiosk: str) -> None:
    sizes = select(func.sum(StoredAttachment.size)).where(StoredAttachment.kiosk == kiosk)
    if (connection.scalar(sizes) or 0) > MOST_PER_KIOSK:
        raise TooLarge("too-many")


def _append(server: Server, piece: wire.AttachmentPiece) -> Path:
    """Write in its place and make it durable; what a process that died left behind it is cut off."""
    folder = server.folder / FOLDER
    folder.mkdir(exist_ok=True)
    path = folder / f"{piece.sha256.hex()}.part"
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT, 0o600)
    with os.fdopen(descriptor, "wb") as stream:
        stream.truncate(piece.offset)
        stream.seek(piece.offset)
        stream.write(piece.data)
        stream.flush()
        os.fsync(stream.fileno())
    return path


def _finish(path: Path, sha256: bytes) -> bool:
    with path.open("rb") as stream:
        if hashlib.file_digest(stream, "sha256").digest() != sha256:
            path.unlink()
            return False
    path.replace(path.with_suffix(""))
    fsync_folder(path.parent)
    return True
