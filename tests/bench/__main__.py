"""`make bench`, or `python -m tests.bench [NAME …] [--json] [--long] [--list]`: ratios against bare floors.

Each benchmark measures its floor or peer in the same run, in turns with ours, so that a busy machine hits both. A
target that is missed is marked in the table; nothing fails, for a machine's hour decides much.
"""

from __future__ import annotations

import argparse
import importlib
import json
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path

TESTS = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(TESTS), str(TESTS.parent)]

from bench.measuring import Bench, Row, machine  # noqa: E402
from bench.registry import BENCHES, ON_REQUEST  # noqa: E402
from bench.table import show  # noqa: E402

USUAL = [name for name in BENCHES if name not in ON_REQUEST]


def load(name: str) -> Bench:
    """The function behind a name. Raises KeyError."""
    module, function = BENCHES[name].split(":")
    found: Bench = getattr(importlib.import_module(module), function)
    return found


def run(name: str, long: bool) -> list[Row]:
    """One benchmark, in a folder of its own that is removed afterwards."""
    print(f"{name} …", file=sys.stderr, flush=True)
    with tempfile.TemporaryDirectory(prefix=f"bench-{name}-") as folder:
        return list(load(name)(Path(folder), long))


def main() -> None:
    """What was named, or everything."""
    parser = argparse.ArgumentParser(description="Ratios against bare floors, measured in the same run.")
    parser.add_argument("names", nargs="*", choices=[[], *BENCHES], help="which; all but the peers by default")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--long", action="store_true", help="the largest sizes too; takes hours")
    parser.add_argument("--list", action="store_true", help="only say which there are")
    wanted = parser.parse_args()
    if wanted.list:
        print("\n".join(BENCHES))
        return
    rows = [row for name in wanted.names or USUAL for row in run(name, wanted.long)]
    if wanted.json:
        told = [{**asdict(row), "ratio": row.ratio, "met": row.met} for row in rows]
        print(json.dumps({"machine": machine(), "rows": told}, ensure_ascii=False, indent=2))
    else:
        show(rows, machine())


if __name__ == "__main__":
    main()
