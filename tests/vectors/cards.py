"""Vectors of cards and PINs."""

from __future__ import annotations

import hashlib
from dataclasses import asdict
from typing import Any

import base45
from vectors.basics import ORGANISER, OTHER, Vectors, flipped

from kiosk.crypto.cards import issue
from kiosk.crypto.signing import Purpose, SigningKey, sign
from kiosk.domain.canonical import encode
from kiosk.domain.credential import MAX_TEXT, PREFIX, Credential, Role, encode_credential

UNTIL = 1_955_519_999
CARD = Credential("qd2021", bytes(range(10)), Role.REPRESENTATIVE, "enterprise", "v01", UNTIL)
STAFF = Credential("qd2021", bytes(range(10, 20)), Role.STAFF, "", "v11", UNTIL)
PLAIN = {1: "qd2021", 2: bytes(range(10)), 3: 1, 4: "enterprise", 5: "v01", 6: UNTIL}


def card(payload: bytes, purpose: Purpose = Purpose.CREDENTIAL, key: SigningKey = ORGANISER, **named: bool) -> str:
    """The text of a card with any payload."""
    return PREFIX + base45.b45encode(sign(payload, purpose, key, **{"name_key": False, **named})).decode("ascii")


def _credentials() -> Vectors:
    return {
        "organiser": ORGANISER.public.raw,
        "valid": [
            _valid("representative", CARD, issue(CARD, ORGANISER)),
            _valid("staff", STAFF, issue(STAFF, ORGANISER)),
            _valid("spaces around", CARD, f"  {issue(CARD, ORGANISER)}\r\n"),
            _valid("a field of a later version", CARD, card(encode({**PLAIN, 7: "later"}))),
            _valid("with the organiser's key id", CARD, card(encode_credential(CARD), name_key=True)),
        ],
        "invalid": [{"name": n, "text": text, "refusal": code} for n, (text, code) in _refused().items()],
        "checks": [{"name": n, **case} for n, case in _checks().items()],
    }


def _valid(name: str, credential: Credential, text: str) -> Vectors:
    message = base45.b45decode(text.strip()[len(PREFIX) :])
    return {
        "name": name,
        "text": text,
        "message": message,
        "payload": encode_credential(credential),
        "credential": asdict(credential),
        "card_number": credential.card_number,
    }


def _refused() -> dict[str, tuple[str, str]]:
    good = issue(CARD, ORGANISER)
    message = base45.b45decode(good[len(PREFIX) :])
    texts = {
        "nothing": ("", "not-ours"),
        "another QR": ("https://example.cn/s/7K4M2P9X3F", "not-ours"),
        "small letters": (good.lower(), "not-ours"),
        "another version": ("SM2:" + good[4:], "not-ours"),
        "prefix alone": (PREFIX, "damaged"),
        "too long": (good + "0" * (MAX_TEXT + 1 - len(good)), "damaged"),
        "last character missing": (good[:-1], "damaged"),
        "half": (good[: len(good) // 2], "damaged"),
        "a character that Base45 has not": (good[:9] + "_" + good[10:], "damaged"),
        "a group beyond 65535": (PREFIX + ":::" + good[7:], "damaged"),
        "not Latin": (PREFIX + "听民意", "damaged"),
        "a trailing byte": (PREFIX + base45.b45encode(message + b"\x00").decode(), "damaged"),
        "signature changed": (PREFIX + base45.b45encode(flipped(message, -1)).decode(), "forged"),
        "payload changed": (PREFIX + base45.b45encode(message.replace(b"v01", b"v02")).decode(), "forged"),
        "another organiser": (issue(CARD, OTHER), "forged"),
        "signed as a pack": (card(encode_credential(CARD), Purpose.PACK), "forged"),
        "payload is no map": (card(encode([])), "damaged"),
        "payload is no CBOR": (card(b"\xff"), "damaged"),
    }
    shapes: dict[str, dict[int, Any]] = {
        "id of nine bytes": {2: bytes(9)},
        "unknown role": {3: 3},
        "role is a boolean": {3: True},
        "time before 1970": {6: -1},
        "time is text": {6: "2031"},
        "category is bytes": {4: b"x"},
    }
    texts |= {name: (card(encode({**PLAIN, **change})), "damaged") for name, change in shapes.items()}
    texts["no campaign"] = (card(encode({k: v for k, v in PLAIN.items() if k != 1})), "damaged")
    return texts


def _checks() -> dict[str, Vectors]:
    """Genuine cards against a place and time; `refusal` is None where the card is accepted."""
    both = [CARD.id]

    def case(refusal: str | None, **changes: object) -> Vectors:
        usual = {
            "campaign": "qd2021",
            "roles": ["representative", "staff"],
            "now": UNTIL,
            "revoked": [],
            "replaced": [],
        }
        return {**usual, **changes, "refusal": refusal}

    return {
        "the last second": case(None),
        "a second later": case("expired", now=UNTIL + 1),
        "another campaign before everything": case(
            "other-campaign", campaign="qd2022", now=UNTIL + 1, revoked=both, replaced=both, roles=["staff"]
        ),
        "replaced before revoked": case("replaced", now=UNTIL + 1, revoked=both, replaced=both, roles=["staff"]),
        "revoked before expired": case("revoked", now=UNTIL + 1, revoked=both, roles=["staff"]),
        "expired before role": case("expired", now=UNTIL + 1, roles=["staff"]),
        "wrong role": case("wrong-role", roles=["staff"]),
        "somebody else's card is revoked": case(None, revoked=[STAFF.id], replaced=[STAFF.id]),
    }


def _pins() -> Vectors:
    salt = bytes(range(16))
    hashes = {pin: hashlib.scrypt(pin.encode(), salt=salt, n=2**14, r=8, p=1, dklen=32) for pin in ("246810", "000000")}
    verifiers = [
        {"credential": STAFF.id, "salt": salt, "pin": pin, "hash": digest, "matches": True}
        for pin, digest in hashes.items()
    ]
    wrong = {"credential": STAFF.id, "salt": salt, "pin": "246811", "hash": hashes["246810"], "matches": False}
    return {"verifiers": [*verifiers, wrong]}


FILES = {"credentials.json": _credentials, "pins.json": _pins}
