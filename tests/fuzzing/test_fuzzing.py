"""The fuzzer's own promises: its seeds pass, its changes reach past the signature, and it notices a broken decoder."""

from __future__ import annotations

import dataclasses

import pytest
from fuzzing.decoders import DECODERS, Broken, Decoder, payload_of
from fuzzing.mutations import mutated

from kiosk.crypto.signing import SignatureRefused, verify
from kiosk.domain.canonical import encode

_SEEDS = 60


def _unchanged(data: bytes, longest: int) -> bytes:
    return data[:longest]


def _changed(decoder: Decoder) -> list[bytes]:
    message = decoder.seeds()[0]
    return [mutated(decoder, message, decoder.longest, seed, _unchanged) for seed in range(_SEEDS)]


@pytest.mark.parametrize("name", DECODERS)
def test_every_seed_is_read_or_refused_as_documented(name: str) -> None:
    decoder = DECODERS[name]()
    accepted = [decoder.check(seed) for seed in decoder.seeds()]
    assert accepted[0], "the first seed is a genuine message"
    assert not all(accepted), "some are invalid ones"


@pytest.mark.parametrize("name", DECODERS)
def test_changed_messages_are_read_or_refused_as_documented(name: str) -> None:
    decoder = DECODERS[name]()
    for message in _changed(decoder):
        decoder.check(message)


@pytest.mark.parametrize("name", DECODERS)
def test_most_changes_get_past_the_signature_and_differ(name: str) -> None:
    decoder = DECODERS[name]()
    genuine, payloads = 0, set()
    for message in _changed(decoder):
        payloads.add(payload_of(decoder, message))
        try:
            verify(decoder.opened(message), decoder.purpose, decoder.key.public)
            genuine += 1
        except (SignatureRefused, ValueError):
            pass
    assert genuine > _SEEDS // 2
    assert len(payloads) > _SEEDS // 4


def test_an_error_that_is_not_documented_is_noticed() -> None:
    decoder = dataclasses.replace(DECODERS["manifest"](), refusals=(SignatureRefused,))
    with pytest.raises(ValueError, match="unknown-version"):
        for seed in decoder.seeds():
            decoder.check(seed)


def test_what_is_read_as_something_else_is_noticed() -> None:
    decoder = DECODERS["acknowledgement"]()
    forgetful = dataclasses.replace(
        decoder, written=lambda said: encode({"v": said.v, "acked_seq": said.acked_seq + 1})
    )
    with pytest.raises(Broken):
        forgetful.check(decoder.seeds()[0])
