"""What can go wrong between kiosk and server, and what to do about it.

SyncError
├── TryAgain             nothing is lost; try again later
│   ├── Unreachable      no connection
│   │   ├── TimedOut     connected, and too slow: smaller bundles may get through
│   │   ├── CutShort     the answer ended in the middle
│   │   └── TlsBroken    no certificate that can be believed, or the handshake broke
│   ├── Busy             the server asked for patience; `retry_after` seconds, `why` if it said so
│   ├── NotTheServer     an answer that is not signed by the server: a wrong address, a proxy
│   │   ├── Captive      a page for people where a signed message belongs, or the way to one
│   │   ├── OtherOrganiser  a server, and not the one whose organiser the enrolment code names
│   │   ├── TooMuch      more bytes than this answer can have
│   │   └── WrongChunk   a piece of content that is wrong each time it is read; `file` is its hash
│   ├── Incomplete       the source of a pack has only a part of it; the rest comes later
│   └── NotThere         the source of a pack lacks a file
├── Refused              the server understood and said no; `code` says why
├── Paused               content gave the line back to what is more urgent; the next sync goes on with it
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
    """Nobody answered."""

    code = "unreachable"


class TimedOut(Unreachable):
    """Somebody is there; the exchange did not end in time."""

    code = "timed-out"


class CutShort(Unreachable):
    """The connection broke while the answer came."""

    code = "cut-short"


class TlsBroken(Unreachable):
    """A wrong or expired certificate, a clock that is far off, or somebody in between."""

    code = "tls"


class Busy(TryAgain):
    """The server is overloaded or being restarted."""

    code = "busy"

    def __init__(self, retry_after: float | None, why: str = "") -> None:
        super().__init__(self.code)
        self.retry_after = retry_after
        self.why = why


class NotTheServer(TryAgain):
    """Somebody else answered."""

    code = "not-the-server"


class Captive(NotTheServer):
    """A login page of the network, typically."""

    code = "captive-portal"


class OtherOrganiser(NotTheServer):
    """Half of an enrolment code says whose it is: mistyped there, or for another event's server."""


class TooMuch(NotTheServer):
    """Reading was stopped at the limit."""

    code = "too-much"


class WrongChunk(NotTheServer):
    """What is right of the file is kept; `file` is its SHA-256."""

    def __init__(self, file: bytes) -> None:
        super().__init__("chunk")
        self.file = file


class Incomplete(TryAgain):
    """`lacking` bytes are not in this source; what it had is kept."""

    code = "incomplete"

    def __init__(self, lacking: int) -> None:
        super().__init__(self.code)
        self.lacking = lacking


class NotThere(TryAgain):
    """The file's name is in the text."""

    code = "not-there"


class Refused(SyncError):
    """A clear no, with the problem's code."""

    def __init__(self, code: str, status: int) -> None:
        super().__init__(code)
        self.code = code
        self.status = status


class Paused(SyncError):
    """What came so far is kept."""

    code = "paused"


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
