"""Ours beside Morango and PouchDB: the same records, one rating each, pushed by 1, 11 and 50 devices.

Only where `make bench-peers` has installed them. Ours and Morango's (SQLite, FULL) are durable when acknowledged;
PouchDB's server writes LevelDB without fsync, so an acknowledged record may be gone after a power cut.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bench.ingest import Load, Taken, ours
from bench.measuring import Row
from bench.peers_run import installed, morango, pouchdb, write_payloads

CROWDS = (1, 11, 50)
EACH = {1: 1_000, 11: 200, 50: 40}
"""Records of each device: enough for several portions of one, few enough that the slowest ends within minutes."""


def bench(folder: Path, long: bool) -> Iterator[Row]:
    """Records a second of each, and what they cost the server."""
    if not installed():
        raise SystemExit("Morango and PouchDB are not installed: make bench-peers")
    for crowd in CROWDS:
        place = folder / str(crowd)
        mine, pushers = ours(place, Load(crowd, entries=EACH[crowd]))
        payloads = write_payloads(place, [pusher.entries for pusher in pushers])
        slow, loose = morango(_made(place / "morango"), payloads), pouchdb(_made(place / "pouchdb"), payloads)
        yield from _rows(crowd, mine, slow, "Morango 0.8, durable", 10.0)
        yield from _rows(crowd, mine, loose, "PouchDB 9, not durable", 2.0)


def _rows(crowd: int, mine: Taken, peer: Taken, name: str, target: float) -> Iterator[Row]:
    wanted, about = target if crowd == 11 else None, f"{name}, {peer.failed} of {crowd} devices failed"
    what = f"push, {crowd} devices"
    if not peer.records:
        yield Row(what, mine.rate, "records/s", note=about)
        return
    yield Row(what, mine.rate, "records/s", peer.rate, about, wanted, more_is_better=True)
    yield Row(f"processor time of it, {crowd} devices", mine.cost, "ms for 1,000", peer.cost, name)


def _made(folder: Path) -> Path:
    folder.mkdir()
    return folder
