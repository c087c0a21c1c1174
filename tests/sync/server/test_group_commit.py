"""One commit for several bundles: what each caller is told, and what one that fails does to the others."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Event

import pytest
from sqlalchemy import event, select
from sqlalchemy.engine import Connection
from worlds import World, wait_for

from sync.server.database import add_new, reading
from sync.server.group_commit import GroupCommit
from sync.server.models import Receipt

Write = Callable[[Connection], str]


def storing(code: str, then: Exception | None = None) -> Write:
    def write(connection: Connection) -> str:
        add_new(connection, Receipt, ("code",), [(code,)])
        if then is not None:
            raise then
        return code

    return write


def stored(world: World) -> set[str]:
    with reading(world.server.engine) as connection:
        return set(connection.scalars(select(Receipt.code)))


def together(pool: ThreadPoolExecutor, group: GroupCommit, *writes: Write) -> list[Future[str]]:
    """Run while a first one, stored as `first`, is in the middle of its transaction: they all wait in line."""
    begun, go_on = Event(), Event()

    def first(connection: Connection) -> str:
        begun.set()
        go_on.wait()
        return storing("first")(connection)

    leader = pool.submit(group.run, first)
    begun.wait()
    futures = [pool.submit(group.run, write) for write in writes]
    wait_for(lambda: group.waiting == len(writes))
    go_on.set()
    assert leader.result() == "first"
    return futures


def test_all_that_wait_are_written_with_one_commit(lite: World) -> None:
    commits: list[int] = []
    event.listen(lite.server.engine, "commit", lambda connection: commits.append(1))
    with ThreadPoolExecutor(8) as pool:
        futures = together(pool, lite.server.bundles, *(storing(f"r{number}") for number in range(6)))
        assert [future.result() for future in futures] == [f"r{number}" for number in range(6)]
    assert len(commits) == 2
    assert stored(lite) == {"first", *(f"r{number}" for number in range(6))}


def test_who_gets_the_turn_early_writes_until_its_own_is_written(lite: World) -> None:
    """Threads get the turn in any order, and one transaction takes only so many of the line."""
    group = GroupCommit(lite.server.engine, most=2)
    others = [group.stand_in_line(storing(f"r{number}")) for number in range(5)]
    assert group.run(storing("last")) == "last"
    assert [other.outcome() for other in others] == [f"r{number}" for number in range(5)]
    assert stored(lite) == {"last", *(f"r{number}" for number in range(5))}


def test_one_that_fails_is_undone_and_takes_nobody_with_it(lite: World) -> None:
    with ThreadPoolExecutor(8) as pool:
        good, bad, other = together(
            pool, lite.server.bundles, storing("a"), storing("b", ValueError("bad")), storing("c")
        )
        assert (good.result(), other.result()) == ("a", "c")
        with pytest.raises(ValueError, match="bad"):
            bad.result()
    assert stored(lite) == {"first", "a", "c"}


def test_nobody_is_told_success_when_the_commit_fails(lite: World) -> None:
    with ThreadPoolExecutor(8) as pool:
        commits: list[int] = []

        @event.listens_for(lite.server.engine, "commit")
        def fail_the_second(connection: Connection) -> None:
            commits.append(1)
            if len(commits) == 2:
                raise sqlite3.OperationalError("disk I/O error")

        for future in together(pool, lite.server.bundles, storing("a"), storing("b")):
            with pytest.raises(sqlite3.OperationalError):
                future.result()
    assert stored(lite) == {"first"}


def test_one_whose_transaction_the_database_undid_is_not_taken_for_stored(lite: World) -> None:
    """SQLite undoes a whole transaction by itself when the disk is full; then nobody's work is there."""

    def undone(connection: Connection) -> str:
        connection.exec_driver_sql("ROLLBACK")
        raise ValueError("undone")

    with ThreadPoolExecutor(8) as pool:
        for future in together(pool, lite.server.bundles, storing("a"), undone, storing("b")):
            assert future.exception() is not None
    assert stored(lite) == {"first"}


def test_each_is_alone_where_several_write_at_once(bare: World) -> None:
    assert bare.server.bundles.run(storing("a")) == "a"
    assert stored(bare) == {"a"}
