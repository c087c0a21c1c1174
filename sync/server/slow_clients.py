"""A connection that does not complete a request's head in time is closed: slow ones must not use up all places."""

from __future__ import annotations

import asyncio
from typing import Any

from uvicorn.protocols.http.h11_impl import H11Protocol

HEAD_S = 20.0
"""Longest from opening a connection to the end of the first request's head; afterwards uvicorn's keep-alive holds."""


class PatientProtocol(H11Protocol):
    """uvicorn's HTTP/1.1 with a limit on the first head; bodies are limited in `sync.server.bodies`."""

    head_s = HEAD_S
    _head_timer: asyncio.TimerHandle | None = None

    def connection_made(self, transport: Any) -> None:
        """The clock begins with the connection."""
        super().connection_made(transport)
        self._head_timer = self.loop.call_later(self.head_s, self._close_if_headless)

    def connection_lost(self, exc: Exception | None) -> None:
        """Gone by itself."""
        if self._head_timer is not None:
            self._head_timer.cancel()
        super().connection_lost(exc)

    def _close_if_headless(self) -> None:
        if self.cycle is None and not self.transport.is_closing():
            self.transport.close()
