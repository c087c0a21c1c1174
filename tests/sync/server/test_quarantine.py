"""Entries of a newer version wait, and are taken in after the upgrade as if they had just come."""

from __future__ import annotations

import pytest
from pens import Pen
from sqlalchemy import func, select
from worlds import World

from kiosk.domain.journal import Kind
from sync.server import entries
from sync.server.audit import history
from sync.server.errors import Malformed
from sync.server.models import StoredEntry
from sync.server.quarantine import _OF_KIOSK, IS_PARKED, Parked, Retried, parked_now, retry
from sync.server.receipts import is_listed
from sync.server.statuses import status_of


@pytest.fixture
def pen(bare: World) -> Pen:
    bare.publish()
    return Pen(bare).enrol()


def sent_to_an_older_server(pen: Pen, monkeypatch: pytest.MonkeyPatch) -> None:
    """Send while the server knows neither casts nor suggestions."""
    with monkeypatch.context() as older:
        for kind in (Kind.CAST, Kind.SUGGESTION):
            older.delitem(entries._HANDLERS, kind)
        assert pen.send().acked_seq == len(pen.entries)


def test_parked_entries_are_taken_in_after_an_upgrade(pen: Pen, monkeypatch: pytest.MonkeyPatch) -> None:
    pen.attend()
    ballot, suggestion = pen.cast(1, "fgw", "jtj"), pen.suggest()
    pen.write("hologram", {})
    sent_to_an_older_server(pen, monkeypatch)
    server = pen.world.server
    assert [(p.seq, p.kind) for p in parked_now(server)] == [(2, "cast"), (3, "suggestion"), (4, "hologram")]
    assert not is_listed(server, ballot)

    assert retry(server, "王工") == Retried(understood=2, still_parked=1)
    assert is_listed(server, ballot) and status_of(server, suggestion).steps
    assert len(pen.send().spent) == 2
    assert [p.kind for p in parked_now(server)] == ["hologram"]
    (entry,) = history(server, "quarantine")
    assert (entry.by, entry.before, entry.after) == ("王工", {"parked": 3}, {"parked": 1})


def test_trying_twice_takes_nothing_in_twice(pen: Pen, monkeypatch: pytest.MonkeyPatch) -> None:
    suggestion = pen.suggest()
    sent_to_an_older_server(pen, monkeypatch)
    retry(pen.world.server, "office")
    assert retry(pen.world.server, "office") == Retried(0, 0)
    assert len(status_of(pen.world.server, suggestion).steps) == 1


def test_what_is_listed_says_where_it_lies_and_nothing_of_its_content(pen: Pen) -> None:
    raw = pen.write("hologram", {"secret": "word"})
    pen.send()
    assert parked_now(pen.world.server) == [Parked("v01-1", pen.epoch.hex(), 1, "hologram", len(raw))]


def test_without_a_name_nothing_is_tried(pen: Pen, monkeypatch: pytest.MonkeyPatch) -> None:
    pen.cast()
    sent_to_an_older_server(pen, monkeypatch)
    with pytest.raises(Malformed, match="nobody"):
        retry(pen.world.server, "")
    assert len(parked_now(pen.world.server)) == 1


def test_the_kiosk_is_told_how_many_of_its_entries_wait(pen: Pen) -> None:
    other = Pen(pen.world, "v02-1").enrol()
    assert pen.attend().send().parked is None
    pen.write("hologram", {})
    pen.write("hologram", {})
    assert pen.send().parked == 2
    assert pen.send(4, 3).parked == 2, "an idle contact says it as well"
    assert other.attend().send().parked is None


def test_looking_for_parked_entries_does_not_read_the_others(lite: World) -> None:
    with lite.server.engine.begin() as connection:
        for statement in (_OF_KIOSK, select(StoredEntry.kiosk, func.count()).where(IS_PARKED).group_by("kiosk")):
            text = str(statement.compile(connection))
            values = ("v01-1",) * text.count("?")
            plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {text}", values).all()
            assert "ix_entry_parked" in str(plan)
