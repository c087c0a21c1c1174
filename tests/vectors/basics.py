"""Vectors of what everything stands on: keys, canonical bytes, padding, signed messages, sealed boxes."""

from __future__ import annotations

from typing import Any

import cbor2
from formats import stranger

from kiosk.crypto.sealing import OpeningKey
from kiosk.crypto.signing import Purpose, SigningKey, sign
from kiosk.domain.canonical import encode, pad

Vectors = dict[str, Any]

ORGANISER, SERVER, KIOSK, OTHER = (SigningKey(bytes([n]) * 32) for n in (1, 2, 3, 15))
TALLY, INTAKE, OTHER_BOX = (OpeningKey(bytes([n]) * 32) for n in (17, 18, 31))


def fixed_seal(plaintext: bytes, key: OpeningKey, info: bytes, number: int = 0) -> bytes:
    """A box whose ephemeral private key is 32 times the byte 64 + `number`."""
    return stranger.seal(plaintext, key.public.raw, info, bytes([64 + number]) * 32)


def flipped(data: bytes, place: int) -> bytes:
    """`data` with the lowest bit of one byte flipped."""
    place %= len(data)
    return data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :]


def _keys() -> Vectors:
    signing = {"organiser": ORGANISER, "server": SERVER, "kiosk": KIOSK, "other": OTHER}
    sealing = {"tally": TALLY, "intake": INTAKE, "other": OTHER_BOX}
    return {
        "ed25519": {n: {"private": k.raw, "public": k.public.raw, "id": k.public.id} for n, k in signing.items()},
        "x25519": {n: {"private": k.raw, "public": k.public.raw, "id": k.public.id} for n, k in sealing.items()},
    }


_CANONICAL = {
    "empty map": {},
    "keys by length, then bytes": {"b": 1, "a": 2, "aa": 3, "": 4},
    "integers": [0, 23, 24, 255, 256, 65535, 65536, 2**32 - 1, 2**32, 2**64 - 1, -1, -24, -25, -(2**64)],
    "integer keys": {1: "a", 24: "b", 256: "c"},
    "byte string keys": {b"\x01\x02": 1, b"\x00\xff": 2},
    "text": "听民意",
    "bytes": b"\x00\xff",
    "simple": [False, True, None],
    "nested": {"a": [{"b": [b""]}]},
}
_REFUSED = {
    "head longer than needed": ("1800", "not-canonical"),
    "indefinite array": ("9f01ff", "not-canonical"),
    "indefinite text": ("7f616161626163ff", "not-canonical"),
    "keys in the wrong order": ("a2616201616102", "not-canonical"),
    "shorter key after longer one": ("a262616101616202", "not-canonical"),
    "the same key twice": ("a2616101616102", "not-canonical"),
    "trailing byte": ("8000", "not-canonical"),
    "cut short": ("8201", "not-cbor"),
    "nothing": ("", "not-cbor"),
    "text that is not UTF-8": ("61ff", "not-cbor"),
    "half float": ("f93c00", "not-plain"),
    "double float": ("fb3ff199999999999a", "not-plain"),
    "float in a map": ("a16161f93c00", "not-plain"),
    "undefined": ("f7", "not-plain"),
    "unassigned simple value": ("e0", "not-plain"),
    "date": ("c074323031332d30332d32315432303a30343a30305a", "not-plain"),
    "big number": ("c249010000000000000000", "not-plain"),
    "set": ("d90102820102", "not-plain"),
    "foreign tag": ("d8184100", "not-plain"),
    "inner COSE tag": ("81d280", "not-plain"),
    "mixed keys": ("a20061616161f6", "not-plain"),
    "negative key": ("a120616a", "not-plain"),
    "boolean key": ("a1f5616a", "not-plain"),
    "array key": ("a1816100f6", "not-plain"),
    "byte string keys of two lengths": ("a24100014200000a", "not-plain"),
}


def _canonical() -> Vectors:
    return {
        "valid": [{"name": name, "bytes": encode(value)} for name, value in _CANONICAL.items()],
        "invalid": [{"name": n, "bytes": data, "refusal": code} for n, (data, code) in _REFUSED.items()],
    }


def _padding() -> Vectors:
    plains = (b"", b"\x01", b"\x80", b"a" * 30, b"a" * 31, b"a" * 32, b"\x00\x00")
    invalid = {"no marker": bytes(32), "nothing": b"", "another end": b"\x01\x02"}
    return {
        "valid": [{"plain": plain, "block": 32, "padded": pad(plain, 32)} for plain in plains],
        "invalid": [{"name": n, "padded": data, "refusal": "bad-padding"} for n, data in invalid.items()],
    }


