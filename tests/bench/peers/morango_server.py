"""Serves the Morango site on a free port of loopback, with Django's threaded server; prints its address."""

from __future__ import annotations

import morango_site  # noqa: F401  configures Django
from django.core.servers.basehttp import ThreadedWSGIServer, WSGIRequestHandler
from django.core.wsgi import get_wsgi_application


class Quiet(WSGIRequestHandler):
    """Logs nothing."""

    def log_message(self, format: str, *args: object) -> None:
        """Nothing."""


server = ThreadedWSGIServer(("127.0.0.1", 0), Quiet)
server.set_app(get_wsgi_application())
print(f"http://127.0.0.1:{server.server_port}/", flush=True)
server.serve_forever()
