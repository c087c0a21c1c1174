"""Jobs: delivered on the GUI thread, and never the reason why something ends on another one."""

from __future__ import annotations

import threading
import weakref
from collections.abc import Callable
from typing import Any

from pytestqt.qtbot import QtBot

from ui.jobs import DATABASE, NETWORK, Err, JobRunner, ManualExecutor, Ok, Result


class Hoarder:
    """An executor that never lets go of what it was given, as a thread that is late in letting go."""

    def __init__(self) -> None:
        self.kept: list[Callable[[], Any]] = []

    def submit(self, fn: Callable[[], Any], /) -> None:
        self.kept.append(fn)
        fn()


class Screen:
    """Stands for a view model: it asks, and is told."""

    def __init__(self) -> None:
        self.told: list[type] = []  # not the error, whose frames would hold this screen

    def ask(self) -> str:
        return "answer"

    def fail(self) -> str:
        raise ValueError("no answer")

    def tell(self, result: Result[str]) -> None:
        self.told.append(type(result))


def test_the_answer_comes_on_the_gui_thread_and_the_job_does_not_run_there(qtbot: QtBot) -> None:
    runner, here = JobRunner(), threading.get_ident()
    seen: list[tuple[int, Result[int]]] = []
    for lane in (DATABASE, NETWORK):
        runner.run(lane, threading.get_ident, lambda result: seen.append((threading.get_ident(), result)))
    qtbot.waitUntil(lambda: len(seen) == 2)
    runner.close()
    assert [thread for thread, _ in seen] == [here, here]
    assert all(isinstance(result, Ok) and result.value != here for _, result in seen)


def test_what_a_lane_still_holds_keeps_no_screen_alive() -> None:
    lane = Hoarder()
    runner = JobRunner(lane)
    for job, kind in ((Screen.ask, Ok), (Screen.fail, Err)):
        screen = Screen()
        gone = weakref.ref(screen)
        runner.run(DATABASE, lambda screen=screen, job=job: job(screen), screen.tell)
        assert screen.told == [kind]
        del screen
        assert gone() is None, "the lane's thread would have ended it"
    assert len(lane.kept) == 2


def test_after_closing_nothing_runs_is_told_or_kept() -> None:
    lane, screen = ManualExecutor(), Screen()
    runner = JobRunner(lane)
    runner.run(NETWORK, screen.ask, screen.tell)
    runner.close()
    lane.run_all()
    assert screen.told == []
    gone = weakref.ref(screen)
    del screen
    assert gone() is None
