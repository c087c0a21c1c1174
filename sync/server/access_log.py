"""One log line for each request: method, route, status, milliseconds, bytes. The route, not the path: a path may
hold a receipt, which opens a status."""

from __future__ import annotations

import logging
import time
from dataclasses import dataclass

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sync.server.logs import FIELDS

logger = logging.getLogger(__name__)

UNROUTED = "-"


@dataclass(slots=True)
class _Seen:
    status: int = 0
    received: int = 0
    sent: int = 0


class AccessLog:
    """ASGI middleware around the whole application."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass everything on and count it."""
        if scope["type"] != "http" or not logger.isEnabledFor(logging.INFO):
            await self._app(scope, receive, send)
            return
        seen, start = _Seen(), time.monotonic()

        async def counted_receive() -> Message:
            message = await receive()
            seen.received += len(message.get("body", b""))
            return message

        async def counted_send(message: Message) -> None:
            if message["type"] == "http.response.start":
                seen.status = message["status"]
            seen.sent += len(message.get("body", b""))
            await send(message)

        try:
            await self._app(scope, counted_receive, counted_send)
        finally:
            _log(scope, seen, time.monotonic() - start)


def _log(scope: Scope, seen: _Seen, seconds: float) -> None:
    route = getattr(scope.get("route"), "path", UNROUTED)
    fields = {
        "method": scope["method"][:10],
        "route": route,
        "status": seen.status,
        "ms": round(seconds * 1000, 1),
        "received": seen.received,
        "sent": seen.sent,
    }
    logger.info("request", extra={FIELDS: fields})
