"""The count's stages, written from docs/formats.md §19 alone; imports nothing of the product."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import cbor2
from formats import stranger
from formats.stranger import No, decode, encode, sha256

Records = list[list[Any]]


@dataclass(frozen=True)
class Rules:
    """What campaign.json says that a count of the ballot needs."""

    campaign: str
    mode: str
    version: int
    departments: frozenset[str]
    codes: frozenset[int]
    tally_key: bytes


def sequence(data: bytes) -> list[Any]:
    """The values of a CBOR sequence, each of them canonical."""
    stream, values = io.BytesIO(data), []
    while stream.tell() < len(data):
        start = stream.tell()
        values.append(cbor2.CBORDecoder(stream, read_size=1).decode())
        assert encode(values[-1]) == data[start : stream.tell()]
    return values


def written(records: list[Any]) -> bytes:
    """A CBOR sequence."""
    return b"".join(map(encode, records))


def checked(rules: Rules, collection: list[dict[str, Any]], holders: Records) -> tuple[Records, Counter[str]]:
    """Stage 1."""
    known, aside = {holder[0]: holder for holder in holders}, Counter[str]()
    found: list[tuple[Any, ...]] = []
    for record in collection:
        try:
            entry = decode(record["entry"])
            body = entry["body"]
            sealed = body["sealed"]
        except (No, KeyError, TypeError):
            aside["not-an-entry"] += 1
            continue
        if reason := _reason(rules, entry["kind"], body):
            aside[reason] += len(sealed)
        elif body["credential"] not in known:
            aside["unknown-credential"] += len(sealed)
        else:
            found.append((body["credential"], sha256(record["entry"]), record["venue"], body))
    boxes: Records = []
    for credential, _, venue, body in sorted(found, key=lambda cast: cast[:2]):
        _, person, home, _, _, _, state = known[credential]
        for item, box in sorted(body["sealed"].items()):
            if item in rules.departments and len(box) == 80:
                form = body["form"], body["form_version"]
                boxes.append([person, credential, home == venue, state, body["envelope"], *form, item, box])
            else:
                aside["wrong-size" if item in rules.departments else "unknown-item"] += 1
    return boxes, aside


def _reason(rules: Rules, kind: str, body: dict[str, Any]) -> str:
    if kind != "cast" or body["form"] != "ballot":
        return "other-form"
    if body["campaign"] != rules.campaign:
        return "other-campaign"
    if body["mode"] != rules.mode:
        return "rehearsal"
    if body["form_version"] != rules.version:
        return "other-version"
    return "" if (body["suite"], body["key"]) == (1, stranger.key_id(rules.tally_key)) else "other-key"


def deduplicated(boxes: Records) -> Records:
    """Stage 2."""

    def place(box: list[Any]) -> tuple[Any, ...]:
        person, _, home, state, envelope, form, _, item, _ = box
        return person, form, item, state == "revoked", state == "replaced", not home, sha256(envelope)

    return _first(sorted(boxes, key=place), lambda box: (box[0], box[5], box[7]))


def revoked(boxes: Records) -> Records:
    """Stage 3."""
    return [box for box in boxes if box[3] != "revoked"]


def stripped(boxes: Records) -> Records:
    """Stage 4."""
    return [box[5:] for box in boxes]


def shuffled(boxes: Records) -> Records:
    """Stage 5."""
    return _first(sorted(boxes, key=lambda box: (box[0], box[2], sha256(box[3]))), tuple)


def opened(rules: Rules, boxes: Records, private: bytes) -> tuple[Records, Counter[str]]:
    """Stage 6."""
    piles, aside = Counter[tuple[Any, ...]](), Counter[str]()
    for form, version, item, box in boxes:
        try:
            plain = stranger.unseal(box, private, stranger.rating_info(rules.campaign, form, version, item))
            code = stranger.unpad(plain)
        except No:
            aside["does-not-open"] += 1
            continue
        if len(plain) != 32 or len(code) != 1 or code[0] > 23:
            aside["does-not-open"] += 1
        elif code[0] not in rules.codes:
            aside["not-on-the-scale"] += 1
        else:
            piles[form, version, item, code[0]] += 1
    return [[*pile, number] for pile, number in sorted(piles.items())], aside


def _first(boxes: Records, unique: Callable[[list[Any]], Any]) -> Records:
    """Of neighbours that are the same by `unique` the first."""
    kept: Records = []
    for box in boxes:
        if not kept or unique(box) != unique(kept[-1]):
            kept.append(box)
    return kept
