"""Flipped bytes, cut files and torn logs: noticed at start, voting goes on, what is readable is saved."""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pysqlite3
import pytest
from lone_kiosk import DEPARTMENTS, LoneKiosk, acknowledged
from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert

from kiosk.domain.ballot import FORM, spent_mark
from kiosk.domain.canonical import encode
from kiosk.domain.journal import Kind, chain_all, decode_entry, genesis
from kiosk.services.casting import CastRefused
from kiosk.services.kiosk import DATABASE, Kiosk
from kiosk.storage.checking import Damage, verify_journal
from kiosk.storage.errors import StorageDamaged
from kiosk.storage.mirror import prepare_mirror
from kiosk.storage.models import PinTries
from kiosk.storage.rescue import SetAside, all_set_aside

PEOPLE = range(40)
PAGE = 4096
A_LEAF = 12
"""Most entries on one page here."""


@dataclass
class Used:
    """A kiosk that was used and closed: its folder and every entry it recorded."""

    booth: LoneKiosk
    entries: list[bytes]

    @property
    def database(self) -> Path:
        return self.booth.folder / DATABASE

    @property
    def log(self) -> Path:
        return self.booth.folder / f"{DATABASE}-wal"


def cast_for(booth: LoneKiosk, people: range) -> list[bytes]:
    kiosk = booth.open()
    for person in people:
        signed_in = kiosk.sign_in.enter(kiosk.sign_in.present(booth.card(person)))
        kiosk.voting.cast(signed_in.credential, dict.fromkeys(DEPARTMENTS, 1 + person % 4))
    entries = list(kiosk.journal.entries())
    kiosk.close()
    return entries


@pytest.fixture(scope="module")
def pristine(tmp_path_factory: pytest.TempPathFactory) -> Used:
    booth = LoneKiosk(tmp_path_factory.mktemp("pristine") / "kiosk").make()
    return Used(booth, cast_for(booth, PEOPLE))


@pytest.fixture
def used(pristine: Used, tmp_path: Path) -> Iterator[Used]:
    """A copy that may be harmed."""
    folder = tmp_path / "kiosk"
    shutil.copytree(pristine.booth.folder, folder)
    booth = LoneKiosk(folder, organiser=pristine.booth.organiser, server=pristine.booth.server)
    yield Used(booth, list(pristine.entries))


@pytest.fixture
def with_log(used: Used, tmp_path: Path) -> Used:
    """As after a power cut: the last entries are in the log alone."""
    kiosk = used.booth.open()
    for person in range(100, 106):
        kiosk.voting.cast(used.booth.credential(person), {"fgw": 1})
    used.entries[:] = list(kiosk.journal.entries())
    for path in (used.database, used.log):
        shutil.copy(path, tmp_path / path.name)
    kiosk.close()
    for path in (used.database, used.log):
        (tmp_path / path.name).replace(path)
    used.log.with_name(f"{DATABASE}-shm").unlink(missing_ok=True)
    return used


def flip(path: Path, at: int) -> None:
    data = bytearray(path.read_bytes())
    data[at] ^= 0xFF
    path.write_bytes(data)


def pages_of(database: Path) -> dict[str, list[int]]:
    """Page numbers by the table or index they belong to, and its interior, leaf and overflow pages apart."""
    connection = pysqlite3.connect(f"file:{database}?mode=ro", uri=True)
    roots = dict(connection.execute("SELECT name, rootpage FROM sqlite_master WHERE rootpage > 0"))
    connection.close()
    data, found = database.read_bytes(), dict[str, list[int]]()
    for name, root in roots.items():
        _walk(data, name, root, found)
    return found


def _walk(data: bytes, name: str, number: int, found: dict[str, list[int]]) -> None:
    page = data[(number - 1) * PAGE : number * PAGE]
    interior = page[0] in (0x02, 0x05)
    found.setdefault(f"{name}-{'interior' if interior else 'leaf'}", []).append(number)
    if interior:
        cells = int.from_bytes(page[3:5], "big")
        pointers = [int.from_bytes(page[12 + 2 * i : 14 + 2 * i], "big") for i in range(cells)]
        children = [int.from_bytes(page[at : at + 4], "big") for at in pointers]
        for child in (*children, int.from_bytes(page[8:12], "big")):
            _walk(data, name, child, found)


