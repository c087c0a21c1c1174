"""The results screen: nothing before the release, every department after it, withheld marks stay withheld."""

from __future__ import annotations

import json

import pytest
from booths import Booth
from desks import Desk
from organiser_samples import sample_campaign

from kiosk.domain.results import RESULTS_FILE
from organiser.sample_results import sample_results
from ui.viewmodels.context import ScreenUnavailable
from ui.viewmodels.home import HomeModel
from ui.viewmodels.results import ResultsModel


@pytest.fixture
def released(booth: Booth) -> dict[str, object]:
    """What the released results say, after their pack arrived."""
    data = sample_results(sample_campaign())
    booth.publish(files={RESULTS_FILE: data})
    return dict(json.loads(data))


def test_before_the_release_there_is_no_results_screen(desk: Desk) -> None:
    assert not HomeModel(desk.context).released
    with pytest.raises(ScreenUnavailable):
        ResultsModel(desk.context)


def test_after_the_release_home_leads_to_every_department(desk: Desk, released: dict[str, object]) -> None:
    assert HomeModel(desk.context).released
    rows = ResultsModel(desk.context).rows
    assert [row["id"] for row in rows] == [d.id for d in desk.context.campaign.departments]
    assert all(sum(mark["share"] for mark in row["marks"]) == pytest.approx(100, abs=0.05) for row in rows)


def test_by_score_the_best_is_first_and_those_without_one_are_last(desk: Desk, booth: Booth) -> None:
    data = json.loads(sample_results(sample_campaign()))
    data["departments"][0].update(score=None, withheld="few", ratings=None)
    booth.publish(files={RESULTS_FILE: json.dumps(data).encode()})
    model = ResultsModel(desk.context)
    model.orderByScore(True)
    scores = [float(row["score"]) for row in model.rows[:-1]]
    assert scores == sorted(scores, reverse=True)
    assert (model.rows[-1]["id"], model.rows[-1]["score"]) == (data["departments"][0]["id"], "")


def test_a_withheld_mark_shows_no_number(desk: Desk, booth: Booth) -> None:
    data = json.loads(sample_results(sample_campaign()))
    data["departments"][1]["marks"][0].update(number=None, share=None)
    data["departments"][1].update(score=None, withheld="some")
    booth.publish(files={RESULTS_FILE: json.dumps(data).encode()})
    row = ResultsModel(desk.context).rows[1]
    assert (row["withheld"], row["marks"][0]["text"], row["marks"][0]["share"]) == ("some", "", 0.0)


def test_back_leads_from_a_department_to_the_list(desk: Desk, released: dict[str, object]) -> None:
    model = ResultsModel(desk.context)
    model.choose("jtj")
    assert model.chosen["id"] == "jtj"
    assert model.stepBack()
    assert model.chosen == {}
    assert not model.stepBack()
