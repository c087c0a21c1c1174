"""Stripping: what was counted leads nowhere any more, what was not counted stays, and kiosks notice nothing."""

from __future__ import annotations

import dataclasses
import hashlib
from pathlib import Path

import pytest
from pens import Pen
from sqlalchemy import select, text
from worlds import World

from kiosk.crypto.signing import Purpose, SigningKey, sign
from kiosk.domain.canonical import encode
from kiosk.domain.journal import Kind, Outcome
from sync.server.errors import ServerRefused
from sync.server.export import export_collection
from sync.server.models import Receipt, Spent, StoredEntry
from sync.server.receipts import is_listed, receipt_list
from sync.server.spent_list import spent_after
from sync.server.strip import STRIPPED, Stripped, strip

PEOPLE = 30


@pytest.fixture
def pen(bare: World) -> Pen:
    bare.publish()
    made = Pen(bare).enrol()
    for person in range(PEOPLE):
        made.attend()
        made.cast(person, "fgw", "kjj")
    made.send()
    return made


def counted(world: World, folder: Path, key: SigningKey | None = None) -> tuple[Path, Path]:
    """The collection now, and the two statements of a count of it that the server reads."""
    collection, count = folder / "collection", folder / "count"
    export_collection(world.server, collection)
    (count / "publish").mkdir(parents=True, exist_ok=True)
    digest = hashlib.sha256((collection / "collection.cborseq").read_bytes()).digest()
    for path, stage, inputs in (
        (count / "1-checked.cose", "checked", {"collection.cborseq": digest, "0-holders.cborseq": b"h"}),
        (count / "publish" / "results.cose", "results", {}),
    ):
        statement = {"v": 1, "stage": stage, "campaign": "qd2021", "inputs": inputs}
        path.write_bytes(sign(encode(statement), Purpose.STAGE, key or world.organiser))
    return collection, count


def casts(world: World) -> int:
    with world.server.engine.connect() as connection:
        return len(connection.execute(select(StoredEntry.seq).where(StoredEntry.kind == Kind.CAST)).all())


def test_nothing_that_leads_from_a_card_to_an_envelope_is_left(pen: Pen, tmp_path: Path) -> None:
    world = pen.world
    collection, count = counted(world, tmp_path)
    assert strip(world.server, collection, count, "office") == Stripped(PEOPLE, 0)
    with world.server.engine.connect() as connection:
        rows = connection.execute(select(StoredEntry.__table__).where(StoredEntry.kind == STRIPPED)).all()
    assert [row.entry for row in rows] == [b""] * PEOPLE
    assert export_collection(world.server, tmp_path / "after").count == 0


def test_no_byte_of_an_envelope_is_left_in_the_servers_files(lite: World, tmp_path: Path) -> None:
    pen = Pen(lite).enrol()
    for person in range(PEOPLE):
        pen.cast(person)
    pen.send()
    boxes = [entry[-90:] for entry in pen.entries]
    collection, count = counted(lite, tmp_path)
    strip(lite.server, collection, count, "office")
    for path in lite.server_folder.glob("server.sqlite3*"):
        data = path.read_bytes()
        assert not [box for box in boxes if box in data], path.name


def test_receipts_and_spent_marks_stay_without_the_order_of_arrival(pen: Pen, tmp_path: Path) -> None:
    world = pen.world
    with world.server.engine.connect() as connection:
        before = set(connection.scalars(select(Spent.mark)))
        highest = connection.scalar(text("SELECT max(id) FROM spent"))
        receipts = receipt_list(world.server)
    collection, count = counted(world, tmp_path)
    strip(world.server, collection, count, "office")
    with world.server.engine.connect() as connection:
        marks = list(connection.scalars(select(Spent.mark).order_by(Spent.id)))
        assert connection.scalar(text("SELECT max(id) FROM spent")) == highest
        place = "rowid" if world.server.engine.dialect.name == "sqlite" else "ctid"
        codes = list(connection.scalars(select(Receipt.code).order_by(text(place))))
        assert not spent_after(connection, highest << 32 | 1).lost, "no kiosk takes this for a restored server"
    assert set(marks) == before
    assert marks == sorted(marks) and len(marks) > 20
    assert codes == sorted(codes) and len(codes) == PEOPLE
    assert receipt_list(world.server) == receipts
    assert is_listed(world.server, codes[0])


def test_a_kiosk_that_sends_it_all_again_is_answered_as_before(pen: Pen, tmp_path: Path) -> None:
    collection, count = counted(pen.world, tmp_path)
    strip(pen.world.server, collection, count, "office")
    answer = pen.send()
    assert (answer.outcome, answer.acked_seq) == (Outcome.STORED, len(pen.entries))
    assert casts(pen.world) == 0, "nothing came back"
    other = pen.clone()
    other.entries[-1] = other.entries[-2]
    assert other.send().outcome is Outcome.FORK


def test_what_came_after_the_count_stays_and_is_named(pen: Pen, tmp_path: Path) -> None:
    collection, count = counted(pen.world, tmp_path)
    pen.cast(77)
    pen.send()
    assert strip(pen.world.server, collection, count, "office") == Stripped(PEOPLE, 1)
    assert strip(pen.world.server, collection, count, "office") == Stripped(0, 1)
    assert casts(pen.world) == 1


@pytest.mark.parametrize("deed", ["no-count", "no-results", "other-key", "other-collection", "swapped"])
def test_without_a_signed_count_of_this_collection_nothing_changes(pen: Pen, tmp_path: Path, deed: str) -> None:
    world = pen.world
    collection, count = counted(world, tmp_path, SigningKey.generate() if deed == "other-key" else None)
    match deed:
        case "no-count":
            (count / "1-checked.cose").unlink()
        case "no-results":
            (count / "publish" / "results.cose").unlink()
        case "other-collection":
            path = collection / "collection.cborseq"
            path.write_bytes(path.read_bytes()[:-1])
        case "swapped":
            (count / "1-checked.cose").write_bytes((count / "publish" / "results.cose").read_bytes())
    with pytest.raises(ServerRefused) as caught:
        strip(world.server, collection, count, "office")
    assert caught.value.code == ("other-collection" if deed == "other-collection" else "not-counted")
    assert casts(world) == PEOPLE


def test_an_undecided_fork_comes_first(pen: Pen, tmp_path: Path) -> None:
    collection, count = counted(pen.world, tmp_path)
    other = dataclasses.replace(pen, entries=[*pen.entries[:-1], pen.entries[0]])
    assert other.send().outcome is Outcome.FORK
    with pytest.raises(ServerRefused) as caught:
        strip(pen.world.server, collection, count, "office")
    assert caught.value.code == "undecided-fork"
    assert casts(pen.world) == PEOPLE
