"""Hashes and writes chunks while the next ones are on their way: line and disk work at the same time."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from types import TracebackType

from sync.parts import Part, Piece

AHEAD = 3
"""Whole chunks that wait in memory at most: a disk that pauses for an fsync does not stop the line at once."""


class ChunkWriter:
    """Takes the chunks of one answer in order. `added` were right; `wrong` were not, since the last right one."""

    def __init__(self, part: Part, told: Callable[[int], None]) -> None:
        self._part = part
        self._told = told
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="chunk")
        self._under_way: deque[tuple[int, Future[bool]]] = deque()
        self.added = 0
        self.wrong = 0

    def __enter__(self) -> ChunkWriter:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        """Whatever broke, the chunks that were whole count."""
        try:
            while self._under_way:
                self._settle()
        finally:
            self._pool.shutdown()

    def take(self, chunk: int, pieces: Sequence[Piece]) -> None:
        """One chunk in its pieces; what became of those before the last few is known then. Raises OSError of any."""
        while len(self._under_way) >= (1 if self.wrong else AHEAD) or (
            self._under_way and self._under_way[0][1].done()
        ):
            self._settle()
        self._under_way.append((sum(map(len, pieces)), self._pool.submit(self._part.add, chunk, pieces)))

    def _settle(self) -> None:
        length, adding = self._under_way.popleft()
        if adding.result():
            self.added, self.wrong = self.added + 1, 0
            self._told(length)
        else:
            self.wrong += 1
