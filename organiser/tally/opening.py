"""The last stage: boxes are opened by the crew and become piles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby, islice
from pathlib import Path
from typing import TypeAlias

from organiser.progress import Progress, silent
from organiser.tally.boxes import Bare
from organiser.tally.crew import Crew, Worker
from organiser.tally.opener import Key, Opened
from organiser.tally.records import Pile
from organiser.tally.sorting import Keyed, in_order
from organiser.tally.stages import Stage

BOXES = 2_000
"""Boxes sent to a process at a time: about a tenth of a second of work."""
TEXTS = 20_000
"""Texts sorted in memory at a time: at a thousand characters each about 60 MB."""
_Batch: TypeAlias = list[tuple[bytes, bytes]]


class Open(Stage):
    """Marks per item, as counts: nothing leads from a mark back to its ciphertext."""

    def __init__(self, crew: Crew, spool: Path, progress: Progress = silent, texts: int = TEXTS) -> None:
        super().__init__()
        self._crew = crew
        self._spool = spool
        self._texts = texts
        self._progress = progress

    def run(self, boxes: Iterable[Bare], total: Callable[[], int]) -> Iterator[Pile]:
        """How often each code was given to each item.

        `total` says how many boxes come, for the progress only; it is asked when the first of them were opened.
        """
        rows = in_order(self._keyed(boxes, total), Pile, self._spool, self._texts)
        for _, alike in groupby(rows, lambda pile: pile[:4]):
            number = 0
            for pile in alike:
                number += pile.number
            yield pile._replace(number=number)

    def _keyed(self, boxes: Iterable[Bare], total: Callable[[], int]) -> Iterator[Keyed]:
        """Texts as they come, for everybody may write another one; codes at the end, for there are few."""
        codes: Counter[Key] = Counter()
        for size, (more, aside) in self._crew.each(_opened, _batches(boxes)):
            for pile, number in more.items():
                if isinstance(pile[3], str):
                    yield Keyed(_place(pile), Pile(*pile, number))
                else:
                    codes[pile] += number
            self.set_aside += aside
            self.count_in += size
            self._progress(self.count_in, total())
        yield from (Keyed(_place(pile), Pile(*pile, number)) for pile, number in codes.items())


def _batches(boxes: Iterable[Bare]) -> Iterator[_Batch]:
    """Labels are the same object wherever they are the same, so that each travels once in a batch."""
    source, labels = iter(boxes), dict[bytes, bytes]()
    while batch := [(labels.setdefault(label, label), sealed) for _, label, sealed in islice(source, BOXES)]:
        yield batch


def _opened(worker: Worker, batch: _Batch) -> tuple[int, Opened]:
    """A worker's part."""
    if worker.open is None:
        raise RuntimeError("whoever opens has the key")
    return len(batch), worker.open.batch(batch)


def _place(pile: Key) -> tuple[str, int, str, bool, int, str]:
    """By form and item, codes before texts, texts by their alphabet."""
    form, version, item, code = pile
    return (form, version, item, True, 0, code) if isinstance(code, str) else (form, version, item, False, code, "")
