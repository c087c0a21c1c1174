"""The HTTP application: its routes, problems and access log over one opened server."""

from __future__ import annotations

from fastapi import FastAPI

from sync.server.access_log import AccessLog
from sync.server.attachments import attachment_routes
from sync.server.content_routes import content_routes
from sync.server.described import DescribedApi
from sync.server.head_requests import HeadRequests
from sync.server.kiosk_routes import kiosk_routes
from sync.server.kiosks_first import KiosksFirst
from sync.server.office_routes import office_routes
from sync.server.page_routes import health_route, page_routes
from sync.server.problems import add_problems
from sync.server.server import Server

VERSION = "1"
_ABOUT = """The central server of the San Min event (三民活动).

Kiosks need no token: what they send is signed with their own key, and what they believe is signed by the server or
the organiser; success is a verified signed answer, never an HTTP status. The organisers' routes need the token of the
server's folder. Every refusal is a problem (RFC 9457) with a stable `code`."""
_TAGS = [
    {"name": "kiosks", "description": "Signed messages of kiosks: enrolment and the journal."},
    {"name": "content", "description": "Signed content and public lists."},
    {"name": "pages", "description": "Pages for phones, Chinese and English, without script."},
    {"name": "organisers", "description": "Health, statistics and metrics, with the organiser's token."},
]


def build_app(server: Server) -> FastAPI:
    """The application for one opened server."""
    app = DescribedApi(
        title="San Min central server",
        version=VERSION,
        description=_ABOUT,
        openapi_tags=_TAGS,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        license_info={"name": "GPL-3.0-or-later", "identifier": "GPL-3.0-or-later"},
    )
    for routes in (kiosk_routes(server), content_routes(server), office_routes(server), page_routes(server)):
        app.include_router(routes)
    app.include_router(health_route(server))
    app.include_router(attachment_routes(server))
    app.add_middleware(HeadRequests)
    app.add_middleware(KiosksFirst)
    app.add_middleware(AccessLog)  # around all others
    add_problems(app)
    return app
