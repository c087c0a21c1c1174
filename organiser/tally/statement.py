"""Signed statements beside each stage's file: what went in, what came out, what was set aside and why."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path

from kiosk.crypto.signing import Purpose, SignatureRefused, SigningKey, VerifyKey, sign, verify
from kiosk.domain.canonical import EncodingError, decode_message, encode_message
from kiosk.files import write_whole
from organiser.tally.errors import CollectionRefused, StageDiffers

COLLECTION, COLLECTION_STATEMENT = "collection.cborseq", "collection.cose"
SERVER_CERTIFICATE = "server.cose"


@dataclass(frozen=True, slots=True)
class Statement:
    """`inputs` maps file names to SHA-256; `output` is this stage's file. Counts are of records."""

    v: int
    stage: str
    campaign: str
    inputs: dict[str, bytes]
    output: str
    sha256: bytes
    count_in: int
    count_out: int
    set_aside: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ExportedEpoch:
    """One epoch of a kiosk: how far it came, its head, whether a fork froze it, and what was set aside of it."""

    kiosk: str
    epoch: bytes
    entries: int
    head: bytes
    frozen: bool
    parked: int
    forked: int


@dataclass(frozen=True, slots=True)
class ForkDecision:
    """One fork: from which seq on, which copy counts (empty where nobody decided), entries not counted."""

    kiosk: str
    epoch: bytes
    since: int
    kept: str
    set_aside: int


@dataclass(frozen=True, slots=True)
class ExportStatement:
    """What the server says about its collection. `kiosks` maps each kiosk to entries stored; see docs/formats.md."""

    v: int
    campaign: str
    server_epoch: bytes
    created: int
    sha256: bytes
    count: int
    kiosks: dict[str, int]
    frozen: int
    quarantined: int
    forks: tuple[ForkDecision, ...] = ()
    epochs: tuple[ExportedEpoch, ...] = ()


@dataclass(frozen=True, slots=True)
class Certificate:
    """The organiser's word for the server's key (`sync.wire.ServerCertificate`)."""

    v: int
    campaign: str
    server_key: bytes


def write_statement(folder: Path, statement: Statement, key: SigningKey, at: int) -> None:
    """Sign and write <output's stem>.cose; `at` becomes its time, Unix seconds."""
    path = (folder / statement.output).with_suffix(".cose")
    write_whole(path, sign(encode_message(statement), Purpose.STAGE, key))
    os.utime(path, (at, at))


def read_statement(folder: Path, output: str, key: VerifyKey) -> Statement:
    """The statement beside a stage's file. Raises StageDiffers."""
    path = (folder / output).with_suffix(".cose")
    try:
        return decode_message(Statement, verify(path.read_bytes(), Purpose.STAGE, key))
    except FileNotFoundError as error:
        raise StageDiffers("missing", path.name) from error
    except SignatureRefused as error:
        raise StageDiffers("forged", path.name) from error
    except EncodingError as error:
        raise StageDiffers("damaged", path.name) from error


def read_export(folder: Path, campaign: str, organiser: VerifyKey) -> ExportStatement:
    """The server's statement about the collection; what it says of the file is checked as the file is read.

    Raises CollectionRefused.
    """
    try:
        message = (folder / SERVER_CERTIFICATE).read_bytes()
        certificate = decode_message(Certificate, verify(message, Purpose.SERVER, organiser))
        message = (folder / COLLECTION_STATEMENT).read_bytes()
        export = decode_message(ExportStatement, verify(message, Purpose.EXPORT, VerifyKey(certificate.server_key)))
    except FileNotFoundError as error:
        raise CollectionRefused("missing", Path(error.filename).name) from error
    except SignatureRefused as error:
        raise CollectionRefused("forged", COLLECTION_STATEMENT) from error
    except EncodingError as error:
        raise CollectionRefused("damaged", COLLECTION_STATEMENT) from error
    if campaign not in (certificate.campaign, export.campaign) or certificate.campaign != export.campaign:
        raise CollectionRefused("other-campaign", COLLECTION_STATEMENT)
    return export
