"""A suggestion: what a resident writes, its sealed envelope, and the way it goes until it is answered."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kiosk.domain.campaign import Bilingual
from kiosk.domain.canonical import EncodingError, decode_message, encode, encode_message, pad, unpad

BLOCK = 1024
"""Plaintexts are padded to multiples of this many bytes, so that the length does not tell who wrote."""
MAX_NAME = 40
MAX_PHONE = 20


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What is sealed: the words and, only if the person gave them, how to answer. `at` is Unix time, whole minutes."""

    text: str
    at: int
    language: str
    department: str | None = None
    problem: int | None = None
    name: str | None = None
    phone: str | None = None


@dataclass(frozen=True, slots=True)
class SealedSuggestion:
    """The body of a journal entry of kind `suggestion`: ciphertext to the intake key and a random id."""

    campaign: str
    envelope: bytes
    pack: bytes
    suite: int
    key: bytes
    sealed: bytes

    def encoded(self) -> bytes:
        """The canonical bytes over which the receipt is computed."""
        return encode_message(self)


def suggestion_info(campaign: str, envelope: bytes) -> bytes:
    """HPKE's `info`: binds the ciphertext to its campaign and envelope."""
    return encode(["sanmin/1/suggestion", campaign, envelope])


def encode_suggestion(suggestion: Suggestion) -> bytes:
    """The padded plaintext."""
    return pad(encode_message(suggestion), BLOCK)


def decode_suggestion(plaintext: bytes) -> Suggestion:
    """What was written. Raises EncodingError."""
    suggestion = decode_message(Suggestion, unpad(plaintext))
    if not suggestion.text.strip():
        raise EncodingError("wrong-shape", "suggestion without words")
    return suggestion


class State(StrEnum):
    """Where a suggestion is on its way 受理 → 转办 → 办理 → 反馈 → 吸纳 (DOMAIN.md)."""

    RECEIVED = "received"
    FORWARDED = "forwarded"
    IN_HAND = "in_hand"
    REPLIED = "replied"
    ADOPTED = "adopted"
    EXPLAINED = "explained"
    DECLINED = "declined"
    MERGED = "merged"


CLOSED = frozenset({State.ADOPTED, State.EXPLAINED, State.DECLINED, State.MERGED})
NEXT: dict[State, frozenset[State]] = {
    State.RECEIVED: frozenset({State.FORWARDED, State.MERGED, State.DECLINED, State.REPLIED}),
    State.FORWARDED: frozenset({State.FORWARDED, State.IN_HAND, State.REPLIED, State.MERGED, State.DECLINED}),
    State.IN_HAND: frozenset({State.FORWARDED, State.REPLIED, State.MERGED, State.DECLINED}),
    State.REPLIED: frozenset({State.ADOPTED, State.EXPLAINED, State.DECLINED, State.IN_HAND}),
    State.ADOPTED: frozenset({State.IN_HAND}),
    State.EXPLAINED: frozenset({State.IN_HAND}),
    State.DECLINED: frozenset({State.IN_HAND}),
    State.MERGED: frozenset({State.IN_HAND}),
}
"""Which step may follow which; IN_HAND after a closing state is a reopening."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step on the way; `on` is an ISO date (`2021-12-15`), `note` a short sentence without personal data."""

    state: State
    on: str
    note: Bilingual


@dataclass(frozen=True, slots=True)
class Status:
    """What anybody holding the receipt may read. `summary` is the handler's, never the person's own words."""

    summary: Bilingual
    department: str | None
    steps: tuple[Step, ...]
    reply: Bilingual | None = None
    outcome: str | None = None

    @property
    def state(self) -> State:
        """The latest step's state."""
        return self.steps[-1].state


@dataclass(frozen=True, slots=True)
class StatusList:
    """All statuses as of a moment, signed by the server. `statuses` maps `receipt.status_key` to a status."""

    campaign: str
    version: int
    as_of: int
    statuses: dict[bytes, Status]
