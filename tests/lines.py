"""A line from kiosks to a server in the same process: every fault can be had at will and nothing takes time."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import requests
from requests.adapters import BaseAdapter
from worlds import World

from sync import wire
from sync.server.blobs import read_whole
from sync.server.errors import ServerRefused
from sync.server.ingest import ingest
from sync.server.publishing import current_pack
from sync.server.statuses import status_list

Fault = Callable[[Callable[[], bytes]], bytes]
"""Given how to ask the server, gives what the kiosk hears, or raises what requests would."""


def dead(ask: Callable[[], bytes]) -> bytes:
    """Nothing gets through."""
    raise requests.ConnectionError("dead")


def deaf(ask: Callable[[], bytes]) -> bytes:
    """The server has it; the acknowledgement is lost."""
    ask()
    raise requests.ReadTimeout("deaf")


def twice(ask: Callable[[], bytes]) -> bytes:
    """A proxy repeats the request."""
    ask()
    return ask()


def cut(count: int) -> Fault:
    """The answer ends after so many bytes, and nothing says so."""
    return lambda ask: ask()[:count]


def portal(ask: Callable[[], bytes]) -> bytes:
    """Something else answers 200."""
    return b"<html>Please log in</html>"


def garbled(place: int) -> Fault:
    """One bit of the answer is another."""

    def hear(ask: Callable[[], bytes]) -> bytes:
        answer = bytearray(ask())
        answer[place % len(answer)] ^= 1
        return bytes(answer)

    return hear


@dataclass
class Line(BaseAdapter):
    """requests' adapter straight into the server. `faults` are used up one for each bundle that is sent."""

    world: World
    faults: list[Fault] = field(default_factory=list)
    bundles: list[bytes] = field(default_factory=list)

    def send(self, request: requests.PreparedRequest, *args: Any, **kwargs: Any) -> requests.Response:  # type: ignore[override]
        path = str(request.path_url)
        if path != wire.BUNDLES:
            return _response(request, self._content(path))
        data = bytes(request.body or b"")  # type: ignore[arg-type]
        self.bundles.append(data)
        fault = self.faults.pop(0) if self.faults else None
        ask = lambda: ingest(self.world.server, data)  # noqa: E731
        try:
            return _response(request, fault(ask) if fault else ask())
        except ServerRefused as refused:
            raise AssertionError(f"the server refused a kiosk: {refused.code}") from refused

    def close(self) -> None:
        """Nothing is open."""

    def _content(self, path: str) -> bytes:
        server = self.world.server
        if path == wire.PACK:
            return current_pack(server)[0]
        if path == wire.STATUSES:
            return wire.compress(status_list(server)[0])
        return read_whole(server.blobs, path.rsplit("/", 1)[1])

    def session(self) -> requests.Session:
        """A session over this line."""
        made = requests.Session()
        made.trust_env = False
        made.mount("http://", self)
        return made


def _response(request: requests.PreparedRequest, body: bytes) -> requests.Response:
    made = requests.Response()
    made.status_code = 200
    made.request = request
    made.url = request.url or ""
    made.raw = io.BytesIO(body)
    made.headers["Content-Type"] = "application/octet-stream"
    return made
