"""Vectors of the count's stages: a small collection with every reason to set something aside, stage by stage."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

from organiser_samples import sample_campaign
from vectors.basics import TALLY, Vectors, fixed_seal
from vectors.journals import CAST, EPOCH

from kiosk.domain.ballot import Cast, encode_rating, rating_info
from kiosk.domain.campaign import Mode
from kiosk.domain.canonical import encode, pad, to_map
from kiosk.domain.journal import encode_entry
from organiser.tally import stages
from organiser.tally.countable import countable
from organiser.tally.crew import alone
from organiser.tally.opening import Open
from organiser.tally.records import CardState, Collected, Holder, encode_sequence
from organiser.tally.steps import encoded

CAMPAIGN = sample_campaign(tally_key=TALLY.public.raw, mode=Mode.LIVE)
DEPARTMENTS = ("fgw", "jtj")


def card(number: int) -> bytes:
    """A credential's id."""
    return bytes([number]) * 10


def _holders() -> list[Holder]:
    states = {1: CardState.VALID, 2: CardState.VALID, 3: CardState.REPLACED, 4: CardState.VALID, 5: CardState.REVOKED}
    people = {1: 1, 2: 2, 3: 3, 4: 3, 5: 4}  # 4 replaces 3
    return [Holder(card(n), people[n], "v01", "enterprise", "random", "市南区", state) for n, state in states.items()]


def _rating(number: int, department: str, plaintext: bytes) -> bytes:
    return fixed_seal(plaintext, TALLY, rating_info("qd2021", "ballot", 1, department), number)


def _cast(number: int, holder: int, marks: dict[str, int], **changes: Any) -> Cast:
    """A cast whose boxes and envelope follow from `number`."""
    sealed = {department: _rating(number, department, encode_rating(code)) for department, code in marks.items()}
    plain = replace(CAST, credential=card(holder), envelope=bytes([number]) * 16, sealed=sealed)
    return replace(plain, **changes)


def _casts() -> list[tuple[str, Cast]]:
    """(venue, cast): duplicates, cards of every state, and everything that is set aside."""
    first = _cast(1, 1, {"fgw": 1, "jtj": 2})
    odd = _rating(20, "fgw", pad(encode(24), 32))
    return [
        ("v01", first),
        ("v02", _cast(2, 1, {"fgw": 3})),
        ("v02", _cast(3, 2, {"fgw": 1})),
        ("v02", _cast(4, 2, {"fgw": 2})),
        ("v01", _cast(5, 3, {"fgw": 1, "jtj": 1})),
        ("v02", _cast(6, 4, {"fgw": 4})),
        ("v01", _cast(7, 5, {"fgw": 3})),
        ("v01", _cast(8, 6, {"fgw": 3, "jtj": 3})),
        ("v01", _cast(9, 1, {"kjj": 9})),
        ("v01", _cast(10, 2, {"nobody": 1})),
        ("v01", _cast(11, 2, {}, sealed={"jtj": bytes(79)})),
        ("v01", _cast(12, 2, {}, sealed={"kjj": bytes(80), "jyj": odd})),
        ("v01", _cast(13, 4, {}, sealed={"jtj": first.sealed["jtj"]})),
        ("v01", _cast(14, 1, {"jyj": 1}, form="survey")),
        ("v01", _cast(15, 1, {"jyj": 1}, campaign="qd2022")),
        ("v01", _cast(16, 1, {"jyj": 1}, mode=Mode.REHEARSAL)),
        ("v01", _cast(17, 1, {"jyj": 1}, form_version=2)),
        ("v01", _cast(18, 1, {"jyj": 1}, key=bytes(8))),
    ]


def _collected() -> list[Collected]:
    entries = [(venue, encode_entry(seq, "cast", to_map(cast))) for seq, (venue, cast) in enumerate(_casts(), 1)]
    broken = [("v01", b"\xff"), ("v01", encode_entry(20, "cast", {"campaign": "qd2021"}))]
    return [
        Collected(f"{venue}-1", venue, EPOCH, seq, entry) for seq, (venue, entry) in enumerate([*entries, *broken], 1)
    ]


def _stages() -> Vectors:
    holders, collected, forms = _holders(), _collected(), countable(replace(CAMPAIGN, forms=()))
    with tempfile.TemporaryDirectory() as folder:
        workers = alone(CAMPAIGN, forms, TALLY)
        check, once = stages.Check(workers, forms, Path(folder)), stages.Deduplicate(Path(folder))
        allowed, bare, mixed = stages.Revoke(), stages.Strip(), stages.Shuffle(Path(folder))
        steps: list[tuple[stages.Stage, list[Any]]] = [(check, list(check.run(collected, holders)))]
        for stage in (once, allowed, bare, mixed):
            steps.append((stage, list(stage.run(steps[-1][1]))))
        opening = Open(workers, Path(folder))
        steps.append((opening, list(opening.run(steps[-1][1], lambda: 0))))
    files = ("1-checked", "2-deduplicated", "3-revoked", "4-stripped", "5-shuffled", "6-opened")
    return {
        "campaign": {"id": "qd2021", "mode": "live", "ballot_version": 1, "codes": [1, 2, 3, 4]}
        | {"departments": [department.id for department in CAMPAIGN.departments], "tally_key": TALLY.public.raw},
        "tally_private": TALLY.raw,
        "collection.cborseq": b"".join(encode(to_map(record)) for record in collected),
        "0-holders.cborseq": encode_sequence(list(map(tuple, holders))),
        "stages": [
            {"file": f"{file}.cborseq", "records": encoded(f"{file}.cborseq")(records)}
            | {"count_in": stage.count_in, "set_aside": {k: n for k, n in sorted(stage.set_aside.items()) if n}}
            for file, (stage, records) in zip(files, steps, strict=True)
        ],
    }


FILES = {"stages.json": _stages}
