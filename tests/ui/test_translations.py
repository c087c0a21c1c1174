"""English in the manner of English: one record, two records."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from ui.translations import FOLDER, TsTranslator, read_ts

WAITING = "%n 条记录等着上传。"


@pytest.mark.parametrize(
    ("number", "said"),
    [(1, "1 record is waiting to be sent."), (2, "2 records are waiting to be sent."), (0, "0 records are waiting")],
)
def test_a_number_changes_the_words_around_it(number: int, said: str, qtbot: QtBot) -> None:
    english = TsTranslator("en")
    QCoreApplication.installTranslator(english)
    try:
        assert QCoreApplication.translate("StaffSync", WAITING, "", number).startswith(said)
    finally:
        QCoreApplication.removeTranslator(english)


def test_chinese_has_one_form_for_every_number(qtbot: QtBot) -> None:
    assert QCoreApplication.translate("StaffSync", WAITING, "", 1) == "1 条记录等着上传。"


def test_the_same_chinese_may_be_said_in_two_ways_in_two_places(qtbot: QtBot) -> None:
    english = TsTranslator("en")
    assert english.translate("SignInRefused", "签到") == "Sign in"
    assert english.translate("Staff", "签到") == "Attendance"
    assert english.translate("StaffAttendance", "签到") == "Check in"
    assert english.translate("Nowhere", "签到") == "签到"


def test_every_text_with_a_number_has_both_english_forms() -> None:
    texts = read_ts(FOLDER / "sanmin_en.ts")
    numbered = {key: forms for key, forms in texts.items() if "%n" in key[1]}
    assert numbered
    assert {key for key, forms in numbered.items() if len(forms) != 2} == set()


def test_a_text_that_is_not_finished_stays_chinese(tmp_path: Path) -> None:
    path = tmp_path / "some.ts"
    message = '<message><source>退出</source><translation type="unfinished">Leave</translation></message>'
    path.write_text(f"<TS><context><name>Staff</name>{message}</context></TS>", "utf-8")
    assert read_ts(path) == {}


def test_what_is_filled_in_is_in_both_languages() -> None:
    """A place that the Chinese text has and the English one lacks would show nothing, or `%1` to a person."""
    for (_, source), forms in read_ts(FOLDER / "sanmin_en.ts").items():
        for form in forms:
            wanted = set(re.findall(r"%\d", source))
            assert set(re.findall(r"%\d", form)) == wanted, source


def test_english_has_straight_marks_for_a_chinese_font_draws_curled_ones_as_wide_as_a_character() -> None:
    said = [form for forms in read_ts(FOLDER / "sanmin_en.ts").values() for form in forms]
    assert [text for text in said if set(text) & set("‘’“”")] == []


def test_a_way_on_and_a_way_through_a_list_are_not_called_the_same() -> None:
    """On one screen one turns the pages of the departments and goes on to the next step."""
    texts = read_ts(FOLDER / "sanmin_en.ts")
    assert texts["SuggestChoose", "下一步"] != texts["Pager", "下一页"]
