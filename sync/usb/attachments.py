"""Attachments on a stick: the same signed pieces as over a network, in one file; the server's signed answer comes back.

SANMIN/<campaign>/kiosks/<kiosk>/<sha256>.att     pieces, each after its length (4 bytes, big-endian)
SANMIN/<campaign>/kiosks/<kiosk>/<sha256>.got     the server's AttachmentStand
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kiosk.crypto.signing import Purpose, SignatureRefused, sign, verify
from kiosk.domain.canonical import EncodingError, decode_message, encode_message
from kiosk.services.kiosk import Kiosk
from sync import wire
from sync.attachments import outbox_of
from sync.usb.errors import OtherCampaign, StickFull, StickTampered
from sync.usb.layout import ATT, GOT, attachment_digest, kiosk_folder
from sync.usb.medium import Medium

LENGTH = 4
MAX_FRAME = wire.MAX_PIECE + 1_000
KEEP_FREE = 4_000_000
"""Bytes that attachments leave on a stick for the records of other kiosks."""


@dataclass(frozen=True, slots=True)
class Carried:
    """Attachments that lie on the stick whole and verified, and those for which it has no room."""

    written: int
    left: int


def export_attachments(kiosk: Kiosk, medium: Medium) -> Carried:
    """Write what the server is not known to have, the smallest first, as far as there is room.

    One that is on the stick in full is not written again. Raises StickFails or OSError; records are not touched by it.
    """
    folder = kiosk_folder(kiosk.identity.campaign, kiosk.identity.kiosk)
    outbox = outbox_of(kiosk)
    unsent = [path for path in outbox.unsent(kiosk.journal.server_epoch()) if outbox.is_right(path)]
    _remove_others(medium, folder, {path.name + ATT for path in unsent})
    for done, path in enumerate(unsent):
        name, size = f"{folder}/{path.name}{ATT}", _frames_size(kiosk, path)
        if medium.size(name) == size and _is_whole(medium, name, frames(kiosk, path)):
            continue
        needed, free = medium.room_for([size])
        if needed + KEEP_FREE > free:
            return Carried(done, len(unsent) - done)
        try:
            medium.write(name, frames(kiosk, path))
        except StickFull:  # a file system that needs more than it says
            return Carried(done, len(unsent) - done)
    return Carried(len(unsent), 0)


def frames(kiosk: Kiosk, path: Path) -> Iterator[bytes]:
    """The file's content, piece by piece. Signing is deterministic, so it is the same each time."""
    size, offset = path.stat().st_size, 0
    with path.open("rb") as stream:
        while data := stream.read(wire.MAX_PIECE):
            yield _frame(kiosk, bytes.fromhex(path.name), size, offset, data)
            offset += len(data)


def read_frames(medium: Medium, path: str) -> Iterator[bytes]:
    """The signed messages in a file, unverified; what is cut short at its end is left out. Raises StickFails."""
    held = bytearray()
    for piece in medium.pieces(path, 0):
        held += piece
        while len(held) >= LENGTH:
            end = LENGTH + int.from_bytes(held[:LENGTH], "big")
            if end > LENGTH + MAX_FRAME:
                return
            if len(held) < end:
                break
            yield bytes(held[LENGTH:end])
            del held[:end]


def read_stands(kiosk: Kiosk, medium: Medium) -> tuple[wire.AttachmentStand, ...]:
    """What a server's database once said it has, genuine. Raises StickTampered, OtherCampaign or StickFails."""
    identity, found = kiosk.identity, []
    folder = kiosk_folder(identity.campaign, identity.kiosk)
    for name in medium.names(folder):
        if (digest := attachment_digest(name, GOT)) is None:
            continue
        path = f"{folder}/{name}"
        try:
            message = verify(medium.read(path, wire.MAX_SMALL), Purpose.ATTACHMENT_STAND, identity.server)
            stand = decode_message(wire.AttachmentStand, message)
        except (EncodingError, SignatureRefused) as error:
            raise StickTampered(path) from error
        if stand.campaign != identity.campaign:
            raise OtherCampaign
        if (stand.v, stand.sha256, stand.complete) != (1, digest, True) or stand.server_epoch is None:
            raise StickTampered(path)
        found.append(stand)
    return tuple(found)


def news_in(
    kiosk: Kiosk, stands: tuple[wire.AttachmentStand, ...], epochs: set[bytes]
) -> tuple[tuple[wire.AttachmentStand, ...], int]:
    """Those that are not noted yet, and how many are of a database that was overtaken: only `epochs` count."""
    current = [stand for stand in stands if stand.server_epoch in epochs]
    outbox = outbox_of(kiosk)
    fresh = tuple(stand for stand in current if outbox.lacks(stand.sha256, stand.server_epoch or b""))
    return fresh, len(stands) - len(current)


def note_stands(kiosk: Kiosk, stands: tuple[wire.AttachmentStand, ...]) -> None:
    """Note for the server's epoch that signed: it says nothing about a database that comes later."""
    outbox = outbox_of(kiosk)
    for stand in stands:
        outbox.note_sent(outbox.folder / stand.sha256.hex(), stand.server_epoch or b"")


def forget_sent(kiosk: Kiosk, medium: Medium) -> None:
    """Remove from the stick what the server has. Raises StickFails."""
    folder = kiosk_folder(kiosk.identity.campaign, kiosk.identity.kiosk)
    unsent = outbox_of(kiosk).unsent(kiosk.journal.server_epoch())
    _remove_others(medium, folder, {path.name + ATT for path in unsent})


def _remove_others(medium: Medium, folder: str, wanted: set[str]) -> None:
    answers = {name.removesuffix(ATT) + GOT for name in wanted}
    for name in medium.names(folder):
        if name.endswith((ATT, GOT)) and name not in wanted | answers:
            medium.remove(f"{folder}/{name}")


def _is_whole(medium: Medium, name: str, wanted: Iterator[bytes]) -> bool:
    """Whether a file on the stick is what would be written: it may have gone bad since."""
    there, ours = hashlib.sha256(), hashlib.sha256()
    for digest, pieces in ((there, medium.pieces(name, 0)), (ours, wanted)):
        for piece in pieces:
            digest.update(piece)
    return there.digest() == ours.digest()


def _frame(kiosk: Kiosk, digest: bytes, size: int, offset: int, data: bytes) -> bytes:
    identity = kiosk.identity
    piece = wire.AttachmentPiece(1, identity.campaign, identity.kiosk, digest, size, offset, data)
    message = sign(encode_message(piece), Purpose.ATTACHMENT_PIECE, kiosk.key)
    return len(message).to_bytes(LENGTH, "big") + message


def _frames_size(kiosk: Kiosk, path: Path) -> int:
    """Bytes of the file on the stick. All pieces but the last are of one length, so few are made for it."""
    digest, size = bytes.fromhex(path.name), path.stat().st_size
    return sum(
        len(_frame(kiosk, digest, size, offset, bytes(min(wire.MAX_PIECE, size - offset))))
        for offset in range(0, size, wire.MAX_PIECE)
    )
