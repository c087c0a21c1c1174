"""A stick pulled out, full, read-only, worn out: at every single call to the system, and nothing is ever lost."""

from __future__ import annotations

import errno
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from small_disks import small_disk
from sticks import FailingFiles, ForgetfulFiles, blobs, cast, check_union, stick, tap, ups
from worlds import World, session

from kiosk.services.kiosk import Kiosk
from sync.client import run_once
from sync.usb.errors import (
    NoStick,
    StickBroken,
    StickDiffers,
    StickFails,
    StickFull,
    StickPulledOut,
    StickReadOnly,
)
from sync.usb.export import export_records
from sync.usb.medium import ASIDE, Medium
from sync.usb.office import take_stick
from sync.usb.returning import take_back


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    made = World(tmp_path)
    made.files = {"clips/a.mp4": b"a" * 5000}
    made.publish()
    yield made
    made.close()


@pytest.fixture
def kiosk(world: World) -> Kiosk:
    with world.serving():
        made = world.new_kiosk()
        with session() as http:
            run_once(made, http)
    cast(world, made, 1)
    tap(made, 700)
    return made


def calls(act: Callable[[FailingFiles], object]) -> int:
    """How many calls it makes when all goes well."""
    files = FailingFiles()
    act(files)
    return files.made


def test_a_stick_pulled_at_every_call_of_an_export(world: World, kiosk: Kiosk, tmp_path: Path) -> None:
    folder = tmp_path / "stick"
    number = calls(lambda files: export_records(kiosk, stick(tmp_path / "other", files)))
    assert number > 10
    for call in range(number):
        with pytest.raises(StickFails):
            export_records(kiosk, stick(folder, FailingFiles(call)))
        for path in ups(folder):
            assert path.stat().st_size > 0
        assert kiosk.journal.state().unsent == 701, "the kiosk keeps everything"
    export_records(kiosk, stick(folder))
    assert [path.name for path in folder.rglob(f"*{ASIDE}")] == []
    take_stick(world.server, stick(folder))
    assert take_back(kiosk, stick(folder)).acknowledged == 701
    check_union(world, kiosk)


def test_a_half_exported_stick_gives_what_is_whole_on_it(world: World, kiosk: Kiosk, tmp_path: Path) -> None:
    number = calls(lambda files: export_records(kiosk, stick(tmp_path / "other", files)))
    stored = set()
    for call in range(0, number, 2):
        folder = tmp_path / f"stick-{call}"
        with pytest.raises(StickFails):
            export_records(kiosk, stick(folder, FailingFiles(call)))
        if ups(folder):
            taken = take_stick(world.server, stick(folder))
            assert not taken.refused
            stored.add(taken.acknowledged["v01-1"])
    assert stored == {500, 701} or stored == {500}
    export_records(kiosk, stick(tmp_path / "last"))
    take_stick(world.server, stick(tmp_path / "last"))
    assert take_back(kiosk, stick(tmp_path / "last")).acknowledged == 701
    check_union(world, kiosk)


def test_a_stick_pulled_at_every_call_at_the_server(world: World, kiosk: Kiosk, tmp_path: Path) -> None:
    folder = tmp_path / "stick"
    export_records(kiosk, stick(folder))
    other = tmp_path / "other"
    export_records(kiosk, stick(other))
    number = calls(lambda files: take_stick(world.server, stick(other, files)))
    pulled = 0
    for call in range(number):
        try:
            take_stick(world.server, stick(folder, FailingFiles(call)))  # goes on behind what is on the stick
        except StickFails:
            pulled += 1
    assert pulled > 10
    take_stick(world.server, stick(folder))
    assert take_back(kiosk, stick(folder)).acknowledged == 701
    assert [path.name for path in folder.rglob(f"*{ASIDE}")] == []
    check_union(world, kiosk)


