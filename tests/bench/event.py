"""A whole event as load: what a sync takes while people vote, without and with PostgreSQL (`main.py rehearse`)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bench.measuring import Row
from databases import running_cluster

from rehearsal.rehearsing import Outcome, rehearse
from rehearsal.size import Size

ROOT = Path(__file__).resolve().parents[2]
SMALL = Size(kiosks=11, representatives=300, suggestions=400, days=1)
WHOLE = Size(kiosks=11, representatives=3_200, suggestions=5_000, days=2)


def bench(folder: Path, long: bool) -> Iterator[Row]:
    """Entries a second that kiosks record and the server acknowledges, and syncs."""
    size = WHOLE if long else SMALL
    yield from _rows(rehearse(folder / "sqlite", ROOT / "assets/demo", size, None, _quiet), "SQLite")
    with running_cluster() as cluster, cluster.database() as url:
        yield from _rows(rehearse(folder / "postgres", ROOT / "assets/demo", size, url, _quiet), "PostgreSQL")


def _rows(outcome: Outcome, database: str) -> Iterator[Row]:
    what = f"event, {outcome.size.kiosks} kiosks, {database}"
    yield Row(f"{what}: differences", len(outcome.mismatches), "", target=0)
    yield Row(f"{what}: recorded and acknowledged", outcome.entries / outcome.seconds["event"], "entries/s")
    yield Row(f"{what}: sync, p50", outcome.sync_p50 * 1000, "ms")
    yield Row(f"{what}: sync, p99", outcome.sync_p99 * 1000, "ms")


def _quiet(done: int, total: int) -> None:
    """Nobody watches."""
