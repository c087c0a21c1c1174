"""Requests straight into an ASGI application, without a network. A defect gives a 500, as in service."""

from __future__ import annotations

import asyncio
from types import TracebackType
from typing import Any

import httpx


class AsgiClient:
    """One event loop and one client over it; redirects are not followed."""

    def __init__(self, app: Any, address: str = "127.0.0.1") -> None:
        transport = httpx.ASGITransport(app, raise_app_exceptions=False, client=(address, 40_000))
        self._client = httpx.AsyncClient(transport=transport, base_url="http://server.test")
        self._runner = asyncio.Runner()

    def __enter__(self) -> AsgiClient:
        self._runner.__enter__()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        self._runner.run(self._client.aclose())
        self._runner.__exit__(kind, error, tb)

    def request(self, method: str, path: str, **more: Any) -> httpx.Response:
        return self._runner.run(self._client.request(method, path, **more))

    def get(self, path: str, **more: Any) -> httpx.Response:
        return self.request("GET", path, **more)

    def post(self, path: str, content: bytes = b"", **more: Any) -> httpx.Response:
        return self.request("POST", path, content=content, **more)
