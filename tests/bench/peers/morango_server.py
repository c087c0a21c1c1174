"""Serves the Morango site on a free port of loopback, with Django's threaded server; prints its address."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable
from typing import Any

import morango_site  # noqa: F401  configures Django
from django.core.servers.basehttp import ThreadedWSGIServer, WSGIRequestHandler
from django.core.wsgi import get_wsgi_application


class Quiet(WSGIRequestHandler):
    """Logs nothing."""

    def log_message(self, format: str, *args: object) -> None:
        """Nothing."""


ONE_AT_A_TIME = threading.Lock()
"""Without it devices that push at once fail: Morango's transactions on SQLite read first and write later, and SQLite
refuses the second one that wants to."""
site = get_wsgi_application()


def application(environ: dict[str, Any], start: Callable[..., Any]) -> list[bytes]:
    """One request after the other."""
    with ONE_AT_A_TIME, contextlib.closing(site(environ, start)) as answer:
        return list(answer)


server = ThreadedWSGIServer(("127.0.0.1", 0), Quiet)
server.set_app(application)
print(f"http://127.0.0.1:{server.server_port}/", flush=True)
server.serve_forever()
