"""People who look things up wait for each other, not kiosks for them: few pages are made at once."""

from __future__ import annotations

import asyncio

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sync import wire
from sync.server.page_frame import is_for_programs

AT_ONCE = 4
"""Pages that are made at the same time. They take 2 ms each, so more of them would only be made more slowly."""


class KiosksFirst:
    """ASGI middleware. Whoever waits costs neither a thread nor processor time."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._places = asyncio.Semaphore(AT_ONCE)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on at once what kiosks and organisers ask; pages and the list of receipts in their turn."""
        if scope["type"] == "http" and (not is_for_programs(scope["path"]) or scope["path"] == wire.RECEIPTS):
            await self._in_turn(scope, receive, send)
        else:
            await self._app(scope, receive, send)

    async def _in_turn(self, scope: Scope, receive: Receive, send: Send) -> None:
        """A place is for making a page: who reads slowly what was made gives it back before."""
        await self._places.acquire()
        held = True

        async def send_made(message: Message) -> None:
            nonlocal held
            if held and message["type"] == "http.response.body":
                held = False
                self._places.release()
            await send(message)

        try:
            await self._app(scope, receive, send_made)
        finally:
            if held:
                self._places.release()
