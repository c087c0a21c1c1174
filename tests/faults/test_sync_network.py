"""Whatever a network does: in the end the server holds the union of the kiosks once, and every chain verifies."""

from __future__ import annotations

import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import requests
from lines import Fault, Line, cut, dead, deaf, garbled, portal, twice
from sticks import cast, check_union, stick, tap
from worlds import NOW, World, session

from kiosk.domain.credential import CredentialRefused
from kiosk.services.kiosk import Kiosk
from kiosk.services.notices import Forked
from kiosk.storage.epochs import Ended
from sync.bundle import write_bundle
from sync.client import SyncReport, bundle_of, run_once
from sync.errors import NotTheServer, SyncError, TryAgain
from sync.server.export import export_collection
from sync.server.forks import forks_now
from sync.server.ingest import ingest
from sync.server.server import open_server
from sync.usb.export import export_records
from sync.usb.office import take_stick
from sync.usb.returning import take_back

YEAR = 365 * 86_400


@pytest.fixture
def world(unserved: World) -> World:
    """It is served only where a test says so."""
    return unserved


@pytest.fixture
def line(world: World) -> Line:
    return Line(world)


@pytest.fixture
def kiosk(world: World, line: Line) -> Kiosk:
    with world.serving():
        made = world.new_kiosk()
    sync(line, made)
    return made


def sync(line: Line, kiosk: Kiosk, *faults: Fault, most: int = 500) -> SyncReport:
    line.faults[:] = faults
    with line.session() as http:
        return run_once(kiosk, http, most=most)


def test_a_lost_acknowledgement_costs_a_repetition_and_nothing_else(world: World, line: Line, kiosk: Kiosk) -> None:
    cast(world, kiosk, 1)
    with pytest.raises(TryAgain):
        sync(line, kiosk, deaf, deaf)
    assert kiosk.journal.state().unsent == 1, "success is an acknowledgement, nothing else"
    check_union(world, kiosk)
    assert sync(line, kiosk).unsent == 0
    check_union(world, kiosk)


def test_after_a_time_out_the_same_entries_go_in_smaller_bundles(world: World, line: Line, kiosk: Kiosk) -> None:
    def too_large(ask: object) -> bytes:
        raise requests.ReadTimeout

    tap(kiosk, 400)
    line.bundles.clear()
    assert sync(line, kiosk, too_large).unsent == 0
    assert len(line.bundles) == 3, "400 in vain, then 200 and 200"
    assert len(line.bundles[1]) < 0.7 * len(line.bundles[0])
    check_union(world, kiosk)


def test_an_acknowledgement_cut_after_every_byte(world: World, line: Line, kiosk: Kiosk) -> None:
    cast(world, kiosk, 1)
    whole: list[bytes] = []

    def hear(ask: object) -> bytes:
        whole.append(ask())  # type: ignore[operator]
        return whole[-1]

    probe = tap_bundle(world, kiosk)
    length = len(probe)
    for count in range(length):
        with pytest.raises(NotTheServer):
            sync(line, kiosk, cut(count))
        assert kiosk.journal.state().unsent == 1
    assert sync(line, kiosk, hear).unsent == 0
    assert len(whole[0]) >= length - 8
    check_union(world, kiosk)


def tap_bundle(world: World, kiosk: Kiosk) -> bytes:
    """What the server says to what this kiosk has to send; the kiosk does not hear it."""
    tail = kiosk.journal.tail(kiosk.journal.acked(kiosk.journal.epoch))
    return ingest(world.server, write_bundle(bundle_of(kiosk, tail), kiosk.key))


@pytest.mark.parametrize("fault", [dead, portal, *(garbled(place) for place in range(0, 400, 23))])
def test_an_answer_that_is_not_the_servers_changes_nothing(
    world: World, line: Line, kiosk: Kiosk, fault: Fault
) -> None:
    tap(kiosk, 3)
    before = kiosk.journal.state()
    with pytest.raises(SyncError):
        sync(line, kiosk, fault)
    assert kiosk.journal.state() == before
    assert sync(line, kiosk, twice).unsent == 0
    check_union(world, kiosk)


