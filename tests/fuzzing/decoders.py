"""The decoders that read what strangers send, each with its seeds, how its message is wrapped, and what it may do.

What holds for every input (`Decoder.check`): a refusal is one of the documented error types, and what is accepted
says the same bytes again when it is written, but for fields this version does not know.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import Any

import base45
import cbor2
from formats.vector_files import load, unhex

from kiosk.crypto.cards import read_card
from kiosk.crypto.signing import Purpose, SignatureRefused, SigningKey, sign, verify
from kiosk.domain.canonical import EncodingError, decode, decode_message, encode, encode_message
from kiosk.domain.credential import PREFIX, CredentialRefused, encode_credential
from kiosk.domain.heads import has_tag
from kiosk.domain.pack import decode_manifest
from kiosk.domain.suggestion import StatusList
from sync.bundle import read_acknowledgement, read_bundle
from sync.wire import MAX_BUNDLE, MAX_STATUSES, compress, decompress

_KEYS = load("keys.json")["ed25519"]
_ROOM = 16_000_000
Wrap = Callable[[bytes], bytes]


class Broken(AssertionError):
    """A decoder did what it must not."""


@dataclasses.dataclass(frozen=True, slots=True)
class Decoder:
    """One decoder. `opened` undoes `wrap` (both between what is sent and the COSE_Sign1); `read` gives what it says.

    `written` gives the payload that says it again.
    """

    name: str
    purpose: Purpose
    key: SigningKey
    refusals: tuple[type[Exception], ...]
    read: Callable[[bytes], Any]
    written: Callable[[Any], bytes]
    seeds: Callable[[], list[bytes]]
    wrap: Wrap = bytes
    opened: Wrap = bytes
    named: bool = True
    longest: int = 65_536

    def signed(self, payload: bytes) -> bytes:
        """A genuine message with any payload: what a stolen key could send."""
        return self.wrap(sign(payload, self.purpose, self.key, name_key=self.named))

    def may_take(self, data: bytes) -> int:
        """Most bytes of memory that reading a message may take: what Python makes of arrays of small arrays."""
        try:
            size = len(self.opened(data))
        except ValueError:
            size = len(data)
        return _ROOM + 100 * size

    def check(self, data: bytes) -> bool:
        """Whether the input was accepted. Raises Broken, or whatever the decoder should not have raised."""
        try:
            said = self.read(data)
        except self.refusals:
            return False
        payload = verify(self.opened(data), self.purpose, self.key.public)
        _agree(decode(payload), decode(self.written(said)))
        if self.written(self.read(self.signed(self.written(said)))) != self.written(said):
            raise Broken("what is written is read as something else")
        return True


def _agree(sent: Any, said: Any) -> None:
    """What was sent and what it was read as are the same, but for unknown fields and those left out. Raises Broken."""
    if isinstance(sent, dict) and isinstance(said, dict):
        for name in sent.keys() & said.keys():
            _agree(sent[name], said[name])
    elif isinstance(sent, list) and isinstance(said, list) and len(sent) == len(said):
        for one, other in zip(sent, said, strict=True):
            _agree(one, other)
    elif type(sent) is not type(said) or encode(sent) != encode(said):
        raise Broken(f"sent {sent!r}, read {said!r}")


def _key(name: str) -> SigningKey:
    return SigningKey(unhex(_KEYS[name]["private"]))


def _credential() -> Decoder:
    key, cards = _key("organiser"), load("credentials.json")
    return Decoder(
        "credential",
        Purpose.CREDENTIAL,
        key,
        (CredentialRefused,),
        read=lambda data: read_card(data.decode("latin-1"), key.public),
        written=encode_credential,
        seeds=lambda: [case["text"].encode("latin-1", "replace") for case in cards["valid"] + cards["invalid"]],
        wrap=lambda message: PREFIX.encode() + base45.b45encode(message),
        opened=lambda data: base45.b45decode(data.decode("latin-1").strip()[len(PREFIX) :]),
        named=False,
        longest=500,
    )


def _bundle() -> Decoder:
    key, bundles = _key("kiosk"), load("bundles.json")
    known = {key.public.id: key.public}
    return Decoder(
        "bundle",
        Purpose.BUNDLE,
        key,
        (EncodingError, SignatureRefused),
        read=lambda data: read_bundle(data, known.get),
        written=encode_message,
        seeds=lambda: [unhex(case["bundle"]) for case in bundles["valid"] + bundles["invalid"]],
        wrap=compress,
        opened=lambda data: decompress(data, MAX_BUNDLE),
    )


def _acknowledgement() -> Decoder:
    key, answers = _key("server"), load("acknowledgements.json")
    return Decoder(
        "acknowledgement",
        Purpose.ACKNOWLEDGEMENT,
        key,
        (EncodingError, SignatureRefused),
        read=lambda data: read_acknowledgement(data, key.public),
        written=encode_message,
        seeds=lambda: [unhex(case["message"]) for case in answers["valid"] + answers["invalid"]],
    )


def _manifest() -> Decoder:
    key, packs = _key("organiser"), load("packs.json")
    return Decoder(
        "manifest",
        Purpose.PACK,
        key,
        (EncodingError, SignatureRefused),
        read=lambda data: decode_manifest(verify(data, Purpose.PACK, key.public)),
        written=encode_message,
        seeds=lambda: [unhex(case["message"]) for case in [packs, *packs["invalid"]]],
    )


def _statuses() -> Decoder:
    key, lists = _key("server"), load("statuses.json")
    return Decoder(
        "statuses",
        Purpose.STATUSES,
        key,
        (EncodingError, SignatureRefused),
        read=lambda data: decode_message(
            StatusList, verify(decompress(data, MAX_STATUSES), Purpose.STATUSES, key.public)
        ),
        written=encode_message,
        seeds=lambda: [compress(unhex(case["message"])) for case in [lists, *lists["invalid"]]],
        wrap=compress,
        opened=lambda data: decompress(data, MAX_STATUSES),
    )


DECODERS: dict[str, Callable[[], Decoder]] = {
    "credential": _credential,
    "bundle": _bundle,
    "acknowledgement": _acknowledgement,
    "manifest": _manifest,
    "statuses": _statuses,
}
"""Name → how to build it."""


def payload_of(decoder: Decoder, data: bytes) -> bytes | None:
    """The payload of a wrapped message, whoever signed it; None where there is none to be found."""
    try:
        message = decoder.opened(data)
        parts = None if has_tag(message, 1) else cbor2.loads(message[1:])
    except (ValueError, cbor2.CBORError):
        return None
    if not isinstance(parts, list) or len(parts) != 4:
        return None
    return parts[2] if isinstance(parts[2], bytes) else None
