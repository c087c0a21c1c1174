"""The table that a person reads, also as Markdown in docs/benchmarks.md."""

from __future__ import annotations

from collections.abc import Sequence

from bench.measuring import Row
from rich.console import Console
from rich.table import Table


def show(rows: Sequence[Row], machine: str) -> None:
    """Print it."""
    table = Table("what", "ours", "floor or peer", "ratio", "range", "target", "", box=None, padding=(0, 2))
    for row in rows:
        table.add_row(*cells(row))
    console = Console(highlight=False, soft_wrap=False, width=170)
    console.print(table)
    for row in rows:
        if row.note:
            console.print(f"[dim]{row.what}: {row.note}[/]", soft_wrap=True)
    console.print(f"[dim]{machine}[/]")


def cells(row: Row) -> tuple[str, str, str, str, str, str, str]:
    """A row's texts."""
    floor = "" if row.floor is None else f"{number(row.floor)} {row.unit}  {row.against}"
    spread = "" if row.low is None or row.high is None else f"{row.low:.2f} – {row.high:.2f}"
    target = "" if row.target is None else f"{'≥' if row.more_is_better else '≤'} {row.target:g}"
    if row.target is not None and row.floor is None:
        target += f" {row.unit}"
    ratio = "" if row.ratio is None else f"{row.ratio:.2f}"
    verdict = {True: "✓", False: "✗", None: ""}[row.met]
    return row.what, f"{number(row.ours)} {row.unit}", floor, ratio, spread, target, verdict


def number(value: float) -> str:
    """Three figures that matter."""
    if value >= 1000:
        return f"{value:,.0f}"
    return f"{value:.3g}"
