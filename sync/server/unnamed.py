"""What the office writes is read by anybody with the receipt, so it must not hold the person's telephone number.

A name cannot be looked for in the same way: people sign as 市民, and a reply may well say 市民.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any
from unicodedata import normalize

from sqlalchemy import Row, select
from sqlalchemy.engine import Connection

from sync.server.desk import words_in
from sync.server.errors import Malformed
from sync.server.models import StoredSuggestion
from sync.server.server import Server

FEWEST, MOST = 7, 11
"""Digits: a shorter number is of no person, and what stands before eleven is the country's code."""


def check_unnamed(connection: Connection, server: Server, row: Row[Any], texts: Iterable[object]) -> None:
    """Raises Malformed `personal` for a text with the number of this one's person, or of one that follows it."""
    written = [text for text in texts if isinstance(text, str) and re.search(r"\d", text)]
    if not written:
        return
    for one in (row, *_followers(connection, row.receipt)):
        words = words_in(server, one)
        if words is not None and any(tells(text, words.phone) for text in written):
            raise Malformed("personal")


def tells(text: str, phone: str | None) -> bool:
    """Whether the number is in the text, with or without hyphens and spaces."""
    digits = [c for c in normalize("NFKC", phone or "") if c.isdecimal()][-MOST:]
    return len(digits) >= FEWEST and re.search(r"\D{0,2}".join(digits), normalize("NFKC", text)) is not None


def _followers(connection: Connection, code: str) -> Iterator[Row[Any]]:
    """All that were merged into it, whatever lies between."""
    for row in connection.execute(select(StoredSuggestion.__table__).where(StoredSuggestion.merged_into == code)).all():
        yield row
        yield from _followers(connection, row.receipt)
