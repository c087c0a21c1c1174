"""The journal: gapless, chained, in epochs, and what an acknowledgement does to it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lone_kiosk import NOW, acknowledged

from kiosk.domain.canonical import encode
from kiosk.domain.journal import MAX_BUNDLE_BYTES, Acknowledgement, Kind, Outcome, chain_all, decode_entry, genesis
from kiosk.storage.checking import verify_journal
from kiosk.storage.database import Database, open_database
from kiosk.storage.epochs import Ended
from kiosk.storage.errors import StorageDamaged
from kiosk.storage.journal import Journal

SERVER, OTHER_SERVER = b"s" * 16, b"o" * 16


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    made = open_database(tmp_path / "kiosk.sqlite3")
    yield made
    made.dispose()


@pytest.fixture
def journal(database: Database) -> Journal:
    return Journal(database, "v01-1")


def fill(journal: Journal, count: int) -> None:
    for number in range(count):
        journal.record(Kind.OPINION, {"problem": number, "verdict": "answered"})


def answer(journal: Journal, seq: int, **changes: object) -> Acknowledgement:
    return acknowledged(journal.epoch, seq, journal.tail(seq).prev_hash, **changes)


def spent(database: Database) -> set[bytes]:
    with database.reading() as connection:
        return {mark for (mark,) in connection.exec_driver_sql("SELECT mark FROM spent")}


def test_entries_are_numbered_from_one_without_gaps_and_chained(journal: Journal) -> None:
    fill(journal, 7)
    tail = journal.tail(0)
    assert [decode_entry(entry).seq for entry in tail.entries] == [1, 2, 3, 4, 5, 6, 7]
    assert tail.prev_hash == genesis("v01-1", journal.epoch)
    assert tail.head_hash == chain_all(tail.prev_hash, tail.entries) == journal.head().hash
    assert journal.tail(7).entries == ()
    assert journal.tail(7).head_hash == tail.head_hash


def test_a_transaction_that_fails_leaves_no_gap(journal: Journal, database: Database) -> None:
    fill(journal, 2)
    with pytest.raises(RuntimeError), database.begin() as connection:
        journal.append(connection, Kind.STAFF, {"act": "never"})
        raise RuntimeError
    fill(journal, 1)
    assert [decode_entry(entry).seq for entry in journal.tail(0).entries] == [1, 2, 3]


def test_what_is_returned_is_the_body_that_was_stored(journal: Journal) -> None:
    body = journal.record(Kind.OPINION, {"verdict": "answered", "problem": 3})
    assert body == encode(decode_entry(journal.tail(0).entries[0]).body)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(after=st.integers(0, 12), most=st.integers(1, 15))
def test_any_stretch_joins_on_to_the_one_before(journal: Journal, after: int, most: int) -> None:
    if journal.state().head_seq == 0:
        fill(journal, 12)
    tail = journal.tail(after, most)
    assert len(tail.entries) == min(most, 12 - after)
    assert tail.first_seq == after + 1
    assert tail.head_hash == chain_all(tail.prev_hash, tail.entries)
    assert journal.tail(after + len(tail.entries)).prev_hash == tail.head_hash


def test_a_stretch_fits_a_bundle(journal: Journal) -> None:
    for _ in range(8):
        journal.record(Kind.SUGGESTION, {"sealed": bytes(180_000)})
    tail = journal.tail(0)
    assert len(tail.entries) == 5
    assert sum(map(len, tail.entries)) <= MAX_BUNDLE_BYTES


def test_the_same_epoch_goes_on_after_a_restart(journal: Journal, database: Database) -> None:
    fill(journal, 3)
    again = Journal(database, "v01-1")
    assert again.epoch == journal.epoch
    fill(again, 1)
    assert again.state().head_seq == 4


def test_an_acknowledgement_moves_the_cursor_the_clock_and_the_marks(journal: Journal, database: Database) -> None:
    fill(journal, 5)
    assert journal.accept(answer(journal, 3, spent=(b"a" * 16, b"b" * 16), spent_cursor=2))
    state = journal.state()
    assert (state.acked_seq, state.unsent, state.last_contact, state.fork_noted) == (3, 2, NOW, False)
    assert journal.time_floor() == NOW
    assert spent(database) == {b"a" * 16, b"b" * 16}
    assert journal.tail(3).spent_cursor == 2


def test_what_the_server_cannot_read_is_remembered_until_it_can(journal: Journal) -> None:
    assert journal.parked() == 0
    fill(journal, 2)
    journal.accept(answer(journal, 1, parked=3))
    journal.accept(answer(journal, 1, parked=3))
    assert (journal.parked(), journal.state().unsent) == (3, 1)
    journal.accept(answer(journal, 2))  # none, or a server of an older version
    assert journal.parked() == 0


def test_the_time_floor_never_falls(journal: Journal) -> None:
    journal.accept(answer(journal, 0, server_time=NOW + 50))
    journal.accept(answer(journal, 0, server_time=NOW))
    assert journal.time_floor() == NOW + 50
    assert journal.state().last_contact == NOW


def test_the_time_floor_falls_no_further_than_the_packs_making_and_by_more_than_a_day(journal: Journal) -> None:
    """A server whose clock was years ahead for a minute would close every kiosk for years; a stick may be a replay."""
    ahead = NOW + 10 * 365 * 86_400
    journal.take_in(answer(journal, 0, server_time=ahead))
    journal.accept(answer(journal, 0, server_time=NOW))
    assert journal.time_floor() == ahead
    journal.take_in(answer(journal, 0, server_time=NOW), made=NOW - 500_000)
    assert journal.time_floor() == NOW
    journal.take_in(answer(journal, 0, server_time=NOW - 80_000), made=NOW - 500_000)
    assert journal.time_floor() == NOW
    journal.take_in(answer(journal, 0, server_time=NOW - 900_000), made=NOW - 500_000)
    assert journal.time_floor() == NOW - 500_000


def test_a_server_restored_from_a_backup_may_go_back(journal: Journal) -> None:
    fill(journal, 5)
    journal.accept(answer(journal, 5))
    assert journal.accept(answer(journal, 2))
    assert journal.state().unsent == 3


def test_another_server_database_has_its_marks_read_anew_and_loses_none(journal: Journal, database: Database) -> None:
    journal.accept(answer(journal, 0, spent=(b"a" * 16,), spent_cursor=40))
    journal.accept(answer(journal, 0, server_epoch=OTHER_SERVER, spent=(b"z" * 16,), spent_cursor=41))
    assert journal.tail(0).spent_cursor == 0  # what came with it began at the old cursor: it is asked for again
    journal.accept(answer(journal, 0, server_epoch=OTHER_SERVER, spent=(b"c" * 16,), spent_cursor=1))
    assert spent(database) == {b"a" * 16, b"c" * 16}
    assert journal.tail(0).spent_cursor == 1


@pytest.mark.parametrize("seq", [3, 9])
def test_another_head_at_the_server_is_a_fork_and_a_new_epoch_begins(journal: Journal, seq: int) -> None:
    fill(journal, 5)
    forked = journal.epoch
    assert not journal.accept(acknowledged(forked, seq, b"x" * 32))
    assert journal.state().fork_noted
    assert journal.epoch != forked
    assert decode_entry(journal.tail(0).entries[0]).body == {"act": "new-epoch", "why": "forked", "previous": forked}
    assert journal.unsent_epochs() == (forked, journal.epoch)
    assert journal.state().unsent == 6
    assert len(journal.tail(0, epoch=forked).entries) == 5


def test_a_server_that_says_fork_is_believed(journal: Journal) -> None:
    fill(journal, 2)
    assert not journal.accept(answer(journal, 2, outcome=Outcome.FORK))
    assert len(journal.all_epochs()) == 2


def test_an_ended_epoch_is_acknowledged_on_its_own(journal: Journal, database: Database) -> None:
    fill(journal, 4)
    ended = journal.epoch
    with database.begin() as connection:
        journal.begin_epoch(connection, Ended.RESTORED)
    assert journal.accept(acknowledged(ended, 2, journal.tail(2, epoch=ended).prev_hash))
    assert (journal.acked(ended), journal.acked(journal.epoch)) == (2, 0)
    assert journal.unsent_epochs()[0] == ended
    assert journal.accept(acknowledged(ended, 9, b"y" * 32))  # the server has more: a backup was restored here
    assert journal.unsent_epochs() == (journal.epoch,)
    assert not journal.state().fork_noted


def test_a_server_that_lost_something_is_asked_about_ended_epochs_again(journal: Journal, database: Database) -> None:
    fill(journal, 2)
    ended = journal.epoch
    with database.begin() as connection:
        journal.begin_epoch(connection, Ended.RESTORED)
    journal.accept(acknowledged(ended, 2, journal.tail(2, epoch=ended).prev_hash))
    journal.accept(answer(journal, 1))
    assert journal.unsent_epochs() == (journal.epoch,)
    journal.accept(answer(journal, 0))
    assert journal.unsent_epochs() == (ended, journal.epoch)


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE journal SET entry = x'a0' WHERE seq = 3",
        "UPDATE journal SET hash = zeroblob(32) WHERE seq = 3",
        "DELETE FROM journal WHERE seq = 3",
        "UPDATE journal SET seq = 99 WHERE seq = 3",
        "UPDATE journal SET epoch = zeroblob(16) WHERE seq = 5",
    ],
)
def test_any_change_is_found_and_not_sent(journal: Journal, database: Database, change: str) -> None:
    fill(journal, 5)
    verify_journal(database, "v01-1")
    with database.begin() as connection:
        connection.exec_driver_sql(change)
    with pytest.raises(StorageDamaged):
        verify_journal(database, "v01-1")


def test_a_damaged_entry_is_never_put_into_a_bundle(journal: Journal, database: Database) -> None:
    fill(journal, 5)
    with database.begin() as connection:
        connection.exec_driver_sql("UPDATE journal SET entry = x'a0' WHERE seq = 3")
    with pytest.raises(StorageDamaged):
        journal.tail(0)


def test_a_start_reads_from_what_the_server_acknowledged(journal: Journal, database: Database) -> None:
    fill(journal, 5)
    journal.accept(answer(journal, 4))
    with database.begin() as connection:
        connection.exec_driver_sql("UPDATE journal SET entry = x'a0' WHERE seq = 2")
    verify_journal(database, "v01-1", everything=False)
    with database.begin() as connection:
        connection.exec_driver_sql("UPDATE journal SET hash = zeroblob(32) WHERE seq = 4")
    with pytest.raises(StorageDamaged):
        verify_journal(database, "v01-1", everything=False)
