"""Sticks and attachments as docs/formats.md §24 and §25 have them: the program and a stranger against the vectors."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from formats import stranger
from formats.vector_files import at, load, names, unhex
from pens import Pen
from sticks import stick
from worlds import World

from kiosk.crypto.sealing import OpeningKey
from kiosk.crypto.signing import Purpose, SigningKey, VerifyKey
from kiosk.domain.canonical import decode_message, encode_message
from sync.errors import SyncError
from sync.sealed_chunks import open_chunks
from sync.server.attachments import take_piece
from sync.server.errors import ServerRefused
from sync.usb.attachments import read_frames
from sync.usb.boxes import open_bundle, read_answers, read_box
from sync.usb.layout import ack_name, folder_name, read_up_name, up_name
from sync.wire import AttachmentPiece, AttachmentStand

STICKS, ATTACHMENTS = load("sticks.json"), load("attachments.json")
INTAKE = OpeningKey(unhex(STICKS["intake"]))
Case = dict[str, Any]


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    """A server that knows the vectors' kiosk and no attachment yet."""
    made = World(tmp_path_factory.mktemp("world"))
    Pen(made, key=SigningKey(unhex(at("keys.json", "ed25519.kiosk.private")))).enrol()
    yield made
    made.close()


def test_a_sealed_bundle_opens_to_what_a_network_would_carry() -> None:
    box = read_box(unhex(STICKS["up"]))
    assert encode_message(box).hex() == STICKS["up"]
    assert open_bundle(box, INTAKE).hex() == STICKS["bundle"] == at("bundles.json", "valid.0.bundle")


@pytest.mark.parametrize("case", STICKS["invalid"], ids=names(STICKS["invalid"]))
def test_a_sealed_bundle_is_refused_as_its_vector_says(case: Case) -> None:
    with pytest.raises(SyncError) as refused:
        open_bundle(read_box(unhex(case["up"])), INTAKE)
    assert refused.value.code == case["refusal"]


def test_names_on_a_stick() -> None:
    epoch = unhex(STICKS["ack_name"].removesuffix(".ack"))
    assert (up_name(epoch, 1), ack_name(epoch)) == (STICKS["up_name"], STICKS["ack_name"])
    assert read_up_name(STICKS["up_name"]) == (epoch, 1)
    assert {name: folder_name(name) for name in STICKS["folders"]} == STICKS["folders"]


def test_answers_are_messages_in_their_order() -> None:
    assert [answer.hex() for answer in read_answers(unhex(STICKS["answers"]))] == [
        at("acknowledgements.json", "valid.0.message")
    ]


def test_a_stranger_opens_a_stick_by_the_document() -> None:
    box = stranger.decode(unhex(STICKS["up"]))
    info = stranger.encode(["sanmin/1/stick", box["campaign"], box["kiosk"], box["epoch"], box["first_seq"]])
    assert info.hex() == STICKS["info"]
    assert stranger.unseal(box["sealed"], unhex(STICKS["intake"]), info).hex() == STICKS["bundle"]


def test_a_stranger_puts_an_attachment_together_by_the_document() -> None:
    data, kiosk, found = unhex(ATTACHMENTS["file"]), unhex(at("keys.json", "ed25519.kiosk.public")), b""
    while data:
        end = 4 + int.from_bytes(data[:4], "big")
        piece = stranger.decode(stranger.verify(data[4:end], "sanmin/1/attachment-piece", kiosk))
        assert piece["offset"] == len(found)
        found, data = found + piece["data"], data[end:]
    assert (stranger.sha256(found).hex(), len(found)) == (ATTACHMENTS["sha256"], piece["size"])
    info = stranger.encode(["sanmin/1/attachment", "qd2021", unhex(ATTACHMENTS["attachment"]), 0, True])
    assert stranger.unseal(found, unhex(ATTACHMENTS["intake"]), info).hex() == ATTACHMENTS["plain"]


def test_the_file_on_a_stick_is_the_pieces_after_their_lengths(tmp_path: Path) -> None:
    (tmp_path / "a.att").write_bytes(unhex(ATTACHMENTS["file"]))
    assert [frame.hex() for frame in read_frames(stick(tmp_path), "a.att")] == [
        piece["message"] for piece in ATTACHMENTS["pieces"]
    ]
    for piece in ATTACHMENTS["pieces"]:
        assert encode_message(decode_message(AttachmentPiece, unhex(piece["payload"]))).hex() == piece["payload"]


def test_pieces_are_answered_as_the_vectors_say(world: World) -> None:
    stands = [decode_message(AttachmentStand, unhex(stand["payload"])) for stand in ATTACHMENTS["stands"]]
    messages = [ATTACHMENTS["question"], *(piece["message"] for piece in ATTACHMENTS["pieces"])]
    for message, expected in zip(messages, stands, strict=True):
        answer = stranger.verify(
            take_piece(world.server, unhex(message)), Purpose.ATTACHMENT_STAND, world.server.key.public.raw
        )
        stand = decode_message(AttachmentStand, answer)
        assert (stand.sha256, stand.have, stand.complete) == (expected.sha256, expected.have, expected.complete)
        assert stand.server_epoch is not None
    sealed = (world.server.folder / "attachments" / ATTACHMENTS["sha256"]).read_bytes()
    assert open_chunks(sealed, INTAKE, "qd2021", unhex(ATTACHMENTS["attachment"])).hex() == ATTACHMENTS["plain"]


@pytest.mark.parametrize("case", ATTACHMENTS["invalid"], ids=names(ATTACHMENTS["invalid"]))
def test_a_piece_is_refused_as_its_vector_says(world: World, case: Case) -> None:
    take_piece(world.server, unhex(ATTACHMENTS["question"]))
    with pytest.raises(ServerRefused) as refused:
        take_piece(world.server, unhex(case["message"]))
    assert refused.value.code == case["refusal"]


def test_an_answers_signature_is_the_servers() -> None:
    server = VerifyKey(unhex(at("keys.json", "ed25519.server.public")))
    for stand in ATTACHMENTS["stands"]:
        assert stranger.verify(unhex(stand["message"]), Purpose.ATTACHMENT_STAND, server.raw).hex() == stand["payload"]
