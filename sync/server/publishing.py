"""Publishing packs: what the organiser built is taken in whole, checked, and offered to kiosks from then on."""

from __future__ import annotations

import hashlib
from pathlib import Path

from sqlalchemy import delete, select
from sqlalchemy.engine import Connection

from kiosk.crypto.signing import Purpose, SignatureRefused, verify
from kiosk.domain.ballot import Cast
from kiosk.domain.campaign import Campaign
from kiosk.domain.canonical import EncodingError, read
from kiosk.domain.journal import Kind, decode_entry
from kiosk.domain.pack import CAMPAIGN_FILE, Manifest, decode_manifest
from kiosk.files import write_whole
from sync.server.database import add_new, get_fact, get_number, lock, put_fact, put_number, reading
from sync.server.entries import SPENT_LOCK, marks_of
from sync.server.errors import Forged, Malformed, NotFound
from sync.server.models import Fact, Spent, StoredEntry
from sync.server.server import Server

PACK_VERSION, SALT = "pack_version", "salt"


def publish_pack(server: Server, pack: Path) -> Manifest:
    """Take in a pack folder (manifest.cose and blobs/) and offer it. Raises Forged, Malformed or OSError.

    Blobs are linked where the file system allows. The switch is one transaction, after everything is durable. The
    same pack may be published again, which mends what the disk lost of it; another one with the same version is
    refused, since no kiosk would fetch it.
    """
    message = (pack / "manifest.cose").read_bytes()
    manifest = _read(server, message)
    with reading(server.engine) as connection:
        if manifest.version < get_number(connection, PACK_VERSION):
            raise Malformed("version-falls")
    stored = server.packs / f"{manifest.version}.cose"
    again = _is_there(server, stored, message)
    for file in manifest.files:
        server.blobs.take(pack / "blobs" / file.sha256.hex(), file, mend=again)
    campaign = campaign_of(server, manifest)
    if campaign.intake_key != server.intake.public.raw:
        raise Malformed("other-intake")
    server.packs.mkdir(exist_ok=True)  # of a server made again from its keys there is nothing else
    write_whole(stored, message)
    with server.engine.begin() as connection:
        if get_fact(connection, SALT) != campaign.salt:
            put_fact(connection, SALT, campaign.salt)
            _mark_anew(connection, campaign.salt)
        put_number(connection, PACK_VERSION, manifest.version)
    return manifest


def offered_version(server: Server) -> int:
    """The version of the pack that is offered, 0 before the first."""
    with reading(server.engine) as connection:
        return get_number(connection, PACK_VERSION)


def current_pack(server: Server) -> tuple[bytes, int]:
    """The signed manifest that is offered, and its version. Raises NotFound."""
    version = offered_version(server)
    if not version:
        raise NotFound("no-pack")
    return (server.packs / f"{version}.cose").read_bytes(), version


def current_manifest(server: Server) -> Manifest | None:
    """What is offered, None before the first pack. Raises Forged, Malformed or OSError."""
    return _read(server, current_pack(server)[0]) if offered_version(server) else None


def current_campaign(server: Server) -> Campaign:
    """The campaign that is offered. Raises NotFound."""
    return campaign_of(server, _read(server, current_pack(server)[0]))


def campaign_of(server: Server, manifest: Manifest) -> Campaign:
    """The campaign in a pack. Raises Malformed."""
    file = manifest.file(CAMPAIGN_FILE)
    if file is None:
        raise Malformed("no-campaign")
    try:
        return server.campaign_in(file.sha256.hex())
    except EncodingError as error:
        raise Malformed("bad-campaign") from error


def held_salt(connection: Connection) -> bytes | None:
    """The salt of spent marks; no other one comes into force before the transaction ends. None before the first pack.

    Marks made with a salt that was just replaced would refuse nobody anything.
    """
    return connection.scalar(select(Fact.value).where(Fact.name == SALT).with_for_update(read=True))


def _read(server: Server, message: bytes) -> Manifest:
    try:
        manifest = decode_manifest(verify(message, Purpose.PACK, server.organiser))
    except SignatureRefused as error:
        raise Forged(error.code) from error
    except EncodingError as error:
        raise Malformed(error.code) from error
    if manifest.campaign != server.campaign:
        raise Malformed("other-campaign")
    return manifest


def _is_there(server: Server, stored: Path, message: bytes) -> bool:
    """Whether something has this version already. Raises Malformed for another pack; a damaged one gives way."""
    if not stored.exists():
        return False
    if (held := stored.read_bytes()) != message and _is_genuine(server, held):
        raise Malformed("version-used")
    return True


def _is_genuine(server: Server, message: bytes) -> bool:
    try:
        _read(server, message)
    except (Forged, Malformed):
        return False
    return True


def _mark_anew(connection: Connection, salt: bytes) -> None:
    """Spent marks of everything stored, with the salt that is in force from now on."""
    lock(connection, SPENT_LOCK)
    connection.execute(delete(Spent))
    for data in connection.scalars(
        select(StoredEntry.entry).where(StoredEntry.kind == Kind.CAST, StoredEntry.parked.is_(False))
    ).all():
        cast = read(Cast, decode_entry(data).body)
        add_new(connection, Spent, ("mark",), [(mark,) for mark in marks_of(cast, salt)])


def digest_of(message: bytes) -> str:
    """An entity tag for a signed message."""
    return hashlib.sha256(message).hexdigest()[:32]
