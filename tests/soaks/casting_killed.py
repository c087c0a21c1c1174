"""10,000 kills through casting (see `killing`)."""

from __future__ import annotations

import shutil
from pathlib import Path

from killing import run_workers

KILLS = 10_000
_AT_ONCE = 1_000


def soak(folder: Path, seed: int, share: float) -> list[str]:
    """In pieces, so that the disk does not fill with kiosks."""
    problems: list[str] = []
    wanted, kills, first = max(1, int(KILLS * share)), 0, seed * 1_000_000
    while kills < wanted and not problems:
        piece = folder / str(first)
        found = run_workers(piece, first, min(_AT_ONCE, max(wanted - kills, 20)))
        problems += [problem for worker in found for problem in worker.failures]
        kills += sum(sum(worker.kills.values()) for worker in found)
        first += _AT_ONCE
        shutil.rmtree(piece)
        print(
            f"  {kills} kills, {sum(worker.recorded for worker in found)} casts recorded in the last piece", flush=True
        )
    return problems
