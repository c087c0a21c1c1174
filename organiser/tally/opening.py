"""The last stage: boxes are opened on all cores and become counts; no opened box keeps a place of its own."""

from __future__ import annotations

import multiprocessing
import os
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import groupby, islice
from pathlib import Path
from typing import TypeAlias

from kiosk.crypto.sealing import OpeningKey, SealRefused, opener
from organiser.progress import Progress, silent
from organiser.tally.countable import Countable, meaning
from organiser.tally.records import Pile, Stripped
from organiser.tally.sorting import Keyed, in_order
from organiser.tally.stages import Stage

Key: TypeAlias = tuple[str, int, str, int | str]
Opened: TypeAlias = tuple[Counter[Key], Counter[str]]
"""(form, version, item, code) → how often; reason → how many were set aside."""
BOXES = 2_000
"""Boxes sent to a process at a time: about a tenth of a second of work."""
AHEAD = 3
"""Batches waiting for each process."""
TEXTS = 20_000
"""Texts sorted in memory at a time: at a thousand characters each about 60 MB."""
ALONE = 10_000
"""Up to so many boxes are opened in this process: starting others takes longer."""


class Opener:
    """Opens batches of boxes with a key that is read once."""

    def __init__(self, forms: Iterable[Countable], key: OpeningKey) -> None:
        self._forms = {form.form: form for form in forms}
        self._open = opener(key)
        self._infos: dict[tuple[str, str], bytes] = {}

    def batch(self, records: Iterable[Stripped]) -> Opened:
        """What these boxes hold, as counts."""
        piles: Counter[Key] = Counter()
        aside: Counter[str] = Counter()
        for form, version, item, sealed in records:
            codes, reason = self._codes(form, item, sealed)
            if reason:
                aside[reason] += 1
            for code in codes:
                piles[form, version, item, code] += 1
        return piles, aside

    def _codes(self, form: str, item: str, sealed: bytes) -> tuple[tuple[int | str, ...], str]:
        if (known := self._forms.get(form)) is None:
            return (), "other-form"
        if (info := self._infos.get((form, item))) is None:
            info = self._infos[form, item] = known.info(item)
        try:
            return meaning(known, item, self._open(sealed, info))
        except SealRefused:
            return (), "does-not-open"


class Open(Stage):
    """Marks per item, as counts: nothing leads from a mark back to its ciphertext."""

    def __init__(
        self,
        forms: tuple[Countable, ...],
        key: OpeningKey,
        spool: Path,
        progress: Progress = silent,
        texts: int = TEXTS,
    ) -> None:
        super().__init__()
        self._forms = forms
        self._key = key
        self._spool = spool
        self._texts = texts
        self._progress = progress

    def run(self, records: Iterable[Stripped], total: int) -> Iterator[Pile]:
        """How often each code was given to each item. `total` says how many records come, for the progress only."""
        rows = in_order(self._keyed(records, total), Pile, self._spool, self._texts)
        for _, alike in groupby(rows, lambda pile: pile[:4]):
            number = 0
            for pile in alike:
                number += pile.number
            yield pile._replace(number=number)

    def _keyed(self, records: Iterable[Stripped], total: int) -> Iterator[Keyed]:
        """Texts as they come, for everybody may write another one; codes at the end, for there are few."""
        codes: Counter[Key] = Counter()
        for size, (more, aside) in self._opened(iter(records), total):
            for pile, number in more.items():
                if isinstance(pile[3], str):
                    yield Keyed(_place(pile), Pile(*pile, number))
                else:
                    codes[pile] += number
            self.set_aside += aside
            self.count_in += size
            self._progress(self.count_in, total)
        yield from (Keyed(_place(pile), Pile(*pile, number)) for pile, number in codes.items())

    def _opened(self, records: Iterator[Stripped], total: int) -> Iterator[tuple[int, Opened]]:
        if total <= ALONE:
            here = Opener(self._forms, self._key)
            while batch := list(islice(records, BOXES)):
                yield len(batch), here.batch(batch)
            return
        # Forked, so that the key passes through no pipe; workers do nothing but open.
        context, cores = multiprocessing.get_context("fork"), len(os.sched_getaffinity(0))
        with ProcessPoolExecutor(cores, context, _start, (self._forms, self._key)) as pool:
            yield from _windowed(records, lambda batch: pool.submit(_open, batch), cores * AHEAD)


def _place(pile: Key) -> tuple[str, int, str, bool, int, str]:
    """By form and item, codes before texts, texts by their alphabet."""
    form, version, item, code = pile
    return (form, version, item, True, 0, code) if isinstance(code, str) else (form, version, item, False, code, "")


def _windowed(
    records: Iterator[Stripped], submit: Callable[[list[Stripped]], Future[Opened]], window: int
) -> Iterator[tuple[int, Opened]]:
    """At most `window` batches under way, so that memory stays the same however many records come."""
    waiting: deque[tuple[int, Future[Opened]]] = deque()
    while batch := list(islice(records, BOXES)):
        waiting.append((len(batch), submit(batch)))
        if len(waiting) >= window:
            size, future = waiting.popleft()
            yield size, future.result()
    for size, future in waiting:
        yield size, future.result()


_opener: Opener | None = None
"""This worker's own."""


def _start(forms: tuple[Countable, ...], key: OpeningKey) -> None:
    global _opener
    _opener = Opener(forms, key)


def _open(batch: list[Stripped]) -> Opened:
    if _opener is None:
        raise RuntimeError("a worker opens after _start")
    return _opener.batch(batch)
