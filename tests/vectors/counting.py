"""Vectors of the count: the server's collection, signed statements, and which of two ratings counts."""

from __future__ import annotations

import hashlib

from vectors.basics import ORGANISER, OTHER, SERVER, Vectors
from vectors.journals import AT, ENTRIES, EPOCH
from vectors.servers import CERTIFICATE, SERVER_EPOCH

from kiosk.crypto.signing import Purpose, sign
from kiosk.domain.ballot import counted_first
from kiosk.domain.canonical import encode

COLLECTED = {"kiosk": "v01-1", "venue": "v01", "epoch": EPOCH, "seq": 3, "entry": ENTRIES[2]}
COLLECTION = encode(COLLECTED) + encode({**COLLECTED, "epoch": bytes(16)})
EXPORT = {
    "v": 1,
    "campaign": "qd2021",
    "server_epoch": SERVER_EPOCH,
    "created": AT,
    "sha256": hashlib.sha256(COLLECTION).digest(),
    "count": 2,
    "kiosks": {"v01-1": 6},
    "frozen": 0,
    "quarantined": 0,
}
STATEMENT = {
    "v": 1,
    "stage": "checked",
    "campaign": "qd2021",
    "inputs": {"collection.cborseq": EXPORT["sha256"], "0-holders.cborseq": hashlib.sha256(b"").digest()},
    "output": "1-checked.cborseq",
    "sha256": hashlib.sha256(b"").digest(),
    "count_in": 4,
    "count_out": 0,
    "set_aside": {"unknown-credential": 4},
}


def _collection() -> Vectors:
    forged = sign(encode(EXPORT), Purpose.EXPORT, OTHER)
    other = sign(encode({**EXPORT, "campaign": "qd2022"}), Purpose.EXPORT, SERVER)
    changed = sign(encode({**EXPORT, "sha256": bytes(32)}), Purpose.EXPORT, SERVER)
    shapeless = sign(encode({"v": 1}), Purpose.EXPORT, SERVER)
    cases = {"forged": forged, "other-campaign": other, "damaged": changed}
    return {
        "organiser": ORGANISER.public.raw,
        "collection.cborseq": COLLECTION,
        "collection.cose": sign(encode(EXPORT), Purpose.EXPORT, SERVER),
        "server.cose": CERTIFICATE,
        "payload": encode(EXPORT),
        "invalid": [{"name": n, "collection.cose": message, "refusal": n} for n, message in cases.items()]
        + [{"name": "another shape", "collection.cose": shapeless, "refusal": "damaged"}],
    }


def _statements() -> Vectors:
    return {
        "organiser": ORGANISER.public.raw,
        "output": STATEMENT["output"],
        "payload": encode(STATEMENT),
        "message": sign(encode(STATEMENT), Purpose.STAGE, ORGANISER),
        "invalid": [
            {"name": "another key", "message": sign(encode(STATEMENT), Purpose.STAGE, OTHER), "refusal": "forged"},
            {
                "name": "another shape",
                "message": sign(encode({"v": 1}), Purpose.STAGE, ORGANISER),
                "refusal": "damaged",
            },
        ],
    }


def _duplicates() -> Vectors:
    """Ratings by one valid card for one department; `order` is which counts first."""
    ratings = [{"home": number % 3 == 0, "envelope": bytes([number]) * 16} for number in range(6)]
    order = sorted(range(6), key=lambda n: counted_first(bool(ratings[n]["home"]), bytes([n]) * 16))
    return {"ratings": ratings, "order": order}


FILES = {"collection.json": _collection, "statements.json": _statements, "duplicates.json": _duplicates}
