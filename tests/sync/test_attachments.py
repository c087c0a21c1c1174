"""Large attachments: sealed before the disk, resumed piece by piece, whole or not there."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sticks import tap
from worlds import World, session

from kiosk.crypto.sealing import OpeningKey, SealingKey, SealRefused
from kiosk.crypto.signing import Purpose, SigningKey, sign
from kiosk.domain.canonical import encode_message
from kiosk.services.kiosk import Kiosk
from sync import sealed_chunks, wire
from sync.attachments import Attachment, Outbox, TooLong, outbox_of, upload
from sync.client import run_once
from sync.errors import CutShort, Refused
from sync.http import Http, Reply
from sync.sealed_chunks import SEALED_CHUNK, open_chunks, seal_chunks
from sync.server.attachments import FOLDER, opened, take_piece
from sync.server.database import put_fact
from sync.server.errors import Forged, Malformed, TooLarge
from sync.server.server import EPOCH

VOICE = random.Random(3).randbytes(2_500_000)
ID = bytes(16)


def keep(kiosk: Kiosk, data: bytes = VOICE) -> Attachment:
    key = SealingKey(kiosk.library.campaign.intake_key)
    pieces = (data[start : start + 70_000] for start in range(0, len(data), 70_000))
    return outbox_of(kiosk).add(pieces, key, kiosk.identity.campaign)


def sync(kiosk: Kiosk) -> None:
    with session() as http:
        assert run_once(kiosk, http).content_trouble == ""


def test_an_attachment_reaches_the_office_and_only_the_office_can_open_it(world: World, kiosk: Kiosk) -> None:
    kept = keep(kiosk)
    folder = outbox_of(kiosk).folder
    assert all(VOICE[:64] not in path.read_bytes() for path in folder.iterdir())
    sync(kiosk)
    assert opened(world.server, kept.id, kept.sha256) == VOICE
    assert (world.server.folder / FOLDER / kept.sha256.hex()).stat().st_size == kept.size
    with pytest.raises(SealRefused):
        opened(world.server, bytes(16), kept.sha256)


def test_an_idle_sync_asks_nothing_more_and_another_server_database_is_asked_again(world: World, kiosk: Kiosk) -> None:
    kept = keep(kiosk)
    sync(kiosk)
    epoch = bytes(16)
    assert outbox_of(kiosk).unsent(epoch) != []
    with world.server.engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM attachment")
        put_fact(connection, EPOCH, epoch)
    (world.server.folder / FOLDER / kept.sha256.hex()).unlink()
    sync(kiosk)
    assert opened(world.server, kept.id, kept.sha256) == VOICE
    assert outbox_of(kiosk).unsent(epoch) == []


def test_one_that_the_disk_has_spoiled_is_set_aside_and_holds_up_no_other(
    world: World, kiosk: Kiosk, caplog: pytest.LogCaptureFixture
) -> None:
    """It is the smaller, so it would go first: in vain, and all of it, at every sync."""
    spoiled, kept = keep(kiosk, VOICE[:900_000]), keep(kiosk)
    folder = outbox_of(kiosk).folder
    path = folder / spoiled.sha256.hex()
    path.write_bytes(bytes(path.stat().st_size))
    (folder / ("g" * 64)).write_bytes(b"somebody's")
    (folder / ("0" * 64)).mkdir()
    sync(kiosk)
    assert opened(world.server, kept.id, kept.sha256) == VOICE
    assert path.with_suffix(".damaged").exists() and not path.exists()
    assert [record.message for record in caplog.records if record.levelname == "WARNING"] == [
        f"an attachment was damaged on the disk: {path.name}"
    ]


def test_one_that_the_server_refuses_holds_up_no_other(
    world: World, kiosk: Kiosk, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = keep(kiosk, VOICE[:900_000]), keep(kiosk)
    real = upload

    def refuse(kiosk: Kiosk, http: Http, path: Path) -> None:
        if path.name == first.sha256.hex():
            raise Refused("too-many", 413)
        real(kiosk, http, path)

    monkeypatch.setattr("sync.attachments.upload", refuse)
    with session() as http:
        assert run_once(kiosk, http).content_trouble == "too-many"
    assert opened(world.server, second.id, second.sha256) == VOICE


def test_a_line_that_breaks_at_every_piece_costs_that_piece(
    world: World, kiosk: Kiosk, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = keep(kiosk)
    path = outbox_of(kiosk).folder / kept.sha256.hex()
    sent: list[int] = []
    real = Http.post

    def post(self: Http, to: str, data: bytes, kind: str, limit: int) -> Reply:
        sent.append(len(data))
        if len(sent) % 3 == 0:
            raise CutShort  # it never arrived
        reply = real(self, to, data, kind, limit)
        if len(sent) % 5 == 0:
            raise CutShort  # it arrived, the answer did not
        return reply

    monkeypatch.setattr(Http, "post", post)
    with session() as http:
        for _ in range(100):
            try:
                upload(kiosk, Http(http, world.url), path)
                break
            except CutShort:
                continue
    assert opened(world.server, kept.id, kept.sha256) == VOICE
    assert sum(sent) < 2 * kept.size


def piece_of(
    kiosk: Kiosk, kept: Attachment, offset: int, data: bytes, changes: dict[str, object] | None = None
) -> wire.AttachmentPiece:
    fields = {
        "v": 1, "campaign": "qd2021", "kiosk": kiosk.identity.kiosk, "sha256": kept.sha256, "size": kept.size,
        "offset": offset, "data": data,
    }  # fmt: skip
    return wire.AttachmentPiece(**{**fields, **(changes or {})})  # type: ignore[arg-type]


def give(world: World, piece: wire.AttachmentPiece, key: SigningKey) -> bytes:
    return take_piece(world.server, sign(encode_message(piece), Purpose.ATTACHMENT_PIECE, key))


def test_bytes_that_are_not_what_the_name_says_are_thrown_away_and_may_come_right_later(
    world: World, kiosk: Kiosk
) -> None:
    kept = keep(kiosk, b"short")
    whole = (outbox_of(kiosk).folder / kept.sha256.hex()).read_bytes()
    with pytest.raises(Malformed, match="wrong-hash"):
        give(world, piece_of(kiosk, kept, 0, bytes(len(whole))), kiosk.key)
    assert list((world.server.folder / FOLDER).iterdir()) == []
    sync(kiosk)
    assert opened(world.server, kept.id, kept.sha256) == b"short"


@pytest.mark.parametrize(
    ("changes", "kind", "code"),
    [
        ({"kiosk": "v09-9"}, Forged, "other-kiosk"),
        ({"campaign": "qd2020"}, Forged, "other-campaign"),
        ({"v": 2}, Malformed, "unknown-version"),
        ({"sha256": b"x"}, Malformed, "wrong-shape"),
        ({"size": 0}, Malformed, "wrong-shape"),
        ({"offset": -1}, Malformed, "wrong-shape"),
        ({"offset": 10**6}, Malformed, "wrong-shape"),
        ({"size": wire.MAX_ATTACHMENT + 1}, TooLarge, "too-large"),
        ({"data": bytes(wire.MAX_PIECE + 1)}, TooLarge, "too-large"),
    ],
)
def test_pieces_that_are_refused(
    world: World, kiosk: Kiosk, changes: dict[str, object], kind: type[Exception], code: str
) -> None:
    kept = keep(kiosk, b"short")
    with pytest.raises(kind, match=code):
        give(world, piece_of(kiosk, kept, 0, b"", changes), kiosk.key)


def test_a_stranger_cannot_store_anything(world: World, kiosk: Kiosk) -> None:
    kept = keep(kiosk, b"short")
    with pytest.raises(Forged, match="unknown-kiosk"):
        give(world, piece_of(kiosk, kept, 0, b"x"), SigningKey.generate())


def test_a_kiosk_has_no_more_than_its_share_of_the_disk(
    world: World, kiosk: Kiosk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sync.server.attachments.MOST_PER_KIOSK", 1000)
    keep(kiosk, bytes(5000))
    with session() as http:
        assert run_once(kiosk, http).content_trouble == "too-many"


def test_what_is_too_long_is_not_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wire, "MAX_ATTACHMENT", 2 * SEALED_CHUNK)
    with pytest.raises(TooLong):
        Outbox(tmp_path).add((bytes(1 << 20) for _ in range(4)), OpeningKey.generate().public, "qd2021")
    assert list(tmp_path.iterdir()) == []


def test_a_server_that_died_between_file_and_database_knows_it_has_all(world: World, kiosk: Kiosk) -> None:
    kept = keep(kiosk)
    sync(kiosk)
    with world.server.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE attachment SET have = 5, complete = 0")
    with session() as http:
        upload(kiosk, Http(http, world.url), outbox_of(kiosk).folder / kept.sha256.hex())
    assert opened(world.server, kept.id, kept.sha256) == VOICE


def test_a_file_that_a_restored_folder_lacks_is_asked_for_again(world: World, kiosk: Kiosk) -> None:
    """The database is younger than the folder and says that all of it is here."""
    kept = keep(kiosk)
    sync(kiosk)
    (world.server_folder / "attachments" / kept.sha256.hex()).unlink()
    with session() as http:
        upload(kiosk, Http(http, world.url), outbox_of(kiosk).folder / kept.sha256.hex())
    assert opened(world.server, kept.id, kept.sha256) == VOICE


def test_a_refusal_of_the_server_is_told_and_the_journal_is_not_held_up(world: World, kiosk: Kiosk) -> None:
    kept = keep(kiosk, b"short")
    (outbox_of(kiosk).folder / kept.sha256.hex()).write_bytes(b"damaged on the kiosk's disk")
    tap(kiosk, 3)
    with session() as http, pytest.raises(Refused):
        upload(kiosk, Http(http, world.url), outbox_of(kiosk).folder / kept.sha256.hex())
    with session() as http:
        assert run_once(kiosk, http).unsent == 0


@pytest.fixture
def small_chunks(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(sealed_chunks, "SEALED_CHUNK", 60)
    monkeypatch.setattr(sealed_chunks, "PLAIN_CHUNK", 12)
    yield


KEY = OpeningKey(b"k" * 32)


@pytest.mark.usefixtures("small_chunks")
class TestChunks:
    @settings(max_examples=50)
    @given(st.binary(max_size=100), st.integers(1, 40))
    def test_what_is_sealed_in_pieces_opens_whole(self, data: bytes, step: int) -> None:
        pieces = [data[start : start + step] for start in range(0, len(data), step)]
        assert open_chunks(b"".join(seal_chunks(pieces, KEY.public, "c", ID)), KEY, "c", ID) == data

    def test_chunks_left_out_swapped_repeated_or_cut_off_do_not_open(self) -> None:
        chunks = list(seal_chunks([bytes(range(50))], KEY.public, "c", ID))
        assert len(chunks) == 5
        spoiled = [
            chunks[:-1],
            chunks[1:],
            [chunks[1], chunks[0], *chunks[2:]],
            [*chunks, chunks[-1]],
            [*chunks[:2], *chunks[3:]],
            [chunks[-1]],
            [],
        ]
        for each in spoiled:
            with pytest.raises(SealRefused):
                open_chunks(b"".join(each), KEY, "c", ID)
        for campaign, attachment in (("d", ID), ("c", b"x" * 16)):
            with pytest.raises(SealRefused):
                open_chunks(b"".join(chunks), KEY, campaign, attachment)
