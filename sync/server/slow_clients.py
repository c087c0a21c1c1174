"""Who is slow or comes a thousandfold must not use up all places: late heads of requests, and too many connections."""

from __future__ import annotations

import asyncio
import ipaddress
import logging
import time
from collections import Counter
from typing import Any, ClassVar

from uvicorn.protocols.http.h11_impl import H11Protocol

logger = logging.getLogger(__name__)

HEAD_S = 20.0
"""Longest from opening a connection, or from the first byte of its next request, to the end of the request's head."""
MOST_PER_ADDRESS = 200
"""Connections of one address to one process: a fifth of all. Many phones may stand behind one address."""
SAY_AGAIN_S = 60.0


class PatientProtocol(H11Protocol):
    """uvicorn's HTTP/1.1 with these limits; bodies are limited in `sync.server.bodies`.

    Proxies that are trusted with X-Forwarded-For (uvicorn's FORWARDED_ALLOW_IPS, this machine unless it says otherwise)
    may have as many connections as there are.
    """

    head_s = HEAD_S
    most_per_address = MOST_PER_ADDRESS
    _places: ClassVar[Counter[str]] = Counter()
    _said_at: ClassVar[float] = float("-inf")
    _place = ""
    _head_timer: asyncio.TimerHandle | None = None

    def connection_made(self, transport: Any) -> None:
        """The clock begins with the connection."""
        super().connection_made(transport)
        if self._take_place():
            self._await_head()
        else:
            transport.abort()

    def data_received(self, data: bytes) -> None:
        """The clock stops with a whole head, and begins anew with the next request's first byte."""
        super().data_received(data)
        if not self._between_requests():
            self._stop_waiting()
        elif self._head_timer is None:
            self._await_head()

    def connection_lost(self, exc: Exception | None) -> None:
        """Gone by itself."""
        self._stop_waiting()
        if self._place:
            self._places[self._place] -= 1
            if not self._places[self._place]:
                del self._places[self._place]
        super().connection_lost(exc)

    def _take_place(self) -> bool:
        address = self.client[0] if self.client else ""
        if is_trusted(address, self.config.forwarded_allow_ips):
            return True
        place = counted_as(address)
        if self._places[place] >= self.most_per_address:
            self._say_so()
            return False
        self._place = place
        self._places[place] += 1
        return True

    def _say_so(self) -> None:
        """Not at each connection: the log must not be flooded either."""
        now = time.monotonic()
        if now - PatientProtocol._said_at >= SAY_AGAIN_S:
            PatientProtocol._said_at = now
            logger.warning("one address has %d connections and gets no more", self.most_per_address)

    def _between_requests(self) -> bool:
        return self.cycle is None or self.cycle.response_complete

    def _await_head(self) -> None:
        self._head_timer = self.loop.call_later(self.head_s, self._close_if_headless)

    def _stop_waiting(self) -> None:
        if self._head_timer is not None:
            self._head_timer.cancel()
            self._head_timer = None

    def _close_if_headless(self) -> None:
        if self._between_requests() and not self.transport.is_closing():
            self.transport.close()


def is_trusted(address: str, proxies: list[str] | str | None) -> bool:
    """Whether uvicorn believes this address what it says of others: a list of addresses and networks, or `*`."""
    listed = proxies.split(",") if isinstance(proxies, str) else proxies or []
    names = {name.strip() for name in listed}
    return bool({"*", address} & names) or any(_lies_in(address, name) for name in names if "/" in name)


def _lies_in(address: str, network: str) -> bool:
    try:
        return ipaddress.ip_address(address) in ipaddress.ip_network(network, strict=False)
    except ValueError:
        return False


def counted_as(address: str) -> str:
    """What is counted for an address: itself, or the network of 64 bits that one IPv6 customer has for himself."""
    try:
        ip = ipaddress.ip_address(address)
    except ValueError:
        return address
    if isinstance(ip, ipaddress.IPv4Address):
        return str(ip)
    return str(ip.ipv4_mapped or ipaddress.ip_network((ip, 64), strict=False))
