"""A server restored from yesterday's copy is refilled by its kiosks, and the office's steps come back with them."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pysqlite3
import pytest
from pens import Pen
from sqlalchemy import create_engine, select
from worlds import World, session

from kiosk.domain.campaign import Bilingual
from kiosk.domain.canonical import decode, decode_message
from kiosk.domain.journal import Outcome
from kiosk.domain.suggestion import State, StatusList
from kiosk.services.kiosk import Kiosk
from kiosk.services.suggesting import Draft
from kiosk.services.voting import AlreadyCast
from sync import wire
from sync.client import run_once
from sync.server import suggestions
from sync.server.audit import history
from sync.server.database import get_fact, migrate
from sync.server.desk import find_suggestion
from sync.server.errors import Forged, Malformed
from sync.server.models import Base
from sync.server.receipts import receipt_list
from sync.server.returned import WAITING, take_back
from sync.server.server import Server, open_server
from sync.server.statuses import status_list, status_of

WHY = Bilingual("需要现场勘察", "A visit is needed")


class Backup:
    """Yesterday's copy of the database's contents, put back in place of today's."""

    def __init__(self, server: Server, folder: Path) -> None:
        self._copy = create_engine(f"sqlite:///{folder / 'backup.sqlite3'}", module=pysqlite3)
        migrate(self._copy)
        self._move(server.engine, self._copy)

    def restore(self, server: Server) -> None:
        self._move(self._copy, server.engine)
        self._copy.dispose()

    def _move(self, source: object, target: object) -> None:
        with source.begin() as old, target.begin() as new:  # type: ignore[attr-defined]
            for table in reversed(Base.metadata.sorted_tables):
                if table.name != "audit":  # append-only, and empty yesterday
                    new.execute(table.delete())
            for table in Base.metadata.sorted_tables:
                rows = [dict(row) for row in old.execute(select(table)).mappings()]
                if rows:
                    new.execute(table.insert(), rows)


def vote(kiosk: Kiosk, card: str, *departments: str) -> None:
    signed_in = kiosk.sign_in.enter(kiosk.sign_in.present(card))
    kiosk.voting.cast(signed_in.credential, dict.fromkeys(departments, 1))


def test_kiosks_refill_a_restored_server_without_anybodys_help(world: World, tmp_path: Path) -> None:
    first, second = world.new_kiosk("v01"), world.new_kiosk("v02")
    with session() as http:
        run_once(first, http)
        vote(first, world.card(1), "fgw")
        run_once(first, http)
        run_once(second, http)
        backup = Backup(world.server, tmp_path)
        for number in range(2, 8):
            vote(first, world.card(number), "fgw", "jtj")
        code = first.suggesting.submit(Draft(text="路灯不亮"), "zh").receipt
        run_once(first, http)
        suggestions.forward(world.server, code, "jtj", "office")
        suggestions.reply(world.server, code, Bilingual("已安装", "Installed"), "office")
        run_once(second, http)
        wanted = status_of(world.server, code)
        before, receipts = world.server, receipt_list(world.server)
        assert receipts.count(b"\n") == 7

        backup.restore(before)
        assert receipt_list(world.server).count(b"\n") == 1
        for kiosk in (second, first, first, second):
            report = run_once(kiosk, http)
            assert (report.unsent, report.forked) == (0, False)
        assert receipt_list(world.server) == receipts
        assert status_of(world.server, code) == wanted and wanted.state is State.REPLIED
        assert first.following.find(code).status == wanted
        run_once(second, http)
        with pytest.raises(AlreadyCast):
            vote(second, world.card(7), "jtj")


@pytest.fixture
def pen(bare: World) -> Pen:
    bare.publish()
    return Pen(bare).enrol()


def test_a_cursor_beyond_the_restored_list_renews_the_servers_epoch(pen: Pen, tmp_path: Path) -> None:
    asking = Pen(pen.world, "v02-1").enrol()
    pen.cast(1)
    pen.send()
    backup = Backup(pen.world.server, tmp_path)
    pen.cast(2)
    pen.send()
    told = asking.send()
    asking.cursor = told.spent_cursor
    backup.restore(pen.world.server)
    again = asking.send()
    assert again.server_epoch != told.server_epoch
    asking.cursor = again.spent_cursor
    assert asking.send().server_epoch == again.server_epoch


