"""Vectors of packs: manifest, chunks, campaign.json and access.json."""

from __future__ import annotations

import io
import json
from typing import Any

from organiser_samples import sample_campaign
from vectors.basics import INTAKE, ORGANISER, OTHER, TALLY, Vectors
from vectors.cards import CARD, STAFF

from kiosk.crypto.signing import Purpose, sign
from kiosk.domain.access_json import encode_access
from kiosk.domain.campaign_json import encode_campaign
from kiosk.domain.canonical import encode, to_map
from kiosk.domain.pack import CHUNK, Access, Manifest, PackFile, PinVerifier, describe

CREATED = 1_639_356_000
ACCESS = Access((bytes(10),), (CARD.id,), (PinVerifier(STAFF.id, bytes(range(16)), bytes(range(32))),))
ACCESS_JSON = encode_access(ACCESS)
DOCUMENT = b'{"id":"qd2021"}'
"""Stands for campaign.json in the manifest, so that every other vector stays when a campaign gains a field."""
SIZES = {"empty.vtt": 0, "clips/a.mp4": 1, "clips/whole.mp4": CHUNK, "clips/longer.mp4": CHUNK + 1}
"""Files of so many bytes 0x61."""


def _describe(name: str, data: bytes) -> PackFile:
    return describe(name, io.BytesIO(data))


def _manifest() -> Manifest:
    files = [_describe("access.json", ACCESS_JSON), _describe("campaign.json", DOCUMENT)]
    files += [_describe(name, b"a" * size) for name, size in SIZES.items()]
    return Manifest(1, "qd2021", 3, CREATED, tuple(sorted(files, key=lambda file: file.name)))


def manifest_message() -> bytes:
    """The signed manifest; its SHA-256 is what a cast calls `pack`."""
    return sign(_manifest().encoded(), Purpose.PACK, ORGANISER)


def _packs() -> Vectors:
    manifest = _manifest()
    return {
        "organiser": ORGANISER.public.raw,
        "files": [
            {"name": n, "byte": b"a", "times": size, **_file(_describe(n, b"a" * size))} for n, size in SIZES.items()
        ],
        "documents": {"campaign.json": DOCUMENT, "access.json": ACCESS_JSON},
        "payload": manifest.encoded(),
        "message": manifest_message(),
        "invalid": _bad_manifests(manifest),
        "safe_names": ["campaign.json", "clips/fgw-report.mp4", "a/b/c", "A_1.x", "..a"],
        "unsafe_names": [
            "",
            "/etc/passwd",
            "../a",
            "a/../b",
            "a//b",
            "a/",
            ".",
            "..",
            "a b",
            "a\\b",
            "视频.mp4",
            "a\x00",
        ],
    }


def _file(file: PackFile) -> Vectors:
    return {"size": file.size, "sha256": file.sha256, "chunks": list(file.chunks)}


def _bad_manifests(manifest: Manifest) -> list[Vectors]:
    good, file = to_map(manifest), to_map(manifest.files[0])
    changes: dict[str, tuple[dict[str, Any], str]] = {
        "another version of the format": ({"v": 2}, "unknown-version"),
        "pack version 0": ({"version": 0}, "wrong-shape"),
        "a name twice": ({"files": [file, file]}, "wrong-shape"),
        "a name that leaves the pack": ({"files": [{**file, "name": "../x"}]}, "wrong-shape"),
        "a chunk too many": ({"files": [{**file, "chunks": [bytes(32), bytes(32)]}]}, "wrong-shape"),
        "negative size": ({"files": [{**file, "size": -1, "chunks": []}]}, "wrong-shape"),
        "hash of 31 bytes": ({"files": [{**file, "sha256": bytes(31)}]}, "wrong-shape"),
        "version is text": ({"version": "3"}, "wrong-shape"),
    }
    cases = [
        {"name": n, "message": sign(encode({**good, **change}), Purpose.PACK, ORGANISER), "refusal": code}
        for n, (change, code) in changes.items()
    ]
    return [
        *cases,
        {"name": "another organiser", "message": sign(encode(good), Purpose.PACK, OTHER), "refusal": "forged"},
    ]


def _documents() -> Vectors:
    text = encode_campaign(sample_campaign(tally_key=TALLY.public.raw, intake_key=INTAKE.public.raw)).decode()
    campaign, access = json.loads(text), json.loads(ACCESS_JSON)

    def bad(document: Any, refusal: str = "wrong-shape", **changes: object) -> Vectors:
        return {"text": json.dumps({**document, **changes}, ensure_ascii=False), "refusal": refusal}

    return {
        "campaign": text,
        "access": ACCESS_JSON.decode(),
        "later_campaign": json.dumps({**campaign, "later": [1]}, ensure_ascii=False),
        "bad_campaigns": [
            {"name": "no JSON", "text": "{", "refusal": "wrong-shape"},
            {"name": "time without offset", **bad(campaign, "no-offset", not_before="2021-12-01T00:00:00")},
            {"name": "short key", **bad(campaign, tally_key="AAAA")},
            {"name": "bytes are not base64", **bad(campaign, salt="!!")},
            {"name": "year is text", **bad(campaign, year="2021")},
            {"name": "unknown mode", **bad(campaign, mode="practice")},
            {"name": "no venues", **bad({key: value for key, value in campaign.items() if key != "venues"})},
        ],
        "bad_access": [
            {"name": "id of nine bytes", **bad(access, revoked=["AAAAAAAAAAAA"])},
            {"name": "PIN without salt", **bad(access, pins=[{**access["pins"][0], "salt": ""}])},
            {"name": "short PIN hash", **bad(access, pins=[{**access["pins"][0], "hash": "AAAA"}])},
            {"name": "no replaced", **bad({key: value for key, value in access.items() if key != "replaced"})},
        ],
    }


FILES = {"packs.json": _packs, "documents.json": _documents}
