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
    bodies = [entry.body for entry in booth.entries(Kind.OPINION)]
    assert [(body["problem"], body["verdict"]) for body in bodies] == [
        (17, "answered"),
        (17, "unclear"),
        (17, "not_answered"),
    ]
    assert {frozenset(body) for body in bodies} == {frozenset({"problem", "verdict", "id"})}


def test_the_same_tap_twice_is_two_opinions_and_one_recorded_again_is_one(booth: Booth) -> None:
    for _ in range(2):
        booth.kiosk.opinions.record(17, "answered")
    taps = booth.entries(Kind.OPINION)
    assert len({entry.body["id"] for entry in taps}) == 2
    booth.kiosk.journal.record(taps[0].kind, taps[0].body)  # as a rescue does with what it finds beyond a hole
    assert len({entry.body["id"] for entry in booth.entries(Kind.OPINION)}) == 2


def test_an_opinion_on_a_problem_that_does_not_exist_is_refused(booth: Booth) -> None:
    with pytest.raises(KeyError):
        booth.kiosk.opinions.record(18, "answered")
    assert booth.entries() == []
