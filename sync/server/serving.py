"""Running the server: uvicorn on a socket that is bound before anything is promised.

AddressTaken             another program listens there
"""

from __future__ import annotations

import socket
from collections.abc import Callable
from pathlib import Path

import uvicorn

from sync.server.app import build_app
from sync.server.server import Server


class AddressTaken(OSError):
    """The address cannot be bound. `address` is host:port."""

    def __init__(self, address: str) -> None:
        super().__init__(address)
        self.address = address


def serve(
    server: Server, host: str, port: int, listening: Callable[[str], None], tls: tuple[Path, Path] | None = None
) -> None:
    """Serve until SIGINT or SIGTERM; running requests end first. `listening` is told the address.

    Port 0 takes a free one; `tls` is (certificate chain, private key), PEM. Raises AddressTaken, OSError or SSLError.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    bound = socket.socket(family, socket.SOCK_STREAM)
    bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        bound.bind((host, port))
    except OSError as error:
        bound.close()
        raise AddressTaken(f"{host}:{port}") from error
    name = f"[{host}]" if ":" in host else host
    listening(f"{'https' if tls else 'http'}://{name}:{bound.getsockname()[1]}")
    config = uvicorn.Config(
        build_app(server),
        log_level="warning",
        access_log=False,
        timeout_graceful_shutdown=10,
        server_header=False,
        ssl_certfile=tls[0] if tls else None,
        ssl_keyfile=tls[1] if tls else None,
    )
    try:
        uvicorn.Server(config).run(sockets=[bound])
    finally:
        bound.close()
        server.close()
