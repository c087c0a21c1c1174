"""Hashes and writes one chunk while the next one is on its way: line and disk work at the same time."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from types import TracebackType

from sync.parts import Part


class ChunkWriter:
    """Takes the chunks of one answer in order. `added` were right; `wrong` were not, since the last right one."""

    def __init__(self, part: Part, told: Callable[[int], None]) -> None:
        self._part = part
        self._told = told
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="chunk")
        self._under_way: tuple[int, Future[bool]] | None = None
        self.added = 0
        self.wrong = 0

    def __enter__(self) -> ChunkWriter:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        """Whatever broke, the chunk that was whole counts."""
        try:
            self._settle()
        finally:
            self._pool.shutdown()

    def take(self, chunk: int, data: bytes) -> None:
        """One chunk; what became of the one before it is known then. Raises OSError of either."""
        self._settle()
        self._under_way = len(data), self._pool.submit(self._part.add, chunk, data)

    def _settle(self) -> None:
        if self._under_way is None:
            return
        (length, adding), self._under_way = self._under_way, None
        if adding.result():
            self.added, self.wrong = self.added + 1, 0
            self._told(length)
        else:
            self.wrong += 1
