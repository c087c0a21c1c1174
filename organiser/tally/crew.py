"""Forked processes for what costs most in a count: reading casts and opening boxes, on all cores.

They are forked when the crew begins, before the count holds anything, and after the key is known: it passes through
no pipe. A worker keeps nothing of what it was given.
"""

from __future__ import annotations

import multiprocessing
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, TypeVar

from kiosk.crypto.sealing import OpeningKey
from kiosk.domain.campaign import Campaign
from organiser.tally.casts import CastReader
from organiser.tally.countable import Countable
from organiser.tally.errors import TallyRefused
from organiser.tally.opener import Opener

B = TypeVar("B")
R = TypeVar("R")
ALONE = 1_000
"""Up to so many casts are counted in this process, about 10,000 boxes: starting others takes longer."""
AHEAD = 3
"""Batches waiting for each process."""


@dataclass(frozen=True, slots=True)
class Worker:
    """What one process does."""

    read: CastReader
    open: Opener | None


@dataclass(frozen=True, slots=True)
class Crew:
    """Who works: this process alone, or a pool of others."""

    alone: Worker | None
    pool: ProcessPoolExecutor | None
    cores: int
    file: str = ""
    """What is being made, to name it if a process ends."""

    def each(self, work: Callable[[Worker, B], R], batches: Iterable[B]) -> Iterator[R]:
        """What `work`, a module's function, makes of each batch, in their order.

        At most `AHEAD` batches for each process are under way, so that memory stays the same however many come.
        Raises TallyRefused `stopped` if a process ended.
        """
        if self.alone:
            yield from (work(self.alone, batch) for batch in batches)
        elif self.pool:
            try:
                yield from _windowed(self.pool, work, batches, self.cores * AHEAD)
            except BrokenProcessPool as error:
                raise TallyRefused("stopped", self.file) from error


def alone(campaign: Campaign, forms: tuple[Countable, ...], key: OpeningKey | None = None) -> Crew:
    """This process alone. Without a key it opens nothing."""
    return Crew(_worker_of(campaign, forms, key), None, 1)


@contextmanager
def crew(campaign: Campaign, forms: tuple[Countable, ...], key: OpeningKey | None, casts: int) -> Iterator[Crew]:
    """A crew for so many casts."""
    if casts <= ALONE:
        yield alone(campaign, forms, key)
        return
    context, cores = multiprocessing.get_context("fork"), len(os.sched_getaffinity(0))
    with ProcessPoolExecutor(cores, context, _start, (_worker_of(campaign, forms, key),)) as pool:
        pool.submit(int)  # the first task forks them all
        try:
            yield Crew(None, pool, cores)
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def _worker_of(campaign: Campaign, forms: tuple[Countable, ...], key: OpeningKey | None) -> Worker:
    return Worker(CastReader(campaign, forms), Opener(forms, key) if key else None)


def _windowed(
    pool: ProcessPoolExecutor, work: Callable[[Worker, B], R], batches: Iterable[B], window: int
) -> Iterator[R]:
    waiting: deque[Future[R]] = deque()
    for batch in batches:
        waiting.append(pool.submit(_work, work, batch))
        if len(waiting) >= window:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()


_worker: Worker | None = None
"""This process's own."""


def _start(worker: Worker) -> None:
    global _worker
    _worker = worker


def _work(work: Callable[[Worker, Any], R], batch: Any) -> R:
    if _worker is None:
        raise RuntimeError("a worker works after _start")
    return work(_worker, batch)
