"""HEAD as GET without its body, for pages: phones and messengers look at a link that way before they open it."""

from __future__ import annotations

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sync.server.page_frame import is_for_programs


class HeadRequests:
    """ASGI middleware. What programs ask has no HEAD: a blob's would be read to its end for nothing."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with the head that GET would have, its length included."""
        if scope["type"] != "http" or scope["method"] != "HEAD" or is_for_programs(scope["path"]):
            await self._app(scope, receive, send)
            return

        async def send_head(message: Message) -> None:
            await send({**message, "body": b""} if message["type"] == "http.response.body" else message)

        inner = {**scope, "method": "GET"}
        try:
            await self._app(inner, receive, send_head)
        finally:
            scope["route"] = inner.get("route")  # for the access log
