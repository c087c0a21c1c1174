"""Forks: both copies side by side, and the organiser's decision which of them counts, or neither.

Until a decision, and after one for neither, nothing from the first doubtful entry on is counted
(`sync.server.export`). A decision may be changed: no copy is ever deleted.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, delete, select, update
from sqlalchemy.engine import Connection

from kiosk.domain.canonical import EncodingError
from kiosk.domain.journal import decode_entry, genesis
from sync.server.audit import record
from sync.server.branches import Copy, Node, copies_of
from sync.server.database import insert_new, reading
from sync.server.entries import UNKNOWN, Intake, printable, take_in, understand_all
from sync.server.errors import Malformed, NotFound, NotNow
from sync.server.models import Epoch, ForkedEntry, StoredEntry
from sync.server.publishing import held_salt
from sync.server.server import Server

NEITHER = "none"
_FRESH_COLUMNS = ("kiosk", "epoch", "seq", "entry", "hash")


@dataclass(frozen=True, slots=True)
class CopySummary:
    """One copy as an organiser sees it: how many entries of which kind, never what is in them."""

    letter: str
    first_seq: int
    last_seq: int
    head: str
    joined: bool
    kinds: dict[str, int]


@dataclass(frozen=True, slots=True)
class Fork:
    """A forked epoch. `kept`: None until decided, `none`, or the first bytes of the kept copy's head, hex."""

    kiosk: str
    epoch: str
    since: int
    kept: str | None
    copies: tuple[CopySummary, ...]


def forks_now(server: Server) -> list[Fork]:
    """All forks, decided or not."""
    with reading(server.engine) as connection:
        rows = connection.execute(
            select(Epoch.__table__).where(Epoch.forked_at.is_not(None)).order_by(Epoch.kiosk, Epoch.epoch)
        ).all()
        return [_fork(connection, row) for row in rows]


def decide_fork(server: Server, kiosk: str, keep: str, by: str, epoch: str | None = None) -> Fork:
    """Keep one copy by its letter, or `none`. `epoch` is needed only if several epochs of the kiosk are forked.

    Raises NotFound, Malformed (`which-epoch`, `nobody`) or NotNow (`not-joined`).
    """
    with server.engine.begin() as connection:
        row = _one(connection, kiosk, epoch)
        before = {"kept": row.kept, "head": row.head_hash.hex()}
        if keep == NEITHER:
            _set(connection, row, {"frozen": True, "kept": NEITHER})
        else:
            _keep(connection, server, row, _wanted(connection, row, keep))
        now = _one(connection, kiosk, row.epoch.hex())
        after = {"kept": now.kept, "head": now.head_hash.hex()}
        record(connection, server.now(), by, f"fork:{kiosk}", "decide", before, after)
        return _fork(connection, now)


def _keep(connection: Connection, server: Server, row: Row[Any], copy: Copy) -> None:
    """Make a copy the journal; what was there instead is set aside."""
    chosen = {node.hash for node in copy.nodes}
    nodes = _nodes(connection, row)
    leaving = [node for node in nodes if node.stored and node.hash not in chosen]
    joining = [node for node in copy.nodes if not node.stored]
    insert_new(connection, ForkedEntry, [_row(row, node) for node in leaving])
    connection.execute(
        delete(StoredEntry).where(
            StoredEntry.kiosk == row.kiosk,
            StoredEntry.epoch == row.epoch,
            StoredEntry.seq.in_([node.seq for node in leaving]),
        )
    )
    connection.execute(delete(ForkedEntry).where(ForkedEntry.id.in_([node.arrived for node in joining])))
    intake = Intake(server.campaign, row.kiosk, held_salt(connection), server.now())
    take_in(connection, understand_all(intake, (_row(row, node) for node in joining)))
    last = copy.nodes[-1]
    _set(
        connection,
        row,
        {"frozen": False, "kept": last.hash[:8].hex(), "acked_seq": last.seq, "head_hash": last.hash},
    )


def _wanted(connection: Connection, row: Row[Any], letter: str) -> Copy:
    copy = next((copy for copy in _copies(connection, row) if copy.letter == letter.upper()), None)
    if copy is None:
        raise NotFound("unknown-copy")
    if not copy.joined:
        raise NotNow("not-joined")
    return copy


def _one(connection: Connection, kiosk: str, epoch: str | None) -> Row[Any]:
    rows = connection.execute(
        select(Epoch.__table__).where(Epoch.kiosk == kiosk, Epoch.forked_at.is_not(None)).with_for_update()
    ).all()
    found = [row for row in rows if epoch is None or row.epoch.hex().startswith(epoch.lower())]
    if not found:
        raise NotFound("unknown-fork")
    if len(found) > 1:
        raise Malformed("which-epoch")
    return found[0]


def _set(connection: Connection, row: Row[Any], values: dict[str, Any]) -> None:
    connection.execute(update(Epoch).where(Epoch.kiosk == row.kiosk, Epoch.epoch == row.epoch).values(**values))


def _fork(connection: Connection, row: Row[Any]) -> Fork:
    copies = tuple(
        CopySummary(copy.letter, copy.nodes[0].seq, copy.nodes[-1].seq, copy.head[:8].hex(), copy.joined, _kinds(copy))
        for copy in _copies(connection, row)
    )
    return Fork(row.kiosk, row.epoch.hex(), row.forked_at, row.kept, copies)


def _copies(connection: Connection, row: Row[Any]) -> list[Copy]:
    before = row.forked_at - 1
    base = connection.scalar(_of(row, StoredEntry.hash, StoredEntry).where(StoredEntry.seq == before))
    return copies_of(base or genesis(row.kiosk, row.epoch), _nodes(connection, row))


def _nodes(connection: Connection, row: Row[Any]) -> list[Node]:
    stored = connection.execute(
        _of(row, StoredEntry.__table__, StoredEntry).where(StoredEntry.seq >= row.forked_at).order_by(StoredEntry.seq)
    ).all()
    hashes = {entry.hash for entry in stored}
    others = connection.execute(_of(row, ForkedEntry.__table__, ForkedEntry).order_by(ForkedEntry.id)).all()
    return [Node(e.seq, e.entry, e.hash) for e in stored] + [
        Node(e.seq, e.entry, e.hash, e.id) for e in others if e.hash not in hashes and e.seq >= row.forked_at
    ]


def _of(row: Row[Any], what: Any, table: type[StoredEntry | ForkedEntry]) -> Any:
    return select(what).where(table.kiosk == row.kiosk, table.epoch == row.epoch)


def _row(row: Row[Any], node: Node) -> dict[str, Any]:
    return dict(zip(_FRESH_COLUMNS, (row.kiosk, row.epoch, node.seq, node.entry, node.hash), strict=True))


def _kinds(copy: Copy) -> dict[str, int]:
    return dict(sorted(Counter(_kind(node.entry) for node in copy.nodes).items()))


def _kind(data: bytes) -> str:
    try:
        return printable(decode_entry(data).kind)
    except EncodingError:
        return UNKNOWN
