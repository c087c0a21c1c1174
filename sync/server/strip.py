"""After the final count: takes off the server what leads from a card to an envelope, and every order of arrival.

Only what was counted is touched: the collection whose hash the organiser signed, and of it only entries whose bytes
are the same here. So nothing that a screen called recorded can be lost uncounted (docs/adr/0032). The rows stay with
their hashes, so a kiosk that sends them again is answered as before and forks are still noticed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

import cbor2
from sqlalchemy import bindparam, func, select, text, update
from sqlalchemy.engine import Connection

from kiosk.crypto.signing import Purpose, SignatureRefused, VerifyKey, verify
from kiosk.domain.canonical import EncodingError, decode
from kiosk.domain.journal import Kind
from sync.server.audit import record
from sync.server.database import lock
from sync.server.entries import SPENT_LOCK
from sync.server.errors import Forged, Malformed, NotFound, NotNow
from sync.server.export import COLLECTION
from sync.server.models import Epoch, StoredEntry
from sync.server.server import Server

STRIPPED = "stripped"
"""The kind of an entry whose bytes were taken away."""
CHECKED, RESULTS = Path("1-checked.cose"), Path("publish", "results.cose")
_BATCH = 500


@dataclass(frozen=True, slots=True)
class Stripped:
    """Entries whose bytes were taken away, and casts that stay because they were not in the count."""

    stripped: int
    uncounted: int


def strip(server: Server, collection: Path, count: Path, by: str) -> Stripped:
    """Strip what this count counted. Works again on what is left; the same twice changes nothing more.

    `count` is the folder that the count wrote, with results. Raises NotFound, Forged, Malformed, NotNow
    `undecided-fork` and OSError; then nothing has changed.
    """
    digest = _counted(count, server.organiser, server.campaign)
    with (collection / COLLECTION).open("rb") as stream:
        if hashlib.file_digest(stream, "sha256").digest() != digest:
            raise Malformed("other-collection")
        stream.seek(0)
        with server.engine.begin() as connection:
            if connection.scalar(select(func.count()).select_from(Epoch).where(Epoch.frozen)):
                raise NotNow("undecided-fork")
            before = _number(connection, STRIPPED)
            _take_bytes(connection, stream)
            _forget_arrival(connection)
            made = Stripped(_number(connection, STRIPPED) - before, _number(connection, Kind.CAST))
            record(connection, server.now(), by, "count", "strip", {}, {"stripped": made.stripped})
    _rewrite(server)
    return made


def _counted(count: Path, organiser: VerifyKey, campaign: str) -> bytes:
    """The SHA-256 of the collection that was counted and published, by the organiser's word."""
    results, checked = (_statement(count / name, organiser) for name in (RESULTS, CHECKED))
    if (results.get("stage"), checked.get("stage")) != ("results", "checked"):
        raise Forged("not-counted")
    if {results.get("campaign"), checked.get("campaign")} != {campaign}:
        raise Forged("other-campaign")
    digest = checked["inputs"].get(COLLECTION) if isinstance(checked.get("inputs"), dict) else None
    if not isinstance(digest, bytes):
        raise Forged("not-counted")
    return digest


def _statement(path: Path, organiser: VerifyKey) -> dict[str, Any]:
    try:
        value = decode(verify(path.read_bytes(), Purpose.STAGE, organiser))
    except FileNotFoundError as error:
        raise NotFound("not-counted") from error
    except (SignatureRefused, EncodingError) as error:
        raise Forged("not-counted") from error
    return value if isinstance(value, dict) else {}


def _take_bytes(connection: Connection, stream: Any) -> None:
    emptied = (
        update(StoredEntry.__table__)  # type: ignore[arg-type]  # a Table, typed as FromClause
        .where(
            StoredEntry.kiosk == bindparam("of_kiosk"),
            StoredEntry.epoch == bindparam("of_epoch"),
            StoredEntry.seq == bindparam("of_seq"),
            StoredEntry.entry == bindparam("counted"),
            StoredEntry.kind == Kind.CAST.value,
        )
        .values(entry=b"", kind=STRIPPED)
    )
    rows = _places(stream)
    while batch := list(islice(rows, _BATCH)):
        connection.execute(emptied, batch)


def _places(stream: Any) -> Iterator[dict[str, object]]:
    """What the update looks for, of each record of the collection; its hash was checked before."""
    decoder = cbor2.CBORDecoder(stream, read_size=1 << 16)
    try:
        while True:
            r = decoder.decode()
            yield {"of_kiosk": r["kiosk"], "of_epoch": r["epoch"], "of_seq": r["seq"], "counted": r["entry"]}
    except cbor2.CBORDecodeEOF:
        return


def _forget_arrival(connection: Connection) -> None:
    """Spent marks keep their number and get their places by value; receipts are written again in their own order.

    No mark is dropped: what was cast stays refused, and no kiosk takes the list for that of a restored server.
    """
    lock(connection, SPENT_LOCK)
    for statement in (
        "CREATE TEMPORARY TABLE old_spent AS SELECT id, mark FROM spent",
        "DELETE FROM spent",
        "INSERT INTO spent (id, mark) SELECT places.id, marks.mark"
        " FROM (SELECT id, row_number() OVER (ORDER BY id) AS number FROM old_spent) AS places"
        " JOIN (SELECT mark, row_number() OVER (ORDER BY mark) AS number FROM old_spent) AS marks"
        " ON places.number = marks.number ORDER BY places.id",
        "DROP TABLE old_spent",
        "CREATE TEMPORARY TABLE old_receipt AS SELECT code FROM ballot_receipt",
        "DELETE FROM ballot_receipt",
        "INSERT INTO ballot_receipt (code) SELECT code FROM old_receipt ORDER BY code",
        "DROP TABLE old_receipt",
    ):
        connection.execute(text(statement))


def _number(connection: Connection, kind: str) -> int:
    return connection.scalar(select(func.count()).select_from(StoredEntry).where(StoredEntry.kind == kind)) or 0


def _rewrite(server: Server) -> None:
    """Write the database anew, so that nothing that was deleted is left in free pages or in SQLite's log."""
    if server.engine.dialect.name == "postgresql":
        with server.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text("VACUUM (FULL) entry, spent, ballot_receipt"))
        return
    raw = server.engine.raw_connection()  # SQLAlchemy would begin a transaction, in which SQLite cannot do this
    try:
        for statement in ("VACUUM", "PRAGMA wal_checkpoint(TRUNCATE)"):
            raw.cursor().execute(statement)
    finally:
        raw.close()
