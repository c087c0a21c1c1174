"""Requests' bodies: bounded in bytes and in seconds. Answers that a kiosk may already have: by entity tag."""

from __future__ import annotations

import asyncio

from fastapi import Request, Response

from sync.server.errors import TooLarge, TooSlow

BODY_S = 120.0
"""Longest a body may take: a full bundle needs 35 kB/s, which a weak mobile connection has."""


async def read_body(request: Request, limit: int, seconds: float = BODY_S) -> bytes:
    """The whole body. Raises TooLarge before more than `limit` bytes are held, TooSlow after `seconds`."""
    announced = request.headers.get("content-length", "")
    if announced.isdecimal() and int(announced) > limit:
        raise TooLarge("too-large")
    body = bytearray()
    try:
        async with asyncio.timeout(seconds):
            async for piece in request.stream():
                body += piece
                if len(body) > limit:
                    raise TooLarge("too-large")
    except TimeoutError as error:
        raise TooSlow("too-slow") from error
    return bytes(body)


def tag_of(request: Request) -> str | None:
    """The entity tag that the other side holds, without quotes and weakness."""
    tag = request.headers.get("if-none-match")
    return None if tag is None else tag.removeprefix("W/").strip('"')


def tagged(request: Request, body: bytes, tag: str, media_type: str) -> Response:
    """The body, or 304 if the other side holds it."""
    headers = {"ETag": f'"{tag}"', "Cache-Control": "no-cache"}
    if tag_of(request) == tag:
        return Response(status_code=304, headers=headers)
    return Response(body, media_type=media_type, headers=headers)
