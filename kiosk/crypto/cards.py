"""Cards: from a credential to the text in its QR and back, signature included (DESIGN.md §4)."""

from __future__ import annotations

import base45

from kiosk.crypto.signing import Purpose, SignatureRefused, SigningKey, VerifyKey, sign, verify
from kiosk.domain.canonical import EncodingError
from kiosk.domain.credential import (
    MAX_TEXT,
    PREFIX,
    Credential,
    CredentialRefused,
    Refusal,
    decode_credential,
    encode_credential,
)


def issue(credential: Credential, organiser: SigningKey) -> str:
    """The text for the card's QR, about 185 characters, all from QR's alphanumeric set."""
    message = sign(encode_credential(credential), Purpose.CREDENTIAL, organiser, name_key=False)
    return PREFIX + str(base45.b45encode(message), "ascii")


def read_card(text: str, organiser: VerifyKey) -> Credential:
    """The credential of a genuine card. Needs no network and no storage.

    Raises CredentialRefused with NOT_OURS (another QR), DAMAGED (ours, but incomplete) or FORGED.
    """
    text = text.strip()
    if not text.startswith(PREFIX):
        raise CredentialRefused(Refusal.NOT_OURS)
    if len(text) > MAX_TEXT:
        raise CredentialRefused(Refusal.DAMAGED)
    try:
        # Not encoded again and compared: the decoder refuses groups that are too large, so no two texts give one
        # message, but for newlines at the end, which are stripped above.
        message = base45.b45decode(text[len(PREFIX) :])
        return decode_credential(verify(message, Purpose.CREDENTIAL, organiser))
    except SignatureRefused as error:
        reason = Refusal.FORGED if error.code == "forged" else Refusal.DAMAGED
        raise CredentialRefused(reason) from error
    except (EncodingError, ValueError) as error:
        raise CredentialRefused(Refusal.DAMAGED) from error