def test_another_kiosks_acknowledgement_is_not_ours(world: World, line: Line, kiosk: Kiosk) -> None:
    with world.serving():
        other = world.new_kiosk("v02")
    theirs: list[bytes] = []
    sync(line, other, lambda ask: theirs.append(ask()) or theirs[0])
    tap(kiosk, 1)
    with pytest.raises(NotTheServer):
        sync(line, kiosk, lambda ask: theirs[0])
    assert kiosk.journal.state().unsent == 1


def test_an_acknowledgement_of_yesterday_played_again_loses_nothing(world: World, line: Line, kiosk: Kiosk) -> None:
    heard: list[bytes] = []
    tap(kiosk, 1)
    sync(line, kiosk, lambda ask: heard.append(ask()) or heard[0])
    tap(kiosk, 2)
    sync(line, kiosk)
    sync(line, kiosk, lambda ask: heard[0])
    tap(kiosk, 1)
    assert sync(line, kiosk).unsent == 0
    check_union(world, kiosk)


def test_the_same_batch_five_times_at_once_over_real_http(world: World) -> None:
    with world.serving():
        kiosk = world.new_kiosk()
        with session() as http:
            run_once(kiosk, http)
        tap(kiosk, 900)

        def once(_: int) -> int:
            with session() as http:
                return run_once(kiosk, http).unsent

        with ThreadPoolExecutor(5) as pool:
            unsent = list(pool.map(once, range(5)))
        # An answer of before may be heard after a later one, and the last one heard is believed, as a restored server
        # needs it: then a batch counts as unsent until the next contact, never the other way round.
        assert set(unsent) <= {0, 400} and once(0) == 0
    check_union(world, kiosk)


def test_network_and_stick_at_the_same_time(world: World, line: Line, kiosk: Kiosk, tmp_path: Path) -> None:
    tap(kiosk, 700)
    export_records(kiosk, stick(tmp_path / "stick"))
    with ThreadPoolExecutor(2) as pool:
        by_stick = pool.submit(take_stick, world.server, stick(tmp_path / "stick"))
        by_line = pool.submit(sync, line, kiosk)
        assert by_line.result().unsent == 0
        assert {arrival.outcome for arrival in by_stick.result().arrivals} <= {"stored", "gap"}
    check_union(world, kiosk)
    take_back(kiosk, stick(tmp_path / "stick"))
    tap(kiosk, 1)
    assert sync(line, kiosk).unsent == 0
    check_union(world, kiosk)


@pytest.mark.parametrize("years", [-10, 10])
def test_a_clock_ten_years_off_orders_nothing_and_loses_nothing(
    world: World, line: Line, kiosk: Kiosk, years: int, tmp_path: Path
) -> None:
    with world.serving():
        other = world.new_kiosk("v02")
    sync(line, other)
    server_now = world.server.wall
    world.now = NOW + years * YEAR  # the kiosks' clocks
    object.__setattr__(world.server, "wall", lambda: NOW)
    tap(kiosk, 5)
    tap(other, 3)
    for each in (other, kiosk):
        assert sync(line, each).unsent == 0
        assert each.clock.read().behind is (years < 0)
        assert each.clock.now() == max(NOW, int(world.now))
    object.__setattr__(world.server, "wall", server_now)
    check_union(world, kiosk, other)


def test_a_server_whose_clock_was_years_ahead_closes_kiosks_no_longer_than_that(
    world: World, line: Line, kiosk: Kiosk
) -> None:
    right = world.server.wall
    object.__setattr__(world.server, "wall", lambda: NOW + 10 * YEAR)
    sync(line, kiosk)
    with pytest.raises(CredentialRefused):  # all cards have expired by then
        cast(world, kiosk, 1)
    object.__setattr__(world.server, "wall", right)
    sync(line, kiosk)
    cast(world, kiosk, 1)
    assert sync(line, kiosk).unsent == 0
    check_union(world, kiosk)


