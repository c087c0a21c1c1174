"""Coverage-guided fuzzing of the decoders that read what strangers send (see `fuzzing.decoders`)."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from fuzzing.decoders import DECODERS

SECONDS = 605.0
"""For each decoder; libFuzzer counts from when it has read the seeds."""
SLOWEST_S = 60
"""An input that takes longer counts as a hang; long, for the machine may be busy with other things."""
_KEPT = Path("build/fuzzing")


def soak(folder: Path, seed: int, share: float) -> list[str]:
    """All decoders, one after another."""
    return [problem for name in DECODERS for problem in fuzzed(name, folder / name, seed, max(5, int(SECONDS * share)))]


def fuzzed(name: str, folder: Path, seed: int, seconds: int) -> list[str]:
    """What one decoder did that it must not; the input is kept in `build/fuzzing`, to become a test."""
    found, corpus = folder / "found", folder / "corpus"
    found.mkdir(parents=True)
    options = [
        f"-max_total_time={seconds}",
        f"-timeout={SLOWEST_S}",
        f"-report_slow_units={SLOWEST_S}",
        f"-max_len={DECODERS[name]().longest}",
        f"-seed={seed + 1}",
        f"-artifact_prefix={found}/",
        "-rss_limit_mb=1024",
        "-verbosity=0",
        "-print_final_stats=1",
    ]
    child = subprocess.run(
        [sys.executable, str(Path(__file__).parent.parent / "fuzzing" / "child.py"), name, str(corpus), *options],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
    )
    print("\n".join(line for line in child.stdout.splitlines() if line.startswith(("  ", "stat::"))), flush=True)
    kept = [_keep(path, name) for path in sorted(found.iterdir())]
    if child.returncode == 0 and not kept:
        return []
    return [f"{name}: ended with {child.returncode}; kept: {', '.join(kept) or 'nothing'}\n{child.stdout[-3000:]}"]


def _keep(path: Path, name: str) -> str:
    _KEPT.mkdir(parents=True, exist_ok=True)
    return str(shutil.copy(path, _KEPT / f"{name}-{path.name}"))
