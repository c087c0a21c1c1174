"""A stick's trip to the server and back: records up, acknowledgements, statuses and content down."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import select
from sticks import SmallFiles, acks, blobs, cast, check_union, online, stick, tap, ups
from worlds import World, session

from kiosk.domain.campaign import Bilingual
from kiosk.domain.suggestion import State
from kiosk.services.kiosk import Kiosk
from kiosk.services.suggesting import Draft
from kiosk.services.voting import AlreadyCast
from kiosk.storage.models import SpentMark
from sync.client import run_once
from sync.server import suggestions
from sync.server.models import Spent
from sync.usb.carrying import carry
from sync.usb.errors import NoContentYet, StickOld
from sync.usb.export import Exporting, export_records
from sync.usb.layout import part_name
from sync.usb.loading import KEEP_FREE
from sync.usb.office import take_stick
from sync.usb.returning import Returned, take_back


def test_what_was_recorded_reaches_the_server_and_is_acknowledged_when_the_stick_is_back(
    world: World, kiosk: Kiosk, tmp_path: Path
) -> None:
    for person in range(3):
        cast(world, kiosk, person)
    told: list[Exporting] = []
    exported = export_records(kiosk, stick(tmp_path / "stick"), told.append)
    assert exported.entries == 3 == kiosk.journal.state().unsent, "exported is not acknowledged"
    assert told == [Exporting(0, 3), Exporting(3, 3)]
    taken = take_stick(world.server, stick(tmp_path / "stick"))
    assert [arrival.outcome for arrival in taken.arrivals] == ["stored"]
    assert taken.acknowledged == {"v01-1": 3}
    check_union(world, kiosk)
    returned = take_back(kiosk, stick(tmp_path / "stick"))
    assert returned == Returned(3, True, None, 0, False, "")
    assert kiosk.journal.state().unsent == 0
    assert ups(tmp_path / "stick") == []


def test_nothing_of_what_is_recorded_can_be_read_on_the_stick(world: World, kiosk: Kiosk, tmp_path: Path) -> None:
    cast(world, kiosk, 1)
    export_records(kiosk, stick(tmp_path / "stick"))
    everything = b"".join(path.read_bytes() for path in (tmp_path / "stick").rglob("*") if path.is_file())
    assert world.credential(1).id not in everything
    assert b"fgw" not in everything and b"attendance" not in everything


def test_the_whole_trip_may_be_repeated_at_every_step(world: World, kiosk: Kiosk, tmp_path: Path) -> None:
    cast(world, kiosk, 1)
    for _ in range(3):
        export_records(kiosk, stick(tmp_path / "stick"))
    for _ in range(3):
        take_stick(world.server, stick(tmp_path / "stick"))
    assert take_back(kiosk, stick(tmp_path / "stick")).acknowledged == 1
    assert take_back(kiosk, stick(tmp_path / "stick")).acknowledged == 0
    take_stick(world.server, stick(tmp_path / "stick"))
    check_union(world, kiosk)


def test_a_long_journal_goes_in_several_bundles_in_order(world: World, kiosk: Kiosk, tmp_path: Path) -> None:
    tap(kiosk, 1100)
    assert export_records(kiosk, stick(tmp_path / "stick")).files == 3
    assert take_stick(world.server, stick(tmp_path / "stick")).acknowledged == {"v01-1": 1100}
    assert take_back(kiosk, stick(tmp_path / "stick")).acknowledged == 1100
    check_union(world, kiosk)


def test_a_missing_bundle_is_a_gap_and_the_next_stick_fills_it(world: World, kiosk: Kiosk, tmp_path: Path) -> None:
    tap(kiosk, 1100)
    export_records(kiosk, stick(tmp_path / "stick"))
    ups(tmp_path / "stick")[1].unlink()
    taken = take_stick(world.server, stick(tmp_path / "stick"))
    assert [arrival.outcome for arrival in taken.arrivals] == ["stored", "gap"]
    assert take_back(kiosk, stick(tmp_path / "stick")).acknowledged == 500
    export_records(kiosk, stick(tmp_path / "stick"))
    take_stick(world.server, stick(tmp_path / "stick"))
    assert take_back(kiosk, stick(tmp_path / "stick")).acknowledged == 600
    check_union(world, kiosk)


def test_with_nothing_to_send_the_kiosk_asks_and_learns_what_was_cast_elsewhere(
    world: World, kiosk: Kiosk, tmp_path: Path
) -> None:
    with world.serving(), session() as http:
        other = world.new_kiosk("v02")
        run_once(other, http)
        cast(world, other, 7)
        run_once(other, http)
    assert export_records(kiosk, stick(tmp_path / "stick")).entries == 0
    take_stick(world.server, stick(tmp_path / "stick"))
    take_back(kiosk, stick(tmp_path / "stick"))
    with pytest.raises(AlreadyCast):
        cast(world, kiosk, 7)


def test_all_spent_marks_come_in_one_trip_however_many(
    world: World, kiosk: Kiosk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("sync.server.spent_list", "sync.usb.office"):
        monkeypatch.setattr(f"{module}.SPENT_PER_ANSWER", 3)
    with world.serving(), session() as http:
        other = world.new_kiosk("v02")
        run_once(other, http)
        for person in range(10):
            cast(world, other, person)
        run_once(other, http)
    export_records(kiosk, stick(tmp_path / "stick"))
    take_stick(world.server, stick(tmp_path / "stick"))
    take_back(kiosk, stick(tmp_path / "stick"))
    with kiosk.journal.engine.reading() as ours, world.server.engine.begin() as theirs:
        assert set(ours.scalars(select(SpentMark.mark))) == set(theirs.scalars(select(Spent.mark)))


def test_statuses_come_down_on_the_stick(world: World, kiosk: Kiosk, tmp_path: Path) -> None:
    code = kiosk.suggesting.submit(Draft(text="路灯不亮"), "zh").receipt
    carry(kiosk, stick(tmp_path / "stick"))
    take_stick(world.server, stick(tmp_path / "stick"))
    carry(kiosk, stick(tmp_path / "stick"))
    world.now += 60
    suggestions.forward(world.server, code, "jtj", "office")
    suggestions.reply(world.server, code, Bilingual("已修好", "Repaired"), "office")
    take_stick(world.server, stick(tmp_path / "stick"))
    assert carry(kiosk, stick(tmp_path / "stick")).returned is not None
    found = kiosk.following.find(code)
    assert found.status is not None and found.status.state is State.REPLIED


def test_the_newest_pack_comes_down_and_only_what_changed_is_copied_twice(
    world: World, kiosk: Kiosk, tmp_path: Path
) -> None:
    export_records(kiosk, stick(tmp_path / "stick"))
    take_stick(world.server, stick(tmp_path / "stick"))
    before = {path.name: path.stat().st_mtime_ns for path in blobs(tmp_path / "stick")}
    world.files["clips/b.mp4"] = b"b" * 9_000_000
    world.publish()
    take_stick(world.server, stick(tmp_path / "stick"))
    after = {path.name: path.stat().st_mtime_ns for path in blobs(tmp_path / "stick")}
    unchanged = {name for name in before if after.get(name) == before[name]}
    assert len(unchanged) == len(before) and len(after) == len(before) + 1
    assert take_back(kiosk, stick(tmp_path / "stick")).pack == 2
    path = kiosk.library.path("clips/b.mp4")
    assert path is not None and path.read_bytes() == world.files["clips/b.mp4"]
    world.files.pop("clips/b.mp4")
    world.publish()
    take_stick(world.server, stick(tmp_path / "stick"))
    assert {path.name for path in blobs(tmp_path / "stick")} == set(before)


def test_a_pack_without_room_comes_in_parts_on_several_trips(world: World, kiosk: Kiosk, tmp_path: Path) -> None:
    world.files["clips/b.mp4"] = b"b" * 9_000_000
    world.publish()
    export_records(kiosk, stick(tmp_path / "stick"))
    small = stick(tmp_path / "stick", SmallFiles(tmp_path / "stick", KEEP_FREE + 5_000_000))
    taken = take_stick(world.server, small)
    assert taken.pack is not None and taken.pack.lacking == 9_000_000
    returned = take_back(kiosk, stick(tmp_path / "stick"))
    assert (returned.pack, returned.lacking) == (None, 9_000_000)
    assert kiosk.library.published.manifest.version == 1, "the pack in force goes on"
    world.now += 60
    taken = take_stick(world.server, stick(tmp_path / "stick"))
    assert taken.pack is not None and taken.pack.lacking == 0
    assert take_back(kiosk, stick(tmp_path / "stick")).pack == 2


def test_a_blob_larger_than_a_part_lies_in_several_files_and_comes_whole(
    world: World, kiosk: Kiosk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chunk = 4 * 1024 * 1024
    for module in ("sync.usb.loading", "sync.usb.source"):
        monkeypatch.setattr(f"{module}.PART_BYTES", chunk)
    world.files["clips/b.mp4"] = bytes(range(256)) * 40_000
    world.publish()
    export_records(kiosk, stick(tmp_path / "stick"))
    take_stick(world.server, stick(tmp_path / "stick"))
    manifest = world.server.packs / "2.cose"
    file = kiosk.content.read_manifest(manifest.read_bytes()).file("clips/b.mp4")
    assert file is not None
    sizes = {path.name: path.stat().st_size for path in blobs(tmp_path / "stick")}
    assert [sizes[part_name(file.sha256, part)] for part in range(3)] == [chunk, chunk, 10_240_000 - 2 * chunk]
    assert take_back(kiosk, stick(tmp_path / "stick")).pack == 2


def test_network_and_stick_together_end_with_everything_once(world: World, kiosk: Kiosk, tmp_path: Path) -> None:
    cast(world, kiosk, 1)
    export_records(kiosk, stick(tmp_path / "stick"))
    cast(world, kiosk, 2)
    with world.serving(), session() as http:
        run_once(online(world, kiosk), http)
        taken = take_stick(world.server, stick(tmp_path / "stick"))
        assert [arrival.outcome for arrival in taken.arrivals] == ["stored"]
        cast(world, kiosk, 3)
        run_once(online(world, kiosk), http)
    check_union(world, kiosk)
    assert kiosk.journal.state().unsent == 0


def test_a_stick_that_the_network_has_overtaken_is_old_and_changes_nothing(
    world: World, kiosk: Kiosk, tmp_path: Path
) -> None:
    cast(world, kiosk, 1)
    export_records(kiosk, stick(tmp_path / "stick"))
    take_stick(world.server, stick(tmp_path / "stick"))
    (old,) = acks(tmp_path / "stick")
    kept = old.read_bytes()
    take_back(kiosk, stick(tmp_path / "stick"))
    world.now += 600
    cast(world, kiosk, 2)
    export_records(kiosk, stick(tmp_path / "stick"))
    take_stick(world.server, stick(tmp_path / "stick"))
    take_back(kiosk, stick(tmp_path / "stick"))
    old.write_bytes(kept)
    before = kiosk.journal.state()
    with pytest.raises(StickOld):
        take_back(kiosk, stick(tmp_path / "stick"))
    assert kiosk.journal.state() == before


def test_a_kiosk_without_content_says_that_it_knows_no_key_and_takes_content_from_a_stick(
    world: World, kiosk: Kiosk, tmp_path: Path
) -> None:
    with world.serving():
        fresh = world.new_kiosk("v02")
    with pytest.raises(NoContentYet):
        export_records(fresh, stick(tmp_path / "empty"))
    (tmp_path / "stick").mkdir()
    take_stick(world.server, stick(tmp_path / "stick"), new=True)
    carried = carry(fresh, stick(tmp_path / "stick"))
    assert carried.returned is not None and carried.returned.pack == 1
    assert carried.exported is not None and carried.exported.entries == 0


def test_a_kiosk_without_content_takes_it_from_another_venues_stick_and_leaves_the_answers(
    world: World, kiosk: Kiosk, tmp_path: Path
) -> None:
    with world.serving():
        fresh = world.new_kiosk("v02")
    cast(world, kiosk, 1)
    export_records(kiosk, stick(tmp_path / "stick"))
    take_stick(world.server, stick(tmp_path / "stick"))
    assert take_back(fresh, stick(tmp_path / "stick")) == Returned(0, True, 1, 0, False, "")
    assert take_back(kiosk, stick(tmp_path / "stick")).acknowledged == 1


def test_an_answer_of_a_server_whose_clock_was_put_back_counts_if_it_covers_more(
    world: World, kiosk: Kiosk, tmp_path: Path
) -> None:
    for now in (world.now + 10**8, world.now):
        world.now = now
        cast(world, kiosk, int(now) % 997)
        export_records(kiosk, stick(tmp_path / "stick"))
        take_stick(world.server, stick(tmp_path / "stick"))
        assert take_back(kiosk, stick(tmp_path / "stick")).acknowledged == 1
