"""A suggestion from the first letter to the receipt by real touches: pinyin, English, digits, going back, idling."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from booths import Booth
from PySide6.QtCore import QSize
from windows import LANDSCAPE, PORTRAIT, OpenWindow, opened

from kiosk.domain.journal import Kind
from kiosk.domain.suggestion import Suggestion
from ui.viewmodels.suggest import CHOOSE, REVIEW, WRITE, SuggestModel

GREETING = "nihaoqingdao"


def suggest(window: OpenWindow) -> SuggestModel:
    """The suggestion's screen, opened from home."""
    window.kiosk.shell.home()
    window.kiosk.shell.go("suggest")
    window.settle()
    return model(window)


def model(window: OpenWindow) -> SuggestModel:
    found = window.kiosk.shell.model
    assert isinstance(found, SuggestModel)
    return found


def recorded(booth: Booth) -> list[Suggestion]:
    """What the intake office will read."""
    return [booth.suggestion(entry) for entry in booth.entries(Kind.SUGGESTION)]


def spell(window: OpenWindow, letters: str) -> None:
    window.tap(*(f"key-{letter}" for letter in letters))


def candidates(window: OpenWindow) -> list[str]:
    """The words one may choose from, in their order."""
    names = sorted((n for n in window.names() if n.startswith("candidate-")), key=lambda n: int(n.split("-")[1]))
    return [str(window.find(name).property("text")) for name in names]


def files_below(folder: Path) -> dict[Path, str]:
    return {path: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT], ids=["landscape", "portrait"])
@pytest.mark.parametrize("setting", ["normal", "elder", "lowered"])
def test_pinyin_typed_by_touch_becomes_chinese_and_then_a_receipt(booth: Booth, size: QSize, setting: str) -> None:
    with opened(booth.kiosk, size) as window:
        if setting == "elder":
            window.kiosk.shell.toggleElder()
        if setting == "lowered":
            window.kiosk.shell.toggleLowered()
        written = suggest(window)
        spell(window, GREETING)
        assert str(window.find("words").property("preeditText")) == "ni hao qing dao"
        window.tap("key-space")
        assert written.text == "你好青岛"
        window.tap("key-period", "key-done", "let-centre-choose", "key-done", "submit")
        assert window.screen == "receipt"
    [suggestion] = recorded(booth)
    assert suggestion.text == "你好青岛。"
    assert (suggestion.department, suggestion.name, suggestion.phone) == (None, None, None)


def test_what_is_still_being_spelt_is_taken_by_the_red_key(booth: Booth) -> None:
    with opened(booth.kiosk) as window:
        written = suggest(window)
        spell(window, GREETING)
        window.tap("key-done")
        assert written.text == "你好青岛"
        assert written.step == CHOOSE


def test_the_keyboard_knows_the_place(booth: Booth) -> None:
    with opened(booth.kiosk) as window:
        written = suggest(window)
        spell(window, "shinanqu")
        assert candidates(window)[0] == "市南区"
        window.tap("key-space")
        spell(window, "laoshan")
        assert candidates(window)[:2] == ["崂山", "崂山区"], "a district that is only begun comes second"
        window.tap("candidate-1")
        assert written.text == "市南区崂山区"
        assert str(window.find("words").property("preeditText")) == ""


def test_all_words_for_a_syllable_are_on_pages(booth: Booth) -> None:
    with opened(booth.kiosk) as window:
        written = suggest(window)
        spell(window, "shi")
        first = candidates(window)
        window.tap("candidates-more")
        more = candidates(window)
        assert len(more) > 2 * len(first)
        window.tap("candidates-after")
        assert not set(candidates(window)) & set(more)
        chosen = candidates(window)[0]
        window.tap(min((n for n in window.names() if n.startswith("candidate-")), key=lambda n: int(n.split("-")[1])))
        assert written.text == chosen
        assert "key-q" in window.names(), "the keys are back"


