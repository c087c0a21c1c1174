"""Running the server: uvicorn on a socket that listens before anything is promised, in one process or several.

ServingRefused
├── AddressTaken         another program listens there
├── NotThisMachine       this machine has no such address, or may not listen there
└── NeedsPostgres        several processes would wait for each other at one SQLite file
"""

from __future__ import annotations

import errno
import logging
import signal
import socket
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import Any

import uvicorn

from sync.server.app import build_app
from sync.server.logs import log_as_json_lines
from sync.server.processes import FACTORY, run_processes, settled
from sync.server.readiness import shortcomings
from sync.server.server import open_server
from sync.server.slow_clients import PatientProtocol
from sync.server.tls import check_tls, ending_soon

logger = logging.getLogger(__name__)

HUNG_AFTER_S = 30
"""A process of several that does not answer its parent so long is killed and replaced. On a machine that has much to do
a start alone can take uvicorn's own 5 s."""
GRACE_S = 30
"""How long running requests may take to end after SIGTERM."""
MOST_CONNECTIONS = 1000
BACKLOG = 2048


class ServingRefused(Exception):
    """It would not work; nothing was started."""


class AddressTaken(ServingRefused):
    """The address is in use. `address` is host:port."""

    def __init__(self, address: str) -> None:
        super().__init__(address)
        self.address = address


class NotThisMachine(ServingRefused):
    """The address cannot be bound. `address` is host:port."""

    def __init__(self, address: str) -> None:
        super().__init__(address)
        self.address = address


class NeedsPostgres(ServingRefused):
    """More than one process with SQLite."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where and how to serve. Port 0 takes a free one; `tls` is (certificate chain, private key), PEM."""

    host: str = "127.0.0.1"
    port: int = 8470
    tls: tuple[Path, Path] | None = None
    workers: int = 1
    log_level: str = "info"


def serve(folder: Path, database_url: str | None, place: Place, listening: Callable[[str], None]) -> None:
    """Serve until SIGINT or SIGTERM; running requests end first. `listening` is told the address.

    Raises ServingRefused, TlsRefused, FolderRefused, SQLAlchemyError, DatabaseNewer or OSError.
    """
    if place.workers > 1 and not (database_url or "").startswith("postgresql"):
        raise NeedsPostgres
    ends = None if place.tls is None else check_tls(*place.tls)
    server = open_server(folder, database_url)  # migrates, and refuses before anything is promised
    try:
        with bind(place) as bound:
            log_as_json_lines(place.log_level)  # not before it is sure to serve: it replaces all logging of the process
            for shortcoming in (*shortcomings(server), *ending_soon(ends)):
                logger.error("%s", shortcoming)
            signal.signal(signal.SIGTERM, _ended)
            listening(_address(place, bound))
            if place.workers > 1:
                run_processes(folder, database_url or "", place.log_level, _config_of_several(place), bound)
            else:
                uvicorn.Server(uvicorn.Config(settled(build_app(server)), **_settings(place))).run(sockets=[bound])
    finally:
        server.close()


def _ended(_signal: int, _frame: FrameType | None) -> None:
    """uvicorn raises the signal again when it has ended in good order; that must not kill what still closes."""


def _config_of_several(place: Place) -> uvicorn.Config:
    return uvicorn.Config(FACTORY, factory=True, workers=place.workers, **_settings(place))


def _settings(place: Place) -> dict[str, Any]:
    return {
        "http": PatientProtocol,
        "ws": "none",
        "lifespan": "off",
        "log_config": None,
        "access_log": False,
        "server_header": False,
        "timeout_graceful_shutdown": GRACE_S,
        "timeout_worker_healthcheck": HUNG_AFTER_S,
        "timeout_keep_alive": 15,
        "limit_concurrency": MOST_CONNECTIONS,
        "ssl_certfile": place.tls[0] if place.tls else None,
        "ssl_keyfile": place.tls[1] if place.tls else None,
    }


def bind(place: Place) -> socket.socket:
    """A socket that listens there. Raises AddressTaken or NotThisMachine.

    It says that it is TCP: only then does asyncio send what it has at once (TCP_NODELAY); else the body of an answer
    waits for the head to be acknowledged, which takes the other side 40 ms.
    """
    family = socket.AF_INET6 if ":" in place.host else socket.AF_INET
    bound = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        bound.bind((place.host, place.port))
        bound.listen(BACKLOG)
    except OSError as error:
        bound.close()
        refused = AddressTaken if error.errno == errno.EADDRINUSE else NotThisMachine
        raise refused(f"{place.host}:{place.port}") from error
    return bound


def _address(place: Place, bound: socket.socket) -> str:
    name = f"[{place.host}]" if ":" in place.host else place.host
    return f"{'https' if place.tls else 'http'}://{name}:{bound.getsockname()[1]}"
