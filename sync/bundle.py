"""Bundles as bytes: zstd over a COSE_Sign1 by the kiosk, the same bytes by network and by USB stick."""

from __future__ import annotations

from collections.abc import Callable

from kiosk.crypto.signing import Purpose, SignatureRefused, SigningKey, VerifyKey, sign, signer_of, verify
from kiosk.domain.canonical import EncodingError, decode_message, encode_message
from kiosk.domain.journal import Acknowledgement, Bundle, check_bundle
from sync.wire import MAX_BUNDLE, compress, decompress


def write_bundle(bundle: Bundle, key: SigningKey) -> bytes:
    """The bytes that leave the kiosk."""
    return compress(sign(encode_message(bundle), Purpose.BUNDLE, key))


def read_bundle(data: bytes, key_of: Callable[[bytes], VerifyKey | None]) -> Bundle:
    """A genuine, well-formed bundle. `key_of` finds an enrolled kiosk's key by key id.

    Raises EncodingError (not a bundle) or SignatureRefused (`unknown-kiosk`, `forged`, `damaged`).
    """
    message = decompress(data, MAX_BUNDLE)
    kid = signer_of(message)
    key = key_of(kid) if kid else None
    if key is None:
        raise SignatureRefused("unknown-kiosk")
    bundle = decode_message(Bundle, verify(message, Purpose.BUNDLE, key))
    check_bundle(bundle)
    return bundle


def write_acknowledgement(acknowledgement: Acknowledgement, server: SigningKey) -> bytes:
    """The server's signed answer."""
    return sign(acknowledgement.encoded(), Purpose.ACKNOWLEDGEMENT, server)


def read_acknowledgement(data: bytes, server: VerifyKey) -> Acknowledgement:
    """A genuine acknowledgement. Raises EncodingError or SignatureRefused."""
    acknowledgement = decode_message(Acknowledgement, verify(data, Purpose.ACKNOWLEDGEMENT, server))
    if acknowledgement.v != 1:
        raise EncodingError("unknown-version")
    return acknowledgement