def test_a_restored_list_that_grew_past_the_cursor_is_told_from_the_start(pen: Pen, tmp_path: Path) -> None:
    """The cursor's place exists again, and another mark stands there: without its bytes nobody would notice."""
    asking, other = Pen(pen.world, "v02-1").enrol(), Pen(pen.world, "v03-1").enrol()
    backup = Backup(pen.world.server, tmp_path)
    pen.cast(1)
    pen.send()
    asking.cursor = asking.send().spent_cursor
    backup.restore(pen.world.server)
    for person in range(2, 6):
        other.cast(person)
    other.send()
    told = asking.send()
    assert len(told.spent) == 4
    pen.send()
    asking.cursor = told.spent_cursor
    assert len(asking.send().spent) == 1


def test_a_gap_after_a_restore_is_filled_from_where_the_server_stands(pen: Pen, tmp_path: Path) -> None:
    pen.attend(3).send()
    backup = Backup(pen.world.server, tmp_path)
    pen.attend(3).send()
    backup.restore(pen.world.server)
    pen.attend(1)
    answer = pen.send(7)
    assert (answer.outcome, answer.acked_seq) == (Outcome.GAP, 3)
    assert pen.send(4).acked_seq == 7


def two(pen: Pen) -> tuple[str, str]:
    receipts = pen.suggest("甲"), pen.suggest("乙")
    pen.send()
    return receipts


def everything(server: Server, first: str, second: str) -> None:
    suggestions.summarise(server, first, Bilingual("路灯", "Lamps"))
    suggestions.forward(server, first, "jtj", "office")
    suggestions.extend(server, first, "office", WHY)
    suggestions.merge(server, second, first, "office")
    suggestions.reply(server, first, Bilingual("已安装", "Installed"), "office")
    suggestions.close(server, first, State.ADOPTED, "office", "planned")


def test_the_offices_steps_since_the_backup_come_back_from_a_kiosks_list(pen: Pen, tmp_path: Path) -> None:
    server, (first, second) = pen.world.server, two(pen)
    backup = Backup(server, tmp_path)
    everything(server, first, second)
    held, version = status_list(server)
    wanted = [find_suggestion(server, receipt) for receipt in (first, second)]
    backup.restore(server)
    pen.world.now += 3600
    take_back(server, wire.compress(held))
    assert [find_suggestion(server, receipt) for receipt in (first, second)] == wanted
    assert status_list(server)[1] >> wire.STATUS_CHANCE_BITS == version >> wire.STATUS_CHANCE_BITS
    with server.engine.begin() as connection:
        assert get_fact(connection, WAITING) is None
    assert {entry.act for entry in history(server) if entry.at == pen.world.now} == {"brought back"}


def test_steps_wait_for_suggestions_that_have_not_come_back_yet(pen: Pen, tmp_path: Path) -> None:
    backup = Backup(pen.world.server, tmp_path)
    server, (first, second) = pen.world.server, two(pen)
    everything(server, first, second)
    held, wanted = status_list(server)[0], status_of(server, second)
    backup.restore(server)
    take_back(server, wire.compress(held))
    pen.send(1, 1)
    assert status_of(server, first).state is State.ADOPTED
    with server.engine.begin() as connection:
        assert get_fact(connection, WAITING) is not None
    pen.send()
    assert status_of(server, second) == wanted
    with server.engine.begin() as connection:
        assert get_fact(connection, WAITING) is None


def merged_across_a_restore(pen: Pen, tmp_path: Path) -> tuple[Pen, str, str, bytes]:
    """A suggestion that was merged into one of another kiosk after the backup, and the list that says so."""
    server, other = pen.world.server, Pen(pen.world, "v02-1").enrol()
    receipt = pen.suggest("甲")
    pen.send()
    backup = Backup(server, tmp_path)
    into = other.suggest("乙")
    other.send()
    suggestions.merge(server, receipt, into, "office")
    suggestions.forward(server, into, "jtj", "office")
    held = wire.compress(status_list(server)[0])
    backup.restore(server)
    return other, receipt, into, held


