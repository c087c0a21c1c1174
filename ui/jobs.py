"""Jobs: blocking work of kiosk and sync, off the GUI thread, delivered back on it.

Two lanes, one thread each, so that the database has one writer from the screen and the network never delays a cast.
Tests inject `ManualExecutor` and decide themselves when a job runs.
"""

from __future__ import annotations

import itertools
import logging
from collections import deque
from collections.abc import Callable
from concurrent.futures import Executor, ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from typing import Any, Generic, Protocol, TypeAlias, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

logger = logging.getLogger(__name__)

T = TypeVar("T")

DATABASE = "database"
NETWORK = "network"


@dataclass(frozen=True, slots=True)
class Ok(Generic[T]):
    """The job's value."""

    value: T


@dataclass(frozen=True, slots=True)
class Err:
    """What the job raised."""

    error: Exception


Result: TypeAlias = Ok[T] | Err


class SupportsSubmit(Protocol):
    """The part of an executor that is needed."""

    def submit(self, fn: Callable[[], Any], /) -> object:
        """Run `fn` some time."""


class ManualExecutor:
    """Runs jobs when told to: for tests."""

    def __init__(self) -> None:
        self._waiting: deque[Callable[[], Any]] = deque()

    def submit(self, fn: Callable[[], Any], /) -> None:
        """Keep the job."""
        self._waiting.append(fn)

    def run_all(self) -> int:
        """Run what is waiting, also what that brings; how many ran."""
        count = 0
        while self._waiting:
            self._waiting.popleft()()
            count += 1
        return count


@dataclass(slots=True)
class _Run:
    """One job with what it leads to. Let go of on the GUI thread only, since both may hold the last of a QObject."""

    job: Callable[[], Any]
    on_done: Callable[[Any], None]
    result: Result[Any] | None = None


class JobRunner(QObject):
    """Runs jobs on lanes. Create, use and close it on the GUI thread; `on_done` is always called there.

    A lane's thread is given a number, never a job: what it held to the end could end a QObject on the wrong thread.
    """

    _finished = Signal(int)

    def __init__(self, executor: SupportsSubmit | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._owned: list[Executor] = []
        self._lanes: dict[str, SupportsSubmit] = {}
        for lane in (DATABASE, NETWORK):
            self._lanes[lane] = executor or self._new_lane(lane)
        kind = Qt.ConnectionType.DirectConnection if executor else Qt.ConnectionType.QueuedConnection
        self._finished.connect(self._deliver, kind)
        self._runs: dict[int, _Run] = {}
        self._numbers = itertools.count(1)
        self._open = True

    def run(self, lane: str, job: Callable[[], T], on_done: Callable[[Result[T]], None]) -> None:
        """Run `job` on a lane; `on_done` gets Ok or Err on the GUI thread, unless `close` came first."""
        number = next(self._numbers)
        self._runs[number] = _Run(job, on_done)
        self._lanes[lane].submit(partial(self._work, number))

    def close(self) -> None:
        """Let running jobs end and deliver nothing more."""
        self._open = False
        for executor in self._owned:
            executor.shutdown(wait=True, cancel_futures=True)
        self._runs.clear()

    def _work(self, number: int) -> None:
        """On the lane's thread; nothing of the job is left in this frame once the GUI thread is told."""
        run = self._runs.get(number)
        if run is None:
            return
        try:
            run.result = Ok(run.job())
        except Exception as error:  # the job's owner decides what each error means
            run.result = Err(error)
        del run
        if self._open:
            self._finished.emit(number)

    def _new_lane(self, lane: str) -> Executor:
        executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix=lane)
        self._owned.append(executor)
        return executor

    @Slot(int)
    def _deliver(self, number: int) -> None:
        run = self._runs.pop(number, None)
        if run is not None and self._open:
            assert run.result is not None
            run.on_done(run.result)


__all__ = ["DATABASE", "NETWORK", "Err", "JobRunner", "ManualExecutor", "Ok", "Result"]
