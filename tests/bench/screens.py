"""Screens beside a blank QML window in the same run: cold start, frames, the answer to a touch, CPU at rest."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import psutil
from bench.displays import HERE, child, display
from bench.measuring import Row, percentile
from bench.screen_kiosk import make_kiosk

ROOT = HERE.parent.parent
STARTS = 5
REST_S, REST_LONG_S = 20, 300
FIRST_FRAME = "first-frame"
"""What the kiosk leaves in its folder with its first frame (commands.trial)."""


def bench(folder: Path, long: bool) -> Iterator[Row]:
    """All of it on one virtual display."""
    (folder / "start").mkdir()
    booth = make_kiosk(folder / "start")
    booth.close()
    with display() as environment:
        yield from _starts(booth.home, folder, environment)
        yield from _frames(folder, environment)
        yield _rest(booth.home, environment, REST_LONG_S if long else REST_S)


def _starts(home: Path, folder: Path, environment: dict[str, str]) -> Iterator[Row]:
    blank = [sys.executable, str(HERE / "blank_start.py"), str(folder / FIRST_FRAME)]
    pairs = [
        (
            _until_drawn(_kiosk(home), home / FIRST_FRAME, environment),
            _until_drawn(blank, folder / FIRST_FRAME, environment),
        )
        for _ in range(STARTS + 1)
    ][1:]
    ratios = [ours / floor for ours, floor in pairs]
    ours, floor = (percentile(times, 0.25) for times in zip(*pairs, strict=True))
    against = "blank QML window"
    yield Row("cold start to first frame", ours, "s", floor, against, 2.0, low=min(ratios), high=max(ratios))


def _kiosk(home: Path) -> list[str]:
    return [sys.executable, str(ROOT / "main.py"), "kiosk", "--data", str(home), "--windowed", "--size", "1920x1080"]


def _until_drawn(command: Sequence[str], mark: Path, environment: dict[str, str]) -> float:
    mark.unlink(missing_ok=True)
    began = time.perf_counter()
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        while not mark.exists():
            if process.poll() is not None:
                raise RuntimeError(f"{command[1]} ended with {process.returncode}")
            time.sleep(0.005)
        return time.perf_counter() - began
    finally:
        process.terminate()
        process.wait()


def _frames(folder: Path, environment: dict[str, str]) -> Iterator[Row]:
    (folder / "frames").mkdir()
    floor = child("frames_child.py", environment, "blank")
    ours = child("frames_child.py", environment, "kiosk", str(folder / "frames"))
    yield _p("frame in a transition, p95", ours["frames"], floor["frames"], 0.95, None)
    yield Row("new screen: from the touch to its first frame, p95", percentile(ours["first"], 0.95), "ms")
    seen = [took for took in ours["touches"] if took is not None]
    bare = [took for took in floor["touches"] if took is not None]
    yield Row("touches that changed a pixel", 100 * len(seen) / len(ours["touches"]), "%")
    yield Row("touch to first changed pixel, p99", percentile(seen, 0.99), "ms", target=50.0)
    yield _p("touch to first changed pixel, p50", seen, bare, 0.5, None)


def _p(what: str, ours: list[float], floor: list[float], share: float, target: float | None) -> Row:
    return Row(what, percentile(ours, share), "ms", percentile(floor, share), "blank QML window", target)


def _rest(home: Path, environment: dict[str, str], seconds: int) -> Row:
    """CPU of the attract loop, nobody there, after it has come to rest."""
    process = subprocess.Popen(_kiosk(home), env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        time.sleep(8)
        watched = psutil.Process(process.pid)
        before = sum(watched.cpu_times()[:2])
        time.sleep(seconds)
        used = sum(watched.cpu_times()[:2]) - before
    finally:
        process.terminate()
        process.wait()
    return Row(f"CPU at rest in the attract loop, {seconds} s", 100 * used / seconds, "% of a core")
