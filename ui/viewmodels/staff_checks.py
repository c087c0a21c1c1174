"""The check list before opening: what is checked, what each check found, and what it takes to pass."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from kiosk.services.kiosk import Kiosk
from ui.viewmodels.staff_stand import LEAST_FREE, STALE_S, Stand, is_clock_wrong
from ui.viewmodels.staff_tiles import GB, since
from ui.viewmodels.words import Both, both, same


class Check(StrEnum):
    """In the order of the list; the first five the machine does alone."""

    CONTENT = "content"
    ACCESS = "access"
    CLOCK = "clock"
    DISK = "disk"
    JOURNAL = "journal"
    READER = "reader"
    SOUND = "sound"
    TOUCH = "touch"


BY_HAND = (Check.READER, Check.SOUND, Check.TOUCH)
CORNERS = 4


class Outcome(StrEnum):
    """`todo` waits for a person, `running` for the machine."""

    TODO = "todo"
    RUNNING = "running"
    PASSED = "passed"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Found:
    """What a check found. `why` is a code of what to do; `note` a number or a time in both languages."""

    outcome: Outcome = Outcome.TODO
    why: str = ""
    note: Both | None = None


Findings = Mapping[Check, Found]


def begin() -> dict[Check, Found]:
    """Before anything is known: the machine is at work on its own part."""
    return {check: Found(Outcome.TODO if check in BY_HAND else Outcome.RUNNING) for check in Check}


def judge_stand(stand: Stand) -> dict[Check, Found]:
    """What follows at once from how the kiosk stands."""
    return {Check.ACCESS: _access(stand), Check.CLOCK: _clock(stand), Check.DISK: _disk(stand)}


def judge_content(damaged: tuple[str, ...], count: int) -> Found:
    """After every file was read: `count` files, of which these are missing or damaged."""
    if count == 0:
        return Found(Outcome.FAILED, "no-content")
    if damaged:
        return Found(Outcome.FAILED, "damaged", same(str(len(damaged))))
    return Found(Outcome.PASSED, "", same(str(count)))


def judge_journal(agrees: bool, unreconciled: int, notices: tuple[str, ...]) -> Found:
    """Whether journal and spent marks tell the same, nothing was set aside, and the zero report would be true.

    `unreconciled` casts came after the last closing: the day before was not closed.
    """
    if not agrees:
        return Found(Outcome.FAILED, "differs")
    grave = [notice for notice in notices if notice in ("forked", "set-aside", "mirror")]
    if grave:
        return Found(Outcome.FAILED, grave[0])
    return Found(Outcome.FAILED, "not-closed", same(str(unreconciled))) if unreconciled else Found(Outcome.PASSED)


def failing(findings: Findings) -> tuple[Check, ...]:
    """What did not pass, whatever the reason: the exceptions if the day is opened now."""
    return tuple(check for check in Check if findings[check].outcome is not Outcome.PASSED)


def is_running(findings: Findings) -> bool:
    """Whether the machine is still at work."""
    return any(found.outcome is Outcome.RUNNING for found in findings.values())


def derive_rows(findings: Findings, percent: int) -> list[dict[str, Any]]:
    """[{id, outcome, why, note}], what failed first, then what a person has to do, then the rest."""
    order = {Outcome.FAILED: 0, Outcome.TODO: 1, Outcome.RUNNING: 2, Outcome.PASSED: 3}
    rows = []
    for check in sorted(Check, key=lambda check: order[findings[check].outcome]):
        found = findings[check]
        if check is Check.CONTENT and found.outcome is Outcome.RUNNING:
            found = replace(found, note=same(f"{percent}%"))
        rows.append(
            {"id": check.value, "outcome": found.outcome.value, "why": found.why, "note": found.note or both(None)}
        )
    return rows


def read_files(kiosk: Kiosk) -> Iterator[tuple[str, int, bool]]:
    """Each file of the pack in force with its size, and whether it is there and whole. Each step blocks."""
    manifest = kiosk.content.current()
    for file in () if manifest is None else manifest.files:
        yield file.name, file.size, kiosk.content.recheck(file)


def _access(stand: Stand) -> Found:
    """Roster and refused cards come in the pack: they are as old as the last word of the server about it."""
    if stand.pack == 0:
        return Found(Outcome.FAILED, "no-content")
    if stand.last_contact is None or stand.now - stand.last_contact > STALE_S:
        return Found(Outcome.FAILED, "stale", since(stand, stand.last_contact))
    return Found(Outcome.PASSED, "", since(stand, stand.last_contact))


def _clock(stand: Stand) -> Found:
    if is_clock_wrong(stand):
        return Found(Outcome.FAILED, "wrong")
    if stand.last_contact is None:
        return Found(Outcome.FAILED, "never")
    return Found(Outcome.PASSED, "", since(stand, stand.last_contact))


def _disk(stand: Stand) -> Found:
    free = same(f"{stand.free / GB:.0f} GB")
    return Found(Outcome.FAILED, "low", free) if stand.free < LEAST_FREE else Found(Outcome.PASSED, "", free)
