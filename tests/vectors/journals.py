"""Vectors of what a kiosk records and sends: ballots, suggestions, receipts, entries, chain and bundles."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import Any

import base45
from vectors.basics import INTAKE, KIOSK, OTHER, TALLY, Vectors, fixed_seal
from vectors.cards import CARD
from vectors.contents import manifest_message

from kiosk.crypto.signing import Purpose, sign
from kiosk.domain.ballot import Cast, encode_rating, rating_info, spent_mark
from kiosk.domain.campaign import Mode
from kiosk.domain.canonical import encode, encode_message, to_map
from kiosk.domain.journal import Attendance, Bundle, Kind, Opinion, chain_all, encode_entry, genesis
from kiosk.domain.receipt import group, receipt_code, receipt_digest, status_key
from kiosk.domain.staff import WITNESS_PREFIX, DayCounts, Moment, Witness
from kiosk.domain.suggestion import SealedSuggestion, Suggestion, encode_suggestion, suggestion_info

PACK = hashlib.sha256(manifest_message()).digest()
EPOCH, ENVELOPE = bytes(range(16)), bytes(range(16, 32))
AT = 1_639_800_000
SALT = b"\x00salt\xff"
INFO = {department: rating_info("qd2021", "ballot", 1, department) for department in ("fgw", "jtj")}
MARKS = {"fgw": 1, "jtj": 4}
CAST = Cast(
    campaign="qd2021",
    credential=CARD.id,
    envelope=ENVELOPE,
    form="ballot",
    form_version=1,
    pack=PACK,
    mode=Mode.LIVE,
    suite=1,
    key=TALLY.public.id,
    sealed={d: fixed_seal(encode_rating(code), TALLY, INFO[d], code) for d, code in MARKS.items()},
)
WORDS = Suggestion("校门口请设即停即走区", AT, "zh", department="jtj", phone="13800000000")
SHORT = Suggestion("More benches, please", AT, "en")
SEALED = SealedSuggestion(
    campaign="qd2021",
    envelope=ENVELOPE,
    pack=PACK,
    suite=1,
    key=INTAKE.public.id,
    sealed=fixed_seal(encode_suggestion(WORDS), INTAKE, suggestion_info("qd2021", ENVELOPE)),
)
BODIES: list[tuple[str, dict[str, Any]]] = [
    (Kind.ATTENDANCE, to_map(Attendance(CARD.id, "representative", "enterprise", AT, "card", 1))),
    (Kind.ATTENDANCE, to_map(Attendance(CARD.id, "representative", "enterprise", AT, "card"))),
    (Kind.CAST, to_map(CAST)),
    (Kind.SUGGESTION, to_map(SEALED)),
    (Kind.OPINION, to_map(Opinion(17, "answered"))),
    (Kind.STAFF, {"act": "unlock-pin", "credential": CARD.id}),
]
ENTRIES = tuple(encode_entry(seq, kind, body) for seq, (kind, body) in enumerate(BODIES, 1))
START = genesis("v01-1", EPOCH)


def bundle_of(entries: tuple[bytes, ...], first: int = 1, prev: bytes = START, **changes: Any) -> Bundle:
    """A bundle of the example kiosk; its head fits unless it is changed."""
    head = chain_all(prev, entries)
    return replace(Bundle(1, "qd2021", "v01-1", EPOCH, first, prev, entries, head, 0, {"pack": 3}), **changes)


def raw_frame(content: bytes) -> bytes:
    """A zstd frame (RFC 8878) of uncompressed blocks: any compressor's is as good, this one is the same everywhere."""
    blocks = [content[i : i + 100_000] for i in range(0, len(content), 100_000)] or [b""]
    heads = [
        (len(block) << 3 | (number == len(blocks))).to_bytes(3, "little") for number, block in enumerate(blocks, 1)
    ]
    body = b"".join(head + block for head, block in zip(heads, blocks, strict=True))
    return b"\x28\xb5\x2f\xfd\xa0" + len(content).to_bytes(4, "little") + body


def signed(bundle: Bundle | dict[str, Any]) -> bytes:
    """The frame of a signed bundle."""
    payload = encode(bundle) if isinstance(bundle, dict) else encode_message(bundle)
    return raw_frame(sign(payload, Purpose.BUNDLE, KIOSK))


