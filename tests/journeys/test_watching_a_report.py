"""Watching a report by touch: sentences, chapters and the timeline lead to a second, and the visit remembers it.

No video arrived here: where a touch leads does not depend on it, and nothing depends on how fast a machine decodes.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from booths import Booth
from PySide6.QtCore import QPoint
from windows import PORTRAIT, OpenWindow, opened

from ui.viewmodels.player import PlayerModel
from ui.viewmodels.shell import MAX_VOLUME

SENTENCES = ("大家好。", "今年新开线路。", "市办实事。", "畅通攻坚。", "校门口。", "明年打算。")
EACH_S = 6
"""Seconds that a sentence takes; together they are as long as the clip."""


def captions() -> bytes:
    cues = (
        f"00:{i * EACH_S:02}.000 --> 00:{(i + 1) * EACH_S - 1:02}.000\n{words}" for i, words in enumerate(SENTENCES)
    )
    return ("WEBVTT\n\n" + "\n\n".join(cues) + "\n").encode()


@pytest.fixture
def read(booth: Booth) -> Booth:
    """Captions have arrived, the videos have not."""
    booth.publish(files={"jtj-report.zh.vtt": captions()})
    return booth


@pytest.fixture
def window(read: Booth) -> Iterator[OpenWindow]:
    with opened(read.kiosk) as made:
        open_report(made)
        yield made


def open_report(window: OpenWindow, id: str = "jtj") -> None:
    window.kiosk.shell.openScreen("player", {"department": id, "kind": "report"})
    window.settle()


def model(window: OpenWindow) -> PlayerModel:
    found = window.kiosk.shell.model
    assert isinstance(found, PlayerModel)
    return found


def test_a_touched_sentence_is_where_it_goes_on(window: OpenWindow) -> None:
    window.tap("line-2")
    assert model(window).position == 2 * EACH_S
    assert SENTENCES[2] in window.words()
    assert model(window).line == 2


def test_a_touched_chapter_begins(window: OpenWindow) -> None:
    window.tap("chapter-1")
    assert model(window).position == 12.5
    assert model(window).chapter == 1


def test_a_touch_on_the_water_goes_there_and_near_a_flag_means_the_flag(window: OpenWindow) -> None:
    water, flags = window.find("timeline"), model(window).flags
    y = window.middle("timeline").y()
    window.tap_at(QPoint(round(water.mapToScene(QPoint(0, 0)).x() + water.width() * 0.9), y))
    window.settle()
    assert model(window).position == pytest.approx(0.9 * model(window).duration, abs=0.1)
    beside = water.width() * flags[0]["at"] / model(window).duration + 20
    window.tap_at(QPoint(round(water.mapToScene(QPoint(0, 0)).x() + beside), y))
    window.settle()
    assert model(window).position == flags[0]["at"]


def test_ten_seconds_on_and_back_stay_inside_the_clip(window: OpenWindow) -> None:
    window.tap("skip", "skip")
    assert model(window).position == 20
    window.tap("skip", "skip")
    assert model(window).position < model(window).duration
    window.tap("rewind", "rewind", "rewind", "rewind", "rewind")
    assert model(window).position == 0


def test_the_transcript_is_read_at_leisure_until_it_follows_again(window: OpenWindow) -> None:
    window.tap("lines-after")
    assert not model(window).following
    assert "line-0" not in window.names()
    window.tap("follow-video")
    assert model(window).following
    window.tap("rewind")
    assert "line-0" in window.names()


def test_speed_goes_round_and_captions_go_off_and_on(window: OpenWindow) -> None:
    speeds = []
    for _ in range(4):
        window.tap("speed")
        speeds.append(model(window).speed)
    assert speeds == [1.25, 1.5, 0.75, 1.0]
    window.tap("captions")
    assert not model(window).captionsOn
    window.tap("captions")
    assert model(window).captionsOn


def test_the_sound_goes_round_and_never_above_what_a_hall_bears(window: OpenWindow) -> None:
    heard = set()
    for _ in range(5):
        window.tap("sound-wide")
        heard.add(window.kiosk.shell.volume)
    assert max(heard) == MAX_VOLUME
    assert min(heard) == 0


def test_the_next_report_takes_this_ones_place_and_the_last_offers_none(read: Booth, window: OpenWindow) -> None:
    departments = read.kiosk.library.campaign.departments
    here = [department.id for department in departments].index("jtj")
    for department in departments[here + 1 :]:
        window.tap("next-report")
        assert model(window).name["zh"] == department.name.zh
    assert "next-report" not in window.names()
    window.tap("back")
    assert window.screen != "player"


def test_a_report_goes_on_where_this_visit_left_it_and_anew_for_the_next_person(window: OpenWindow) -> None:
    window.tap("line-3", "back")
    open_report(window)
    assert model(window).position == 3 * EACH_S
    window.kiosk.shell.endVisit()
    open_report(window)
    assert model(window).position == 0


def test_upright_and_in_large_letters_sentences_are_touched_too(read: Booth) -> None:
    with opened(read.kiosk, PORTRAIT) as window:
        window.kiosk.shell.toggleElder()
        open_report(window)
        window.tap("line-1")
        assert model(window).position == EACH_S
