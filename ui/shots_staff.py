"""The staff's screens for pictures: each task, well and in trouble, with parts and sticks that the machine lacks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol, TypeVar

from PySide6.QtCore import QObject

from kiosk.domain.staff import CheckInReason
from ui.viewmodels.staff_ports import Carried, StaffPorts, StaffTrouble, Stick, Synced, Told, Transfer
from ui.viewmodels.staff_stand import Stand

GB = 1_000_000_000
NOW = 1_639_808_760
"""18 December 2021, 14:26 in Qingdao."""
PARTS = frozenset({"camera", "scanner", "touch", "sound"})
WELL = Stand(
    now=NOW,
    last_contact=NOW - 130,
    pack=42,
    pack_created=NOW - 28_500,
    session=4,
    present=218,
    free=412 * GB,
    clock_off=0,
    heat=46,
    parts=PARTS,
    witnessed_at=NOW - 20_000,
)
"""Sample values: nothing of it is read from a machine."""


class Stage(Protocol):
    """See ui.shots_scenes."""

    def open(self, screen: str, **args: object) -> None: ...
    def call(self, slot: str, *args: object) -> None: ...
    def model(self) -> QObject: ...


@dataclass(frozen=True, slots=True)
class SampleLight:
    """A backlight for pictures."""

    def read(self) -> int:
        return 80

    def set(self, percent: int) -> None:
        return None


def _take_out(folder: Path, told: Told) -> Carried:
    return Carried(entries=17, why="stick-empty")


def _bring_in(folder: Path, told: Told) -> Carried:
    raise StaffTrouble("stick-tampered")


PORTS = StaffPorts(
    parts=lambda: PARTS,
    synced=lambda: Synced(17, 0, 43, True, False, ""),
    sticks=lambda: (Stick(Path("/media/sanmin/sdb1"), read_only=False),),
    take_out=_take_out,
    bring_in=_bring_in,
    backlight=SampleLight(),
)
S = TypeVar("S", bound=Stage)


def staff_scenes(staff: Callable[[S], None], signed_in: Callable[[S], None]) -> dict[str, Callable[[S], None]]:
    """Name → how to get there. `staff` signs staff in, `signed_in` a representative."""

    def at(
        task: str, *steps: tuple[str, *tuple[object, ...]], first: Callable[[S], None] = staff
    ) -> Callable[[S], None]:
        def go(stage: S) -> None:
            first(stage)
            stage.call("go", task)
            for slot, *given in steps:
                stage.call(slot, *given)

        return go

    def seen(stand: Stand) -> Callable[[S], None]:
        def go(stage: S) -> None:
            staff(stage)
            stage.call("show", stand)

        return go

    def attended(stage: S) -> None:
        staff(stage)
        desk = stage.model()._context.kiosk.staff_desk  # type: ignore[attr-defined]
        for number in range(27):
            desk.check_in(b"staff-card", f"{0x4C1D0000 + 977 * number:08X}", CheckInReason.CARD_DAMAGED)

    def helped(stage: S) -> None:
        signed_in(stage)
        stage.model()._context.visit.helper = b"staff-card"  # type: ignore[attr-defined]
        stage.call("rate", 2)

    waiting = replace(WELL, unsent=17, oldest=NOW - 7_500, last_contact=NOW - 7_620, clock_off=None)
    return {
        "staff-well": seen(WELL),
        "staff-attention": seen(waiting),
        "staff-support": seen(
            replace(waiting, notices=("forked", "mirror"), free=1 * GB, missing=frozenset({"camera"}), heat=91)
        ),
        "staff-cold": seen(replace(WELL, heat=None, parts=frozenset(), unsent=2, oldest=NOW)),
        "staff-open": at("open"),
        "staff-open-failing": at("open", ("begin", "sound"), ("judge", False), ("begin", "touch"), ("judge", False)),
        "staff-open-reader": at("open", ("begin", "reader")),
        "staff-open-sound": at("open", ("begin", "sound"), ("playAgain",)),
        "staff-open-corners": at("open", ("begin", "touch"), ("touchCorner", 1)),
        "staff-open-confirm": at("open", ("ask",)),
        "staff-opened": at("open", ("open",)),
        "staff-sync": at("sync"),
        "staff-sync-running": at("sync", ("show", Transfer(412_300_000, 1_930_000_000, 23, 340.0))),
        "staff-sync-done": at("sync", ("start",)),
        "staff-usb": at("usb"),
        "staff-usb-insert": at("usb", ("wait",)),
        "staff-usb-working": at("usb", ("show", "out", Transfer(400, 1700, 0, 4.0))),
        "staff-usb-safe": at("usb", ("choose", "out")),
        "staff-usb-failed": at("usb", ("choose", "in")),
        "staff-attendance": at("attendance", first=attended),
        "staff-attendance-empty": at("attendance"),
        "staff-attendance-check-in": at(
            "attendance", ("begin", "check-in"), ("type", "A"), ("type", "B"), ("choose", "card-damaged")
        ),
        "staff-attendance-lost": at("attendance", ("begin", "lost"), ("type", "1")),
        "staff-attendance-unlock": at("attendance", ("begin", "unlock")),
        "staff-help": at("help"),
        "staff-curtain": helped,
        "staff-close": at("close"),
        "staff-closed": at("close", ("close",)),
        "staff-device": at("device"),
        "staff-device-cleaning": at("device", ("begin", "cleaning")),
        "staff-device-restart": at("device", ("begin", "restart")),
        "staff-device-diagnostics": at("device", ("begin", "diagnostics")),
        "staff-device-move": at("device", ("begin", "move"), ("type", "7"), ("type", "K")),
        "staff-device-leave": at("device", ("begin", "leave"), ("type", "7")),
    }
