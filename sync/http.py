"""HTTP as a kiosk uses it: bounded in bytes and seconds, no redirects, no plain HTTP to another machine."""

from __future__ import annotations

import ipaddress
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.parse import urlsplit

import requests

from sync.errors import Busy, NotAllowed, NotTheServer, Refused, Unreachable

CONNECT_S = 5.0
READ_S = 20.0
WHOLE_S = 60.0
"""Longest a small exchange may take from end to end: a server that drips bytes is no server."""
_PIECE = 65_536


def check_address(url: str) -> str:
    """The server's base address without a trailing slash. Raises NotAllowed."""
    parts = urlsplit(url.strip().rstrip("/"))
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment:
        raise NotAllowed("bad-address")
    if parts.scheme == "http" and not _is_loopback(parts.hostname):
        raise NotAllowed("plain-http")
    return parts.geturl()


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


@dataclass(frozen=True, slots=True)
class Reply:
    """A status and a body that was read to its end."""

    status: int
    body: bytes


@dataclass(frozen=True, slots=True)
class Http:
    """One server's address and the session that talks to it."""

    session: requests.Session
    base: str

    def post(self, path: str, data: bytes, media_type: str, limit: int) -> Reply:
        """Raises TryAgain or Refused."""
        with self._exchange("POST", path, {"Content-Type": media_type}, data) as response:
            return Reply(response.status_code, _read(response, limit))

    def get(self, path: str, limit: int) -> Reply:
        """Raises TryAgain or Refused."""
        with self._exchange("GET", path, {}, None) as response:
            return Reply(response.status_code, _read(response, limit))

    @contextmanager
    def stream(self, path: str, headers: dict[str, str]) -> Iterator[tuple[int, Iterator[bytes]]]:
        """A status and the body in pieces. Raises TryAgain or Refused, also while it is read."""
        with self._exchange("GET", path, headers, None) as response:
            yield response.status_code, _pieces(response)

    @contextmanager
    def _exchange(
        self, method: str, path: str, headers: dict[str, str], data: bytes | None
    ) -> Iterator[requests.Response]:
        try:
            response = self.session.request(
                method,
                self.base + path,
                data=data,
                headers={"Accept-Encoding": "identity", **headers},
                timeout=(CONNECT_S, READ_S),
                allow_redirects=False,
                stream=True,
            )
        except requests.RequestException as error:
            raise Unreachable(type(error).__name__) from error
        with response:
            _check(response)
            yield response


def _check(response: requests.Response) -> None:
    status = response.status_code
    if status in (429, 502, 503, 504):
        raise Busy(_seconds(response.headers.get("Retry-After")))
    if status in (200, 206, 416):
        return
    if response.headers.get("Content-Type", "").startswith("application/problem+json"):
        try:
            code = response.json().get("code")
        except (ValueError, AttributeError, requests.RequestException):
            code = None
        raise Refused(str(code or "refused")[:60], status)
    raise NotTheServer(f"status {status}")


def _read(response: requests.Response, limit: int) -> bytes:
    body, until = bytearray(), time.monotonic() + WHOLE_S
    for piece in _pieces(response):
        body += piece
        if len(body) > limit:
            raise NotTheServer("too much")
        if time.monotonic() > until:
            raise Unreachable("too slow")
    return bytes(body)


def _pieces(response: requests.Response) -> Iterator[bytes]:
    try:
        yield from response.iter_content(_PIECE)
    except requests.RequestException as error:
        raise Unreachable(type(error).__name__) from error


def _seconds(retry_after: str | None) -> float | None:
    return min(float(retry_after), 3600.0) if retry_after and retry_after.isdecimal() else None