def test_a_merging_waits_until_the_other_one_has_come_back_too(pen: Pen, tmp_path: Path) -> None:
    """Pointing at what is not here, it would have kept the list of all statuses from everybody."""
    server = pen.world.server
    other, receipt, into, held = merged_across_a_restore(pen, tmp_path)
    take_back(server, held)
    assert len(decode_message(StatusList, decode(status_list(server)[0]).value[2]).statuses) == 1
    assert status_of(server, receipt).state is State.RECEIVED
    other.send()
    assert find_suggestion(server, receipt).merged_into == into


def test_a_merging_that_the_office_turned_round_since_does_not_come_back(pen: Pen, tmp_path: Path) -> None:
    server = pen.world.server
    other, receipt, into, held = merged_across_a_restore(pen, tmp_path)
    other.send()
    suggestions.merge(server, into, receipt, "office")
    take_back(server, held)
    assert find_suggestion(server, receipt).merged_into is None
    assert find_suggestion(server, into).merged_into == receipt


def test_a_step_that_only_the_second_kiosk_remembers_comes_back_too(world: World, tmp_path: Path) -> None:
    """The server counted on by itself when the first one came, and the second one kept the step to itself."""
    first, second = world.new_kiosk("v01"), world.new_kiosk("v02")
    with session() as http:
        run_once(first, http)
        code = first.suggesting.submit(Draft(text="路灯不亮"), "zh").receipt
        run_once(first, http)
        backup = Backup(world.server, tmp_path)
        suggestions.forward(world.server, code, "jtj", "office")
        suggestions.take_in_hand(world.server, code, "office")
        run_once(first, http)
        suggestions.reply(world.server, code, Bilingual("已安装", "Installed"), "office")
        run_once(second, http)
        wanted = status_of(world.server, code)
        backup.restore(world.server)
        for kiosk in (first, second, first):
            run_once(kiosk, http)
        assert status_of(world.server, code) == wanted and wanted.state is State.REPLIED
        assert first.following.find(code).status == wanted


def test_the_list_in_force_sent_back_by_anybody_keeps_nobody_from_writing(lite: World) -> None:
    """It is public: read anew each time, with the database held, it would have stopped the kiosks."""
    pen = Pen(lite).enrol()
    two(pen)
    held = wire.compress(status_list(lite.server)[0])
    with lite.server.engine.begin():  # who writes now
        assert take_back(lite.server, held) is False


def test_an_older_list_changes_nothing_and_where_both_went_on_what_is_here_stays(pen: Pen, tmp_path: Path) -> None:
    server, (first, second) = pen.world.server, two(pen)
    backup = Backup(server, tmp_path)
    everything(server, first, second)
    held = status_list(server)[0]
    take_back(server, wire.compress(held))
    assert len(history(server)) == 6
    backup.restore(server)
    suggestions.reply(server, first, Bilingual("另一答复", ""), "office")
    here = status_of(server, first)
    take_back(server, wire.compress(held))
    assert status_of(server, first) == here


@pytest.mark.parametrize("spoil", [lambda held: held[:-1] + bytes([held[-1] ^ 1]), lambda held: held[: len(held) // 2]])
def test_a_list_that_this_server_did_not_sign_is_refused(pen: Pen, spoil: Callable[[bytes], bytes]) -> None:
    held = status_list(pen.world.server)[0]
    with pytest.raises((Forged, Malformed)):
        take_back(pen.world.server, wire.compress(spoil(held)))


def test_a_copy_of_the_whole_folder_opens_as_the_same_server(lite: World, tmp_path: Path) -> None:
    Pen(lite).enrol().attend(3).send()
    with lite.server.engine.begin() as connection:
        connection.exec_driver_sql("SELECT 1")
    shutil.copytree(lite.server_folder, tmp_path / "copy")
    copy = open_server(tmp_path / "copy", wall=lambda: lite.now)
    try:
        assert (copy.campaign, copy.token, copy.key.public) == ("qd2021", lite.server.token, lite.server.key.public)
    finally:
        copy.close()
