"""What anybody may fetch: the pack and its files, the signed statuses, the list of ballot receipts."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.responses import FileResponse, StreamingResponse

from sync import wire
from sync.server import publishing, receipts, statuses
from sync.server.blobs import Blobs
from sync.server.bodies import tag_of, tagged
from sync.server.offered import Offered
from sync.server.problems import refusals
from sync.server.ranges import OutsideFile, Part, part_of
from sync.server.server import Server

_BLOB = "application/octet-stream"
_RECEIPTS = "text/plain; charset=utf-8"
_FOR_EVER = "public, max-age=31536000, immutable"


class _Whole(FileResponse):
    """A file in larger pieces: each costs a thread's hand-over and a turn of the loop, whatever its size."""

    chunk_size = 1 << 20


def content_routes(server: Server) -> APIRouter:
    """The routes over one server."""
    routes, listed = APIRouter(tags=["content"]), Offered()

    @routes.get(
        wire.PACK,
        response_class=Response,
        responses={
            200: _is(wire.COSE, "The manifest, signed by the organiser."),
            304: _UNCHANGED,
            **refusals(404, 503),
        },
    )
    def pack(request: Request) -> Response:
        """The signed manifest of the pack in force; with If-None-Match only if it changed."""
        message, version = publishing.current_pack(server)
        return tagged(request, message, f"pack-{version}-{publishing.digest_of(message)}", wire.COSE)

    @routes.get(
        wire.BLOBS + "/{digest}",
        response_class=Response,
        responses={
            200: _is(_BLOB, "The whole file."),
            206: _is(_BLOB, "The bytes of a Range."),
            416: {"description": "The Range lies outside the file."},
            **refusals(404, 503),
        },
    )
    def blob(request: Request, digest: str) -> Response:
        """A file of a pack, named by its SHA-256 in hexadecimal; Range and If-Range work. It never changes."""
        headers = {"ETag": f'"{digest}"', "Cache-Control": _FOR_EVER}
        if (path := server.blobs.local(digest)) is not None:
            return _Whole(path, media_type=_BLOB, headers=headers)
        return _streamed(request, server.blobs, digest, headers)

    @routes.get(
        wire.STATUSES,
        response_class=Response,
        responses={200: _is(wire.STATUS_LIST, "zstd over a signed StatusList."), 304: _UNCHANGED, **refusals(503)},
    )
    def all_statuses(request: Request) -> Response:
        """All suggestions' statuses, signed, keyed by a hash of the receipt; with If-None-Match only if changed."""
        if tag_of(request) == f"statuses-{statuses.status_version(server)}":
            return tagged(request, b"", tag_of(request) or "", wire.STATUS_LIST)
        packed, version = statuses.offered_list(server)
        return tagged(request, packed, f"statuses-{version}", wire.STATUS_LIST)

    @routes.get(
        wire.RECEIPTS,
        response_class=Response,
        responses={200: _is(_RECEIPTS, "One receipt a line."), 304: _UNCHANGED, **refusals(503)},
    )
    def ballot_receipts(request: Request) -> Response:
        """Receipts of all ballot envelopes that have arrived, sorted by code: the order says nothing of time."""
        body, _ = listed.get(lambda: receipts.number_of(server), lambda: receipts.list_and_number(server))
        return tagged(request, body, f"receipts-{publishing.digest_of(body)}", _RECEIPTS)

    return routes


def _streamed(request: Request, blobs: Blobs, digest: str, headers: dict[str, str]) -> Response:
    """A file that does not lie on this machine: what is asked for passes through, and no more of it is held."""
    size, headers = blobs.size(digest), {**headers, "Accept-Ranges": "bytes"}
    try:
        part = part_of(request.headers.get("range"), request.headers.get("if-range"), digest, size)
    except OutsideFile:
        return Response(status_code=416, headers={"Content-Range": f"bytes */{size}"})
    if part is None:
        part, status = Part(0, size), 200
    else:
        status = 206
        headers["Content-Range"] = f"bytes {part.offset}-{part.offset + part.length - 1}/{size}"
    headers["Content-Length"] = str(part.length)
    content = blobs.pieces(digest, part.offset, part.length)
    return StreamingResponse(content, status, headers, media_type=_BLOB)


_UNCHANGED: dict[str, Any] = {"description": "What the other side holds is still right."}


def _is(media_type: str, description: str) -> dict[str, Any]:
    form = "string" if media_type.startswith("text/") else "binary"
    schema = {"type": "string"} if form == "string" else {"type": "string", "format": form}
    return {"description": description, "content": {media_type.split(";")[0]: {"schema": schema}}}
