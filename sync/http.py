"""HTTP as a kiosk uses it: bounded in bytes and seconds, no redirects, no plain HTTP to another machine.

Proxies, certificates and passwords that the environment names are ignored (docs/adr/0038): a kiosk's way to its
server is set in the kiosk's folder or it is direct.
"""

from __future__ import annotations

import ipaddress
import json
import logging
import math
import ssl
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.cookiejar import DefaultCookiePolicy
from pathlib import Path
from urllib.parse import urlsplit

import requests
from requests.adapters import HTTPAdapter
from urllib3.exceptions import ProtocolError, SSLError

from sync.deadline import DeadlineAdapter, Watchdog, deadline
from sync.errors import (
    Busy,
    Captive,
    CutShort,
    NotAllowed,
    NotTheServer,
    Refused,
    TimedOut,
    TlsBroken,
    TooMuch,
    TryAgain,
    Unreachable,
)
from sync.pace import never

logging.getLogger("urllib3.connection").setLevel(logging.ERROR)  # it warns of heads that were cut; we raise for that

CONNECT_S = 5.0
READ_S = 20.0
WHOLE_S = 60.0
"""Longest a small exchange may take from end to end: a server that drips bytes is no server."""
PIECE_S = 60.0
"""Longest that PIECE bytes of something large may take: about 4 kB/s."""
PIECE = 262_144
MAX_PROBLEM = 10_000


class _Unled(requests.Session):
    """Leads nowhere. To find out where a redirection would lead, requests reads its body, which may be endless, and
    trips over addresses that are none."""

    def get_redirect_target(self, resp: requests.Response) -> None:
        """See requests.sessions.SessionRedirectMixin."""


def new_session(proxy: str | None = None, certificates: Path | None = None) -> requests.Session:
    """A session for one server. `certificates` is a PEM file of authorities in place of the public ones."""
    session = _Unled()
    session.trust_env = False
    session.cookies.set_policy(DefaultCookiePolicy(allowed_domains=()))
    if proxy is not None:
        session.proxies = {"http": proxy, "https": proxy}
    if certificates is not None:
        session.verify = str(certificates)
    return session


def check_address(url: str) -> str:
    """The server's base address without a trailing slash. Raises NotAllowed."""
    try:
        parts = urlsplit(url.strip().rstrip("/"))
        _ = parts.port
        (parts.hostname or "").encode("idna")  # an empty or too long part of a name; sockets raise no OSError for it
    except ValueError as error:
        raise NotAllowed("bad-address") from error
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
    whole_s: float = WHOLE_S
    stopping: Callable[[], bool] = never
    """Whether an exchange that is under way shall be given up."""

    def post(self, path: str, data: bytes, media_type: str, limit: int) -> Reply:
        """Raises TryAgain or Refused."""
        with self._exchange("POST", path, {"Content-Type": media_type}, data) as (response, dog):
            return Reply(response.status_code, _joined(_pieces(response, dog), limit))

    def get(self, path: str, limit: int) -> Reply:
        """Raises TryAgain or Refused."""
        with self._exchange("GET", path, {}, None) as (response, dog):
            return Reply(response.status_code, _joined(_pieces(response, dog), limit))

    def get_large(self, path: str, limit: int) -> Reply:
        """`get` of what a weak line needs minutes for. Raises TryAgain or Refused."""
        with self._exchange("GET", path, {}, None) as (response, dog):
            return Reply(response.status_code, _joined(_in_time(response, dog), limit))

    @contextmanager
    def stream(self, path: str, headers: dict[str, str]) -> Iterator[tuple[int, Iterator[bytes]]]:
        """A status and the body in pieces. Raises TryAgain or Refused, also while it is read."""
        with self._exchange("GET", path, headers, None) as (response, dog):
            yield response.status_code, _in_time(response, dog)

    @contextmanager
    def _exchange(
        self, method: str, path: str, headers: dict[str, str], data: bytes | None
    ) -> Iterator[tuple[requests.Response, Watchdog]]:
        self._mount()
        with deadline(self.whole_s, self.stopping) as dog:
            try:
                response = self._send(method, path, headers, data, dog)
            except (requests.RequestException, ValueError) as error:
                raise _meaning(error, dog) from error
            with response:
                _check(response, dog)
                yield response, dog

    def _send(
        self, method: str, path: str, headers: dict[str, str], data: bytes | None, dog: Watchdog, again: bool = True
    ) -> requests.Response:
        """Once more if the connection broke without an answer: perhaps it was an old one that the server closes.

        Everything a kiosk asks may be asked twice.
        """
        try:
            return self.session.request(
                method,
                self.base + path,
                data=data,
                headers={"Accept-Encoding": "identity", **headers},
                timeout=(CONNECT_S, READ_S),
                allow_redirects=False,
                stream=True,
            )
        except requests.ConnectionError as error:
            if not again or dog.bitten or not _has_cause(error, (ProtocolError,)):
                raise
        return self._send(method, path, headers, data, dog, again=False)

    def _mount(self) -> None:
        """For the scheme: what is asked may be written otherwise than the address, as of a host in Chinese."""
        if type(self.session.get_adapter(self.base + "/")) is HTTPAdapter:  # not one that somebody chose
            self.session.mount(f"{urlsplit(self.base).scheme}://", DeadlineAdapter())