def test_english_digits_and_marks(booth: Booth) -> None:
    with opened(booth.kiosk) as window:
        window.kiosk.shell.toggleLanguage()
        written = suggest(window)
        window.tap("key-before")
        spell(window, "bus")
        window.tap("key-space", "key-3", "key-2", "key-1", "key-symbols", "key-!")
        window.tap("key-before", "key-symbols", "key-o", "key-k", "key-backspace")
        assert written.text == "Bus 321!\no"


def test_coming_back_to_the_writing_step_shows_the_draft(booth: Booth) -> None:
    with opened(booth.kiosk) as window:
        written = suggest(window)
        spell(window, GREETING)
        window.tap("key-space", "key-done", "back")
        assert written.step == WRITE
        assert str(window.find("words").property("text")) == "你好青岛"
        window.tap("key-comma")
        assert written.text == "你好青岛，", "one goes on where one was"


def test_a_draft_survives_the_idle_warning_and_not_the_visit(booth: Booth) -> None:
    with opened(booth.kiosk) as window:
        written = suggest(window)
        spell(window, GREETING)
        window.tap("key-space")
        window.kiosk.shell.pretend_idle(80)
        window.tap("still-here")
        window.tap("key-comma")
        spell(window, "nihao")
        window.tap("key-space")
        assert written.text == "你好青岛，你好"
        window.kiosk.shell.pretend_idle(96)
        window.settle()
        assert window.screen == "attract"
        assert suggest(window).text == ""
        assert candidates(window) == []


def test_the_draft_is_there_again_after_a_look_at_another_screen(booth: Booth) -> None:
    with opened(booth.kiosk) as window:
        suggest(window)
        spell(window, GREETING)
        window.tap("key-space", "help", "back")
        assert model(window).text == "你好青岛"
        assert str(window.find("words").property("text")) == "你好青岛"


def test_nothing_is_learned_and_nothing_is_written(booth: Booth, tmp_path: Path) -> None:
    places = [tmp_path, *(place for place in (Path.home() / ".config", Path.home() / ".cache") if place.exists())]
    with opened(booth.kiosk) as window:
        suggest(window)
        before = [set(files_below(place)) for place in places]
        spell(window, "shi")
        offered = candidates(window)
        for _ in range(5):
            window.tap("candidate-5")
            spell(window, "shi")
        assert candidates(window) == offered, "choosing a word five times does not move it"
        assert [set(files_below(place)) for place in places] == before
    assert not any("qtvirtualkeyboard" in str(path) for place in places for path in files_below(place))


def test_a_wrong_phone_number_is_said_and_can_be_put_right(booth: Booth) -> None:
    with opened(booth.kiosk) as window:
        written = suggest(window)
        spell(window, GREETING)
        window.tap("key-space", "key-done", "let-centre-choose", "phone")
        window.tap("key-1", "key-2", "key-done")
        assert written.trouble == "bad-phone"
        assert "trouble" in window.names()
        window.tap(*(f"key-{digit}" for digit in "3456789"), "key-done")
        assert written.step == REVIEW
        window.tap("submit")
        assert window.screen == "receipt"
    assert [suggestion.phone for suggestion in recorded(booth)] == ["123456789"]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_phone_number_with_its_dash_is_taken_as_the_keys_write_it(booth: Booth, language: str) -> None:
    with opened(booth.kiosk) as window:
        if language == "en":
            window.kiosk.shell.toggleLanguage()
        written = suggest(window)
        written.write("路口")
        window.tap("key-done", "let-centre-choose", "phone")
        assert window.words().count("1") == 1, "each digit once"
        assert not {"key-q", "key-symbols", "key-mode"} & set(window.names()), "nothing but what a number may have"
        window.tap(*(f"key-{sign}" for sign in "0532-85912345"), "key-done")
        assert (written.trouble, written.step, written.phone) == ("", REVIEW, "0532-85912345")


def test_from_the_number_back_to_the_name_there_are_letters_again(booth: Booth) -> None:
    with opened(booth.kiosk) as window:
        written = suggest(window)
        written.write("路口")
        window.tap("key-done", "let-centre-choose", "phone", "key-+", "key-8", "key-6", "name")
        spell(window, "nihao")
        window.tap("key-space")
        assert (written.name, written.phone) == ("你好", "+86")
