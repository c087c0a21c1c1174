"""The collection: what is in it, in which order, and what its signed statement says."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import cbor2
import pytest
from pens import Pen
from sqlalchemy import event
from worlds import World

from kiosk.crypto.signing import Purpose, verify
from kiosk.domain.canonical import decode_message, encode
from organiser.tally import statement
from sync.server.export import ExportedEpoch, ExportStatement, export_collection


@pytest.fixture
def pen(bare: World) -> Pen:
    bare.publish()
    return Pen(bare).enrol()


def records(folder: Path) -> list[dict[str, Any]]:
    found, size = [], (folder / "collection.cborseq").stat().st_size
    with (folder / "collection.cborseq").open("rb") as stream:
        decoder = cbor2.CBORDecoder(stream)
        while stream.tell() < size:
            found.append(decoder.decode())
    return found


def test_casts_alone_are_in_it_byte_for_byte_and_not_in_the_order_of_casting(pen: Pen, tmp_path: Path) -> None:
    pen.attend()
    for person in range(30):
        pen.cast(person)
    pen.suggest()
    pen.write("hologram", {})
    pen.send()
    statement = export_collection(pen.world.server, tmp_path / "out")
    found = records(tmp_path / "out")
    assert {record["entry"] for record in found} == set(pen.entries[1:31])
    assert [record["seq"] for record in found] != sorted(record["seq"] for record in found)
    assert {(record["kiosk"], record["venue"], record["epoch"]) for record in found} == {("v01-1", "v01", pen.epoch)}
    data = (tmp_path / "out" / "collection.cborseq").read_bytes()
    assert data == b"".join(encode(record) for record in found)
    assert (statement.sha256, statement.count) == (hashlib.sha256(data).digest(), 30)
    assert (statement.kiosks, statement.frozen, statement.quarantined) == ({"v01-1": 33}, 0, 1)


def test_it_is_of_one_moment_while_kiosks_go_on_sending(pen: Pen, tmp_path: Path) -> None:
    """A statement that names a journal's later head would call casts complete that are not among them."""
    pen.cast(1)
    pen.send()
    head = pen.head()

    def send_more(connection: object, cursor: object, statement: str, *rest: object) -> None:
        if "FROM epoch ORDER BY" in " ".join(statement.split()) and len(pen.entries) == 1:
            pen.cast(2)
            pen.send()

    event.listen(pen.world.server.engine, "before_cursor_execute", send_more)
    statement = export_collection(pen.world.server, tmp_path / "out")
    assert len(pen.entries) == 2
    assert (statement.count, statement.kiosks) == (1, {"v01-1": 1})
    assert [(epoch.entries, epoch.head) for epoch in statement.epochs] == [(1, head)]


def test_the_same_entries_give_the_same_collection_in_whatever_order_they_came(pen: Pen, tmp_path: Path) -> None:
    other = Pen(pen.world, "v02-1").enrol()
    for person in range(10):
        pen.cast(person)
        other.cast(person)
    other.send()
    pen.send(1, 4)
    export_collection(pen.world.server, tmp_path / "a")
    assert len(records(tmp_path / "a")) == 14
    pen.send()
    export_collection(pen.world.server, tmp_path / "b")
    export_collection(pen.world.server, tmp_path / "c")
    assert (tmp_path / "b" / "collection.cborseq").read_bytes() == (tmp_path / "c" / "collection.cborseq").read_bytes()


def test_every_epoch_is_named_with_its_head(pen: Pen, tmp_path: Path) -> None:
    pen.cast()
    pen.write("hologram", {})
    pen.send()
    clone = pen.clone()
    pen.cast(2)
    pen.send()
    clone.cast(3)
    clone.send()
    statement = export_collection(pen.world.server, tmp_path)
    assert statement.epochs == (ExportedEpoch("v01-1", pen.epoch, 3, pen.head(), True, 1, 1),)


def test_the_statement_is_signed_and_the_count_reads_it(pen: Pen, tmp_path: Path) -> None:
    pen.cast()
    pen.send()
    clone = pen.clone()
    pen.cast(2)
    pen.send()
    clone.cast(3)
    clone.send()
    made = export_collection(pen.world.server, tmp_path)
    message = verify((tmp_path / "collection.cose").read_bytes(), Purpose.EXPORT, pen.world.server.key.public)
    assert decode_message(ExportStatement, message) == made
    read = decode_message(statement.ExportStatement, message)
    assert [(f.kiosk, f.since, f.kept) for f in read.forks] == [("v01-1", 2, "")]
    assert [e.frozen for e in read.epochs] == [True]


def test_an_empty_server_gives_an_empty_collection(bare: World, tmp_path: Path) -> None:
    statement = export_collection(bare.server, tmp_path)
    assert (statement.count, statement.kiosks, statement.epochs) == (0, {}, ())
    assert (tmp_path / "collection.cborseq").read_bytes() == b""


def test_an_enrolled_kiosk_that_never_sent_anything_is_named(pen: Pen, tmp_path: Path) -> None:
    pen.attend().send()
    Pen(pen.world, "v02-1").enrol()
    assert export_collection(pen.world.server, tmp_path / "c").kiosks == {"v01-1": 1, "v02-1": 0}