def _ballot() -> Vectors:
    bad = {"mark of two bytes": "1818", "no padding": "00" * 32, "text": "6131", "negative": "20", "nothing": ""}
    plaintexts = {name: bytes.fromhex(h) for name, h in bad.items()}
    padded = {n: p if len(p) == 32 else (p + b"\x80").ljust(32, b"\x00") for n, p in plaintexts.items()}
    padded["31 bytes"], padded["33 bytes"] = encode_rating(1)[:31], encode_rating(1) + b"\x00"
    return {
        "marks": [{"code": code, "plaintext": encode_rating(code)} for code in (0, 1, 2, 3, 4, 23)],
        "bad_plaintexts": [{"name": n, "plaintext": data} for n, data in padded.items()],
        "sealed": [
            {"department": d, "code": c, "info": INFO[d], "private": TALLY.raw, "box": CAST.sealed[d]}
            for d, c in MARKS.items()
        ],
        "cast": encode(to_map(CAST)),
        "receipt": receipt_code(CAST.encoded()),
        "spent": [
            {"salt": SALT, "credential": CARD.id, "form": "ballot", "department": d}
            | {"mark": spent_mark(SALT, CARD.id, "ballot", d)}
            for d in MARKS
        ],
    }


def _suggestions() -> Vectors:
    info = suggestion_info("qd2021", ENVELOPE)
    return {
        "valid": [
            {"plain": encode_message(words), "padded": encode_suggestion(words), "info": info, "private": INTAKE.raw}
            | {"box": fixed_seal(encode_suggestion(words), INTAKE, info)}
            for words in (WORDS, SHORT)
        ],
        "body": encode(to_map(SEALED)),
        "receipt": receipt_code(SEALED.encoded()),
        "invalid": [
            {"name": "no words", "padded": encode_suggestion(replace(SHORT, text=" \n")), "refusal": "wrong-shape"},
            {"name": "no padding", "padded": bytes(1024), "refusal": "bad-padding"},
            {"name": "another shape", "padded": encode_suggestion(replace(SHORT, at="now")), "refusal": "wrong-shape"},  # type: ignore[arg-type]  # on purpose
        ],
    }


def _receipts() -> Vectors:
    code = receipt_code(CAST.encoded())
    small = f" {group(code).lower()} "
    misread = receipt_code(b"\x00" * 3)
    typed = {code: code, group(code): code, small: code, misread.replace("0", "o").replace("1", "l"): misread}
    wrong = code[:4] + ("0" if code[4] != "0" else "2") + code[5:]
    refused = {
        code[:-1]: "too-short",
        code + "0": "too-long",
        code[:-1] + "U": "bad-character",
        wrong: "bad-check",
        "": "too-short",
    }
    envelopes = (CAST.encoded(), SEALED.encoded(), b"", b"\x00" * 3)
    return {
        "codes": [
            {"envelope": e, "digest": receipt_digest(e), "code": receipt_code(e)}
            | {"grouped": group(receipt_code(e)), "status_key": status_key(receipt_code(e))}
            for e in envelopes
        ],
        "typed": [{"typed": text, "code": meant} for text, meant in typed.items()],
        "refused": [{"typed": text, "refusal": why} for text, why in refused.items()],
    }


def _journal() -> Vectors:
    hashes = [chain_all(START, ENTRIES[:n]) for n in range(len(ENTRIES) + 1)]
    return {
        "kiosk": "v01-1",
        "epoch": EPOCH,
        "genesis": START,
        "entries": [
            {"seq": seq, "kind": kind, "entry": entry, "hash": hashes[seq]}
            for seq, ((kind, _), entry) in enumerate(zip(BODIES, ENTRIES, strict=True), 1)
        ],
    }


