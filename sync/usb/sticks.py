"""Which sticks are plugged in: the mount table and what the kernel says of the devices behind it.

Mounting is the system's work (udisks2 with an automounter, or systemd's `.mount` units); nothing here needs root.
"""

from __future__ import annotations

import os
import select
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from sync.usb.errors import NoStick

PROC, SYS = Path("/proc"), Path("/sys")
SYSTEM = frozenset(("/", "/boot", "/boot/efi", "/boot/firmware", "/efi", "/home", "/usr", "/var"))
"""Where the machine's own disk is mounted."""
_USB = "/usb"
_ESCAPES = {"\\040": " ", "\\011": "\t", "\\012": "\n", "\\134": "\\"}


@dataclass(frozen=True, slots=True)
class Stick:
    """A mounted removable device. `filesystem` is the kernel's name: vfat, exfat, ext4 …"""

    folder: Path
    device: str
    filesystem: str
    read_only: bool


def find_sticks(proc: Path = PROC, sys: Path = SYS, kept: Iterable[Path] = ()) -> tuple[Stick, ...]:
    """Every mounted stick, each device once, in the order in which they were mounted.

    What the machine itself lives on is none, though it may hang on USB, nor is what holds one of the folders `kept`: a
    mirror's medium must not be pulled out.
    """
    table = [_read(line) for line in (proc / "self" / "mountinfo").read_text("utf-8", "surrogateescape").splitlines()]
    blocks = sys / "dev" / "block"
    ours = {_disk(blocks / number) for number, mounted in table if str(mounted.folder) in SYSTEM}
    ours |= {_disk(blocks / number) for number in _numbers(kept)}
    found: dict[str, Stick] = {}
    for number, stick in table:
        disk = _disk(blocks / number)
        if number not in found and disk is not None and disk not in ours and _is_removable(blocks / number, disk):
            found[number] = stick
    return tuple(found.values())


def only_stick(proc: Path = PROC, sys: Path = SYS, kept: Iterable[Path] = ()) -> Stick:
    """The stick that was plugged in last. Raises NoStick."""
    sticks = find_sticks(proc, sys, kept)
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


def _numbers(folders: Iterable[Path]) -> Iterator[str]:
    """The devices that folders lie on, as the mount table names them; those that are not there have none."""
    for folder in folders:
        with suppress(OSError):
            device = folder.stat().st_dev
            yield f"{os.major(device)}:{os.minor(device)}"


def _disk(device: Path) -> Path | None:
    """The whole disk of a block device; None for what is no block device."""
    try:
        real = Path(os.path.realpath(device, strict=True))
    except OSError:
        return None
    return real.parent if (real / "partition").exists() else real


def _is_removable(device: Path, disk: Path) -> bool:
    """Whether a block device hangs on USB or says that its medium can be taken out; a partition asks its disk."""
    if _USB in os.path.realpath(device):
        return True
    try:
        return (disk / "removable").read_text("ascii").strip() == "1"
    except OSError:
        return False
