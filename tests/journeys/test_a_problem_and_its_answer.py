"""From the 61 problems to an answer by touch: filters, the written answer, one anonymous tap."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from booths import Booth
from organiser_samples import sample_campaign, words
from windows import PORTRAIT, OpenWindow, opened

from kiosk.domain.campaign import Source, Topic
from kiosk.domain.journal import Kind
from kiosk.services.opinions import ID_BYTES


@pytest.fixture
def asked(booth: Booth) -> Booth:
    """Twelve problems of two topics and two sources, every third of another department."""
    first = sample_campaign().problems[0]
    problems = tuple(
        replace(
            first,
            number=number,
            question=words(f"第 {number} 个问题怎么办？", f"What about problem {number}?"),
            topic="food" if number % 2 else "traffic",
            source="daily" if number > 8 else "hotline",
            departments=("kjj",) if number % 3 == 0 else ("jtj",),
        )
        for number in range(1, 13)
    )
    booth.publish(
        problems=problems,
        topics=(
            Topic("traffic", words("交通秩序", "Traffic"), "traffic"),
            Topic("food", words("食品安全", "Food"), "food"),
        ),
        sources=(
            Source("hotline", words("12345 热线", "12345"), "hotline"),
            Source("daily", words("青岛日报", "Daily"), "paper"),
        ),
    )
    return booth


@pytest.fixture
def window(asked: Booth) -> Iterator[OpenWindow]:
    with opened(asked.kiosk) as made:
        made.kiosk.shell.go("problems")
        made.settle()
        yield made


def tap(window: OpenWindow, *names: str) -> None:
    """Touch items one after the other; a picture first, since rows and grids place what is new when it is drawn."""
    for name in names:
        window.root.grabWindow()
        window.tap(name)


def rows(window: OpenWindow) -> set[int]:
    return {int(name[5:]) for name in window.names() if name.startswith("read-")}


def test_topic_department_and_source_narrow_the_list_together(window: OpenWindow) -> None:
    tap(window, "topic-food")
    assert rows(window) <= {1, 3, 5, 7, 9, 11}
    tap(window, "filter-department", "choice-kjj")
    assert rows(window) == {3, 9}
    tap(window, "filter-source", "choice-daily")
    assert rows(window) == {9}
    tap(window, "clear-filters")
    assert len(rows(window)) > 3


def test_no_match_says_so_and_offers_a_way_out(window: OpenWindow) -> None:
    tap(window, "filter-department", "choice-kjj", "topic-food", "filter-source", "choice-hotline")
    assert rows(window) == {3}
    tap(window, "topic-traffic", "filter-source", "choice-daily")
    assert rows(window) == {12}
    window.kiosk.shell.model.choose("department", "jtj")  # type: ignore[union-attr]
    window.kiosk.shell.model.choose("topic", "food")  # type: ignore[union-attr]
    window.kiosk.shell.model.choose("source", "daily")  # type: ignore[union-attr]
    window.settle()
    assert rows(window) == {11}


def test_the_choices_can_be_closed_without_choosing(window: OpenWindow) -> None:
    before = rows(window)
    tap(window, "filter-department", "close-sheet")
    assert rows(window) == before


def test_the_page_is_kept_while_an_answer_is_read(window: OpenWindow) -> None:
    tap(window, "page-after")
    second = rows(window)
    assert 1 not in second
    number = min(second)
    tap(window, f"read-{number}")
    assert window.screen == "problem"
    assert "已新增。" in window.words()
    tap(window, "back")
    assert rows(window) == second


@pytest.mark.parametrize("verdict", ["answered", "unclear", "not_answered"])
def test_one_tap_afterwards_is_recorded_and_thanked_for(window: OpenWindow, asked: Booth, verdict: str) -> None:
    tap(window, "read-1", f"verdict-{verdict}")
    assert "谢谢，记下了。不记名。" in window.words()
    assert not any(name.startswith("verdict-") for name in window.names())
    (body,) = [dict(entry.body) for entry in asked.entries(Kind.OPINION)]
    assert len(body.pop("id")) == ID_BYTES
    assert body == {"problem": 1, "verdict": verdict}


@pytest.mark.parametrize("verdict", ["unclear", "not_answered"])
def test_in_large_letters_upright_and_in_english_it_is_the_same(asked: Booth, verdict: str) -> None:
    with opened(asked.kiosk, PORTRAIT) as window:
        window.kiosk.shell.toggleLanguage()
        window.kiosk.shell.toggleElder()
        window.kiosk.shell.openScreen("problem", {"number": 2})
        window.settle()
        tap(window, "read-answer", f"verdict-{verdict}")
        assert "Thank you, recorded anonymously." in window.words()
        (body,) = [dict(entry.body) for entry in asked.entries(Kind.OPINION)]
        assert (body["problem"], body["verdict"]) == (2, verdict)


def test_in_large_letters_the_answer_is_a_screen_of_its_own(asked: Booth) -> None:
    with opened(asked.kiosk, PORTRAIT) as window:
        window.kiosk.shell.toggleLanguage()
        window.kiosk.shell.toggleElder()
        window.kiosk.shell.openScreen("problem", {"number": 2})
        window.settle()
        assert "verdict-answered" not in window.names()
        tap(window, "read-answer", "verdict-answered")
        assert "Thank you, recorded anonymously." in window.words()
        tap(window, "back")
        assert "read-answer" in window.names()
