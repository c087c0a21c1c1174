"""Enrolling this machine as a kiosk, and making an enrolled one known again: a one-time code, typed or scanned."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import requests

from kiosk.crypto.signing import Purpose, SignatureRefused, VerifyKey, sign, verify
from kiosk.domain.canonical import EncodingError, decode, decode_message, encode_message
from kiosk.storage.identity import IDENTITY_FILE, KEY_FILE, Identity, kiosk_key, load_identity, save_identity
from sync import wire
from sync.errors import NotTheServer, OtherOrganiser, Refused
from sync.http import Http, check_address, new_session


class AlreadyEnrolled(Exception):
    """This folder belongs to a kiosk; enrolling again would orphan its journal."""


def enrol(folder: Path, url: str, code: str, session: requests.Session | None = None) -> Identity:
    """Enrol and store the identity durably. May be repeated after a lost answer: the key that was asked for stays.

    After a refusal nothing is left. Raises AlreadyEnrolled, EncodingError (`bad-code`), SyncError or StorageError.
    """
    if (folder / IDENTITY_FILE).exists():
        raise AlreadyEnrolled(str(folder))
    key = folder / KEY_FILE
    had_key = key.exists()
    try:
        identity = _ask(folder, url, code, session, None)
    except Refused:  # the server knows no such kiosk, so nobody needs the key
        if not had_key:
            key.unlink()
        raise
    save_identity(folder, identity)
    return identity


def readmit(folder: Path, code: str, url: str = "", session: requests.Session | None = None) -> Identity:
    """Make an enrolled kiosk known to a server whose backup is older than it (docs/adr/0067).

    Key, epoch and journal stay; the server's address becomes `url`, if one is given. The code must be for this very
    kiosk, or nothing is used up (`other-name`). May be repeated. Raises EncodingError, SyncError or StorageError.
    """
    before = load_identity(folder)
    identity = _ask(folder, url or before.server_url, code, session, before.kiosk)
    if replace(identity, server_url=before.server_url) != before:
        raise Refused("other-name", 200)  # another campaign's or server's, or a server that does not know of names
    if identity != before:
        save_identity(folder, identity)
    return identity


def _ask(folder: Path, url: str, code: str, session: requests.Session | None, kiosk: str | None) -> Identity:
    secret, fingerprint = wire.split_enrolment_code(code)
    http = Http(session or new_session(), check_address(url))
    key = kiosk_key(folder)
    request = wire.EnrolRequest(1, secret, key.public.raw, kiosk)
    message = sign(encode_message(request), Purpose.ENROL_REQUEST, key)
    answer = http.post(wire.ENROLMENTS, message, wire.COSE, wire.MAX_SMALL)
    return _identity(_read_reply(answer.body, fingerprint), http.base)


def _read_reply(message: bytes, fingerprint: str) -> wire.EnrolReply:
    """The reply, believed because the organiser whose fingerprint is in the code vouches for the server's key."""
    try:
        reply = decode_message(wire.EnrolReply, decode(message).value[2])
        if wire.fingerprint(reply.organiser_key) != fingerprint:
            raise OtherOrganiser("fingerprint")
        organiser = VerifyKey(reply.organiser_key)
        certificate = decode_message(wire.ServerCertificate, verify(reply.certificate, Purpose.SERVER, organiser))
        if certificate.server_key != reply.server_key or certificate.campaign != reply.campaign:
            raise NotTheServer("certificate")
        verify(message, Purpose.ENROL_REPLY, VerifyKey(reply.server_key))
    except (EncodingError, SignatureRefused, AttributeError, TypeError, IndexError, KeyError) as error:
        raise NotTheServer("reply") from error
    if reply.v != 1:
        raise Refused("unknown-version", 200)
    return reply


def _identity(reply: wire.EnrolReply, url: str) -> Identity:
    return Identity(
        kiosk=reply.kiosk,
        venue=reply.venue,
        number=reply.number,
        campaign=reply.campaign,
        server_url=url,
        organiser_key=reply.organiser_key,
        server_key=reply.server_key,
    )
