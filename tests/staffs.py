"""Staff at a kiosk: a card with its PIN, and what the screens are given from outside, under a test's control."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

from booths import Booth
from desks import Desk

from kiosk.crypto.pin import make_verifier
from kiosk.domain.credential import Role
from kiosk.domain.journal import Kind
from ui.viewmodels.context import Context
from ui.viewmodels.staff_ports import Carried, StaffPorts, StaffTrouble, Stick, Synced, Told, Transfer

PIN = "246810"
STAFF = 2**64 + 9
STAFF_ID = STAFF.to_bytes(10, "big")
ALL_PARTS = frozenset({"camera", "scanner", "touch", "sound"})


def publish_with_staff(booth: Booth, **changes: object) -> None:
    """The next pack knows the staff card's PIN."""
    booth.publish(pins=(make_verifier(STAFF_ID, PIN),), **changes)  # type: ignore[arg-type]


def staff_card_text(booth: Booth) -> str:
    """What a scanner reads from the staff card."""
    return booth.card(STAFF, role=Role.STAFF, category="")


def acts(booth: Booth) -> list[tuple[str, str]]:
    """(act, what) of all that staff did, in order."""
    return [(str(e.body["act"]), str(e.body.get("what", ""))) for e in booth.entries(Kind.STAFF)]


@dataclass
class Surroundings:
    """What lies outside the screens: `stick` is plugged in if it is there; what must fail has a code."""

    parts: frozenset[str] = ALL_PARTS
    stick: Path | None = None
    stick_fails: str = ""
    move_fails: str = ""
    carried: Carried = field(default_factory=lambda: Carried(entries=3))
    synced: Synced | None = None
    progress: list[Transfer] = field(default_factory=list)
    moved: list[str] = field(default_factory=list)
    restarts: int = 0
    left: int = 0
    volume: int = 60
    touch_sound: bool = False
    """Else every press would go to the sound system of whatever machine tests run on."""

    def ports(self) -> StaffPorts:
        """As the screens get it."""
        return StaffPorts(
            parts=lambda: self.parts,
            synced=lambda: self.synced,
            sticks=lambda: () if self.stick is None else (Stick(self.stick, read_only=False),),
            take_out=self._carry,
            bring_in=self._carry,
            save=self._save,
            log=lambda: ("12:00 INFO sync: unreachable",),
            move=self._move,
            restart=self._restart,
            leave=self._leave,
            volume=lambda: self.volume,
            keep_volume=self._keep_volume,
            touch_sound=lambda: self.touch_sound,
            keep_touch_sound=self._keep_touch_sound,
        )

    def _carry(self, folder: Path, told: Told) -> Carried:
        for transfer in self.progress:
            told(transfer)
        if self.stick_fails:
            raise StaffTrouble(self.stick_fails)
        return self.carried

    def _save(self, folder: Path, name: str, data: bytes) -> None:
        if self.stick_fails:
            raise StaffTrouble(self.stick_fails)
        (folder / name).write_bytes(data)

    def _move(self, code: str) -> None:
        if self.move_fails:
            raise StaffTrouble(self.move_fails)
        self.moved.append(code)

    def _restart(self) -> None:
        self.restarts += 1

    def _leave(self) -> None:
        self.left += 1

    def _keep_volume(self, percent: int) -> None:
        self.volume = percent

    def _keep_touch_sound(self, on: bool) -> None:
        self.touch_sound = on


def staffed(desk: Desk, outside: Surroundings) -> Context:
    """A view model's context with a staff card signed in."""
    sign_in = desk.booth.kiosk.sign_in
    desk.visit.signed_in = sign_in.enter(sign_in.present(staff_card_text(desk.booth)), PIN)
    return replace(desk.context, staff=outside.ports())
