"""Vectors of what the server signs and says: enrolment, acknowledgements, statuses, and how bundles are answered."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from vectors.basics import KIOSK, ORGANISER, OTHER, SERVER, Vectors
from vectors.cards import CARD
from vectors.journals import AT, BODIES, ENTRIES, EPOCH, SALT, SEALED, START, bundle_of, signed

from kiosk.crypto.signing import Purpose, SigningKey, sign
from kiosk.domain.canonical import encode, encode_message, to_map
from kiosk.domain.journal import Acknowledgement, Bundle, Outcome, chain_all, encode_entry, genesis
from kiosk.domain.receipt import receipt_code, status_key
from kiosk.domain.suggestion import State, Status, StatusList, Step
from kiosk.domain.words import Bilingual
from organiser.keys import certify_server
from sync.wire import EnrolReply, EnrolRequest, fingerprint

SERVER_EPOCH = bytes(range(32, 48))
SECRET = "7K4M2P9X3F"
CERTIFICATE = certify_server(ORGANISER, "qd2021", SERVER.public)
REPLY = EnrolReply(
    1, "qd2021", "v01-1", "v01", 1, ORGANISER.public.raw, SERVER.public.raw, CERTIFICATE, SERVER_EPOCH, AT
)
ACKNOWLEDGEMENT = Acknowledgement(
    v=1,
    campaign="qd2021",
    kiosk="v01-1",
    epoch=EPOCH,
    outcome=Outcome.STORED,
    acked_seq=len(ENTRIES),
    head_hash=chain_all(START, ENTRIES),
    server_epoch=SERVER_EPOCH,
    server_time=AT,
    pack_version=3,
    status_version=2,
    spent=(bytes(range(16)), bytes(range(16, 32))),
    spent_cursor=2,
)


def _message(payload: object, purpose: Purpose, key: SigningKey) -> bytes:
    return sign(payload if isinstance(payload, bytes) else encode(payload), purpose, key)


def _acknowledgements() -> Vectors:
    good = to_map(ACKNOWLEDGEMENT)
    changes: dict[str, tuple[dict[str, Any], str]] = {
        "another version": ({"v": 2}, "unknown-version"),
        "unknown outcome": ({"outcome": "fine"}, "wrong-shape"),
        "time is text": ({"server_time": "now"}, "wrong-shape"),
    }
    purpose = Purpose.ACKNOWLEDGEMENT
    invalid = [
        {"name": n, "message": _message({**good, **c}, purpose, SERVER), "refusal": r} for n, (c, r) in changes.items()
    ]
    invalid.append({"name": "another key", "message": _message(good, purpose, OTHER), "refusal": "forged"})
    invalid.append(
        {"name": "another purpose", "message": _message(good, Purpose.STATUSES, SERVER), "refusal": "forged"}
    )
    invalid.append({"name": "a captive portal's page", "message": b"<!doctype html>", "refusal": "damaged"})
    valid = [ACKNOWLEDGEMENT] + [
        replace(ACKNOWLEDGEMENT, outcome=o, acked_seq=0, head_hash=START, spent=()) for o in Outcome
    ]
    valid.append(replace(ACKNOWLEDGEMENT, parked=2))
    return {
        "server": SERVER.public.raw,
        "valid": [
            {"outcome": a.outcome, "payload": a.encoded(), "message": _message(a.encoded(), purpose, SERVER)}
            for a in valid
        ],
        "invalid": invalid,
    }


def _enrolment() -> Vectors:
    print_ = fingerprint(ORGANISER.public.raw)
    plain = SECRET + print_
    code = "-".join(plain[i : i + 5] for i in range(0, 20, 5))
    request = EnrolRequest(1, SECRET, KIOSK.public.raw)
    return {
        "organiser": ORGANISER.public.raw,
        "fingerprint": print_,
        "secret": SECRET,
        "codes": [code, code.lower(), f" {plain} ", code.replace("1", "I").replace("0", "O")],
        "bad_codes": ["", SECRET, plain + "0", plain[:-1] + "U", plain[:-1] + "!"],
        "request": {
            "payload": encode_message(request),
            "message": _message(to_map(request), Purpose.ENROL_REQUEST, KIOSK),
        },
        "request_to_be_known_again": {
            "payload": encode_message(replace(request, kiosk="v01-1")),
            "message": _message(to_map(replace(request, kiosk="v01-1")), Purpose.ENROL_REQUEST, KIOSK),
        },
        "certificate": CERTIFICATE,
        "reply": {"payload": encode_message(REPLY), "message": _message(to_map(REPLY), Purpose.ENROL_REPLY, SERVER)},
        "bad_replies": [{"name": n, "message": message} for n, message in _bad_replies().items()],
    }


def _bad_replies() -> dict[str, bytes]:
    good = to_map(REPLY)
    foreign = certify_server(OTHER, "qd2021", SERVER.public)
    elsewhere = certify_server(ORGANISER, "qd2022", SERVER.public)
    changed = {
        "another organiser": {"organiser_key": OTHER.public.raw, "certificate": foreign},
        "certificate by another": {"certificate": foreign},
        "certificate of another campaign": {"certificate": elsewhere},
        "certificate of another key": {"certificate": certify_server(ORGANISER, "qd2021", OTHER.public)},
        "no number": {"number": "one"},
    }
    messages = {n: _message({**good, **c}, Purpose.ENROL_REPLY, SERVER) for n, c in changed.items()}
    messages["signed by another"] = _message(good, Purpose.ENROL_REPLY, OTHER)
    messages["signed as an acknowledgement"] = _message(good, Purpose.ACKNOWLEDGEMENT, SERVER)
    return messages


def _statuses() -> Vectors:
    code = receipt_code(SEALED.encoded())
    steps = (
        Step(State.RECEIVED, "2021-12-18", Bilingual("已受理", "Received")),
        Step(State.REPLIED, "2021-12-20", Bilingual("已答复", "Answered")),
    )
    answered = Status(
        Bilingual("校门口停车", "Parking at the school gate"), "jtj", steps, Bilingual("已安排", "Arranged")
    )
    fresh = Status(Bilingual("您的意见建议", "Your suggestion"), None, steps[:1])
    statuses = StatusList("qd2021", 2, AT, {status_key(code): answered, status_key("0" * 10): fresh})
    good = to_map(statuses)
    purpose = Purpose.STATUSES
    changes: dict[str, dict[str, Any]] = {
        "unknown state": {"statuses": {bytes(16): {**to_map(fresh), "department": None, "steps": [{"state": "lost"}]}}},
        "keys are text": {"statuses": {"0" * 16: to_map(fresh)}},
    }
    return {
        "server": SERVER.public.raw,
        "receipts": {code: status_key(code), "0" * 10: status_key("0" * 10)},
        "payload": encode_message(statuses),
        "message": _message(good, purpose, SERVER),
        "invalid": [
            {"name": n, "message": _message({**good, **change}, purpose, SERVER), "refusal": "wrong-shape"}
            for n, change in changes.items()
        ]
        + [{"name": "another key", "message": _message(good, purpose, OTHER), "refusal": "forged"}],
    }


def _exchange() -> Vectors:
    """One server's answers, in this order; it has just enrolled the kiosk and published a pack."""
    heads = [chain_all(START, ENTRIES[:n]) for n in range(len(ENTRIES) + 1)]
    other = encode_entry(3, *BODIES[4])
    steps: list[tuple[str, Bundle, Outcome, int]] = [
        ("first contact, nothing to send", bundle_of(()), Outcome.STORED, 0),
        ("a gap before anything is stored", bundle_of(ENTRIES[2:], 3, heads[2]), Outcome.GAP, 0),
        ("the first two", bundle_of(ENTRIES[:2]), Outcome.STORED, 2),
        ("the same two again", bundle_of(ENTRIES[:2]), Outcome.STORED, 2),
        ("overlapping", bundle_of(ENTRIES[1:4], 2, heads[1]), Outcome.STORED, 4),
        ("idle", bundle_of((), 5, heads[4]), Outcome.STORED, 4),
        ("a gap of one", bundle_of(ENTRIES[5:], 6, heads[5]), Outcome.GAP, 4),
        ("the rest", bundle_of(ENTRIES[4:], 5, heads[4]), Outcome.STORED, 6),
        ("another third entry", bundle_of((other,), 3, heads[2]), Outcome.FORK, 6),
        ("frozen from now on", bundle_of((), 7, heads[6]), Outcome.FORK, 6),
    ]
    epoch = bytes(range(100, 116))
    fresh = bundle_of((), 1, genesis("v01-1", epoch), epoch=epoch)
    parked = [
        b"\xff",
        encode_entry(9, *BODIES[4]),
        encode_entry(3, "later", {}),
        encode_entry(4, "cast", {"campaign": "qd2021"}),
    ]
    start = genesis("v01-1", epoch)
    kept = bundle_of(tuple(parked), 1, start, epoch=epoch)
    outcomes = [_step(*step, heads) for step in steps]
    outcomes.append(
        {
            "name": "another epoch is free",
            "bundle": signed(fresh),
            "outcome": "stored",
            "acked_seq": 0,
            "head_hash": start,
        }
    )
    outcomes.append(
        {"name": "what is not understood is kept", "bundle": signed(kept), "outcome": "stored"}
        | {"acked_seq": len(parked), "head_hash": kept.head_hash, "parked": len(parked)}
    )
    return {"salt": SALT, "credential": CARD.id, "steps": outcomes}


def _step(name: str, bundle: Bundle, outcome: Outcome, acked: int, heads: list[bytes]) -> Vectors:
    return {"name": name, "bundle": signed(bundle), "outcome": outcome, "acked_seq": acked, "head_hash": heads[acked]}


FILES = {
    "acknowledgements.json": _acknowledgements,
    "enrolment.json": _enrolment,
    "statuses.json": _statuses,
    "exchange.json": _exchange,
}
