"""One commit for all bundles that wait for it: SQLite has one writer and a commit costs an fsync (docs/adr/0069).

Who arrives while a commit runs waits in line; the next one in writes for all of them.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from threading import Lock
from typing import Generic, TypeVar, cast

from sqlalchemy import Engine
from sqlalchemy.engine import Connection

T = TypeVar("T")

MOST_TOGETHER = 32
"""Pieces of work in one transaction: what one commit may make others wait for."""


class GroupCommit:
    """Runs pieces of work in transactions; several threads may call it at once."""

    def __init__(self, engine: Engine, most: int = MOST_TOGETHER) -> None:
        self._engine = engine
        self._most = most
        self._alone = engine.dialect.name != "sqlite"  # PostgreSQL writes for many at once, and groups could deadlock
        self._line: deque[Work[object]] = deque()
        self._turn = Lock()

    @property
    def waiting(self) -> int:
        """How many pieces of work stand in line."""
        return len(self._line)

    def run(self, write: Callable[[Connection], T]) -> T:
        """What `write` returned, after the commit: then it is durable. Raises what it raised; then nothing is written.

        One that fails takes nobody with it. If the database fails, everything of that transaction fails.
        """
        if self._alone:
            with self._engine.begin() as connection:
                return write(connection)
        work = self.stand_in_line(write)
        with self._turn:
            while not work.ended:  # others may stand before it, more than one transaction takes
                self._write_for_all()
        return work.outcome()

    def stand_in_line(self, write: Callable[[Connection], T]) -> Work[T]:
        """Whoever calls `run` next writes it too."""
        work = Work(write)
        self._line.append(cast("Work[object]", work))
        return work

    def _write_for_all(self) -> None:
        together = [self._line.popleft() for _ in range(min(len(self._line), self._most))]
        try:
            with self._engine.begin() as connection:
                for work in together:
                    work.begin(connection, alone=len(together) == 1)
        except BaseException as error:
            for work in together:
                work.failed = work.failed or error
        finally:
            for work in together:
                work.ended = True


class Work(Generic[T]):
    """What is to be written, and what became of it once it has ended."""

    def __init__(self, write: Callable[[Connection], T]) -> None:
        self._write = write
        self._result: list[T] = []
        self.failed: BaseException | None = None
        self.ended = False

    def begin(self, connection: Connection, *, alone: bool) -> None:
        """Write. What fails beside others is undone up to its savepoint and told to its own caller only."""
        if alone:
            self._result.append(self._write(connection))
            return
        point = connection.begin_nested()
        try:
            self._result.append(self._write(connection))
        except Exception as error:
            point.rollback()  # fails too if SQLite has undone everything by itself (disk full): then all fail
            self.failed = error
        else:
            point.commit()

    def outcome(self) -> T:
        """The result, or the error is raised."""
        if self.failed is not None:
            raise self.failed
        return self._result[0]
