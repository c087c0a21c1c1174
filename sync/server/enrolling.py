"""Enrolling kiosks: a one-time code makes a kiosk's key known and pins the organiser's (DESIGN.md §11)."""

from __future__ import annotations

import hashlib
import re
from typing import Any

from sqlalchemy import Row, select, update

from kiosk.crypto.signing import Purpose, SignatureRefused, VerifyKey, sign, verify
from kiosk.domain.canonical import EncodingError, decode, decode_message, encode_message
from sync.server.database import insert_new, reading
from sync.server.errors import CodeRefused, Forged, Malformed, UnknownVenue
from sync.server.models import EnrolledKiosk, Enrolment
from sync.server.patience import check_patience, note_wrong_code
from sync.server.publishing import campaign_of, current_manifest
from sync.server.server import Server
from sync.server.spent_list import server_epoch
from sync.wire import EnrolReply, EnrolRequest, new_enrolment_code, split_enrolment_code

CODE_LIVES_S = 24 * 3600
_VENUE = re.compile(r"[a-z0-9]{1,16}")


def check_venue(server: Server, venue: str) -> None:
    """Raises UnknownVenue for one that the campaign does not have; before the first pack any may come."""
    manifest = current_manifest(server)
    known = tuple(one.id for one in campaign_of(server, manifest).venues) if manifest else ()
    if known and venue not in known:
        raise UnknownVenue(known)


def is_enrolled(server: Server, kiosk: str) -> bool:
    """Whether a machine has this name already: a second one would stand in its place in every list."""
    with reading(server.engine) as connection:
        return connection.scalar(select(EnrolledKiosk.kiosk).where(EnrolledKiosk.kiosk == kiosk).limit(1)) is not None


def create_code(server: Server, venue: str, number: int) -> str:
    """A one-time code for kiosk `number` of a venue, good for 24 hours. Raises Malformed for an odd venue id."""
    if not _VENUE.fullmatch(venue) or not 1 <= number <= 99:
        raise Malformed("bad-venue")
    code = new_enrolment_code(server.organiser.raw)
    secret, _ = split_enrolment_code(code)
    row = {
        "secret_hash": _hash(secret),
        "kiosk": f"{venue}-{number}",
        "venue": venue,
        "number": number,
        "expires": server.now() + CODE_LIVES_S,
        "used_by": None,
    }
    with server.engine.begin() as connection:
        insert_new(connection, Enrolment, [row])
    return code


def enrol(server: Server, message: bytes, address: str = "") -> bytes:
    """The signed reply to a kiosk's signed request; the same key may ask again with the same code.

    A kiosk that names itself has its identity and wants to be known again, after a restore (docs/adr/0067).

    Raises Malformed, Forged, CodeRefused, or TooMany after too many wrong codes from `address`. The kiosk's key is
    durable before the reply is signed.
    """
    request = _read_request(message)
    check_patience(server, address)
    try:
        row, epoch = _enrol(server, request)
    except CodeRefused:
        note_wrong_code(server, address)
        raise
    reply = EnrolReply(
        v=1,
        campaign=server.campaign,
        kiosk=row.kiosk,
        venue=row.venue,
        number=row.number,
        organiser_key=server.organiser.raw,
        server_key=server.key.public.raw,
        certificate=server.certificate,
        server_epoch=epoch,
        server_time=server.now(),
    )
    return sign(encode_message(reply), Purpose.ENROL_REPLY, server.key)


def _enrol(server: Server, request: EnrolRequest) -> tuple[Row[Any], bytes]:
    """The code's row and the server's epoch; the kiosk is enrolled and the code is used up."""
    key = VerifyKey(request.kiosk_key)
    with server.engine.begin() as connection:
        row = connection.execute(
            select(Enrolment.__table__).where(Enrolment.secret_hash == _hash(request.secret)).with_for_update()
        ).one_or_none()
        if row is None:
            raise CodeRefused("unknown-code")
        if row.used_by not in (None, key.raw):
            raise CodeRefused("used-code")
        if row.used_by is None and row.expires < server.now():
            raise CodeRefused("expired-code")
        known = connection.scalar(select(EnrolledKiosk.kiosk).where(EnrolledKiosk.key_id == key.id))
        if {request.kiosk, known} - {None, row.kiosk}:
            raise CodeRefused("other-name")
        connection.execute(update(Enrolment).where(Enrolment.secret_hash == row.secret_hash).values(used_by=key.raw))
        kiosk = {
            "key_id": key.id,
            "public": key.raw,
            "kiosk": row.kiosk,
            "venue": row.venue,
            "number": row.number,
            "enrolled_at": server.now(),
            "seen_at": None,
            "health": {},
        }
        insert_new(connection, EnrolledKiosk, [kiosk])
        return row, server_epoch(connection)


def _read_request(message: bytes) -> EnrolRequest:
    """The request, proven to come from the owner of the key it names."""
    try:
        payload = decode(message).value[2]
        request = decode_message(EnrolRequest, payload)
        if request.v != 1 or len(request.kiosk_key) != 32:
            raise EncodingError("wrong-shape", "enrolment")
        verify(message, Purpose.ENROL_REQUEST, VerifyKey(request.kiosk_key))
    except SignatureRefused as error:
        raise Forged(error.code) from error
    except (EncodingError, AttributeError, TypeError, IndexError, KeyError) as error:
        raise Malformed("bad-request") from error
    return request


def _hash(secret: str) -> bytes:
    return hashlib.sha256(b"sanmin/1/enrolment\x00" + secret.encode()).digest()
