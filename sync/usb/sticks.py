"""Which sticks are plugged in: the mount table and what the kernel says of the devices behind it.

Mounting is the system's work (udisks2 with an automounter, or systemd's `.mount` units); nothing here needs root.
"""

from __future__ import annotations

import os
import select
from dataclasses import dataclass
from pathlib import Path

from sync.usb.errors import NoStick

PROC, SYS = Path("/proc"), Path("/sys")
_USB = "/usb"
_ESCAPES = {"\\040": " ", "\\011": "\t", "\\012": "\n", "\\134": "\\"}


@dataclass(frozen=True, slots=True)
class Stick:
    """A mounted removable device. `filesystem` is the kernel's name: vfat, exfat, ext4 …"""

    folder: Path
    device: str
    filesystem: str
    read_only: bool


def find_sticks(proc: Path = PROC, sys: Path = SYS) -> tuple[Stick, ...]:
    """Every mounted stick, each device once, in the order in which they were mounted."""
    found: dict[str, Stick] = {}
    for line in (proc / "self" / "mountinfo").read_text("utf-8", "surrogateescape").splitlines():
        number, stick = _read(line)
        if number not in found and _is_removable(sys / "dev" / "block" / number):
            found[number] = stick
    return tuple(found.values())


def only_stick(proc: Path = PROC, sys: Path = SYS) -> Stick:
    """The stick that was plugged in last. Raises NoStick."""
    sticks = find_sticks(proc, sys)
    if not sticks:
        raise NoStick
    return sticks[-1]


def wait_for_change(seconds: float, proc: Path = PROC) -> bool:
    """Sleep until something is mounted or unmounted; whether it was, or the time ran out.

    The kernel marks /proc/self/mountinfo with POLLPRI (proc(5)), so nothing is polled.
    """
    with (proc / "self" / "mountinfo").open("rb") as table:
        table.read()
        waiting = select.poll()
        waiting.register(table, select.POLLPRI | select.POLLERR)
        return bool(waiting.poll(int(seconds * 1000)))


def _read(line: str) -> tuple[str, Stick]:
    """One line of mountinfo, see proc(5): the device's number and what is mounted."""
    before, _, after = line.partition(" - ")
    fields, about = before.split(" "), after.split(" ")
    options = {*fields[5].split(","), *about[2].split(",")}
    return fields[2], Stick(Path(_unescaped(fields[4])), _unescaped(about[1]), about[0], "ro" in options)


def _unescaped(text: str) -> str:
    for code, character in _ESCAPES.items():
        text = text.replace(code, character)
    return text


def _is_removable(device: Path) -> bool:
    """Whether a block device hangs on USB or says that its medium can be taken out; a partition asks its disk."""
    try:
        real = Path(os.path.realpath(device, strict=True))
    except OSError:
        return False
    disk = real.parent if (real / "partition").exists() else real
    if _USB in str(real):
        return True
    try:
        return (disk / "removable").read_text("ascii").strip() == "1"
    except OSError:
        return False