def kept_and_rest(kiosk: Kiosk) -> tuple[list[bytes], list[bytes]]:
    """Entries that are in their place, and those that travel as rescued ones or were recorded again."""
    entries = list(kiosk.journal.entries())
    decoded = [decode_entry(entry) for entry in entries]
    return entries, [e.body["entry"] for e in decoded if e.kind == Kind.RESCUED]


def content(data: bytes) -> tuple[str, bytes]:
    """What an entry says, wherever it stands."""
    entry = decode_entry(data)
    return entry.kind, encode(entry.body)


def assert_goes_on(used: Used, lost_at_most: int) -> SetAside:
    """Voting goes on, nobody votes twice for what was saved, staff are told, the journal is whole."""
    kiosk = used.booth.open()
    (told,) = kiosk.notices.now()
    assert isinstance(told, SetAside)
    assert (used.booth.folder / told.folder / "moved").exists()
    entries, rescued = kept_and_rest(kiosk)
    there = [content(entry) for entry in (*entries, *rescued)]
    missing = [entry for entry in used.entries if content(entry) not in there]
    assert len(missing) <= lost_at_most
    assert all(there.count(content(entry)) <= 1 for entry in used.entries)
    verify_journal(kiosk.journal.engine, kiosk.journal.kiosk)
    for entry in map(decode_entry, (*entries, *rescued)):
        if entry.kind == Kind.CAST:
            card = used.booth.credential(int.from_bytes(entry.body["credential"], "big"))
            with pytest.raises(CastRefused):
                kiosk.voting.cast(card, {"fgw": 2})
    assert kiosk.voting.cast(used.booth.credential(999), {"fgw": 1}).count == 1
    kiosk.close()
    again = used.booth.open()
    assert len(all_set_aside(used.booth.folder)) == 1  # once is enough
    again.close()
    return told


def test_a_sound_database_is_left_alone(used: Used) -> None:
    kiosk = used.booth.open()
    assert kiosk.notices.now() == ()
    assert list(kiosk.journal.entries()) == used.entries
    kiosk.close()


def test_a_sound_database_of_another_owner_stays_where_it_is(used: Used, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda path, mode: path != used.database)  # root may everything
    with pytest.raises(PermissionError):
        used.booth.open()
    assert used.database.exists() and all_set_aside(used.booth.folder) == ()


def test_a_log_left_by_a_power_cut_is_no_damage(with_log: Used) -> None:
    kiosk = with_log.booth.open()
    assert kiosk.notices.now() == ()
    assert list(kiosk.journal.entries()) == with_log.entries
    kiosk.close()


def test_the_first_page_is_flipped(used: Used) -> None:
    flip(used.database, 0)
    assert assert_goes_on(used, 0).damage == Damage.PAGES


@pytest.mark.parametrize(
    "kind",
    [
        "journal-leaf",
        "journal-interior",
        "spent-leaf",
        "setting-leaf",
        "attended-leaf",
        "alembic_version-leaf",
        "sqlite_autoindex_journal_1-leaf",
        "sqlite_autoindex_spent_1-leaf",
    ],
)
def test_the_head_of_each_kind_of_page_is_flipped(used: Used, kind: str) -> None:
    page = pages_of(used.database)[kind][0]
    flip(used.database, (page - 1) * PAGE)
    told = assert_goes_on(used, 0)
    assert told.lost == len(used.entries) - told.kept - told.again - told.rest