def _sig_structure(message: bytes, purpose: str) -> bytes:
    header, payload, _ = stranger.open_sign1(message)
    return encode(["Signature1", header, purpose.encode(), payload])


def _signing() -> Vectors:
    valid = []
    for purpose in Purpose:
        message = sign(b"payload", purpose, ORGANISER)
        valid.append({"purpose": purpose, "message": message, "sig_structure": _sig_structure(message, purpose)})
    bare = sign(b"payload", Purpose.CREDENTIAL, ORGANISER, name_key=False)
    valid.append(
        {"purpose": Purpose.CREDENTIAL, "message": bare, "sig_structure": _sig_structure(bare, "sanmin/1/credential")}
    )
    return {"key": ORGANISER.public.raw, "payload": b"payload", "valid": valid, "invalid": _badly_signed()}


def _badly_signed() -> list[Vectors]:
    good = sign(b"payload", Purpose.PACK, ORGANISER)
    header, payload, signature = stranger.open_sign1(good)

    def message(
        header: bytes = header, rest: object = None, payload: object = payload, end: bytes = signature
    ) -> bytes:
        return encode(cbor2.CBORTag(18, [header, {} if rest is None else rest, payload, end]))

    kid = ORGANISER.public.id
    cases = {
        "another purpose": (sign(b"payload", Purpose.BUNDLE, ORGANISER), "forged"),
        "another key": (sign(b"payload", Purpose.PACK, OTHER), "forged"),
        "another key that claims no name": (sign(b"payload", Purpose.PACK, OTHER, name_key=False), "forged"),
        "another key's name": (message(encode({1: -8, 4: OTHER.public.id})), "forged"),
        "the name taken away": (message(encode({1: -8})), "forged"),
        "payload changed": (message(payload=b"Payload"), "forged"),
        "signature changed": (message(end=flipped(signature, 0)), "forged"),
        "signature of zeros": (message(end=bytes(64)), "forged"),
        "signature cut short": (message(end=signature[:63]), "damaged"),
        "payload detached": (message(payload=None), "damaged"),
        "unprotected header in use": (message(rest={4: kid}), "damaged"),
        "another algorithm": (message(encode({1: -7, 4: kid})), "damaged"),
        "no algorithm": (message(encode({4: kid})), "damaged"),
        "empty protected header": (message(b""), "damaged"),
        "further header": (message(encode({1: -8, 3: 0, 4: kid})), "damaged"),
        "key name of seven bytes": (message(encode({1: -8, 4: kid[:7]})), "damaged"),
        "protected header not canonical": (message(bytes.fromhex("bf0127ff")), "damaged"),
        "no tag": (good[1:], "damaged"),
        "tag of COSE_Sign": (b"\xd8\x62" + good[1:], "damaged"),
        "trailing byte": (good + b"\x00", "damaged"),
        "payload's length not shortest": (good.replace(b"\x47payload", b"\x58\x07payload"), "damaged"),
        "nothing": (b"", "damaged"),
    }
    return [{"name": n, "purpose": Purpose.PACK, "message": m, "refusal": code} for n, (m, code) in cases.items()]


def _sealing() -> Vectors:
    info, plain = encode(["sanmin/1/example", "qd2021"]), b"nobody reads this"
    box = fixed_seal(plain, TALLY, info)
    cases = {
        "another info": (box, TALLY, info + b"\x00"),
        "no info": (box, TALLY, b""),
        "another key": (box, OTHER_BOX, info),
        "encapsulated key changed": (flipped(box, 0), TALLY, info),
        "ciphertext changed": (flipped(box, 32), TALLY, info),
        "tag changed": (flipped(box, -1), TALLY, info),
        "cut short": (box[:-1], TALLY, info),
        "shorter than the overhead": (box[:47], TALLY, info),
        "encapsulated key of zeros": (bytes(32) + box[32:], TALLY, info),
    }
    return {
        "valid": [
            {
                "name": f"{len(p)} bytes",
                "private": TALLY.raw,
                "info": info,
                "plaintext": p,
                "box": fixed_seal(p, TALLY, info),
            }
            for p in (plain, b"", bytes(32))
        ],
        "invalid": [
            {"name": n, "box": b, "private": key.raw, "info": i, "refusal": "does-not-open"}
            for n, (b, key, i) in cases.items()
        ],
    }


FILES = {
    "keys.json": _keys,
    "canonical.json": _canonical,
    "padding.json": _padding,
    "signing.json": _signing,
    "sealing.json": _sealing,
}
