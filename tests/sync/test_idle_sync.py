"""A sync with nothing to say: what it asks the kiosk's database, and that it writes only what moved."""

from __future__ import annotations

from pathlib import Path

import lines
import pytest
import requests
from lines import Line
from sqlalchemy import event
from worlds import World

from kiosk.services.kiosk import Kiosk
from kiosk.services.library import Library
from kiosk.services.suggesting import Draft
from sync.client import run_once
from sync.server.statuses import status_list

MOST_STATEMENTS, MOST_TRANSACTIONS = 6, 2
"""What goes out is read at once, the answer is taken in at once; there were thirty, most of what a sync took."""


@pytest.fixture
def world(unserved: World) -> World:
    """It is served only where a test says so."""
    return unserved


@pytest.fixture
def session(world: World) -> requests.Session:
    return Line(world).session()


@pytest.fixture
def kiosk(world: World, session: requests.Session) -> Kiosk:
    """Enrolled and up to date."""
    with world.serving():
        made = world.new_kiosk()
    run_once(made, session)
    return made


def log_of(kiosk: Kiosk) -> int:
    """Bytes of the write-ahead log: a transaction that wrote nothing leaves it as it is."""
    path = kiosk.journal.engine.engine.url.database
    assert path is not None
    return Path(path + "-wal").stat().st_size


def test_it_asks_the_database_little(kiosk: Kiosk, session: requests.Session) -> None:
    asked: list[str] = []

    @event.listens_for(kiosk.journal.engine.engine, "before_cursor_execute")
    def note(connection: object, cursor: object, statement: str, *about: object) -> None:
        asked.append(statement)

    run_once(kiosk, session)
    statements = [statement for statement in asked if not statement.startswith("BEGIN")]
    assert 0 < len(statements) <= MOST_STATEMENTS, "\n".join(asked)
    assert len(asked) - len(statements) == MOST_TRANSACTIONS


def test_the_same_answer_again_writes_nothing(kiosk: Kiosk, session: requests.Session) -> None:
    before = log_of(kiosk)
    run_once(kiosk, session)
    assert log_of(kiosk) == before


def test_a_later_server_time_is_written_down(world: World, kiosk: Kiosk, session: requests.Session) -> None:
    before = log_of(kiosk)
    world.now += 60
    run_once(kiosk, session)
    assert kiosk.journal.time_floor() == kiosk.journal.state().time_floor == world.now
    assert log_of(kiosk) > before


def test_an_older_list_of_statuses_does_not_take_the_place_of_a_newer_one(
    world: World, kiosk: Kiosk, session: requests.Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One of several server processes may not have built the newest list yet."""
    lists = []
    for _ in range(2):
        kiosk.suggesting.submit(Draft(text="多种树"), "zh")
        run_once(kiosk, session)
        lists.append(status_list(world.server))
        world.now += 60
    kiosk.suggesting.submit(Draft(text="多种树"), "zh")
    with monkeypatch.context() as late:
        late.setattr(lines, "status_list", lambda server: lists[0])
        assert not run_once(kiosk, session).statuses
    assert kiosk.library.statuses is not None and kiosk.library.statuses.version == lists[1][1]
    assert run_once(kiosk, session).statuses
    assert kiosk.library.statuses.count == 3
    read_again = Library(kiosk.content, kiosk.identity.server).statuses
    assert read_again == kiosk.library.statuses
