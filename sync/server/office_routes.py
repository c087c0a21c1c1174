"""What organisers' programs read: health, statistics, metrics. Only with the organiser's token."""

from __future__ import annotations

import hmac
from typing import Annotated

from fastapi import APIRouter, Depends, Response, Security
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from sync.server.errors import NotShown
from sync.server.forks import Fork, forks_now
from sync.server.health import KioskHealth, VenueHealth, kiosks_now, venues_now
from sync.server.metrics import CONTENT_TYPE, metrics
from sync.server.problems import refusals
from sync.server.quarantine import Parked, parked_now
from sync.server.server import Server
from sync.server.statistics import Statistics, statistics

_TOKEN = HTTPBearer(
    auto_error=False, scheme_name="organiser", description="The server folder's token; `serve token` shows it."
)

_UNKEPT = {"Cache-Control": "no-store"}
"""What was true a moment ago is no answer to how things are; and a proxy keeps nothing that needed the token."""


def office_routes(server: Server) -> APIRouter:
    """The routes over one server."""

    def with_token(shown: Annotated[HTTPAuthorizationCredentials | None, Security(_TOKEN)], answer: Response) -> None:
        """Compare in constant time: how long it takes says nothing about how much is right."""
        answer.headers.update(_UNKEPT)
        given = shown.credentials if shown else ""
        if not hmac.compare_digest(given.encode(), server.token.encode()):
            raise NotShown("token")

    routes = APIRouter(tags=["organisers"], dependencies=[Depends(with_token)], responses=refusals(401, 503))

    @routes.get("/v1/kiosks")
    def kiosks() -> list[KioskHealth]:
        """Every kiosk: when it was last heard, how much of its journal is here, what is wrong with it."""
        return kiosks_now(server)

    @routes.get("/v1/venues")
    def venues() -> list[VenueHealth]:
        """Every venue, as its worst kiosk is."""
        return venues_now(server)

    @routes.get("/v1/statistics")
    def loop() -> Statistics:
        """How the suggestions' loop stands: states, departments, overdue, satisfaction. No words."""
        return statistics(server)

    @routes.get("/v1/forks")
    def forks() -> list[Fork]:
        """Forked journals: the copies, and what was decided."""
        return forks_now(server)

    @routes.get("/v1/parked")
    def parked() -> list[Parked]:
        """Entries this server does not understand."""
        return parked_now(server)

    @routes.get(
        "/metrics",
        response_class=Response,
        responses={200: {"description": "Prometheus' text format.", "content": {"text/plain": {}}}},
    )
    def prometheus() -> Response:
        """Metrics of kiosks, suggestions and the server, as of this moment."""
        return Response(metrics(server), headers={"Content-Type": CONTENT_TYPE, **_UNKEPT})

    return routes