def test_any_page_is_wiped(used: Used) -> None:
    size = used.database.stat().st_size
    before = used.database.read_bytes()
    for page in random.Random(7).sample(range(size // PAGE), 12):
        used.database.write_bytes(before[: page * PAGE] + bytes(PAGE) + before[(page + 1) * PAGE :])
        if page * PAGE in (n * PAGE for n in _unused(before)):
            continue
        assert_goes_on(used, A_LEAF)
        shutil.rmtree(used.booth.folder / "aside")


def _unused(data: bytes) -> list[int]:
    return [n for n in range(len(data) // PAGE) if not any(data[n * PAGE : (n + 1) * PAGE])]


def test_a_flipped_entry_is_found_by_the_chain(used: Used) -> None:
    at = used.database.read_bytes().index(used.entries[20]) + 50
    flip(used.database, at)
    told = assert_goes_on(used, 1)
    assert (told.damage, told.kept, told.lost) == (Damage.JOURNAL, 20, 1)
    assert (told.again, told.rest) == (len(used.entries) - 21, 0)


def test_a_flipped_hash_costs_nothing(used: Used) -> None:
    kiosk = used.booth.open()
    hash_ = kiosk.journal.tail(21).prev_hash
    kiosk.close()
    flip(used.database, used.database.read_bytes().index(hash_))
    told = assert_goes_on(used, 0)
    assert (told.kept, told.rest, told.lost) == (len(used.entries), 0, 0)


def test_a_flipped_epoch_does_not_hide_the_journal(used: Used) -> None:
    kiosk = used.booth.open()
    epoch = kiosk.journal.epoch
    kiosk.close()
    data = used.database.read_bytes()
    flip(used.database, data.index(b"epoch" + epoch) + 7)
    assert assert_goes_on(used, 0).kept == len(used.entries)


def test_the_database_is_cut_short(used: Used) -> None:
    data = used.database.read_bytes()
    used.database.write_bytes(data[: len(data) * 3 // 4])
    told = assert_goes_on(used, len(used.entries))
    assert told.kept + told.again + told.rest > len(used.entries) // 4


def test_the_database_is_emptied_beside_its_log(with_log: Used) -> None:
    with_log.database.write_bytes(b"")
    assert assert_goes_on(with_log, len(with_log.entries)).damage == Damage.MISSING


def test_a_flipped_frame_of_the_log_hides_nothing_that_follows(with_log: Used) -> None:
    flip(with_log.log, 32 + 24 + 100)
    told = assert_goes_on(with_log, 0)
    assert (told.damage, told.lost) == (Damage.LOG, 0)


def test_a_flipped_head_of_the_log_hides_nothing(with_log: Used) -> None:
    flip(with_log.log, 20)
    assert assert_goes_on(with_log, 0).damage == Damage.LOG


def test_the_log_is_cut_at_any_byte_and_only_the_end_is_missing(with_log: Used, tmp_path: Path) -> None:
    whole, database = with_log.log.read_bytes(), with_log.database.read_bytes()
    for length in random.Random(3).sample(range(len(whole)), 25):
        with_log.database.write_bytes(database)
        with_log.log.write_bytes(whole[:length])
        with_log.log.with_name(f"{DATABASE}-shm").unlink(missing_ok=True)
        kiosk = with_log.booth.open()
        entries = list(kiosk.journal.entries())
        assert entries == with_log.entries[: len(entries)]
        kiosk.close()


def test_a_journal_that_lost_its_end_gets_it_back_from_the_mirror(with_log: Used, tmp_path: Path) -> None:
    mirror = tmp_path / "mirror"
    prepare_mirror(mirror)
    (with_log.booth.folder / "settings.toml").write_text(f'mirror = "{mirror}"\n', "utf-8")
    before = with_log.database.read_bytes()
    with_log.booth.open().close()
    with_log.database.write_bytes(before)  # the log was folded in and is gone: what an older copy of the file is
    told = assert_goes_on(with_log, 0)
    assert (told.damage, told.kept) == (Damage.BEHIND_MIRROR, len(with_log.entries))


def test_what_nothing_proves_travels_as_it_is(used: Used) -> None:
    """Two neighbours harmed: of the second one nothing says whether it is what was written."""
    begin = genesis("v01-1", epoch_of(used))
    for length in (21, 22):
        flip(used.database, used.database.read_bytes().index(chain_all(begin, used.entries[:length])))
    flip(used.database, used.database.read_bytes().index(used.entries[20]))
    told = assert_goes_on(used, 1)
    assert (told.kept, told.again, told.rest, told.lost) == (20, len(used.entries) - 23, 2, 1)


def test_damage_that_is_met_while_running_is_remembered_whoever_met_it(used: Used) -> None:
    (root, *_) = pages_of(used.database)["sqlite_autoindex_spent_1-leaf"]
    kiosk = used.booth.open()
    assert not kiosk.health.met_damage
    kiosk.journal.engine.engine.dispose()  # what is read next comes from the disk
    flip(used.database, (root - 1) * PAGE)
    with pytest.raises(StorageDamaged):
        kiosk.voting.cast(used.booth.credential(200), {"fgw": 1})
    kiosk.journal.state()  # these pages are sound
    assert kiosk.health.met_damage
    kiosk.close()
    assert_goes_on(used, lost_at_most=0)


def epoch_of(used: Used) -> bytes:
    kiosk = used.booth.open()
    epoch = kiosk.journal.epoch
    kiosk.close()
    return epoch


def test_what_the_server_has_is_not_sent_again(used: Used) -> None:
    kiosk = used.booth.open()
    epoch, head = kiosk.journal.epoch, kiosk.journal.tail(30).prev_hash
    assert kiosk.journal.accept(acknowledged(epoch, 30, head))
    kiosk.close()
    flip(used.database, used.database.read_bytes().index(used.entries[20]) + 50)
    flip(used.database, 0)
    assert_goes_on(used, 10)  # those between the hole and what was acknowledged are at the server
    kiosk = used.booth.open()
    assert kept_and_rest(kiosk)[1] == []
    tail = kiosk.journal.tail(30, epoch=epoch)
    assert list(tail.entries) == used.entries[30:][: len(tail.entries)]
    kiosk.close()


def test_marks_from_elsewhere_the_time_floor_and_pin_tries_are_carried_over(used: Used) -> None:
    elsewhere = spent_mark(b"\x00salt\xff", used.booth.credential(555).id, FORM, "fgw")
    kiosk = used.booth.open()
    answer = acknowledged(kiosk.journal.epoch, 0, kiosk.journal.tail(0).prev_hash, spent=(elsewhere,), spent_cursor=1)
    kiosk.journal.accept(answer)
    locked_out = used.booth.credential(556).id
    with kiosk.journal.engine.begin() as connection:
        connection.execute(insert(PinTries).values(credential=locked_out, wrong=7, wait_s=60))
    kiosk.close()
    flip(used.database, 0)
    used.booth.now -= 86_400
    kiosk = used.booth.open()
    with kiosk.journal.engine.reading() as connection:
        assert connection.execute(select(PinTries.credential, PinTries.wrong, PinTries.wait_s)).all() == [
            (locked_out, 7, 60)
        ]
    with pytest.raises(CastRefused):
        kiosk.voting.cast(used.booth.credential(555), {"fgw": 1})
    assert kiosk.clock.read().behind
    kiosk.close()


@pytest.mark.parametrize("gone", [True, False])
def test_a_database_that_is_gone_is_no_first_start(used: Used, gone: bool) -> None:
    """A file system that was mended may give back nothing, or an empty file: staff must not read that all is sent."""
    used.database.unlink()
    if not gone:
        used.database.touch()
    kiosk = used.booth.open()
    (notice,) = kiosk.notices.now()
    assert isinstance(notice, SetAside)
    assert (notice.damage, notice.kept) == (Damage.MISSING.value, 0)
    assert kiosk.journal.record("opinion", {"problem": 1, "verdict": "answered"})
    kiosk.close()
    kiosk = used.booth.open()
    assert kiosk.notices.now() == (notice,), "told once, and not set aside again"
    kiosk.close()


@pytest.mark.parametrize("step", range(8))
def test_a_rescue_that_is_interrupted_is_finished_by_the_next_start(
    used: Used, step: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    flip(used.database, 0)
    _interrupt(monkeypatch, step)
    with pytest.raises(KeyboardInterrupt):
        used.booth.open()
    monkeypatch.undo()
    assert_goes_on(used, 0)


def _interrupt(monkeypatch: pytest.MonkeyPatch, step: int) -> None:
    """Stop at the n-th time something becomes durable or is renamed."""
    from kiosk.storage import rescue

    steps = iter(range(step, -1, -1))
    real_write, real_replace = rescue.write_whole, Path.replace

    def write(path: Path, data: bytes) -> None:
        if next(steps, 0) == 0:
            raise KeyboardInterrupt
        real_write(path, data)

    def replace(path: Path, target: Path) -> Path:
        if next(steps, 0) == 0:
            raise KeyboardInterrupt
        return real_replace(path, target)

    monkeypatch.setattr(rescue, "write_whole", write)
    monkeypatch.setattr(Path, "replace", replace)
