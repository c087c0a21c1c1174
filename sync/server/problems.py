"""Every refusal as problem details (RFC 9457), or as a page for people: a stable code, and never a traceback."""

from __future__ import annotations

import logging
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, JSONResponse, Response
from pydantic import BaseModel, Field
from sqlalchemy.exc import SQLAlchemyError
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect

from sync import wire
from sync.server.errors import ServerRefused
from sync.server.page_frame import HEADERS, is_for_programs
from sync.server.pages import trouble_page
from sync.server.working_days import FILE, CalendarRefused

logger = logging.getLogger(__name__)

STORAGE_RETRY_S = 30


PAGE = {"schema": {"type": "string"}}


class Problem(BaseModel):
    """Why a request was refused (RFC 9457)."""

    type: str = Field(examples=["urn:sanmin:problem:too-large"])
    title: str = Field(description="The status in words.", examples=["Content Too Large"])
    status: int = Field(examples=[413])
    detail: str = Field(description="What it means, for people.", examples=["More bytes than this can have."])
    code: str = Field(description="Short and stable; programs compare this.", examples=["too-large"])


_MEANINGS = {
    400: "These bytes are not what belongs here; sending them again changes nothing.",
    401: "The organiser's token is missing or wrong (`serve token` shows it).",
    403: "Signed by nobody this server knows, or not by whom it says.",
    404: "There is no such thing, or not yet.",
    405: "This address is not asked in this way; Allow names the ways it is.",
    408: "The body came too slowly.",
    409: "The state of things does not allow this now.",
    413: "More bytes than this can have.",
    422: "A parameter is missing or has the wrong form.",
    429: "Too many wrong enrolment codes from this address; see Retry-After.",
    500: "The server has a defect here; its log says where. Nothing was acknowledged.",
    503: "The server cannot store anything now (a full disk, a database that is down); nothing was acknowledged. "
    "See Retry-After.",
}


def refusals(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """OpenAPI's responses for these statuses, and for a defect, which no route is safe from."""
    schema = {"schema": {"$ref": "#/components/schemas/Problem"}}
    return {
        status: {"description": _MEANINGS[status], "content": {wire.PROBLEM: schema}, "model": Problem}
        for status in (*statuses, 500)
    }


def for_people(refused: dict[int | str, dict[str, Any]]) -> dict[int | str, dict[str, Any]]:
    """The same of routes that answer a browser with a page."""
    return {status: {**one, "content": {**one["content"], "text/html": PAGE}} for status, one in refused.items()}


def problem(status: int, code: str, retry_after: int | None = None) -> JSONResponse:
    """One refusal as a response."""
    body = {
        "type": f"urn:sanmin:problem:{code}",
        "title": _title(status),
        "status": status,
        "detail": _MEANINGS.get(status, "This was refused."),
        "code": code,
    }
    headers = {"X-Content-Type-Options": "nosniff", "Cache-Control": "no-store"}  # a proxy may keep a 404 for minutes
    if retry_after is not None:
        headers["Retry-After"] = str(retry_after)
    if status == HTTPStatus.UNAUTHORIZED:
        headers["WWW-Authenticate"] = "Bearer"
    return JSONResponse(body, status, headers, media_type=wire.PROBLEM)


def _answer(request: Request, status: int, code: str, retry_after: int | None = None) -> Response:
    """A page where a person's browser asks for one, a problem for everybody else."""
    if is_for_programs(request.url.path) or "text/html" not in request.headers.get("accept", ""):
        return problem(status, code, retry_after)
    headers = HEADERS if retry_after is None else {**HEADERS, "Retry-After": str(retry_after)}
    return HTMLResponse(trouble_page(found=status >= HTTPStatus.INTERNAL_SERVER_ERROR), status, headers)


def _title(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return "Refused"


def add_problems(app: FastAPI) -> None:
    """Turn every exception of the routes into a problem."""

    @app.exception_handler(ServerRefused)
    async def refused(request: Request, error: ServerRefused) -> Response:
        logger.info("refused: %s", error.code)
        return _answer(request, error.status, error.code, error.retry_after)

    @app.exception_handler(HTTPException)
    async def http(request: Request, error: HTTPException) -> Response:
        answer = _answer(request, error.status_code, _title(error.status_code).lower().replace(" ", "-"))
        answer.headers.update(error.headers or {})  # Allow
        return answer

    @app.exception_handler(RequestValidationError)
    async def invalid(request: Request, error: RequestValidationError) -> Response:
        return _answer(request, 422, "bad-request")

    @app.exception_handler(ClientDisconnect)
    async def gone(request: Request, error: ClientDisconnect) -> Response:
        logger.info("the other side hung up before its request was complete")
        return _answer(request, 400, "incomplete")  # nobody reads it; the log has a status

    @app.exception_handler(SQLAlchemyError)
    async def database(request: Request, error: SQLAlchemyError) -> Response:
        logger.error("database: %s", type(error).__name__)
        return _answer(request, 503, "storage", STORAGE_RETRY_S)

    @app.exception_handler(OSError)
    async def storage(request: Request, error: OSError) -> Response:
        logger.error("storage: %s %s", type(error).__name__, error.filename or "")
        return _answer(request, 503, "storage", STORAGE_RETRY_S)

    @app.exception_handler(CalendarRefused)
    async def calendar(request: Request, error: CalendarRefused) -> Response:
        logger.error("%s, row %d cannot be read", FILE, error.row)
        return _answer(request, 503, "calendar", STORAGE_RETRY_S)

    @app.exception_handler(Exception)
    async def defect(request: Request, error: Exception) -> Response:
        return _answer(request, 500, "defect")  # the server logs where it happened
