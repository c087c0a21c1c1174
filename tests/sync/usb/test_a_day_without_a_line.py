"""A whole day at a venue whose line goes down: opened, 300 visits, a stick, closed; the server has the last rating."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from daybooks import STAFF, Notebook, assert_reconciled, visit
from sqlalchemy import select
from sticks import check_union, online, stick
from worlds import World, session

from kiosk.domain.ballot import FORM, Cast
from kiosk.domain.canonical import read
from kiosk.domain.journal import Kind, decode_entry
from kiosk.domain.staff import Act
from kiosk.services.kiosk import Kiosk
from sync.client import run_once
from sync.errors import SyncError
from sync.server.models import StoredEntry
from sync.usb.carrying import carry
from sync.usb.office import take_stick

VISITS = 300


def casts_at_the_server(world: World) -> list[Cast]:
    with world.server.engine.begin() as connection:
        entries = connection.scalars(select(StoredEntry.entry).where(StoredEntry.kind == Kind.CAST.value)).all()
    return [read(Cast, decode_entry(entry).body) for entry in entries]


def test_a_day_is_reconciled_to_the_last_rating_at_the_server(world: World, kiosk: Kiosk, tmp_path: Path) -> None:
    dice, notes = random.Random(11), Notebook()
    kiosk.day.open(STAFF)
    with world.serving(), session() as http:
        for _ in range(VISITS // 3):
            visit(world, kiosk, dice, notes)
        assert run_once(online(world, kiosk), http).unsent == 0
    for _ in range(VISITS - VISITS // 3):
        visit(world, kiosk, dice, notes)
    with session() as http, pytest.raises(SyncError):
        run_once(kiosk, http)
    carried = carry(kiosk, stick(tmp_path / "stick"))
    assert carried.exported is not None and carried.exported.entries == kiosk.journal.state().unsent > 0
    witness = kiosk.day.close(STAFF).witness
    assert_reconciled(witness.counts, notes)
    assert (witness.total, witness.counts.unsent) == (notes.casts, carried.exported.entries)
    take_stick(world.server, stick(tmp_path / "stick"))
    carry(kiosk, stick(tmp_path / "stick"))  # brings the answers, takes the closing
    take_stick(world.server, stick(tmp_path / "stick"))
    carry(kiosk, stick(tmp_path / "stick"))
    assert kiosk.journal.state().unsent == 0
    check_union(world, kiosk)
    casts = casts_at_the_server(world)
    assert len(casts) == notes.casts
    assert sum(len(cast.sealed) for cast in casts if cast.form == FORM) == notes.ratings
    by_card = {number: set(departments) for number, departments in notes.cast.items()}
    assert {int.from_bytes(cast.credential, "big") for cast in casts} == set(by_card)
    assert decode_entry(list(kiosk.journal.entries())[-1]).body["act"] == Act.CLOSE_DAY.value
