"""A bundle as it lies on a stick: the same signed bytes, sealed to the server, and in clear only where it belongs.

The outer envelope of a cast says who attended, and a stick can be lost (docs/adr/0036).
"""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.crypto.sealing import OpeningKey, SealingKey, SealRefused, open_sealed, seal
from kiosk.domain.canonical import EncodingError, decode, decode_message, encode, encode_message
from sync.errors import SyncError
from sync.usb.errors import OtherServer, StickTampered
from sync.wire import MAX_BUNDLE, MAX_SMALL

SUITE = 1
MAX_BOX = MAX_BUNDLE + 10_000
MAX_ANSWERS = 64 * MAX_SMALL


@dataclass(frozen=True, slots=True)
class SealedBundle:
    """One file. All but `sealed` and `key` is in the box's info, so that a box put elsewhere does not open."""

    v: int
    campaign: str
    kiosk: str
    epoch: bytes
    first_seq: int
    suite: int
    key: bytes
    sealed: bytes


class NotABundle(SyncError):
    """These bytes are not a sealed bundle of this version."""

    code = "not-a-bundle"


def seal_bundle(bundle: bytes, key: SealingKey, *, campaign: str, kiosk: str, epoch: bytes, first_seq: int) -> bytes:
    """The bytes of the file."""
    sealed = seal(bundle, key, bundle_info(campaign, kiosk, epoch, first_seq))
    return encode_message(SealedBundle(1, campaign, kiosk, epoch, first_seq, SUITE, key.id, sealed))


def read_box(data: bytes) -> SealedBundle:
    """What stands on the outside, not believed. Raises NotABundle."""
    try:
        box = decode_message(SealedBundle, data)
    except EncodingError as error:
        raise NotABundle(error.code) from error
    if box.v != 1 or box.suite != SUITE:
        raise NotABundle("unknown-version")
    return box


def open_bundle(box: SealedBundle, key: OpeningKey) -> bytes:
    """The bundle's bytes as a network would have brought them. Raises OtherServer or StickTampered."""
    if box.key != key.public.id:
        raise OtherServer
    try:
        return open_sealed(box.sealed, key, bundle_info(box.campaign, box.kiosk, box.epoch, box.first_seq))
    except SealRefused as error:
        raise StickTampered from error


def bundle_info(campaign: str, kiosk: str, epoch: bytes, first_seq: int) -> bytes:
    """What binds a sealed bundle to its place."""
    return encode(["sanmin/1/stick", campaign, kiosk, epoch, first_seq])


def write_answers(answers: list[bytes]) -> bytes:
    """The signed acknowledgements of one epoch, in the order in which they are to be taken."""
    return encode(answers)


def read_answers(data: bytes) -> list[bytes]:
    """Raises EncodingError."""
    answers = decode(data)
    if not isinstance(answers, list) or not all(isinstance(answer, bytes) for answer in answers):
        raise EncodingError("wrong-shape", "answers")
    return answers
