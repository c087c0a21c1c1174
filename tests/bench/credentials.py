"""Checking a card offline, against one bare Ed25519 verification plus Base45 and CBOR decoding of the same text."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import base45
import cbor2
from bench.measuring import Row, compared, in_turns
from booths import Booth
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from kiosk.crypto.cards import read_card
from kiosk.crypto.signing import Purpose

EACH, ROUNDS = 200, 15


def bench(folder: Path, long: bool) -> Iterator[Row]:
    """The card's text alone, then the whole sign-in check with deny list and trusted time from the disk."""
    kiosk = Booth(folder)
    kiosk.publish()
    text, organiser = kiosk.card(1), kiosk.organiser.public
    external = Purpose.CREDENTIAL.value.encode()
    public = Ed25519PublicKey.from_public_bytes(organiser.raw)

    def floor() -> None:
        for _ in range(EACH):
            protected, _, payload, signature = cbor2.loads(base45.b45decode(text[4:])).value
            public.verify(signature, cbor2.dumps(["Signature1", protected, external, payload]))
            cbor2.loads(payload)

    def card() -> None:
        for _ in range(EACH):
            read_card(text, organiser)

    def whole() -> None:
        for _ in range(EACH):
            kiosk.kiosk.sign_in.present(text)

    against = "bare Ed25519 + Base45 + CBOR"
    pair = in_turns(card, floor, ROUNDS, clock=time.process_time)
    yield compared("credential check offline", pair, against, 1.5, each=EACH)
    pair = in_turns(whole, floor, ROUNDS, clock=time.process_time)
    yield compared(
        "the same with deny list and trusted time", pair, against, None, each=EACH, note="reads the database once"
    )
    kiosk.close()
