"""One release: results come out once, when every kiosk has delivered all it recorded or is declared lost.

At closing each kiosk shows how many entries its journal has and the head of their chain; staff report both, and the
organiser keeps them as a table with the columns kiosk, entries, head and lost. A lost kiosk has the reason in `lost`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from organiser.tables import Line, TableRefused, read_table
from organiser.tally.errors import ReleaseRefused, TallyRefused
from organiser.tally.statement import ExportedEpoch, ExportStatement

COLUMNS = {
    "kiosk": ("kiosk", "终端", "终端编号"),
    "entries": ("entries", "记录数", "流水条数"),
    "head": ("head", "流水指纹", "链头"),
    "lost": ("lost", "灭失原因", "丢失原因"),
}
LEAST_HEAD = 8
"""Hexadecimal digits of a head that must be reported at least, if any are."""


class Delivery(StrEnum):
    """What is known of a kiosk's journal."""

    COMPLETE = "complete"
    LOST = "lost"
    UNREPORTED = "unreported"
    MISSING = "missing"
    FROZEN = "frozen"
    OTHER_HEAD = "other-head"


@dataclass(frozen=True, slots=True)
class Closing:
    """What a venue reported of one kiosk. `head` is the beginning of the chain's head in hex, or empty."""

    kiosk: str
    entries: int
    head: str = ""
    lost: str = ""


@dataclass(frozen=True, slots=True)
class KioskDelivery:
    """One kiosk: entries at the server, entries reported at closing (None without a report), why it may be lost."""

    kiosk: str
    stored: int
    reported: int | None
    state: Delivery
    lost: str = ""


@dataclass(frozen=True, slots=True)
class Aside:
    """Entries of one kiosk that the server keeps but that are not in the collection: `frozen`, `fork`, `quarantine`."""

    kiosk: str
    epoch: str
    why: str
    entries: int


@dataclass(frozen=True, slots=True)
class Release:
    """On which ground results came out. `reason` says why in spite of what is missing; empty if nothing is."""

    kiosks: tuple[KioskDelivery, ...]
    frozen: int
    quarantined: int
    aside: tuple[Aside, ...]
    reason: str = ""

    @property
    def incomplete(self) -> dict[str, str]:
        """Kiosks that stand in the way, with the reason's code."""
        fine = Delivery.COMPLETE, Delivery.LOST
        return {kiosk.kiosk: kiosk.state.value for kiosk in self.kiosks if kiosk.state not in fine}


def read_closings(path: Path) -> tuple[Closing, ...]:
    """The closing reports in a CSV or XLSX file, one for each kiosk.

    Raises TallyRefused `bad-closing`, naming the row where it is one row's fault, and OSError.
    """
    try:
        header, *body = read_table(path, lambda cells: {"kiosk", "entries"} <= _places(cells).keys())
    except TableRefused as error:
        raise TallyRefused("bad-closing", path.name) from error
    places, closings = _places(header.cells), dict[str, Closing]()
    if not {"kiosk", "entries"} <= places.keys():
        raise TallyRefused("bad-closing", path.name)
    for line in body:
        closing = _closing(path, line, places)
        if closing.kiosk in closings:
            raise TallyRefused("closing-twice", f"{path.name}, row {line.number}")
        closings[closing.kiosk] = closing
    return tuple(closings.values())


def _places(header: Sequence[str]) -> dict[str, int]:
    names = {word: name for name, words in COLUMNS.items() for word in words}
    return {names[cell.strip()]: place for place, cell in enumerate(header) if cell.strip() in names}


def _closing(path: Path, line: Line, places: Mapping[str, int]) -> Closing:
    cells = {name: line.cells[place].strip() for name, place in places.items() if place < len(line.cells)}
    lost, head = cells.get("lost", ""), re.sub(r"\s", "", cells.get("head", "")).casefold()
    entries = cells.get("entries", "") or ("0" if lost else "")
    good_head = not head or (len(head) >= LEAST_HEAD and re.fullmatch("[0-9a-f]{1,64}", head))
    if not cells.get("kiosk") or not re.fullmatch("[0-9]{1,9}", entries) or not good_head:
        raise TallyRefused("bad-closing", f"{path.name}, row {line.number}")
    return Closing(cells["kiosk"], int(entries), head, lost)


def release(export: ExportStatement, closings: Iterable[Closing], reason: str = "") -> Release:
    """Whether everything is in. Raises ReleaseRefused where it is not and no reason is given to go on."""
    reported = {closing.kiosk: closing for closing in closings}
    kiosks = tuple(_delivery(id, export, reported.get(id)) for id in sorted({*export.kiosks, *reported}))
    made = Release(kiosks, export.frozen, export.quarantined, tuple(_asides(export)))
    if made.incomplete and not reason:
        raise ReleaseRefused(made.incomplete)
    return replace(made, reason=reason if made.incomplete else "")


def _delivery(kiosk: str, export: ExportStatement, closing: Closing | None) -> KioskDelivery:
    stored = export.kiosks.get(kiosk, 0)
    epochs = [epoch for epoch in export.epochs if epoch.kiosk == kiosk]
    undecided = any(fork.kiosk == kiosk and not fork.kept for fork in export.forks)
    if closing is None:
        state = Delivery.UNREPORTED
    elif closing.lost:
        state = Delivery.LOST
    elif undecided or any(epoch.frozen for epoch in epochs):
        state = Delivery.FROZEN
    elif max((epoch.entries for epoch in epochs), default=stored) < closing.entries:
        state = Delivery.MISSING
    else:
        state = Delivery.COMPLETE if _same_head(epochs, closing) else Delivery.OTHER_HEAD
    reported = closing.entries if closing and not closing.lost else None
    return KioskDelivery(kiosk, stored, reported, state, closing.lost if closing else "")


def _same_head(epochs: list[ExportedEpoch], closing: Closing) -> bool:
    """Whether an epoch of exactly the reported length has the reported head; a longer one cannot be compared."""
    of_length = [epoch for epoch in epochs if epoch.entries == closing.entries]
    return not closing.head or not of_length or any(e.head.hex().startswith(closing.head) for e in of_length)


def _asides(export: ExportStatement) -> Iterable[Aside]:
    for fork in export.forks:
        yield Aside(fork.kiosk, fork.epoch.hex(), "fork" if fork.kept else "frozen", fork.set_aside)
    for epoch in export.epochs:
        if epoch.frozen and not any(fork.epoch == epoch.epoch for fork in export.forks):
            yield Aside(epoch.kiosk, epoch.epoch.hex(), "frozen", epoch.forked)
        if epoch.parked:
            yield Aside(epoch.kiosk, epoch.epoch.hex(), "quarantine", epoch.parked)
