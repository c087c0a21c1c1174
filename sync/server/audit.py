"""The audit log: who did what, when, and how it was before and after. Entries are only ever added."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import insert, select
from sqlalchemy.engine import Connection

from sync.server.database import reading
from sync.server.errors import Malformed
from sync.server.models import Audit
from sync.server.server import Server

MAX_BY = 40


@dataclass(frozen=True, slots=True)
class Record:
    """One act. `at` is Unix seconds; `subject` such as `suggestion:7K4M2P9X3F` or `fork:v01-1`."""

    at: int
    by: str
    subject: str
    act: str
    before: dict[str, object]
    after: dict[str, object]


def record(
    connection: Connection,
    at: int,
    by: str,
    subject: str,
    act: str,
    before: Mapping[str, object],
    after: Mapping[str, object],
) -> None:
    """Add one entry in the caller's transaction: the act and its entry exist together or not at all."""
    changed = {name for name in {*before, *after} if before.get(name) != after.get(name)}
    row = {
        "at": at,
        "by": who(by),
        "subject": subject,
        "act": act,
        "before": {name: before[name] for name in sorted(changed) if name in before},
        "after": {name: after[name] for name in sorted(changed) if name in after},
    }
    connection.execute(insert(Audit), [row])


def who(by: str) -> str:
    """A name fit for the log. Raises Malformed `nobody`."""
    name = by.strip()
    if not name or len(name) > MAX_BY or not name.isprintable():
        raise Malformed("nobody")
    return name


def history(server: Server, subject: str | None = None) -> list[Record]:
    """All acts, or those on one subject, oldest first."""
    wanted = select(Audit.__table__).order_by(Audit.id)
    if subject is not None:
        wanted = wanted.where(Audit.subject == subject)
    with reading(server.engine) as connection:
        rows = connection.execute(wanted).all()
    return [Record(row.at, row.by, row.subject, row.act, row.before, row.after) for row in rows]
