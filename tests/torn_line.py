"""A line between kiosks and a server process that breaks some connections in the middle, for soaks."""

from __future__ import annotations

import asyncio
import contextlib
import random
import threading
from collections.abc import Callable, Coroutine
from types import TracebackType
from typing import Any, TypeVar
from urllib.parse import urlsplit

T = TypeVar("T")
PIECE = 65_536
LONGEST = 60_000
"""A connection that breaks does so before this many bytes have passed in both directions together."""


class TornLine:
    """Listens at `url` and passes on to wherever `target` says. `share` of the new connections will break."""

    def __init__(self, target: Callable[[], str], seed: int, share: float = 0.0) -> None:
        self._target = target
        self._chance = random.Random(f"{seed} line")
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self.share = share
        self.cuts = 0
        self.url = ""

    def __enter__(self) -> TornLine:
        self._thread.start()
        self._server = self._wait_for(asyncio.start_server(self._serve, "127.0.0.1", 0, backlog=200))
        self.url = f"http://127.0.0.1:{self._server.sockets[0].getsockname()[1]}"
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        self._wait_for(self._close())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def _wait_for(self, coroutine: Coroutine[Any, Any, T]) -> T:
        return asyncio.run_coroutine_threadsafe(coroutine, self._loop).result()

    async def _close(self) -> None:
        self._server.close()
        under_way = asyncio.all_tasks() - {asyncio.current_task()}
        for task in under_way:
            task.cancel()
        await asyncio.gather(*under_way, return_exceptions=True)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        parts, left = urlsplit(self._target()), [self._length()]
        try:
            there, onward = await asyncio.open_connection(parts.hostname, parts.port)
        except OSError:  # the server is dead just now
            writer.transport.abort()
            return
        pumps = [
            asyncio.create_task(each) for each in (self._pump(reader, onward, left), self._pump(there, writer, left))
        ]
        try:
            await asyncio.wait(pumps, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for pump in pumps:
                pump.cancel()
            onward.transport.abort()
            writer.transport.abort()

    def _length(self) -> float:
        return self._chance.randrange(LONGEST) if self._chance.random() < self.share else float("inf")

    async def _pump(self, source: asyncio.StreamReader, to: asyncio.StreamWriter, left: list[float]) -> None:
        """Until one side ends; both directions use up what is `left` before the connection breaks."""
        with contextlib.suppress(OSError):
            while data := await source.read(PIECE):
                to.write(data[: int(min(left[0], len(data)))])
                await to.drain()
                left[0] -= len(data)
                if left[0] <= 0:
                    self.cuts += 1
                    return
