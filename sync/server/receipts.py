"""Receipts of ballot envelopes: whether one has arrived, and the published list of all."""

from __future__ import annotations

from sqlalchemy import select

from sync.server.database import reading
from sync.server.models import Receipt
from sync.server.server import Server


def is_listed(server: Server, code: str) -> bool:
    """Whether an envelope with this receipt (in its plain form) has arrived."""
    with reading(server.engine) as connection:
        return connection.scalar(select(Receipt.code).where(Receipt.code == code)) is not None


def receipt_list(server: Server) -> bytes:
    """All receipts, one a line, sorted by code and never by time; the same receipts give the same bytes."""
    with reading(server.engine) as connection:
        codes = sorted(connection.scalars(select(Receipt.code)))  # not by the database: collations differ
    return "".join(f"{code}\n" for code in codes).encode("ascii")
