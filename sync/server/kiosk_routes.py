"""What kiosks send: enrolments and bundles. Each proves by its signature who it is from; no token is needed."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request, Response
from starlette.concurrency import run_in_threadpool

from sync import wire
from sync.server.bodies import read_body
from sync.server.enrolling import enrol
from sync.server.ingest import ingest
from sync.server.problems import refusals
from sync.server.returned import MAX_RETURNED, take_back
from sync.server.server import Server
from sync.server.statuses import offered_list, status_list

MAX_ENROLMENT = 4096


def kiosk_routes(server: Server) -> APIRouter:
    """The routes over one server."""
    routes = APIRouter(tags=["kiosks"])

    @routes.post(
        wire.ENROLMENTS,
        response_class=Response,
        responses={200: _signed("An EnrolReply, signed by the server."), **refusals(400, 403, 408, 409, 413, 429, 503)},
        openapi_extra=_body(wire.COSE, "An EnrolRequest, signed with the new kiosk's own key."),
    )
    async def enrol_a_kiosk(request: Request) -> Response:
        """Make a kiosk known with a one-time code. The same key may repeat it after a lost answer."""
        message = await read_body(request, MAX_ENROLMENT)
        address = request.client.host if request.client else ""
        return Response(await run_in_threadpool(enrol, server, message, address), media_type=wire.COSE)

    @routes.post(
        wire.BUNDLES,
        response_class=Response,
        responses={200: _signed("A signed Acknowledgement."), **refusals(400, 403, 408, 413, 503)},
        openapi_extra=_body(wire.BUNDLE, "zstd over a COSE_Sign1 Bundle of an enrolled kiosk; at most 4 MB."),
    )
    async def take_in_a_bundle(request: Request) -> Response:
        """Take in a piece of a kiosk's journal. What the acknowledgement covers is durable before it is signed.

        A gap, a fork and entries this server does not understand are acknowledgements too, never errors. The same
        bundle may be sent any number of times.
        """
        data = await read_body(request, wire.MAX_BUNDLE)
        return Response(await run_in_threadpool(ingest, server, data), media_type=wire.COSE)

    @routes.post(
        wire.STATUSES,
        response_class=Response,
        responses={
            200: _signed("The list in force, as GET gives it.", wire.STATUS_LIST),
            **refusals(400, 403, 408, 413, 503),
        },
        openapi_extra=_body(wire.STATUS_LIST, "A list of statuses that this server signed, as a kiosk holds it."),
    )
    async def take_statuses_back(request: Request) -> Response:
        """After a restore: what the office did since the backup comes back from the lists that kiosks hold.

        Only lists signed by this server are believed, and they only prolong what is here.
        """
        data = await read_body(request, MAX_RETURNED)
        taken = await run_in_threadpool(take_back, server, data)
        return Response(await run_in_threadpool(_in_force, server, taken), media_type=wire.STATUS_LIST)

    return routes


def _in_force(server: Server, changed: bool) -> bytes:
    return wire.compress(status_list(server)[0]) if changed else offered_list(server)[0]


def _signed(description: str, media_type: str = wire.COSE) -> dict[str, Any]:
    return {"description": description, "content": {media_type: {"schema": {"type": "string", "format": "binary"}}}}


def _body(media_type: str, description: str) -> dict[str, Any]:
    content = {media_type: {"schema": {"type": "string", "format": "binary"}}}
    return {"requestBody": {"required": True, "description": description, "content": content}}
