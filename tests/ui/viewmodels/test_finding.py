"""Finding a department by pinyin, by English words and by strokes: the real names of the demo campaign."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

import pytest
from organiser_samples import department, sample_campaign

from kiosk.domain.campaign import Bilingual, Campaign
from ui.strokes import stroke_table, written_from_each
from ui.viewmodels.finding import MAX_TYPED, Alphabet, found, initials, live_keys

DEMO = Path(__file__).resolve().parents[3] / "assets" / "demo" / "departments.csv"


def city() -> Campaign:
    rows = list(csv.DictReader(DEMO.read_text("utf-8").splitlines()))
    names = [(int(row["order"]), row["id"], Bilingual(row["name_zh"], row["name_en"])) for row in rows]
    return sample_campaign(departments=tuple(replace(department(n, id), name=name) for n, id, name in names))


CITY = city()


def names(alphabet: Alphabet, typed: str) -> list[str]:
    return [department.name.zh for department in found(CITY, alphabet, typed)]


@pytest.mark.parametrize(
    ("typed", "only"),
    [("JTJ", "市交通运输局"), ("SJTYSJ", "市交通运输局"), ("ZCB", "青岛仲裁办"), ("GJJ", "市住房公积金管理中心")],
)
def test_pinyin_initials_find_a_department(typed: str, only: str) -> None:
    assert only in names(Alphabet.PINYIN, typed)


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("TYJ", "市体育局"),
        ("JYJ", "市教育局"),
        ("SWJ", "市商务局"),
        ("MZJ", "市民政局"),
        ("STYJ", "市体育局"),
        ("JTYS", "市交通运输局"),
    ],
)
def test_whoever_is_called_by_just_these_letters_comes_first(typed: str, first: str) -> None:
    assert names(Alphabet.PINYIN, typed)[0] == first


def test_those_that_answer_alike_stay_in_the_timetables_order() -> None:
    order = [department.name.zh for department in CITY.departments]
    loose = [name for name in names(Alphabet.PINYIN, "SJ") if "SJ" not in initials(name)]
    assert len(loose) > 5
    assert loose == sorted(loose, key=order.index)


def test_two_letters_of_the_bureau_of_transport_are_enough() -> None:
    assert names(Alphabet.PINYIN, "JT") == ["市交通运输局"]


@pytest.mark.parametrize(
    ("typed", "only"), [("TRAN", "市交通运输局"), ("URBAND", ""), ("HRSS", "市人力资源社会保障局")]
)
def test_english_words_and_their_initials_find_a_department(typed: str, only: str) -> None:
    assert names(Alphabet.ENGLISH, typed) == ([only] if only else [])


def test_one_may_begin_to_write_at_any_character() -> None:
    assert names(Alphabet.STROKES, "413434") == ["市交通运输局"]  # 交
    assert "市交通运输局" in names(Alphabet.STROKES, "41252413")  # 市交


def test_nothing_typed_finds_all() -> None:
    assert len(names(Alphabet.STROKES, "")) == len(CITY.departments) == 38


@pytest.mark.parametrize("alphabet", list(Alphabet))
def test_live_keys_lead_to_every_department_among_four_at_most(alphabet: Alphabet) -> None:
    for target in CITY.departments:
        best = len(CITY.departments)
        for start in _ways(alphabet, target.name):
            typed = ""
            for key in start[:MAX_TYPED]:
                assert key in live_keys(CITY, alphabet, typed)
                typed += key
            hits = found(CITY, alphabet, typed)
            assert target in hits
            best = min(best, len(hits))
        assert best <= 4, target.name.zh


def _ways(alphabet: Alphabet, name: Bilingual) -> list[str]:
    match alphabet:
        case Alphabet.PINYIN:
            return [initials(name.zh)]
        case Alphabet.ENGLISH:
            return [word for word in name.en.upper().replace("-", " ").split() if word not in ("AND", "OF", "THE")]
        case Alphabet.STROKES:
            return list(written_from_each(name.zh))


def test_keys_that_lead_nowhere_are_quiet_and_so_are_all_when_enough_is_typed() -> None:
    assert live_keys(CITY, Alphabet.PINYIN, "JTJ") == frozenset()
    assert "J" in live_keys(CITY, Alphabet.PINYIN, "JT")
    assert live_keys(CITY, Alphabet.STROKES, "4" * MAX_TYPED) == frozenset()


def test_every_character_of_the_names_has_its_strokes() -> None:
    characters = {character for department in CITY.departments for character in department.name.zh}
    assert characters <= stroke_table().keys()
    assert all(strokes and set(strokes) <= set("12345") for strokes in stroke_table().values())


@pytest.mark.parametrize(
    ("character", "strokes"),
    [
        ("市", "41252"),
        ("局", "5135251"),
        ("水", "2534"),
        ("事", "12515112"),
        ("融", "1251254312251214"),
        ("农", "453534"),
    ],
)
def test_strokes_follow_the_standard_order(character: str, strokes: str) -> None:
    assert stroke_table()[character] == strokes


def test_a_character_without_strokes_ends_what_can_be_written_and_loses_nothing_else() -> None:
    assert written_from_each("市龘局") == ("41252", "5135251")
