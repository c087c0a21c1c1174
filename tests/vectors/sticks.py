"""Vectors of what lies on a stick and of attachments: sealed bundles, answers, pieces and what is said of them."""

from __future__ import annotations

import hashlib
from typing import Any

from vectors.basics import INTAKE, KIOSK, OTHER, OTHER_BOX, SERVER, Vectors, fixed_seal, flipped
from vectors.journals import ENTRIES, EPOCH, bundle_of, signed
from vectors.servers import ACKNOWLEDGEMENT, SERVER_EPOCH

from kiosk.crypto.signing import Purpose, sign
from kiosk.domain.canonical import encode, encode_message, to_map
from sync.sealed_chunks import chunk_info
from sync.usb.boxes import SUITE, SealedBundle, bundle_info, write_answers
from sync.usb.layout import ack_name, folder_name, up_name
from sync.wire import AttachmentPiece, AttachmentStand

ATTACHMENT = bytes(range(80, 96))
VOICE = b"spoken words, sealed like everything else"
PIECE = 64
"""Bytes of a piece here; a kiosk takes 262,144."""


def _sticks() -> Vectors:
    bundle = signed(bundle_of(ENTRIES))
    info = bundle_info("qd2021", "v01-1", EPOCH, 1)
    box = SealedBundle(1, "qd2021", "v01-1", EPOCH, 1, SUITE, INTAKE.public.id, fixed_seal(bundle, INTAKE, info))
    good = to_map(box)
    moved = fixed_seal(bundle, INTAKE, bundle_info("qd2021", "v01-1", EPOCH, 2))
    invalid: list[tuple[str, bytes, str]] = [
        ("another version", encode({**good, "v": 2}), "not-a-bundle"),
        ("another suite", encode({**good, "suite": 2}), "not-a-bundle"),
        ("no box", b"\xff", "not-a-bundle"),
        ("to another server", encode({**good, "key": OTHER_BOX.public.id}), "stick-other-server"),
        ("another place", encode({**good, "sealed": moved}), "stick-tampered"),
        ("another kiosk on the outside", encode({**good, "kiosk": "v02-1"}), "stick-tampered"),
        ("flipped", encode({**good, "sealed": flipped(box.sealed, -1)}), "stick-tampered"),
    ]
    answers = [sign(ACKNOWLEDGEMENT.encoded(), Purpose.ACKNOWLEDGEMENT, SERVER)]
    return {
        "intake": INTAKE.raw,
        "up_name": up_name(EPOCH, 1),
        "ack_name": ack_name(EPOCH),
        "folders": {name: folder_name(name) for name in ("qd2021", "v01-1", "con", "com1.x", "青岛", "a" * 41, "-a")},
        "info": info,
        "bundle": bundle,
        "up": encode_message(box),
        "answers": write_answers(answers),
        "invalid": [{"name": n, "up": data, "refusal": refusal} for n, data, refusal in invalid],
    }


def _attachments() -> Vectors:
    info = chunk_info("qd2021", ATTACHMENT, 0, last=True)
    sealed = fixed_seal(VOICE, INTAKE, info, 5)
    digest = hashlib.sha256(sealed).digest()
    pieces = [
        AttachmentPiece(1, "qd2021", "v01-1", digest, len(sealed), at, sealed[at : at + PIECE])
        for at in range(0, len(sealed), PIECE)
    ]
    messages = [sign(encode_message(piece), Purpose.ATTACHMENT_PIECE, KIOSK) for piece in pieces]
    ends = [piece.offset + len(piece.data) for piece in pieces]
    stands = [AttachmentStand(1, "qd2021", digest, end, end == len(sealed), SERVER_EPOCH) for end in [0, *ends]]
    first = to_map(pieces[0])
    changes: dict[str, tuple[dict[str, Any], str]] = {
        "another version": ({"v": 2}, "unknown-version"),
        "another kiosk": ({"kiosk": "v02-1"}, "other-kiosk"),
        "another campaign": ({"campaign": "qd2020"}, "other-campaign"),
        "a short hash": ({"sha256": digest[:31]}, "wrong-shape"),
        "nothing at all": ({"size": 0}, "wrong-shape"),
        "behind its end": ({"offset": len(sealed)}, "wrong-shape"),
        "another size": ({"size": len(sealed) + 1}, "wrong-size"),
        "too large": ({"size": 67_108_865}, "too-large"),
    }
    invalid = [
        {"name": n, "message": sign(encode({**first, **c}), Purpose.ATTACHMENT_PIECE, KIOSK), "refusal": r}
        for n, (c, r) in changes.items()
    ]
    invalid.append(
        {
            "name": "a stranger",
            "message": sign(encode(first), Purpose.ATTACHMENT_PIECE, OTHER),
            "refusal": "unknown-kiosk",
        }
    )
    invalid.append({"name": "a bundle", "message": sign(encode(first), Purpose.BUNDLE, KIOSK), "refusal": "forged"})
    return {
        "intake": INTAKE.raw,
        "attachment": ATTACHMENT,
        "info": info,
        "plain": VOICE,
        "sealed": sealed,
        "sha256": digest,
        "question": sign(
            encode_message(AttachmentPiece(1, "qd2021", "v01-1", digest, len(sealed), 0)),
            Purpose.ATTACHMENT_PIECE,
            KIOSK,
        ),
        "pieces": [{"payload": encode_message(p), "message": m} for p, m in zip(pieces, messages, strict=True)],
        "stands": [
            {"payload": encode_message(s), "message": sign(encode_message(s), Purpose.ATTACHMENT_STAND, SERVER)}
            for s in stands
        ],
        "file": b"".join(len(message).to_bytes(4, "big") + message for message in messages),
        "invalid": invalid,
    }


FILES = {"sticks.json": _sticks, "attachments.json": _attachments}
