"""What can go wrong between kiosk and server, and what to do about it.

SyncError
├── TryAgain             nothing is lost; try again later
│   ├── Unreachable      no connection, a time-out, a broken TLS handshake
│   ├── Busy             the server asked for patience; `retry_after` seconds
│   └── NotTheServer     an answer that is not signed by the server: a captive portal, a proxy, a wrong address
├── Refused              the server understood and said no; `code` says why
├── NotAllowed           this kiosk must not even ask: plain HTTP to another machine
└── NoRoom               the disk is too full for new content; ballots go on
"""

from __future__ import annotations


class SyncError(Exception):
    """`code` is short, stable and fit for logs and screens."""

    code = "sync"


class TryAgain(SyncError):
    """Passing trouble."""


class Unreachable(TryAgain):
    """Nobody answered in time."""

    code = "unreachable"


class Busy(TryAgain):
    """The server is overloaded or being restarted."""

    code = "busy"

    def __init__(self, retry_after: float | None) -> None:
        super().__init__(self.code)
        self.retry_after = retry_after


class NotTheServer(TryAgain):
    """Somebody else answered."""

    code = "not-the-server"


class Refused(SyncError):
    """A clear no, with the problem's code."""

    def __init__(self, code: str, status: int) -> None:
        super().__init__(code)
        self.code = code
        self.status = status


class NotAllowed(SyncError):
    """`code`: plain-http, bad-address."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class NoRoom(SyncError):
    """`needed` and `free` are bytes."""

    code = "no-room"

    def __init__(self, needed: int, free: int) -> None:
        super().__init__(self.code)
        self.needed = needed
        self.free = free
