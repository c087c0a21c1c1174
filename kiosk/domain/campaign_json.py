"""campaign.json: the campaign as text in a pack, the same bytes for the same campaign.

Bytes are base64, times ISO 8601 with their offset, tuples arrays. Fields are written in the order of the
dataclasses; fields a newer version added are ignored when reading.
"""

from __future__ import annotations

import msgspec

from kiosk.domain.campaign import Campaign
from kiosk.domain.canonical import EncodingError

KEY_BYTES = 32

_encoder = msgspec.json.Encoder(order="deterministic")
_decoder = msgspec.json.Decoder(Campaign, strict=True)


def encode_campaign(campaign: Campaign) -> bytes:
    """The bytes of campaign.json, UTF-8. Raises EncodingError for a campaign that could not be read back."""
    _check(campaign)
    try:
        return _encoder.encode(campaign)
    except (UnicodeError, msgspec.MsgspecError, TypeError) as error:
        raise EncodingError("wrong-shape", "campaign") from error


def decode_campaign(data: bytes) -> Campaign:
    """The campaign, every field checked. Raises EncodingError."""
    try:
        campaign = _decoder.decode(data)
    except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
        raise EncodingError("wrong-shape", str(error)) from error
    _check(campaign)
    return campaign


def _check(campaign: Campaign) -> None:
    """What types cannot say: times carry an offset, keys have the right size."""
    times = [campaign.not_before, campaign.not_after]
    times += [time for session in campaign.sessions for time in (session.start, session.end)]
    if any(time.utcoffset() is None for time in times):
        raise EncodingError("no-offset", "campaign")
    if len(campaign.tally_key) != KEY_BYTES or len(campaign.intake_key) != KEY_BYTES:
        raise EncodingError("wrong-shape", "key")
