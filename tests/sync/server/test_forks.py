"""A cloned kiosk on both databases: found once, both copies kept, neither counted until an organiser decides."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import cbor2
import pytest
from pens import Pen
from sqlalchemy import func, select
from worlds import World

from kiosk.crypto.signing import Purpose, verify
from kiosk.domain.canonical import decode_message
from kiosk.domain.journal import Outcome
from sync.server.audit import history
from sync.server.errors import Malformed, NotFound, NotNow
from sync.server.export import ExportStatement, export_collection
from sync.server.forks import decide_fork, forks_now
from sync.server.models import ForkedEntry, StoredEntry
from sync.server.receipts import is_listed
from sync.server.statuses import status_of


@pytest.fixture
def pair(bare: World) -> tuple[Pen, Pen]:
    """A kiosk with three shared entries and its clone; both went on, the first one was heard."""
    bare.publish()
    first = Pen(bare).enrol().attend(2)
    first.cast(1)
    first.send()
    clone = first.clone()
    first.cast(2)
    first.attend()
    first.send(4)
    clone.cast(3)
    clone.attend(2)
    return first, clone


def counted(world: World, folder: Path) -> tuple[set[bytes], ExportStatement]:
    """The credentials in the collection and its statement as it was signed."""
    export_collection(world.server, folder)
    with (folder / "collection.cborseq").open("rb") as stream:
        decoder, size, found = cbor2.CBORDecoder(stream), (folder / "collection.cborseq").stat().st_size, set()
        while stream.tell() < size:
            found.add(cbor2.loads(decoder.decode()["entry"])["body"]["credential"])
    message = verify((folder / "collection.cose").read_bytes(), Purpose.EXPORT, world.server.key.public)
    return found, decode_message(ExportStatement, message)


def people(*numbers: int) -> set[bytes]:
    return {number.to_bytes(10, "big") for number in numbers}


def test_a_clone_is_found_at_its_first_contact_and_both_copies_are_kept(pair: tuple[Pen, Pen]) -> None:
    first, clone = pair
    answer = clone.send(4)
    assert (answer.outcome, answer.acked_seq, answer.head_hash) == (Outcome.FORK, 5, first.head())
    (fork,) = forks_now(first.world.server)
    assert (fork.kiosk, fork.since, fork.kept) == ("v01-1", 4, None)
    assert [(c.letter, c.first_seq, c.last_seq, c.kinds) for c in fork.copies] == [
        ("A", 4, 5, {"cast": 1, "attendance": 1}),
        ("B", 4, 6, {"cast": 1, "attendance": 2}),
    ]


def test_the_same_fork_in_five_threads_is_found_once(pair: tuple[Pen, Pen]) -> None:
    first, clone = pair
    with ThreadPoolExecutor(5) as pool:
        answers = list(pool.map(lambda _: clone.send(4), range(5)))
    assert {answer.outcome for answer in answers} == {Outcome.FORK}
    with first.world.server.engine.begin() as connection:
        assert connection.scalar(select(func.count()).select_from(ForkedEntry)) == 3
        assert connection.scalar(select(func.count()).select_from(StoredEntry)) == 5
    assert len(forks_now(first.world.server)) == 1


def test_until_a_decision_neither_copy_is_counted(pair: tuple[Pen, Pen], tmp_path: Path) -> None:
    first, clone = pair
    clone.send(4)
    found, statement = counted(first.world, tmp_path / "out")
    assert found == people(1)
    assert (statement.frozen, statement.count, statement.quarantined) == (1, 1, 3)
    assert [(f.kiosk, f.since, f.kept, f.set_aside) for f in statement.forks] == [("v01-1", 4, "", 5)]


def test_what_arrives_while_it_is_frozen_is_kept_for_both(pair: tuple[Pen, Pen]) -> None:
    first, clone = pair
    clone.send(4)
    first.cast(5)
    clone.cast(6)
    assert first.send(6).outcome is Outcome.FORK
    assert clone.send(4).outcome is Outcome.FORK
    (fork,) = forks_now(first.world.server)
    assert [(c.letter, c.last_seq) for c in fork.copies] == [("A", 6), ("B", 7)]


@pytest.mark.parametrize(
    ("keep", "voters"),
    [("A", (1, 2)), ("B", (1, 3)), ("b", (1, 3)), ("none", (1,))],
)
def test_the_decision_reaches_the_export_and_the_log(
    pair: tuple[Pen, Pen], tmp_path: Path, keep: str, voters: tuple[int, ...]
) -> None:
    first, clone = pair
    clone.send(4)
    first.world.now += 60
    decide_fork(first.world.server, "v01-1", keep, "王工")
    found, statement = counted(first.world, tmp_path / "out")
    assert found == people(*voters)
    assert statement.frozen == 0
    (entry,) = history(first.world.server, "fork:v01-1")
    assert (entry.by, entry.act, entry.at) == ("王工", "decide", first.world.now)
    assert entry.before["kept"] is None and entry.after["kept"] is not None
    assert statement.forks[0].kept == entry.after["kept"]


def test_the_kept_copys_kiosk_goes_on_and_the_other_is_set_aside_without_freezing_again(
    pair: tuple[Pen, Pen], tmp_path: Path
) -> None:
    first, clone = pair
    clone.send(4)
    decide_fork(first.world.server, "v01-1", "B", "office")
    clone.cast(7)
    assert clone.send(4).outcome is Outcome.STORED
    first.cast(8)
    assert first.send(4).outcome is Outcome.FORK
    clone.cast(9)
    assert clone.send(8).outcome is Outcome.STORED
    found, _ = counted(first.world, tmp_path / "out")
    assert found == people(1, 3, 7, 9)
    (fork,) = forks_now(first.world.server)
    assert [(c.letter, c.last_seq) for c in fork.copies] == [("A", 8), ("B", 6)]


def test_a_third_copy_after_the_decision_freezes_again(pair: tuple[Pen, Pen], tmp_path: Path) -> None:
    first, clone = pair
    clone.send(4)
    decide_fork(first.world.server, "v01-1", "A", "office")
    third = first.clone()
    first.cast(10)
    first.send(6)
    third.cast(11)
    assert third.send(6).outcome is Outcome.FORK
    found, statement = counted(first.world, tmp_path / "out")
    assert found == people(1, 2) and statement.frozen == 1
    assert first.send(6).outcome is Outcome.FORK


def test_a_decision_may_be_changed_and_no_copy_is_lost(pair: tuple[Pen, Pen], tmp_path: Path) -> None:
    first, clone = pair
    clone.send(4)
    server = first.world.server
    decide_fork(server, "v01-1", "B", "office")
    decide_fork(server, "v01-1", "none", "office")
    assert counted(first.world, tmp_path / "none")[0] == people(1)
    heads = {copy.head: copy.letter for copy in forks_now(server)[0].copies}
    decide_fork(server, "v01-1", heads[first.head()[:8].hex()], "office")
    assert counted(first.world, tmp_path / "back")[0] == people(1, 2)
    assert len(history(server, "fork:v01-1")) == 3


def test_suggestions_and_receipts_of_the_other_copy_are_never_dropped(pair: tuple[Pen, Pen]) -> None:
    first, clone = pair
    suggestion, ballot = clone.suggest(), clone.cast(12)
    clone.send(4)
    assert status_of(first.world.server, suggestion).steps
    assert is_listed(first.world.server, ballot)
    decide_fork(first.world.server, "v01-1", "A", "office")
    assert status_of(first.world.server, suggestion).steps


def test_ratings_of_the_set_aside_copy_are_spent_only_once_they_count(pair: tuple[Pen, Pen]) -> None:
    first, clone = pair
    asking = Pen(first.world, "v02-1").enrol()
    before = set(asking.send().spent)
    clone.send(4)
    assert set(asking.send().spent) == before
    decide_fork(first.world.server, "v01-1", "B", "office")
    assert len(set(asking.send().spent) - before) == 1


def test_refusals(pair: tuple[Pen, Pen]) -> None:
    first, clone = pair
    server = first.world.server
    with pytest.raises(NotFound, match="unknown-fork"):
        decide_fork(server, "v01-1", "A", "office")
    clone.send(4)
    with pytest.raises(NotFound, match="unknown-copy"):
        decide_fork(server, "v01-1", "C", "office")
    with pytest.raises(Malformed, match="nobody"):
        decide_fork(server, "v01-1", "A", " ")
    assert forks_now(server)[0].kept is None and history(server) == []


def test_a_copy_whose_beginning_is_missing_is_kept_and_cannot_be_counted(pair: tuple[Pen, Pen]) -> None:
    first, clone = pair
    assert clone.send(5).outcome is Outcome.FORK  # its entry 4 never came
    (fork,) = forks_now(first.world.server)
    assert [(c.letter, c.joined) for c in fork.copies] == [("A", True), ("B", False)]
    with pytest.raises(NotNow, match="not-joined"):
        decide_fork(first.world.server, "v01-1", "B", "office")
    clone.send(4)
    assert all(copy.joined for copy in forks_now(first.world.server)[0].copies)
