"""The credential: what a card's QR says, and every reason to refuse one.

On the wire a credential is `SM1:` + Base45 (RFC 9285) of a COSE_Sign1 by the organiser (DESIGN.md §4). It holds
no name. `kiosk.crypto.cards` signs and verifies it; the rules here are pure.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from kiosk.domain.canonical import EncodingError, decode, encode

PREFIX = "SM1:"
ID_BYTES = 10
MAX_TEXT = 400
"""Longest text that is looked at at all, in characters; a real one has about 185."""


class Role(StrEnum):
    """What a card lets its holder do."""

    REPRESENTATIVE = "representative"
    STAFF = "staff"


class Refusal(StrEnum):
    """Why a card was not accepted; each has its own sentence on the screen."""

    NOT_OURS = "not-ours"
    DAMAGED = "damaged"
    FORGED = "forged"
    OTHER_CAMPAIGN = "other-campaign"
    EXPIRED = "expired"
    REVOKED = "revoked"
    REPLACED = "replaced"
    WRONG_ROLE = "wrong-role"
    PIN_WRONG = "pin-wrong"
    PIN_WAIT = "pin-wait"
    PIN_LOCKED = "pin-locked"


class CredentialRefused(Exception):
    """A card that is not accepted; nothing was spent. `not_after` is set for EXPIRED, `wait_s` for PIN_WAIT."""

    def __init__(self, reason: Refusal, *, not_after: int | None = None, wait_s: int | None = None) -> None:
        super().__init__(reason.value)
        self.reason = reason
        self.not_after = not_after
        self.wait_s = wait_s


@dataclass(frozen=True, slots=True)
class Credential:
    """A signed card. `id` is 10 random bytes; `not_after` is Unix time in seconds."""

    campaign: str
    id: bytes
    role: Role
    category: str
    venue: str
    not_after: int

    @property
    def card_number(self) -> str:
        """The number printed on the card: the first 8 hexadecimal digits of the id, in two groups."""
        digits = self.id.hex().upper()
        return f"{digits[:4]} {digits[4:8]}"


_ROLE_CODES = {Role.REPRESENTATIVE: 1, Role.STAFF: 2}
_ROLES = {code: role for role, code in _ROLE_CODES.items()}


def encode_credential(credential: Credential) -> bytes:
    """The signed payload: a map with the keys 1 to 6, canonical."""
    return encode(
        {
            1: credential.campaign,
            2: credential.id,
            3: _ROLE_CODES[credential.role],
            4: credential.category,
            5: credential.venue,
            6: credential.not_after,
        }
    )


def decode_credential(payload: bytes) -> Credential:
    """The credential in a payload. Raises EncodingError."""
    match decode(payload):
        case {
            1: str() as campaign,
            2: bytes() as id,
            3: int() as role,
            4: str() as category,
            5: str() as venue,
            6: int() as not_after,
        } if len(id) == ID_BYTES and role in _ROLES and not_after >= 0 and bool not in (type(role), type(not_after)):
            return Credential(campaign, id, _ROLES[role], category, venue, not_after)
    raise EncodingError("wrong-shape", "credential")


def check_credential(
    credential: Credential,
    *,
    campaign: str,
    roles: Collection[Role],
    now: int,
    revoked: Collection[bytes],
    replaced: Collection[bytes],
) -> None:
    """Refuse a genuine card that may not be used here and now. `now` is trusted time, Unix seconds.

    Order matters for the sentence a person reads: the event first, then the deny list, then expiry, then the role.
    Raises CredentialRefused.
    """
    if credential.campaign != campaign:
        raise CredentialRefused(Refusal.OTHER_CAMPAIGN)
    if credential.id in replaced:
        raise CredentialRefused(Refusal.REPLACED)
    if credential.id in revoked:
        raise CredentialRefused(Refusal.REVOKED)
    if now > credential.not_after:
        raise CredentialRefused(Refusal.EXPIRED, not_after=credential.not_after)
    if credential.role not in roles:
        raise CredentialRefused(Refusal.WRONG_ROLE)
