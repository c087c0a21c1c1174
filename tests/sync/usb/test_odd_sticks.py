"""Sticks as people and strangers leave them: links, pipes, folders for files, names in capitals, spoiled video."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from sticks import CAMPAIGN, SmallFiles, acks, blobs, cast, check_union, stick, tap, ups
from worlds import World

from kiosk.services.kiosk import Kiosk
from sync.usb.carrying import carry
from sync.usb.errors import StickBroken, StickBusy
from sync.usb.export import export_records
from sync.usb.layout import kiosk_folder, pack_folder
from sync.usb.office import take_stick
from sync.usb.returning import take_back


@pytest.fixture
def exported(world: World, kiosk: Kiosk, tmp_path: Path) -> Path:
    """A stick with three bundles."""
    tap(kiosk, 1100)
    export_records(kiosk, stick(tmp_path / "stick"))
    return tmp_path / "stick"


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    """A folder of the machine that no stick may reach."""
    folder = tmp_path / "outside"
    folder.mkdir()
    (folder / "precious").write_bytes(b"precious")
    (folder / "precious.tmp").write_bytes(b"precious")
    return folder


def untouched(outside: Path) -> bool:
    return {path.name: path.read_bytes() for path in outside.iterdir()} == {
        "precious": b"precious",
        "precious.tmp": b"precious",
    }


@pytest.mark.parametrize("kind", ["folder", "pipe", "endless", "link"])
def test_one_file_that_cannot_be_read_does_not_hold_up_the_others(
    world: World, kiosk: Kiosk, exported: Path, outside: Path, kind: str
) -> None:
    odd = exported / kiosk_folder(CAMPAIGN, "v01-1") / f"{'0' * 32}-000000000001.up"
    if kind == "folder":
        odd.mkdir()
    elif kind == "pipe":
        os.mkfifo(odd)
    elif kind == "endless":
        with odd.open("wb") as stream:
            stream.truncate(1 << 32)
    else:
        odd.symlink_to(outside / "precious")
    taken = take_stick(world.server, stick(exported))
    assert [(one.file, one.outcome) for one in taken.refused] == [(odd.name, "stick-broken")]
    assert taken.acknowledged == {"v01-1": 1100}
    check_union(world, kiosk)


@pytest.mark.parametrize("place", ["SANMIN", "SANMIN/qd2021/kiosks/v01-1", "SANMIN/qd2021/pack/blobs"])
def test_a_link_on_a_stick_never_leads_into_the_machine(
    world: World, kiosk: Kiosk, exported: Path, outside: Path, place: str
) -> None:
    target = exported / place
    if target.exists():
        target.rename(exported / "moved")
    target.parent.mkdir(parents=True, exist_ok=True)
    target.symlink_to(outside, target_is_directory=True)
    with pytest.raises(StickBroken):
        take_stick(world.server, stick(exported))
    if "kiosks" in place or place == "SANMIN":
        with pytest.raises(StickBroken):
            export_records(kiosk, stick(exported))
    assert untouched(outside)


def test_what_was_left_half_written_as_a_link_is_replaced_and_not_followed(
    world: World, kiosk: Kiosk, exported: Path, outside: Path
) -> None:
    names = [path.name for path in ups(exported)]
    for name in (f"{name}.tmp" for name in names):
        (exported / kiosk_folder(CAMPAIGN, "v01-1") / name).symlink_to(outside / "precious")
    (exported / "SANMIN/qd2021/statuses.zst.tmp").symlink_to(outside / "precious")
    export_records(kiosk, stick(exported))
    assert take_stick(world.server, stick(exported)).acknowledged == {"v01-1": 1100}
    assert untouched(outside)


def test_names_in_capitals_as_another_machine_wrote_them(world: World, kiosk: Kiosk, exported: Path) -> None:
    """FAT32 keeps short names in capitals; some systems show and copy them so."""
    for path in sorted(exported.rglob("*"), key=lambda path: -len(path.parts)):
        path.rename(path.with_name(path.name.upper()))
    assert take_stick(world.server, stick(exported)).acknowledged == {"v01-1": 1100}
    assert carry(kiosk, stick(exported)).returned is not None
    assert kiosk.journal.state().unsent == 0
    assert [path.name for path in exported.iterdir()] == ["SANMIN"]
    assert [path.name for path in (exported / "SANMIN").iterdir()] == ["QD2021"]


def test_a_video_that_went_bad_on_the_stick_is_written_anew_at_the_office(
    world: World, kiosk: Kiosk, tmp_path: Path
) -> None:
    cast(world, kiosk, 1)
    export_records(kiosk, stick(tmp_path / "stick"))
    world.files["clips/b.mp4"] = b"b" * 5_000_000
    world.publish()
    take_stick(world.server, stick(tmp_path / "stick"))
    spoiled = max(blobs(tmp_path / "stick"), key=lambda path: path.stat().st_size)
    data = bytearray(spoiled.read_bytes())
    data[4_500_000] ^= 1
    spoiled.write_bytes(data)
    first = take_back(kiosk, stick(tmp_path / "stick"))
    assert (first.pack, first.content_trouble, first.acknowledged) == (None, "stick-tampered", 1)
    assert spoiled not in blobs(tmp_path / "stick") and (tmp_path / "stick" / pack_folder(CAMPAIGN)).exists()
    take_stick(world.server, stick(tmp_path / "stick"))
    second = take_back(kiosk, stick(tmp_path / "stick"))
    assert (second.pack, second.content_trouble) == (2, "")
    assert acks(tmp_path / "stick")


def test_a_stick_that_another_program_is_using_is_said_to_be_busy_and_not_broken(
    world: World, kiosk: Kiosk, exported: Path
) -> None:
    """The screen and the command line, or two imports: one took the other's half-written file for a broken stick."""
    before = {path: path.stat().st_mtime_ns for path in exported.rglob("*")}
    with stick(exported).alone():
        for use in (
            lambda: take_stick(world.server, stick(exported)),
            lambda: carry(kiosk, stick(exported)),
            lambda: export_records(kiosk, stick(exported)),
            lambda: take_back(kiosk, stick(exported)),
        ):
            with pytest.raises(StickBusy):
                use()
    assert {path: path.stat().st_mtime_ns for path in exported.rglob("*")} == before
    assert take_stick(world.server, stick(exported)).acknowledged == {"v01-1": 1100}


def test_what_was_left_half_written_makes_room_before_it_is_counted(kiosk: Kiosk, tmp_path: Path) -> None:
    """A stick that was pulled out while it was nearly full was full for good."""
    folder = tmp_path / "stick"
    small = stick(folder, SmallFiles(folder, 300_000))
    place = folder / kiosk_folder(CAMPAIGN, "v01-1")
    place.mkdir(parents=True)
    (place / f"{'0' * 32}-000000000001.up.tmp").write_bytes(bytes(250_000))
    tap(kiosk, 10)
    assert export_records(kiosk, small).entries == 10