def test_a_clock_that_jumps_back_in_the_middle_of_a_batch(world: World, line: Line, kiosk: Kiosk) -> None:
    tap(kiosk, 10)

    def jump(ask: object) -> bytes:
        answer: bytes = ask()  # type: ignore[operator]
        world.now -= 10 * YEAR
        return answer

    assert sync(line, kiosk, jump, jump, most=4).unsent == 0
    assert kiosk.clock.now() >= NOW, "never earlier than what the server has signed"
    cast(world, kiosk, 1)
    assert sync(line, kiosk).unsent == 0
    check_union(world, kiosk)


def test_a_kiosk_cloned_from_a_disk_image_is_found_at_first_contact_by_line_and_by_stick(
    world: World, line: Line, kiosk: Kiosk, tmp_path: Path
) -> None:
    cast(world, kiosk, 1)
    sync(line, kiosk)
    folder = world.folder / "kiosk-v01-1"
    kiosk.close()
    shutil.copytree(folder, world.folder / "clone")
    kiosk, clone = world.open_kiosk(folder), world.open_kiosk(world.folder / "clone")
    cast(world, kiosk, 2)
    cast(world, clone, 3)
    sync(line, kiosk)
    export_records(clone, stick(tmp_path / "stick"))
    taken = take_stick(world.server, stick(tmp_path / "stick"))
    assert [arrival.outcome for arrival in taken.arrivals] == ["fork"]
    assert take_back(clone, stick(tmp_path / "stick")).forked
    assert Forked() in clone.notices.now(), "staff are told"
    (fork,) = forks_now(world.server)
    assert fork.kept is None and len(fork.copies) == 2
    statement = export_collection(world.server, tmp_path / "collection")
    assert (statement.frozen, statement.count) == (1, 1), "neither copy is counted silently"
    cast(world, clone, 4)
    for _ in range(2):
        export_records(clone, stick(tmp_path / "stick"))
        take_stick(world.server, stick(tmp_path / "stick"))
        take_back(clone, stick(tmp_path / "stick"))
        sync(line, kiosk)
    check_union(world, kiosk, clone)


def test_a_server_restored_from_yesterday_is_refilled_by_line_and_by_stick(
    world: World, line: Line, kiosk: Kiosk, tmp_path: Path
) -> None:
    with world.serving():
        far = world.new_kiosk("v02")
    sync(line, far)
    tap(kiosk, 5)
    tap(far, 5)
    sync(line, kiosk)
    world.server.close()
    shutil.copytree(world.server_folder, tmp_path / "yesterday")
    world.server = open_server(world.server_folder, None, lambda: world.now)
    world.now += 60
    tap(kiosk, 5)
    sync(line, kiosk)
    carry_once(world, far, tmp_path / "stick")
    assert far.journal.state().unsent == 0
    world.server.close()
    world.now += 60
    world.server = open_server(tmp_path / "yesterday", None, lambda: world.now)
    tap(kiosk, 1)
    tap(far, 1)
    for _ in range(2):
        sync(line, kiosk)
        world.now += 60
        carry_once(world, far, tmp_path / "stick")
    check_union(world, kiosk, far)
    assert {each.journal.state().unsent for each in (kiosk, far)} == {0}


def test_a_server_restored_from_yesterday_gets_ended_epochs_again_by_stick_alone(
    world: World, kiosk: Kiosk, tmp_path: Path
) -> None:
    """They were acknowledged in full, so no stick carried anything of them, not even the question."""
    world.server.close()
    shutil.copytree(world.server_folder, tmp_path / "yesterday")
    world.server = open_server(world.server_folder, None, lambda: world.now)
    cast(world, kiosk, 1)
    carry_once(world, kiosk, tmp_path / "stick")
    with kiosk.journal.engine.begin() as connection:
        kiosk.journal.begin_epoch(connection, Ended.RESTORED)
    carry_once(world, kiosk, tmp_path / "stick")
    assert kiosk.journal.state().unsent == 0
    world.server.close()
    world.server = open_server(tmp_path / "yesterday", None, lambda: world.now)
    for _ in range(4):
        world.now += 60
        carry_once(world, kiosk, tmp_path / "stick")
    check_union(world, kiosk)


def carry_once(world: World, kiosk: Kiosk, folder: Path) -> None:
    export_records(kiosk, stick(folder))
    take_stick(world.server, stick(folder))
    take_back(kiosk, stick(folder))
