"""Connections with a deadline for the whole exchange: a peer that drips a byte now and then is cut off.

`requests` limits only the wait for each single read. Here a watchdog shuts the socket down when time is up, whatever
is being waited for: connection, TLS handshake, head or body. (Only the look-up of a name has limits of its own.)
"""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.poolmanager import PoolManager

from sync.pace import never

TICK_S = 1.0
KEPT_S = 15.0
"""A connection that nobody used for so long is opened anew: routers forget idle ones and tell neither end."""


class Watchdog:
    """Shuts the socket of one exchange down when its time is up, or within TICK_S once `stopping` says so."""

    def __init__(self, seconds: float, stopping: Callable[[], bool] = never) -> None:
        self._stopping = stopping
        self._until = time.monotonic() + seconds
        self._changed = threading.Condition()
        self._guard: socket.socket | None = None
        self._over = False
        self.bitten = False
        self._thread = threading.Thread(target=self._wait, name="deadline", daemon=True)
        self._thread.start()

    def extend(self, seconds: float) -> None:
        """Time is up so many seconds from now instead; noticed within TICK_S."""
        self._until = time.monotonic() + seconds

    def watch(self, connected: socket.socket) -> None:
        """The socket that this exchange uses. A handle of our own: an answer may outlive its connection object."""
        with self._changed:
            self._release()
            self._guard = connected.dup()
            if self.bitten:
                _shut(self._guard)

    def end(self) -> None:
        """The exchange is over."""
        with self._changed:
            self._over = True
            self._changed.notify()
        self._thread.join()
        self._release()

    def _release(self) -> None:
        if self._guard is not None:
            self._guard.close()
            self._guard = None

    def _wait(self) -> None:
        with self._changed:
            while not self._over and not self._stopping() and (left := self._until - time.monotonic()) > 0:
                self._changed.wait(min(left, TICK_S))
            if not self._over:
                self.bitten = True
                if self._guard is not None:
                    _shut(self._guard)


_watchdog: ContextVar[Watchdog | None] = ContextVar("watchdog", default=None)


@contextmanager
def deadline(seconds: float, stopping: Callable[[], bool] = never) -> Iterator[Watchdog]:
    """All connections used inside are shut down after `seconds`, unless the watchdog is told otherwise."""
    dog = Watchdog(seconds, stopping)
    before = _watchdog.set(dog)
    try:
        yield dog
    finally:
        _watchdog.reset(before)
        dog.end()


def _shut(guard: socket.socket) -> None:
    try:
        guard.shutdown(socket.SHUT_RDWR)
    except OSError:
        return  # not connected any more


class _Watched:
    """A connection that shows its socket to the watchdog of the exchange.

    The guard is a second handle on the same socket: shutting it down ends reads of the first one too, and TLS may be
    wrapped around that one meanwhile.
    """

    _guard: socket.socket | None = None
    _used = 0.0

    @property
    def is_connected(self) -> bool:
        """Whether it may be used again, as the pool asks before it does."""
        return bool(super().is_connected) and time.monotonic() - self._used < KEPT_S  # type: ignore[misc]

    def _new_conn(self) -> socket.socket:
        made: socket.socket = super()._new_conn()  # type: ignore[misc]
        self._guard = made.dup()
        self._show()
        return made

    def request(self, *args: Any, **kwargs: Any) -> None:
        self._used = time.monotonic()
        self._show()  # a connection that was kept open
        super().request(*args, **kwargs)  # type: ignore[misc]

    def close(self) -> None:
        super().close()  # type: ignore[misc]
        if self._guard is not None:
            self._guard.close()
            self._guard = None

    def _show(self) -> None:
        dog = _watchdog.get()
        if dog is not None and self._guard is not None:
            dog.watch(self._guard)


class _Plain(_Watched, HTTPConnection):
    pass


class _Secure(_Watched, HTTPSConnection):
    pass


class _PlainPool(HTTPConnectionPool):
    ConnectionCls = _Plain


class _SecurePool(HTTPSConnectionPool):
    ConnectionCls = _Secure


class DeadlineAdapter(HTTPAdapter):
    """requests' adapter over such connections, direct or through a proxy."""

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        """See HTTPAdapter."""
        super().init_poolmanager(*args, **kwargs)
        _watched(self.poolmanager)

    def proxy_manager_for(self, *args: Any, **kwargs: Any) -> Any:
        """See HTTPAdapter."""
        manager = super().proxy_manager_for(*args, **kwargs)
        _watched(manager)
        return manager


def _watched(manager: PoolManager) -> None:
    manager.pool_classes_by_scheme = {"http": _PlainPool, "https": _SecurePool}
