"""The HTTP side: routes over the server's functions, every refusal as problem details (RFC 9457)."""

from __future__ import annotations

import logging
from collections.abc import Callable
from http import HTTPStatus

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import FileResponse, HTMLResponse, JSONResponse
from sqlalchemy import select
from sqlalchemy.exc import SQLAlchemyError
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException

from kiosk.domain.receipt import ReceiptError, parse_receipt
from sync import wire
from sync.server import pages, publishing, suggestions
from sync.server.database import get_number
from sync.server.enrolling import enrol
from sync.server.errors import NotFound, ServerRefused, TooLarge
from sync.server.health import kiosks_now
from sync.server.ingest import ingest
from sync.server.models import Receipt
from sync.server.server import Server

logger = logging.getLogger(__name__)

_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


def build_app(server: Server) -> FastAPI:
    """The application for one opened server."""
    app = FastAPI(title="San Min central server", version="1", docs_url=None, redoc_url=None)
    _add_kiosk_routes(app, server)
    _add_content_routes(app, server)
    _add_pages(app, server)
    _add_problems(app)
    return app


def _add_kiosk_routes(app: FastAPI, server: Server) -> None:
    async def answer(request: Request, work: Callable[[Server, bytes], bytes], limit: int) -> Response:
        body = await _body(request, limit)
        return Response(await run_in_threadpool(work, server, body), media_type=wire.COSE)

    @app.post(wire.ENROLMENTS, response_class=Response)
    async def enrolments(request: Request) -> Response:
        """A kiosk's signed request with a one-time code; the reply is signed."""
        return await answer(request, enrol, 4096)

    @app.post(wire.BUNDLES, response_class=Response)
    async def bundles(request: Request) -> Response:
        """A bundle; the answer is a signed acknowledgement."""
        return await answer(request, ingest, wire.MAX_BUNDLE)

    @app.get("/v1/kiosks")
    def kiosks() -> list[dict[str, object]]:
        """Every kiosk: when it was last heard, how much of its journal is here, whether it is frozen."""
        return kiosks_now(server)

    @app.get("/healthz")
    def healthz() -> dict[str, object]:
        """Whether the database answers."""
        with server.engine.begin() as connection:
            return {"status": "ok", "pack_version": get_number(connection, publishing.PACK_VERSION)}


def _add_content_routes(app: FastAPI, server: Server) -> None:
    @app.get(wire.PACK, response_class=Response)
    def pack(request: Request) -> Response:
        """The signed manifest in force."""
        message, version = publishing.current_pack(server)
        return _tagged(request, message, f"pack-{version}-{publishing.digest_of(message)}", wire.COSE)

    @app.get(wire.BLOBS + "/{digest}", response_class=Response)
    def blob(digest: str) -> Response:
        """A file of a pack; Range and If-Range work."""
        path = publishing.blob(server, digest)
        headers = {"ETag": f'"{digest}"', "Cache-Control": "public, max-age=31536000, immutable"}
        return FileResponse(path, media_type="application/octet-stream", headers=headers)

    @app.get(wire.STATUSES, response_class=Response)
    def statuses(request: Request) -> Response:
        """All statuses, signed, keyed by a hash of the receipt."""
        message, version = suggestions.status_list(server)
        return _tagged(request, wire.compress(message), f"statuses-{version}", wire.STATUS_LIST)


def _add_pages(app: FastAPI, server: Server) -> None:
    @app.get(wire.STATUS_PAGE + "/{code}", response_class=HTMLResponse)
    def suggestion(code: str) -> HTMLResponse:
        """What became of a suggestion, for phones."""
        try:
            status = suggestions.status_of(server, code)
        except ServerRefused as error:
            return HTMLResponse(pages.unknown_page(error.code), 404, headers=_HEADERS)
        try:
            campaign = publishing.current_campaign(server)
        except NotFound:
            campaign = None
        return HTMLResponse(pages.suggestion_page(parse_receipt(code), status, campaign), headers=_HEADERS)

    @app.get("/b/{code}", response_class=HTMLResponse)
    def ballot(code: str) -> HTMLResponse:
        """Whether a ballot's envelope has arrived."""
        try:
            plain = parse_receipt(code)
        except ReceiptError:
            return HTMLResponse(pages.unknown_page("bad"), 404, headers=_HEADERS)
        with server.engine.begin() as connection:
            listed = connection.scalar(select(Receipt.code).where(Receipt.code == plain)) is not None
        return HTMLResponse(pages.ballot_page(plain, listed), headers=_HEADERS)


def _tagged(request: Request, body: bytes, tag: str, media_type: str) -> Response:
    headers = {"ETag": f'"{tag}"', "Cache-Control": "no-cache"}
    if request.headers.get("if-none-match") == f'"{tag}"':
        return Response(status_code=304, headers=headers)
    return Response(body, media_type=media_type, headers=headers)


async def _body(request: Request, limit: int) -> bytes:
    body = bytearray()
    async for piece in request.stream():
        body += piece
        if len(body) > limit:
            raise TooLarge("too-large")
    return bytes(body)


def _add_problems(app: FastAPI) -> None:
    def problem(status: int, code: str) -> JSONResponse:
        body = {
            "type": f"urn:sanmin:problem:{code}",
            "title": HTTPStatus(status).phrase,
            "status": status,
            "code": code,
        }
        return JSONResponse(body, status, media_type=wire.PROBLEM)

    @app.exception_handler(ServerRefused)
    async def refused(request: Request, error: ServerRefused) -> JSONResponse:
        logger.info("refused %s: %s", request.url.path, error.code)
        return problem(error.status, error.code)

    @app.exception_handler(HTTPException)
    async def http(request: Request, error: HTTPException) -> JSONResponse:
        return problem(error.status_code, HTTPStatus(error.status_code).phrase.lower().replace(" ", "-"))

    @app.exception_handler(RequestValidationError)
    async def invalid(request: Request, error: RequestValidationError) -> JSONResponse:
        return problem(422, "bad-request")

    @app.exception_handler(SQLAlchemyError)
    async def database(request: Request, error: SQLAlchemyError) -> JSONResponse:
        logger.error("database: %s", type(error).__name__)
        return problem(503, "storage")

    @app.exception_handler(OSError)
    async def storage(request: Request, error: OSError) -> JSONResponse:
        logger.error("storage: %s", type(error).__name__)
        return problem(503, "storage")
