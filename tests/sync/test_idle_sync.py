"""A sync with nothing to say: what it asks the kiosk's database, and that it writes only what moved."""

from __future__ import annotations

from pathlib import Path

import pytest
import requests
from lines import Line
from sqlalchemy import event
from worlds import World

from kiosk.services.kiosk import Kiosk
from sync.client import run_once

MOST_STATEMENTS = 13
"""What three reads and the acknowledgement need; there were thirty, and they were most of what a sync took."""


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
    asked = [statement for statement in asked if not statement.startswith("BEGIN")]
    assert 0 < len(asked) <= MOST_STATEMENTS, "\n".join(asked)


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
