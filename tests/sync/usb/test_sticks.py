"""Which mounted things are sticks: tables as real kernels write them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from sync.usb.errors import NoStick
from sync.usb.sticks import Stick, find_sticks, only_stick, wait_for_change

TABLE = r"""22 1 8:2 / / rw,relatime shared:1 - ext4 /dev/sda2 rw
25 22 0:23 / /run rw,nosuid shared:5 - tmpfs tmpfs rw,size=1G
40 22 8:17 / /media/kiosk/SAN\040MIN rw,nosuid shared:9 - vfat /dev/sdb1 rw,uid=1000
41 22 8:33 / /media/kiosk/locked ro,nosuid - exfat /dev/sdc1 ro,uid=1000
42 22 8:17 / /mnt/again rw - vfat /dev/sdb1 rw
43 22 179:1 / /media/card rw - vfat /dev/mmcblk0p1 rw
44 22 8:49 /sub /media/disk rw - ext4 /dev/sdd1 rw
"""


@pytest.fixture
def machine(tmp_path: Path) -> tuple[Path, Path]:
    """/proc and /sys of a machine: its own disk, a stick, a read-only USB disk, a card reader, an internal disk."""
    proc, sys = tmp_path / "proc", tmp_path / "sys"
    (proc / "self").mkdir(parents=True)
    (proc / "self" / "mountinfo").write_text(TABLE)
    devices = {
        "8:2": ("pci0/ata1/sda", "sda2", "0"),
        "8:17": ("pci0/usb1/1-1/sdb", "sdb1", "1"),
        "8:33": ("pci0/usb2/2-1/sdc", "sdc1", "0"),
        "179:1": ("platform/mmc/mmcblk0", "mmcblk0p1", "1"),
        "8:49": ("pci0/ata2/sdd", "sdd1", "0"),
    }
    for number, (disk, partition, removable) in devices.items():
        folder = sys / "devices" / disk / partition
        folder.mkdir(parents=True)
        (folder / "partition").write_text("1")
        (folder.parent / "removable").write_text(f"{removable}\n")
        (sys / "dev" / "block").mkdir(parents=True, exist_ok=True)
        (sys / "dev" / "block" / number).symlink_to(folder)
    return proc, sys


def test_sticks_cards_and_usb_disks_are_found_each_once_and_nothing_built_in(machine: tuple[Path, Path]) -> None:
    assert find_sticks(*machine) == (
        Stick(Path("/media/kiosk/SAN MIN"), "/dev/sdb1", "vfat", False),
        Stick(Path("/media/kiosk/locked"), "/dev/sdc1", "exfat", True),
        Stick(Path("/media/card"), "/dev/mmcblk0p1", "vfat", False),
    )


def test_a_stick_without_partitions_asks_itself(machine: tuple[Path, Path]) -> None:
    proc, sys = machine
    whole = sys / "devices" / "platform" / "whole"
    whole.mkdir()
    (whole / "removable").write_text("1\n")
    (sys / "dev" / "block" / "8:80").symlink_to(whole)
    (proc / "self" / "mountinfo").write_text("50 22 8:80 / /media/whole rw - vfat /dev/sdf rw\n")
    assert [stick.device for stick in find_sticks(proc, sys)] == ["/dev/sdf"]


def test_a_machine_that_runs_from_a_usb_disk_does_not_take_it_for_a_stick(machine: tuple[Path, Path]) -> None:
    """Records were written onto the kiosk's own disk, and staff were told to pull it out."""
    proc, _ = machine
    own = TABLE.replace("22 1 8:2 /", "22 1 8:33 /") + "45 22 8:34 / /boot/efi rw - vfat /dev/sdc2 rw\n"
    (proc / "self" / "mountinfo").write_text(own)
    other = machine[1] / "devices" / "pci0" / "usb2" / "2-1" / "sdc" / "sdc2"
    other.mkdir()
    (other / "partition").write_text("2")
    (machine[1] / "dev" / "block" / "8:34").symlink_to(other)
    assert [stick.device for stick in find_sticks(*machine)] == ["/dev/sdb1", "/dev/mmcblk0p1"]


def test_the_medium_of_the_mirror_is_no_stick(machine: tuple[Path, Path], tmp_path: Path) -> None:
    """It is plugged in all the time: it was taken at once, and staff were told to pull it out."""
    device = tmp_path.stat().st_dev
    number = f"{os.major(device)}:{os.minor(device)}"
    (machine[1] / "dev" / "block" / number).symlink_to(
        machine[1] / "devices" / "pci0" / "usb2" / "2-1" / "sdc" / "sdc1"
    )
    assert [stick.device for stick in find_sticks(*machine, kept=(tmp_path, tmp_path / "away"))] == [
        "/dev/sdb1",
        "/dev/mmcblk0p1",
    ]


def test_the_one_plugged_in_last_is_taken_if_none_is_named(machine: tuple[Path, Path]) -> None:
    assert only_stick(*machine).device == "/dev/mmcblk0p1"
    (machine[0] / "self" / "mountinfo").write_text(TABLE.splitlines()[0] + "\n")
    with pytest.raises(NoStick):
        only_stick(*machine)


def test_the_real_table_can_be_read() -> None:
    assert isinstance(find_sticks(), tuple)
    wait_for_change(0)
