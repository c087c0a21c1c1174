"""access.json: which cards are refused and how PINs are verified, as text in a pack."""

from __future__ import annotations

import msgspec

from kiosk.domain.canonical import EncodingError
from kiosk.domain.credential import ID_BYTES
from kiosk.domain.pack import Access

_encoder = msgspec.json.Encoder(order="deterministic")
_decoder = msgspec.json.Decoder(Access, strict=True)


def encode_access(access: Access) -> bytes:
    """The bytes of access.json, UTF-8; bytes are base64. Raises EncodingError."""
    _check(access)
    return _encoder.encode(access)


def decode_access(data: bytes) -> Access:
    """The access lists, every field checked. Raises EncodingError."""
    try:
        access = _decoder.decode(data)
    except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
        raise EncodingError("wrong-shape", str(error)) from error
    _check(access)
    return access


def _check(access: Access) -> None:
    ids = (*access.revoked, *access.replaced, *(pin.credential for pin in access.pins))
    if any(len(id) != ID_BYTES for id in ids):
        raise EncodingError("wrong-shape", "credential")
    if any(not pin.salt or len(pin.hash) != 32 for pin in access.pins):
        raise EncodingError("wrong-shape", "pin")
