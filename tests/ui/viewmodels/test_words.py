"""Words that are not the interface's own: how an organiser's English is shown."""

from __future__ import annotations

from kiosk.domain.campaign import Bilingual
from ui.viewmodels.words import both


def test_curled_english_marks_are_straight_for_a_chinese_font_draws_them_as_wide_as_a_character() -> None:
    assert both(Bilingual("“好”", "the city’s “good”")) == {"zh": "“好”", "en": 'the city\'s "good"'}


def test_chinese_that_stands_in_for_english_keeps_its_marks() -> None:
    assert both(Bilingual("“好”", "")) == {"zh": "“好”", "en": "“好”"}
