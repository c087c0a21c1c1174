"""The product against the vectors of canonical bytes, padding, signed messages and sealed boxes."""

from __future__ import annotations

from typing import Any

import pytest
from formats.vector_files import FOLDER, load, names, unhex
from vectors.generate import FILES, text_of

from kiosk.crypto.sealing import OpeningKey, SealRefused, open_sealed
from kiosk.crypto.signing import Purpose, SignatureRefused, SigningKey, VerifyKey, signer_of, verify
from kiosk.domain.canonical import EncodingError, decode, encode, pad, unpad

CANONICAL, PADDING, SIGNING, SEALING = map(load, ("canonical.json", "padding.json", "signing.json", "sealing.json"))
Case = dict[str, Any]


@pytest.mark.parametrize("name", FILES)
def test_the_vectors_are_what_their_generator_makes(name: str) -> None:
    assert (FOLDER / name).read_text("utf-8") == text_of(name), "run: python tests/vectors/generate.py"


def test_no_vector_file_is_left_over() -> None:
    assert {path.name for path in FOLDER.glob("*.json")} == set(FILES)


def test_key_ids_are_the_beginning_of_the_public_keys_hash() -> None:
    keys = load("keys.json")
    for key in keys["ed25519"].values():
        ours = SigningKey(unhex(key["private"])).public
        assert (ours.raw.hex(), ours.id.hex()) == (key["public"], key["id"])
    for key in keys["x25519"].values():
        box = OpeningKey(unhex(key["private"])).public
        assert (box.raw.hex(), box.id.hex()) == (key["public"], key["id"])


@pytest.mark.parametrize("case", CANONICAL["valid"], ids=names(CANONICAL["valid"]))
def test_canonical_bytes_are_read_and_written_the_same(case: Case) -> None:
    assert encode(decode(unhex(case["bytes"]))).hex() == case["bytes"]


@pytest.mark.parametrize("case", CANONICAL["invalid"], ids=names(CANONICAL["invalid"]))
def test_other_bytes_are_refused(case: Case) -> None:
    with pytest.raises(EncodingError) as refused:
        decode(unhex(case["bytes"]))
    assert refused.value.code == case["refusal"]


@pytest.mark.parametrize("case", PADDING["valid"])
def test_padding_is_put_on_and_taken_off(case: Case) -> None:
    assert pad(unhex(case["plain"]), case["block"]).hex() == case["padded"]
    assert unpad(unhex(case["padded"])).hex() == case["plain"]


@pytest.mark.parametrize("case", PADDING["invalid"], ids=names(PADDING["invalid"]))
def test_what_is_not_padded_is_refused(case: Case) -> None:
    with pytest.raises(EncodingError) as refused:
        unpad(unhex(case["padded"]))
    assert refused.value.code == case["refusal"]


def test_there_is_a_signed_vector_for_every_purpose() -> None:
    assert {case["purpose"] for case in SIGNING["valid"]} == {purpose.value for purpose in Purpose}


@pytest.mark.parametrize("case", SIGNING["valid"])
def test_a_signed_message_is_believed_for_its_purpose_alone(case: Case) -> None:
    message, key = unhex(case["message"]), VerifyKey(unhex(SIGNING["key"]))
    assert verify(message, Purpose(case["purpose"]), key).hex() == SIGNING["payload"]
    assert signer_of(message) in (key.id, None)
    for other in set(Purpose) - {case["purpose"]}:
        with pytest.raises(SignatureRefused, match="forged"):
            verify(message, other, key)


@pytest.mark.parametrize("case", SIGNING["invalid"], ids=names(SIGNING["invalid"]))
def test_a_message_that_is_not_quite_right_is_refused(case: Case) -> None:
    with pytest.raises(SignatureRefused) as refused:
        verify(unhex(case["message"]), Purpose(case["purpose"]), VerifyKey(unhex(SIGNING["key"])))
    assert refused.value.code == case["refusal"]


@pytest.mark.parametrize("case", SEALING["valid"], ids=names(SEALING["valid"]))
def test_a_box_opens_in_its_place(case: Case) -> None:
    opened = open_sealed(unhex(case["box"]), OpeningKey(unhex(case["private"])), unhex(case["info"]))
    assert opened.hex() == case["plaintext"]


@pytest.mark.parametrize("case", SEALING["invalid"], ids=names(SEALING["invalid"]))
def test_a_box_opens_nowhere_else(case: Case) -> None:
    with pytest.raises(SealRefused):
        open_sealed(unhex(case["box"]), OpeningKey(unhex(case["private"])), unhex(case["info"]))
