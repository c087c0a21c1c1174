"""The stages of the count, each from the records of the one before (DESIGN.md §10).

check → deduplicate → revoke → strip → shuffle → open (`organiser.tally.opening`). Every stage gives the same file for
the same input, so that anyone can repeat it: where an order is needed it follows random ids and hashes of random
bytes, never the order of casting. Each passes over its input once; what must be sorted is sorted on the disk.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import TypeAlias

from organiser.tally.boxes import CLAIM_BYTES, REVOKED, Bare, Box, bare, claim, head, label, names_place, person_place
from organiser.tally.casts import Delivered, ReadCast
from organiser.tally.countable import Countable
from organiser.tally.crew import Crew, Worker
from organiser.tally.records import Collected, Holder
from organiser.tally.sorting import rising

CASTS = 15_000
"""Casts sorted in memory at a time, each with a quarter of a ballot: about 40 MB, with a whole one 120 MB."""
ENTRIES = 200
"""Entries sent to a process at a time: about a hundredth of a second of work."""
_Item: TypeAlias = tuple[int, bytes, bytes]
"""Of a form's item: how long its boxes are, their label and the names' part of their place."""


class Stage:
    """Counts what a stage sets aside, by reason."""

    def __init__(self) -> None:
        self.count_in = 0
        self.set_aside: Counter[str] = Counter()

    def aside(self, reason: str, count: int) -> None:
        """`count` records came in and do not go on."""
        self.count_in += count
        self.set_aside[reason] += count


class Check(Stage):
    """Only genuine boxes of this campaign's live forms, by issued cards, go on; one record per box."""

    def __init__(self, crew: Crew, forms: Iterable[Countable], spool: Path) -> None:
        super().__init__()
        self._crew = crew
        self._forms = {form.form: _items(form) for form in forms}
        self._spool = spool

    def run(self, records: Iterable[Collected], holders: Iterable[Holder]) -> Iterator[Box]:
        """From collected entries to single boxes. `holders` rise by credential; both are walked along once."""
        known = iter(holders)
        holder = next(known, None)
        for cast in rising(self._casts(records), ReadCast, self._spool, CASTS):
            while holder and holder.credential < cast.credential:
                holder = next(known, None)
            if holder and holder.credential == cast.credential:
                yield from self._boxes(holder, cast)
            else:
                self.aside("unknown-credential", len(cast.sealed))

    def _casts(self, records: Iterable[Collected]) -> Iterator[ReadCast]:
        for casts, aside in self._crew.each(_read, _deliveries(records)):
            for reason, count in aside.items():
                self.aside(reason, count)
            yield from casts

    def _boxes(self, holder: Holder, cast: ReadCast) -> Iterator[Box]:
        items, home = self._forms[cast.form], holder.venue == cast.venue
        first, last = person_place(holder.person), claim(home, holder.state, cast.envelope)
        shared = head(holder.person, cast.credential, home, holder.state, cast.envelope)
        self.count_in += len(cast.sealed)
        for item, sealed in sorted(cast.sealed.items()):
            size, about, names = items.get(item, _NO_ITEM)
            if size == len(sealed):
                yield first + names + last, shared, about, sealed
            else:
                self.set_aside["wrong-size" if about else "unknown-item"] += 1


_NO_ITEM: _Item = -1, b"", b""


def _items(form: Countable) -> dict[str, _Item]:
    return {
        item: (size, label(form.form, form.version, item, size), names_place(form.form, item))
        for item, size in form.box_bytes.items()
    }


def _deliveries(records: Iterable[Collected]) -> Iterator[list[Delivered]]:
    source = iter(records)
    while batch := [(record.venue, record.entry) for record in islice(source, ENTRIES)]:
        yield batch


def _read(worker: Worker, batch: list[Delivered]) -> tuple[list[ReadCast], Counter[str]]:
    """A worker's part."""
    return worker.read.batch(batch)


class Deduplicate(Stage):
    """One box per person and item: a revoked card's last, a replaced card's next, then `counted_first`."""

    def __init__(self, spool: Path) -> None:
        super().__init__()
        self._spool = spool

    def run(self, boxes: Iterable[Box]) -> Iterator[Box]:
        """The box that counts, of each person and item; persons rise."""
        before = b""
        for box in rising(boxes, Box, self._spool):
            self.count_in += 1
            unique = box[0][:-CLAIM_BYTES]
            if unique == before:
                self.set_aside["duplicate"] += 1
            else:
                yield box
            before = unique


class Revoke(Stage):
    """Boxes from revoked cards do not count."""

    def run(self, boxes: Iterable[Box]) -> Iterator[Box]:
        """Without revoked cards."""
        for box in boxes:
            self.count_in += 1
            if box[0][-CLAIM_BYTES] & REVOKED:
                self.set_aside["revoked"] += 1
            else:
                yield box


class Strip(Stage):
    """Who, where and in which envelope is taken off and never comes back."""

    def run(self, boxes: Iterable[Box]) -> Iterator[Bare]:
        """Sealed boxes alone."""
        for _, _, about, sealed in boxes:
            self.count_in += 1
            yield bare(about, sealed)


class Shuffle(Stage):
    """An order that says nothing: by item, then by the hash of the random ciphertext (docs/adr/0031).

    The same ciphertext twice is one box and a copy of it, whoever sent it: the copy does not count.
    """

    def __init__(self, spool: Path) -> None:
        super().__init__()
        self._spool = spool

    def run(self, boxes: Iterable[Bare]) -> Iterator[Bare]:
        """The same records in the order of their hashes."""
        before: Bare | None = None
        for box in rising(boxes, Bare, self._spool):
            self.count_in += 1
            if box == before:
                self.set_aside["copied"] += 1
            else:
                yield box
            before = box
