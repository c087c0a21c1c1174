"""What stands on the screens is whole: words on one line, keys that say what they do, no page called 1–1."""

from __future__ import annotations

import pytest
from gallery import gallery
from geometry import texts_of
from PySide6.QtQuick import QQuickItem

from ui.shots import Look, Photographer
from ui.shots_scenes import Stage

LARGE_LOW = Look("zh", "elder+lowered", "portrait")
JOINER = "\u2060"


@pytest.fixture(scope="module")
def photographer(tmp_path_factory: pytest.TempPathFactory) -> Photographer:
    return gallery(tmp_path_factory.mktemp("gallery"))


def said(stage: Stage) -> list[str]:
    """All texts that are seen, without what only keeps them together."""
    return [plain(str(seen.item.property("text"))) for seen in texts_of(stage.root)]


def plain(text: str) -> str:
    return text.replace(JOINER, "").replace("\u2009", "")


def test_the_marks_of_a_ballot_are_unbroken_and_of_one_size(photographer: Photographer) -> None:
    with photographer.visit("rate", LARGE_LOW) as stage:
        stage.root.grabWindow()
        words = ("满意", "基本满意", "不满意", "不了解")
        marks = [seen.item for seen in texts_of(stage.root) if seen.item.property("text") in words]
        assert [(mark.property("text"), mark.property("lineCount")) for mark in marks] == [(word, 1) for word in words]
        assert len({mark.property("size") for mark in marks}) == 1, "no mark is larger than another"


def test_a_page_of_one_is_not_called_one_to_one(photographer: Photographer) -> None:
    with photographer.visit("review", LARGE_LOW) as stage:
        assert "第1项，共10项" in said(stage)


@pytest.mark.parametrize("scene", ["follow", "departments-found", "sign-in-pin"])
def test_a_key_that_takes_back_says_so_in_words(scene: str, photographer: Photographer) -> None:
    with photographer.visit(scene, Look("zh", "normal", "landscape")) as stage:
        assert "删除" in said(stage)


@pytest.mark.parametrize("scene", ["suggest-contact", "questionnaire-contact"])
def test_where_the_keys_leave_half_of_the_screen_the_bay_fills_it(scene: str, photographer: Photographer) -> None:
    with photographer.visit(scene, LARGE_LOW) as stage:
        bay = stage.root.findChild(QQuickItem, "bay")
        assert bay is not None and bay.isVisible()
        assert bay.height() > stage.root.height() / 4


def test_a_review_names_a_question_without_saying_again_how_to_answer_it(photographer: Photographer) -> None:
    with photographer.visit("questionnaire-review", Look("en", "normal", "landscape")) as stage:
        assert "What do you most hope to see done next year?" in said(stage)
        assert not [text for text in said(stage) if "leave out names" in text]


@pytest.mark.parametrize(
    ("scene", "look", "ending"),
    [
        ("suggest-contact-wrong", LARGE_LOW, "也可以。"),
        ("problems-department", Look("zh", "normal", "landscape"), "信息化局"),
    ],
)
def test_no_character_is_left_alone_on_the_last_line(
    scene: str, look: Look, ending: str, photographer: Photographer
) -> None:
    with photographer.visit(scene, look) as stage:
        texts = [str(seen.item.property("text")) for seen in texts_of(stage.root)]
        assert [text for text in texts if text.endswith(JOINER.join(ending))]


def test_a_department_is_looked_for_where_the_keypad_can_be_seen(photographer: Photographer) -> None:
    with photographer.visit("departments-found", Look("zh", "elder", "portrait")) as stage:
        assert {"按首字母找部门", "市交通运输局"} <= set(said(stage))
