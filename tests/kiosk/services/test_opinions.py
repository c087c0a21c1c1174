"""Opinions on answers: counted taps, nothing else."""

from __future__ import annotations

from typing import get_args

import pytest
from booths import Booth

from kiosk.domain.journal import Kind
from kiosk.services.opinions import Verdict


def test_a_tap_is_recorded_with_the_problem_and_the_verdict_alone(booth: Booth) -> None:
    for verdict in get_args(Verdict):
        booth.kiosk.opinions.record(17, verdict)
    booth.restart()
    assert [entry.body for entry in booth.entries(Kind.OPINION)] == [
        {"problem": 17, "verdict": "answered"},
        {"problem": 17, "verdict": "unclear"},
        {"problem": 17, "verdict": "not_answered"},
    ]


def test_an_opinion_on_a_problem_that_does_not_exist_is_refused(booth: Booth) -> None:
    with pytest.raises(KeyError):
        booth.kiosk.opinions.record(18, "answered")
    assert booth.entries() == []