def _meaning(error: Exception, dog: Watchdog) -> TryAgain:
    if dog.bitten or isinstance(error, requests.Timeout):
        slow = dog.bitten or not isinstance(error, requests.ConnectTimeout)
        return TimedOut("too slow") if slow else Unreachable("no connection")
    if isinstance(error, requests.exceptions.SSLError) or _has_cause(error, (ssl.SSLError, SSLError)):
        return TlsBroken(type(error).__name__)
    if isinstance(error, requests.exceptions.ContentDecodingError):
        return NotTheServer(type(error).__name__)  # nobody asked for compression
    if isinstance(error, requests.exceptions.ChunkedEncodingError):
        return CutShort(type(error).__name__)
    if not isinstance(error, requests.RequestException):
        return NotTheServer(type(error).__name__)  # a number that is none, on which the HTTP library trips
    return Unreachable(type(error).__name__)


def _has_cause(error: BaseException, kinds: tuple[type[BaseException], ...]) -> bool:
    return any(isinstance(arg, kinds) for arg in (*error.args, error.__cause__, error.__context__))


def _check(response: requests.Response, dog: Watchdog) -> None:
    status = response.status_code
    kind = response.headers.get("Content-Type", "")
    if status in (429, 502, 503, 504):
        why = _code(response, dog) if status == 429 and kind.startswith("application/problem+json") else ""
        raise Busy(_seconds(response.headers.get("Retry-After")), why)
    if 300 <= status < 400 and status != 304:
        raise Captive(f"redirected: {status}")
    if kind.startswith("application/problem+json"):
        raise Refused(_code(response, dog), status)
    if kind.startswith("text/html"):
        raise Captive(f"a page: {status}")
    if status not in (200, 206, 416):
        raise NotTheServer(f"status {status}")


def _code(response: requests.Response, dog: Watchdog) -> str:
    """A problem's code, of bytes that anybody may have written."""
    try:
        problem = json.loads(_joined(_pieces(response, dog), MAX_PROBLEM))
    except (ValueError, RecursionError):
        return "refused"
    code = problem.get("code") if isinstance(problem, dict) else None
    return code[:60] if isinstance(code, str) and code.isascii() else "refused"


def _joined(pieces: Iterator[bytes], limit: int) -> bytes:
    body = bytearray()
    for piece in pieces:
        body += piece
        if len(body) > limit:
            raise TooMuch(str(limit))
    return bytes(body)


def _in_time(response: requests.Response, dog: Watchdog) -> Iterator[bytes]:
    """Pieces of what may take hours: each byte earns its time, and what the reader does between two does not count."""
    pieces, left = _pieces(response, dog), PIECE_S
    while True:
        dog.extend(left)
        began = time.monotonic()
        piece = next(pieces, None)
        dog.extend(math.inf)
        if piece is None:
            return
        left = min(PIECE_S, left - (time.monotonic() - began) + len(piece) * PIECE_S / PIECE)
        yield piece


def _pieces(response: requests.Response, dog: Watchdog) -> Iterator[bytes]:
    try:
        yield from response.iter_content(PIECE)
    except (requests.RequestException, ValueError) as error:
        raise _meaning(error, dog) from error
    if dog.bitten:
        raise TimedOut("too slow")  # shut down where the answer's length was not announced


def _seconds(retry_after: str | None) -> float | None:
    return min(float(retry_after), 3600.0) if retry_after and retry_after.isdecimal() else None
