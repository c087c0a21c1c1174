"""Screens beside a blank QML window in the same run: cold start, frames, the answer to a touch, CPU at rest."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import psutil
from bench.displays import HERE, ON_GUI_THREAD, child, display
from bench.measuring import Row, percentile
from bench.screen_kiosk import make_kiosk
from bench.starting import Moment, moment, running, start_kiosk

ROOT = HERE.parent.parent
STARTS = 5
REST_S, REST_LONG_S = 20, 300
FIRST_FRAME = "first-frame"
"""What the blank window leaves behind with its first frame."""


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
    """By the clock and in processor time, which a busy machine leaves as it is; minima, in turns with the floor."""
    mark = folder / FIRST_FRAME
    blank = [sys.executable, str(HERE / "blank_start.py"), str(mark)]
    rounds = [(start_kiosk(_kiosk(home), folder, environment), _blank(blank, mark, environment)) for _ in range(STARTS)]
    floor = min(bare.clock for _, bare in rounds), min(bare.processor for _, bare in rounds)
    against = "blank QML window"
    for what, target, reached in (
        ("first touchable frame", 2.0, [ours.touchable for ours, _ in rounds]),
        ("all is open, a touch leads on", None, [ours.ready for ours, _ in rounds]),
    ):
        best = min(one.clock for one in reached), min(one.processor for one in reached)
        yield Row(f"cold start: {what}", best[0], "s", floor[0], against, target)
        yield Row(f"cold start: {what}, processor time", best[1], "s", floor[1], against, target)


def _kiosk(home: Path) -> list[str]:
    return [sys.executable, str(ROOT / "main.py"), "kiosk", "--data", str(home), "--windowed", "--size", "1920x1080"]


def _blank(command: Sequence[str], mark: Path, environment: dict[str, str]) -> Moment:
    mark.unlink(missing_ok=True)
    began = time.perf_counter()
    with running(command, environment) as process:
        while not mark.exists():
            if process.poll() is not None:
                raise RuntimeError(f"{command[1]} ended with {process.returncode}")
            time.sleep(0.005)
        return moment(process, began)


def _frames(folder: Path, environment: dict[str, str]) -> Iterator[Row]:
    (folder / "frames").mkdir()
    floor = child("frames_child.py", environment | ON_GUI_THREAD, "blank")
    ours = child("frames_child.py", environment | ON_GUI_THREAD, "kiosk", str(folder / "frames"))
    yield _p("frame in a transition, p95", ours["frames"], floor["frames"], 0.95, None)
    yield Row("new screen: from the touch to its first frame, p95", percentile(ours["first"], 0.95), "ms")
    seen = [took for took in ours["touches"] if took is not None]
    bare = [took for took in floor["touches"] if took is not None]
    yield Row("touches that changed a pixel", 100 * len(seen) / len(ours["touches"]), "%")
    yield Row("touch to first changed pixel, p99", percentile(seen, 0.99), "ms", target=50.0)
    yield _p("touch to first changed pixel, p99, beside the floor's", seen, bare, 0.99, None)
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
