"""What is looked up in a campaign, and texts in two languages."""

from __future__ import annotations

import dataclasses

import pytest
from organiser_samples import sample_campaign

from kiosk.domain.campaign import ClipKind
from kiosk.domain.campaign_json import decode_campaign, encode_campaign
from kiosk.domain.canonical import EncodingError
from kiosk.domain.words import Bilingual

CAMPAIGN = sample_campaign()


def test_a_text_is_chinese_where_the_english_one_is_missing() -> None:
    assert Bilingual("部门", "Departments").text("en") == "Departments"
    assert Bilingual("部门", "").text("en") == "部门"
    assert Bilingual("部门", "Departments").text("zh") == "部门"


def test_departments_venues_and_sessions_are_found_by_their_ids() -> None:
    for department in CAMPAIGN.departments:
        assert CAMPAIGN.department(department.id) is department
    assert CAMPAIGN.venue("v11") is CAMPAIGN.venues[-1]
    assert CAMPAIGN.session(2) is CAMPAIGN.sessions[1]
    assert CAMPAIGN.category("town") is CAMPAIGN.categories[1]
    assert CAMPAIGN.category("nobody") is None


def test_what_is_not_there_is_not_found() -> None:
    for find in (CAMPAIGN.department, CAMPAIGN.venue, CAMPAIGN.form):
        with pytest.raises(KeyError):
            find("nobody")
    for number in (0, 3):
        with pytest.raises(KeyError):
            CAMPAIGN.session(number)


def test_every_department_reports_in_one_session() -> None:
    by_session = [department for session in (1, 2) for department in CAMPAIGN.departments_of(session)]
    assert by_session == list(CAMPAIGN.departments)


def test_a_problem_is_found_with_each_department_that_answers_it() -> None:
    (problem,) = CAMPAIGN.problems
    for department in CAMPAIGN.departments:
        expected = (problem,) if department.id in problem.departments else ()
        assert CAMPAIGN.problems_of(department.id) == expected


def test_a_department_has_a_clip_of_each_kind() -> None:
    department = CAMPAIGN.departments[0]
    assert department.clip(ClipKind.REPORT) is department.report
    assert department.clip(ClipKind.INTERVIEW) is department.interview


def test_an_option_is_found_by_its_code_and_by_no_other() -> None:
    assert [CAMPAIGN.ballot.option(code).id for code in (1, 2, 3, 4)] == ["good", "fair", "poor", "unknown"]
    with pytest.raises(KeyError):
        CAMPAIGN.ballot.option(5)


def test_a_campaign_that_could_not_be_read_back_is_not_written() -> None:
    naive = CAMPAIGN.not_before.replace(tzinfo=None)
    for changes, code in (({"not_before": naive}, "no-offset"), ({"tally_key": b"short"}, "wrong-shape")):
        with pytest.raises(EncodingError, match=code):
            encode_campaign(dataclasses.replace(CAMPAIGN, **changes))
    assert decode_campaign(encode_campaign(CAMPAIGN)) == CAMPAIGN
