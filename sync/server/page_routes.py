"""Pages for phones: what this is, where to type a receipt, what became of it. HTML without script."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Response
from fastapi.responses import HTMLResponse, RedirectResponse

from kiosk.domain.campaign import Campaign
from kiosk.domain.receipt import ReceiptError, parse_receipt
from sync import wire
from sync.server import pages, publishing, statuses
from sync.server.department_pages import department_page, no_department_page
from sync.server.errors import NotFound, ServerRefused
from sync.server.page_frame import HEADERS
from sync.server.problems import PAGE, for_people, refusals
from sync.server.receipts import is_listed
from sync.server.server import Server

BALLOT_PAGE, DEPARTMENT_PAGE, FIND = "/b", "/d", "/find"


def page_routes(server: Server) -> APIRouter:
    """The routes over one server. `/S/…` and `/B/…` are what QR codes carry: capitals make them coarser."""
    routes = APIRouter(tags=["pages"], responses=for_people(refusals(503)))
    unknown = _not_there("The page says that the receipt is not known, or not a receipt.")

    @routes.get("/", response_class=HTMLResponse)
    def home() -> Response:
        """What this is, and a field for a receipt."""
        return _page(pages.home_page(_campaign(server)))

    elsewhere: dict[int | str, dict[str, Any]] = {303: {"description": "To the receipt's own page."}}

    @routes.get(FIND, response_class=Response, status_code=303, responses={**elsewhere, **unknown})
    def find(code: str = "") -> Response:
        """Where a typed receipt leads: to its suggestion or its ballot envelope."""
        try:
            plain = parse_receipt(code)
        except ReceiptError:
            return _page(pages.unknown_page("bad", code, _campaign(server)), 404)
        if statuses.is_suggestion(server, plain):
            return _to(wire.STATUS_PAGE, plain)
        if is_listed(server, plain):
            return _to(BALLOT_PAGE, plain)
        return _page(pages.unknown_page("unknown-receipt", code, _campaign(server)), 404)

    @routes.get(wire.STATUS_PAGE.upper() + "/{code}", include_in_schema=False)
    @routes.get(wire.STATUS_PAGE + "/{code}", response_class=HTMLResponse, responses={**elsewhere, **unknown})
    def suggestion(code: str) -> Response:
        """What became of a suggestion: its way, the reply, the outcome. No words of the person, no names."""
        try:
            plain = parse_receipt(code)
            status = statuses.status_of(server, plain)
        except ReceiptError:
            return _page(pages.unknown_page("bad", code, _campaign(server)), 404)
        except NotFound as error:
            if is_listed(server, plain):
                return _to(BALLOT_PAGE, plain)
            return _page(pages.unknown_page(error.code, code, _campaign(server)), 404)
        return _page(pages.suggestion_page(plain, status, _campaign(server)))

    @routes.get(BALLOT_PAGE.upper() + "/{code}", include_in_schema=False)
    @routes.get(BALLOT_PAGE + "/{code}", response_class=HTMLResponse, responses={**elsewhere, **unknown})
    def ballot(code: str) -> Response:
        """Whether a ballot's envelope has arrived; nobody can see what is in it."""
        try:
            plain = parse_receipt(code)
        except ReceiptError:
            return _page(pages.unknown_page("bad", code, _campaign(server)), 404)
        listed = is_listed(server, plain)
        if not listed and statuses.is_suggestion(server, plain):
            return _to(wire.STATUS_PAGE, plain)
        return _page(pages.ballot_page(plain, listed, _campaign(server)))

    @routes.get(
        DEPARTMENT_PAGE + "/{id}",
        response_class=HTMLResponse,
        responses=_not_there("The page says that there is no such department."),
    )
    def department(id: str) -> Response:
        """A department as a phone takes it along: goals, summary, answers; what is published and nothing else."""
        try:
            campaign = publishing.current_campaign(server)
        except NotFound:
            return _page(no_department_page(None), 404)
        found = next((one for one in campaign.departments if one.id == id), None)
        if found is None:
            return _page(no_department_page(campaign), 404)
        return _page(department_page(campaign, found))

    return routes


def health_route(server: Server) -> APIRouter:
    """The one route a load balancer asks."""
    routes = APIRouter(tags=["organisers"], responses=refusals(503))

    @routes.get("/healthz")
    def healthz(answer: Response) -> dict[str, str]:
        """Whether the database answers."""
        answer.headers["Cache-Control"] = "no-store"
        publishing.offered_version(server)
        return {"status": "ok"}

    return routes


def _not_there(description: str) -> dict[int | str, dict[str, Any]]:
    return {404: {"description": description, "content": {"text/html": PAGE}}}


def _page(html: str, status: int = 200) -> HTMLResponse:
    return HTMLResponse(html, status, HEADERS)


def _to(page: str, code: str) -> RedirectResponse:
    return RedirectResponse(f"{page}/{code}", 303, HEADERS)


def _campaign(server: Server) -> Campaign | None:
    """For names and the year. A receipt is answered without them, too: when packs' files cannot be read."""
    try:
        return publishing.current_campaign(server)
    except (ServerRefused, OSError):
        return None
