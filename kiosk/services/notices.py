"""What staff must be told about this kiosk, as typed facts; the screens own the words."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from kiosk.storage.journal import Journal
from kiosk.storage.mirror import Mirror
from kiosk.storage.rescue import SetAside, all_set_aside
from kiosk.storage.reserve import Reserve


@dataclass(frozen=True, slots=True)
class Forked:
    """The server had other entries under this kiosk's epoch: the machine was cloned or lost the end of its journal."""


@dataclass(frozen=True, slots=True)
class MirrorTrouble:
    """The second medium lacks entries; `why` is the system's word for it. Voting goes on."""

    why: str


@dataclass(frozen=True, slots=True)
class DiskFull:
    """The room kept for ballots was given up."""


Notice: TypeAlias = SetAside | Forked | MirrorTrouble | DiskFull


class Notices:
    """Collects them. Reading never changes anything."""

    def __init__(self, folder: Path, journal: Journal, mirror: Mirror | None, reserve: Reserve) -> None:
        self._folder = folder
        self._journal = journal
        self._mirror = mirror
        self._reserve = reserve

    def now(self) -> tuple[Notice, ...]:
        """Everything that needs a look, the gravest first. Raises StorageError."""
        found: list[Notice] = list(all_set_aside(self._folder))
        if self._journal.state().fork_noted:
            found.append(Forked())
        if self._mirror is not None and self._mirror.trouble:
            found.append(MirrorTrouble(self._mirror.trouble))
        if not self._reserve.held:
            found.append(DiskFull())
        return tuple(found)
