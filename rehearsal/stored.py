"""What the central server holds after the event, read from its database."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import select

from kiosk.crypto.sealing import open_sealed
from kiosk.domain.canonical import read
from kiosk.domain.journal import Attendance, Kind, Opinion, decode_entry
from kiosk.domain.suggestion import Suggestion, decode_suggestion, suggestion_info
from kiosk.services.sign_in import attendance_slot
from sync.server.database import reading
from sync.server.models import ForkedEntry, StoredEntry, StoredSuggestion
from sync.server.receipts import receipt_list
from sync.server.server import Server


@dataclass(frozen=True, slots=True)
class Stored:
    """`entries` by (kiosk, epoch, seq); `suggestions` by receipt, opened; `odd` entries are parked or forked."""

    entries: Mapping[tuple[str, bytes, int], bytes]
    odd: int
    receipts: frozenset[str]
    suggestions: Mapping[str, Suggestion]
    attended: Counter[tuple[str, str, int]]
    tapped: Counter[tuple[int, str]]


def read_stored(server: Server) -> Stored:
    """Everything, with the server's own intake key for the suggestions."""
    with reading(server.engine) as connection:
        rows = connection.execute(
            select(StoredEntry.kiosk, StoredEntry.epoch, StoredEntry.seq, StoredEntry.entry, StoredEntry.parked)
        ).all()
        forked = len(connection.execute(select(ForkedEntry.id)).all())
        written = connection.execute(
            select(StoredSuggestion.receipt, StoredSuggestion.envelope, StoredSuggestion.sealed)
        ).all()
    attended: Counter[tuple[str, str, int]] = Counter()
    tapped: dict[object, tuple[int, str]] = {}
    for row in rows:
        entry = decode_entry(row.entry)
        if entry.kind == Kind.ATTENDANCE:
            body = read(Attendance, entry.body)
            attended[row.kiosk, body.credential.hex(), attendance_slot(body.session, body.at)] += 1
        elif entry.kind == Kind.OPINION:
            opinion = read(Opinion, entry.body)
            tapped[opinion.id or len(tapped)] = (opinion.problem, opinion.verdict)  # an id in two epochs counts once
    return Stored(
        entries={(row.kiosk, row.epoch, row.seq): row.entry for row in rows},
        odd=sum(row.parked for row in rows) + forked,
        receipts=frozenset(receipt_list(server).decode("ascii").split()),
        suggestions={row.receipt: _open(server, row.envelope, row.sealed) for row in written},
        attended=attended,
        tapped=Counter(tapped.values()),
    )


def _open(server: Server, envelope: bytes, sealed: bytes) -> Suggestion:
    return decode_suggestion(open_sealed(sealed, server.intake, suggestion_info(server.campaign, envelope)))
