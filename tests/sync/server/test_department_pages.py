"""What a department's QR opens on a phone: what is published, and a calm page for a wrong address."""

from __future__ import annotations

from dataclasses import replace

import pytest
from asgi_client import AsgiClient
from organiser_samples import department, words
from worlds import World

from kiosk.domain.campaign import Goal, GoalState
from ui.viewmodels.department import PAGE


@pytest.fixture
def published(lite: World) -> World:
    goals = (
        Goal(words("新开 60 条", "60 new lines"), words("63 条", "63 lines"), GoalState.DONE),
        Goal(words("下降 15%", "Down 15%"), words("下降 6% <b>", "Down 6% <b>"), GoalState.SHORT),
    )
    lite.publish(departments=(department(1, "fgw"), replace(department(2, "jtj"), goals=goals)))
    return lite


def test_the_kiosks_address_opens_goals_summary_and_answers(published: World, client: AsgiClient) -> None:
    answer = client.get(f"/{PAGE}/jtj")
    assert answer.status_code == 200
    for said in ("60 new lines", "63 lines", "还差一点", "Two paragraphs", "早晚高峰怎么停", "已新增"):
        assert said in answer.text
    assert "Down 6% &lt;b&gt;" in answer.text
    assert "<script" not in answer.text


def test_a_wrong_address_is_said_and_nothing_of_it_comes_back(published: World, client: AsgiClient) -> None:
    answer = client.get(f"/{PAGE}/evil<b>")
    assert answer.status_code == 404
    assert "没有这个部门" in answer.text
    assert "evil" not in answer.text
