"""Journals written by hand: a kiosk's key, its entries and bundles of any stretch of them, without a kiosk."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field

from worlds import World

from kiosk.crypto.sealing import SealingKey, seal
from kiosk.crypto.signing import Purpose, SigningKey, VerifyKey, sign
from kiosk.domain.ballot import FORM, SUITE, Cast
from kiosk.domain.campaign import Mode
from kiosk.domain.canonical import encode_message, to_map
from kiosk.domain.journal import Acknowledgement, Attendance, Bundle, Kind, chain_all, encode_entry, genesis
from kiosk.domain.receipt import receipt_code
from kiosk.domain.suggestion import SealedSuggestion, Suggestion, encode_suggestion, suggestion_info
from sync.bundle import read_acknowledgement, write_bundle
from sync.server.enrolling import create_code, enrol
from sync.server.ingest import ingest
from sync.wire import EnrolRequest, split_enrolment_code


@dataclass
class Pen:
    """One kiosk's key and what it has written so far. A copy with the same key is a clone of its disk."""

    world: World
    kiosk: str = "v01-1"
    key: SigningKey = field(default_factory=SigningKey.generate)
    epoch: bytes = field(default_factory=lambda: secrets.token_bytes(16))
    entries: list[bytes] = field(default_factory=list)
    cursor: int = 0

    def enrol(self) -> Pen:
        venue, number = self.kiosk.split("-")
        secret, _ = split_enrolment_code(create_code(self.world.server, venue, int(number)))
        request = encode_message(EnrolRequest(1, secret, self.key.public.raw))
        enrol(self.world.server, sign(request, Purpose.ENROL_REQUEST, self.key))
        return self

    def clone(self) -> Pen:
        return Pen(self.world, self.kiosk, self.key, self.epoch, list(self.entries), self.cursor)

    def write(self, kind: str, body: dict[str, object]) -> bytes:
        self.entries.append(encode_entry(len(self.entries) + 1, kind, body))
        return self.entries[-1]

    def attend(self, count: int = 1) -> Pen:
        for _ in range(count):
            body = to_map(Attendance(secrets.token_bytes(10), "representative", "enterprise", 1_639_800_000, "card", 1))
            self.write(Kind.ATTENDANCE, body)
        return self

    def cast(self, person: int = 1, *departments: str) -> str:
        """The receipt of ratings that nobody can open."""
        sealed = {department: secrets.token_bytes(80) for department in departments or ("fgw",)}
        cast = Cast(
            "qd2021", person.to_bytes(10, "big"), secrets.token_bytes(16), FORM, 1, bytes(32), Mode.LIVE, SUITE,
            bytes(8), sealed,
        )  # fmt: skip
        self.write(Kind.CAST, to_map(cast))
        return receipt_code(cast.encoded())

    def suggest(self, text: str = "路灯不亮", phone: str | None = None) -> str:
        """The receipt of a suggestion sealed to the server."""
        envelope = secrets.token_bytes(16)
        words = encode_suggestion(Suggestion(text, 1_639_800_000, "zh", phone=phone))
        sealed = seal(words, SealingKey(self.world.intake_key), suggestion_info("qd2021", envelope))
        suggestion = SealedSuggestion("qd2021", envelope, bytes(32), SUITE, bytes(8), sealed)
        self.write(Kind.SUGGESTION, to_map(suggestion))
        return receipt_code(suggestion.encoded())

    def bundle(self, first: int = 1, last: int | None = None, **changes: object) -> bytes:
        start = genesis(self.kiosk, self.epoch)
        prev = chain_all(start, self.entries[: first - 1])
        entries = tuple(self.entries[first - 1 : last])
        fields: dict[str, object] = {
            "v": 1, "campaign": "qd2021", "kiosk": self.kiosk, "epoch": self.epoch, "first_seq": first,
            "prev_hash": prev, "entries": entries, "head_hash": chain_all(prev, entries),
            "spent_cursor": self.cursor, "health": {"free_mb": 1000},
        }  # fmt: skip
        return write_bundle(Bundle(**{**fields, **changes}), self.key)  # type: ignore[arg-type]

    def send(self, first: int = 1, last: int | None = None) -> Acknowledgement:
        """What the server says to a stretch."""
        return self.read(ingest(self.world.server, self.bundle(first, last)))

    def read(self, answer: bytes) -> Acknowledgement:
        return read_acknowledgement(answer, self.server_key)

    @property
    def server_key(self) -> VerifyKey:
        return self.world.server.key.public

    def head(self, seq: int | None = None) -> bytes:
        return chain_all(genesis(self.kiosk, self.epoch), self.entries[:seq])
