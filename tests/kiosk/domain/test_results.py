"""results.json as kiosks read it: what the count publishes, and nothing of another event."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from organiser_samples import sample_campaign

from kiosk.domain.canonical import EncodingError
from kiosk.domain.results import decode_results
from organiser.sample_results import sample_results
from organiser.tally.release import Release
from organiser.tally.report import render
from organiser.tally.results import count
from organiser.tally.turnout import Turnout


def test_what_the_count_publishes_can_be_shown() -> None:
    campaign = sample_campaign()
    empty = count(campaign, (), Turnout(0, 0, (), (), ()), {}, Release((), 0, 0, ()), 10)
    files = dict(render(empty, 0))
    shown = decode_results(files["results.json"], campaign.id)
    assert [department.id for department in shown.departments] == [d.id for d in campaign.departments]
    assert shown.smallest_cell == 10


def test_sample_results_keep_to_the_scale() -> None:
    campaign = sample_campaign()
    shown = decode_results(sample_results(campaign), campaign.id)
    for department in shown.departments:
        assert [mark.id for mark in department.marks] == [option.id for option in campaign.ballot.options]
        assert sum(mark.number or 0 for mark in department.marks) == department.ratings


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"campaign": "qd2020"}, "other-campaign"),
        ({"v": 2}, "unknown-version"),
        ({"departments": "none"}, "wrong-shape"),
        ({"ratings": "many"}, "wrong-shape"),
    ],
)
def test_other_results_are_refused(change: dict[str, object], code: str) -> None:
    data = {**json.loads(sample_results(sample_campaign())), **change}
    with pytest.raises(EncodingError) as refused:
        decode_results(json.dumps(data).encode(), "qd2021")
    assert refused.value.code == code


@pytest.mark.parametrize("data", [b"", b"[]", b"{", b"\xff", Path(__file__).read_bytes()])
def test_bytes_that_are_no_results_are_refused(data: bytes) -> None:
    with pytest.raises(EncodingError):
        decode_results(data, "qd2021")
