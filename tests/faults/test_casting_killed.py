"""SIGKILL through casting: what was said to be recorded is there exactly once, and there is no half state."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from killing import POINTS, run_workers

KILLS = 500


@pytest.mark.slow
def test_what_was_reported_as_recorded_is_there_once_after_any_kill(tmp_path: Path) -> None:
    found = run_workers(tmp_path, 0, KILLS + 40)  # a few children finish before the moment they were to die
    assert [problem for worker in found for problem in worker.failures] == []
    kills = sum((Counter(worker.kills) for worker in found), Counter[str]())
    assert kills.total() >= KILLS
    assert min(kills[point] for point in POINTS) >= KILLS // len(POINTS) // 2
    assert sum(worker.recorded for worker in found) > KILLS // 2  # people really went on casting
    assert any(worker.unreported for worker in found)  # some died between commit and answer
