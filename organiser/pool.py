"""The pool of the draw: read from CSV or XLSX, and the drawn list as files that anyone, or only the office, may see."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from kiosk.domain.campaign import Campaign
from kiosk.domain.credential import Role
from kiosk.files import PRIVATE, write_whole
from organiser.draw import Candidate, Drawn
from organiser.roster import Roster, Route
from organiser.roster_reading import COLUMNS, read_roster

PUBLIC_COLUMNS = ("card_no", "category", "district", "street")
"""All that decides the draw; names and numbers stay in the office."""
NEEDED = frozenset({"name", "phone", "venue", "route", "role"})
"""Columns of a roster that a pool may lack."""
PUBLIC_POOL, PROTOCOL, DRAWN, RESERVES = "pool.csv", "draw.json", "drawn.csv", "reserves.csv"


@dataclass(frozen=True, slots=True)
class Protocol:
    """What is published of a draw, so that anyone can repeat it from pool.csv."""

    algorithm: str
    campaign: str
    seed: str
    commitment: str
    pool_sha256: str
    pool: int
    seats: Mapping[str, int]
    cover: str
    covered: tuple[tuple[str, str], ...]
    shares: Mapping[str, Mapping[str, int]]
    drawn: tuple[str, ...]


def read_pool(path: Path, campaign: Campaign) -> Roster:
    """The candidates: a roster whose route, role, venue, name and phone may be missing. Raises RosterRefused."""
    return read_roster(path, campaign, optional=NEEDED)


def candidates(pool: Roster) -> tuple[Candidate, ...]:
    """The pool as the draw sees it: representatives only."""
    people = (row for row in pool.rows if row.role is Role.REPRESENTATIVE)
    return tuple(Candidate(row.card_no, row.category, row.district, row.street) for row in people)


def public_pool(people: Iterable[Candidate]) -> bytes:
    """pool.csv: the deciding columns, sorted by card number, UTF-8, lines ended by a line feed."""
    rows = sorted((p.card_no, p.category, p.district, p.street) for p in people)
    return _csv(PUBLIC_COLUMNS, rows)


def write_draw(folder: Path, pool: Roster, people: Iterable[Candidate], drawn: Drawn, protocol: Protocol) -> None:
    """pool.csv and draw.json for everybody; drawn.csv, ready for roster import, and reserves.csv for the office."""
    folder.mkdir(parents=True, exist_ok=True)
    write_whole(folder / PUBLIC_POOL, public_pool(people))
    text = json.dumps(_plain(protocol), ensure_ascii=False, indent=1)
    write_whole(folder / PROTOCOL, text.encode() + b"\n")
    rows = {row.card_no: row for row in pool.rows}
    for name, people in ((DRAWN, drawn.people), (RESERVES, drawn.reserves)):
        lines = [
            [str(getattr(rows[person.card_no], column)) if column != "route" else Route.RANDOM for column in COLUMNS]
            for person in people
        ]
        write_whole(folder / name, _csv(tuple(COLUMNS), lines), PRIVATE)


def sha256(data: bytes) -> str:
    """Hexadecimal digits of the hash."""
    return hashlib.sha256(data).hexdigest()


def _plain(protocol: Protocol) -> dict[str, object]:
    return {name: getattr(protocol, name) for name in Protocol.__slots__}


def _csv(header: Iterable[str], rows: Iterable[Iterable[str]]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return text.getvalue().encode()
