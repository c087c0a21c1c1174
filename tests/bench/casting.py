"""Casting 38 ratings, from the press to durable, against 38 bare seals and one bare commit of the same bytes."""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pysqlite3
from bench.measuring import Row, compared, in_turns
from booths import Booth
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PublicKey
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite
from synthetic_count import whole_campaign

from kiosk.domain.campaign import Campaign
from kiosk.domain.journal import Kind

ROUNDS = 60
_SUITE = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.CHACHA20_POLY1305)


def bench(folder: Path, long: bool) -> Iterator[Row]:
    """One row."""
    kiosk = Booth(folder)
    campaign = kiosk.publish(departments=whole_campaign().departments, problems=())
    marks = {d.id: random.Random(d.id).randint(1, 4) for d in campaign.departments}
    people = count(1)

    def ours() -> None:
        kiosk.kiosk.voting.cast(kiosk.credential(next(people)), marks)

    ours()
    entry = kiosk.kiosk.journal.tail(0).entries[-1]
    assert kiosk.entries(Kind.CAST)
    floor = BareCast(folder / "bare.sqlite3", campaign, entry)
    pair = in_turns(ours, floor, ROUNDS * (5 if long else 1), warm=5)
    kiosk.close()
    yield compared("cast 38 ratings, press to durable", pair, "38 bare HPKE seals + 1 FULL commit", 2.0)


class BareCast:
    """38 seals by the library and one commit of as many bytes, marks included, in one table."""

    def __init__(self, path: Path, campaign: Campaign, entry: bytes) -> None:
        self._key = X25519PublicKey.from_public_bytes(campaign.tally_key)
        self._entry, self._rows = entry, len(campaign.departments)
        self._database = pysqlite3.connect(str(path), isolation_level=None)
        self._database.execute("PRAGMA journal_mode=WAL")
        self._database.execute("PRAGMA synchronous=FULL")
        self._database.execute("CREATE TABLE entry (id INTEGER PRIMARY KEY, entry BLOB)")
        self._database.execute("CREATE TABLE mark (mark BLOB PRIMARY KEY) WITHOUT ROWID")

    def __call__(self) -> None:
        for _ in range(self._rows):
            _SUITE.encrypt(bytes(32), self._key, info=b"info")
        marks = random.randbytes(16 * self._rows)
        self._database.execute("BEGIN IMMEDIATE")
        self._database.execute("INSERT INTO entry (entry) VALUES (?)", (self._entry,))
        self._database.executemany(
            "INSERT INTO mark VALUES (?)", [(marks[at : at + 16],) for at in range(0, len(marks), 16)]
        )
        self._database.execute("COMMIT")