def _witness() -> Vectors:
    head, counts = chain_all(START, ENTRIES), DayCounts(1, 2, 0, 1, 1, 0, 1, 0, True, 0)
    witness = Witness(
        v=1,
        moment=Moment.CLOSED,
        campaign="qd2021",
        mode=Mode.LIVE,
        kiosk="v01-1",
        epoch=EPOCH,
        seq=len(ENTRIES),
        head_hash=head,
        at=AT,
        pack_version=3,
        total=1,
        counts=counts,
    )
    message = sign(encode_message(witness), Purpose.WITNESS, KIOSK)
    return {
        "key": KIOSK.public.raw,
        "payload": encode_message(witness),
        "text": WITNESS_PREFIX + base45.b45encode(message).decode("ascii"),
    }


def _bundles() -> Vectors:
    whole, idle = bundle_of(ENTRIES), bundle_of((), 7, chain_all(START, ENTRIES))
    later = bundle_of(ENTRIES[4:], 5, chain_all(START, ENTRIES[:4]), spent_cursor=12)
    valid = {"whole journal": whole, "idle": idle, "a later piece": later, "first contact": bundle_of(())}
    return {
        "key": KIOSK.public.raw,
        "valid": [
            {
                "name": n,
                "payload": encode_message(b),
                "message": sign(encode_message(b), Purpose.BUNDLE, KIOSK),
                "bundle": signed(b),
            }
            for n, b in valid.items()
        ],
        "invalid": [{"name": n, "bundle": data, "refusal": code} for n, (data, code) in _bad_bundles(whole).items()],
    }


def _bad_bundles(whole: Bundle) -> dict[str, tuple[bytes, str]]:
    good, message = to_map(whole), sign(encode_message(whole), Purpose.BUNDLE, KIOSK)
    without = {key: value for key, value in good.items() if key != "head_hash"}
    many = bundle_of((b"\xa0",) * 501)
    return {
        "another version": (signed({**good, "v": 2}), "unknown-version"),
        "an entry taken out": (signed({**good, "entries": ENTRIES[1:]}), "broken-chain"),
        "two entries swapped": (signed({**good, "entries": (*ENTRIES[1::-1], *ENTRIES[2:])}), "broken-chain"),
        "an entry changed": (signed({**good, "entries": (ENTRIES[0] + b"\x00", *ENTRIES[1:])}), "broken-chain"),
        "another head": (signed({**good, "head_hash": bytes(32)}), "broken-chain"),
        "another genesis": (signed(bundle_of(ENTRIES, 1, bytes(32))), "broken-chain"),
        "epoch of 15 bytes": (signed({**good, "epoch": bytes(15)}), "wrong-shape"),
        "prev_hash of 31 bytes": (signed({**good, "prev_hash": bytes(31)}), "wrong-shape"),
        "first_seq 0": (signed({**good, "first_seq": 0}), "wrong-shape"),
        "negative cursor": (signed({**good, "spent_cursor": -1}), "wrong-shape"),
        "no head_hash": (signed(without), "wrong-shape"),
        "entries are maps": (signed({**good, "entries": [{}]}), "wrong-shape"),
        "501 entries": (signed(many), "too-large"),
        "another kiosk's key": (raw_frame(sign(encode(good), Purpose.BUNDLE, OTHER)), "unknown-kiosk"),
        "no key id": (raw_frame(sign(encode(good), Purpose.BUNDLE, KIOSK, name_key=False)), "unknown-kiosk"),
        "another purpose": (raw_frame(sign(encode(good), Purpose.STAGE, KIOSK)), "forged"),
        "not compressed": (message, "not-zstd"),
        "no signature": (raw_frame(encode(good)), "damaged"),
        "trailing byte": (signed(whole) + b"\x00", "not-zstd"),
        "two frames": (signed(whole) * 2, "not-zstd"),
        "cut short": (signed(whole)[:-1], "not-zstd"),
        "no content size": (b"\x28\xb5\x2f\xfd\x00\x58" + raw_frame(message)[9:], "too-large"),
        "content size over the limit": (
            b"\x28\xb5\x2f\xfd\xa0" + (4_000_001).to_bytes(4, "little") + b"\x01\x00\x00",
            "too-large",
        ),
        "nothing": (b"", "not-zstd"),
    }


FILES = {
    "ballot.json": _ballot,
    "suggestions.json": _suggestions,
    "receipts.json": _receipts,
    "journal.json": _journal,
    "witness.json": _witness,
    "bundles.json": _bundles,
}
