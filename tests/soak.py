"""Tests that run for long: `make soak`, or `python -m tests.soak [NAME …] [--seed N] [--share X]`.

A soak is a function (folder, seed, share) that returns what went wrong, empty if nothing did. `share` is how much of
the whole to do: 1 for all of it. Each gets a folder of its own that is removed afterwards. Add yours to SOAKS.
"""

from __future__ import annotations

import argparse
import importlib
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parent.parent)]

SOAKS = {
    "casting-killed": "soaks.casting_killed:soak",
    "screens-day": "soaks.screens_day:soak",
    "decoders-fuzzed": "soaks.decoders_fuzzed:soak",
    "kiosks-hour": "soaks.kiosks_hour:soak",
}
"""Name → module:function."""

Soak = Callable[[Path, int, float], list[str]]


def load(name: str) -> Soak:
    """The function behind a name. Raises KeyError."""
    module, function = SOAKS[name].split(":")
    found: Soak = getattr(importlib.import_module(module), function)
    return found


def run(name: str, seed: int, share: float) -> bool:
    """Run one and say how it went; whether nothing was wrong."""
    began = time.monotonic()
    print(f"{name}: begins with seed {seed}", flush=True)
    with tempfile.TemporaryDirectory(prefix=f"soak-{name}-") as folder:
        wrong = load(name)(Path(folder), seed, share)
    for problem in wrong[:20]:
        print(f"{name}: {problem}")
    print(f"{name}: {'failed' if wrong else 'passed'} after {time.monotonic() - began:.0f} s", flush=True)
    return not wrong


def main() -> int:
    """All soaks that are named, or all there are; 1 if one of them failed."""
    parser = argparse.ArgumentParser(description="Long tests.")
    parser.add_argument("names", nargs="*", choices=[[], *SOAKS], help="which; all by default")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--share", type=float, default=1.0, help="how much of the whole, such as 0.01 to try it")
    wanted = parser.parse_args()
    results = [run(name, wanted.seed, wanted.share) for name in wanted.names or SOAKS]
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