def test_a_stick_pulled_at_every_call_while_it_is_taken_back(world: World, kiosk: Kiosk, tmp_path: Path) -> None:
    folder = tmp_path / "stick"
    world.files["clips/b.mp4"] = b"b" * 6_000_000
    world.publish()
    export_records(kiosk, stick(folder))
    take_stick(world.server, stick(folder))
    whole = 0
    for call in range(60):
        try:
            result = take_back(kiosk, stick(folder, FailingFiles(call)))
        except StickFails:
            continue
        if result.pack == 2:
            whole += 1
        else:
            assert result.content_trouble in ("", "stick-broken", "stick-pulled-out")
    assert whole == 1
    assert kiosk.journal.state().unsent == 0
    assert kiosk.library.published.manifest.version == 2
    check_union(world, kiosk)


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (errno.EIO, StickBroken),
        (errno.ENODEV, StickPulledOut),
        (errno.ESTALE, StickPulledOut),
        (errno.ENOSPC, StickFull),
        (errno.EROFS, StickReadOnly),
        (errno.EACCES, StickReadOnly),
        (errno.ENAMETOOLONG, StickBroken),
    ],
)
def test_each_failure_of_the_medium_has_its_own_answer(
    kiosk: Kiosk, tmp_path: Path, code: int, kind: type[StickFails]
) -> None:
    for call in range(6):
        with pytest.raises(kind):
            export_records(kiosk, stick(tmp_path / "stick", FailingFiles(call, code)))


def test_a_stick_that_forgets_a_bit_is_found_out_and_nothing_on_it_counts(kiosk: Kiosk, tmp_path: Path) -> None:
    with pytest.raises(StickDiffers):
        export_records(kiosk, stick(tmp_path / "stick", ForgetfulFiles()))
    assert ups(tmp_path / "stick") == []


def test_a_place_where_nothing_is_mounted(tmp_path: Path) -> None:
    with pytest.raises(NoStick):
        Medium(tmp_path / "nothing")


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Path]:
    """A real small file system of its own; needs root."""
    with small_disk(tmp_path / "small", "2M") as folder:
        yield folder


def test_a_real_stick_that_is_full_and_then_has_room(world: World, kiosk: Kiosk, small: Path) -> None:
    (small / "holiday.mp4").write_bytes(bytes(1_900_000))
    with pytest.raises(StickFull) as full:
        export_records(kiosk, Medium(small))
    assert full.value.needed > full.value.free
    (small / "holiday.mp4").unlink()
    export_records(kiosk, Medium(small))
    taken = take_stick(world.server, Medium(small))
    assert taken.pack is not None and taken.pack.lacking > 0, "records first, content leaves them room"
    assert take_back(kiosk, Medium(small)).acknowledged == 701
    check_union(world, kiosk)


def test_a_real_stick_that_becomes_full_while_it_is_written(kiosk: Kiosk, small: Path) -> None:
    medium = Medium(small)
    with pytest.raises(StickFull):
        medium.write("SANMIN/large", (bytes(100_000) for _ in range(50)))
    assert medium.size("SANMIN/large") is None


def test_a_real_read_only_stick(world: World, kiosk: Kiosk, small: Path) -> None:
    export_records(kiosk, Medium(small))
    take_stick(world.server, Medium(small))
    subprocess.run(["mount", "-o", "remount,ro", small], check=True)
    assert take_back(kiosk, Medium(small)).acknowledged == 701, "what is on it can be taken all the same"
    with pytest.raises(StickReadOnly):
        export_records(kiosk, Medium(small))


def test_a_stick_that_is_gone_leaves_nothing_on_the_kiosks_own_disk(kiosk: Kiosk, small: Path) -> None:
    medium = Medium(small)
    subprocess.run(["umount", "-l", small], check=True)
    with pytest.raises(StickPulledOut):
        export_records(kiosk, medium)
    assert list(small.iterdir()) == []


def test_parts_of_the_pack_are_whole_or_not_there(world: World, kiosk: Kiosk, tmp_path: Path) -> None:
    folder = tmp_path / "stick"
    export_records(kiosk, stick(folder))
    wanted = {path.name: path.read_bytes() for path in world.server.folder.joinpath("blobs").iterdir()}
    for call in range(40):
        try:
            take_stick(world.server, stick(folder, FailingFiles(call)))
        except StickFails:
            for path in blobs(folder) if (folder / "SANMIN/qd2021/pack/blobs").exists() else []:
                if not path.name.endswith(ASIDE):
                    assert path.read_bytes() == wanted[path.name.split(".")[0]]
