"""The way of a suggestion as five lamps, and what the screen is told about it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from booths import Booth
from desks import Desk

from kiosk.domain.campaign import Bilingual
from kiosk.domain.receipt import status_key
from kiosk.domain.suggestion import State, Status, Step
from ui.viewmodels.follow import FollowModel, derive_lamps, derive_phases

CODE = "7K4M2P9X3M"
R, F, H, P, A = State.RECEIVED, State.FORWARDED, State.IN_HAND, State.REPLIED, State.ADOPTED


def status(*states: State) -> Status:
    steps = tuple(Step(state, f"2021-12-{3 + day:02}", Bilingual(f"第{day}步", "")) for day, state in enumerate(states))
    return Status(Bilingual("校门口停车", "Parking"), "jtj", steps, Bilingual("划 18 个车位", ""), "planned")


@pytest.mark.parametrize(
    ("states", "phases"),
    [
        ((R,), "now next later later later"),
        ((R, F), "done now next later later"),
        ((R, F, H), "done done now next later"),
        ((R, F, H, P), "done done done now next"),
        ((R, F, H, P, A), "done done done done now"),
        ((R, P), "done passed passed now next"),
        ((R, State.MERGED), "done passed passed passed now"),
        ((R, F, State.DECLINED), "done done passed passed now"),
        ((R, F, H, P, State.EXPLAINED), "done done done done now"),
        ((R, F, H, P, A, H), "done done now next later"),
    ],
)
def test_lamps_light_up_in_order_and_what_was_skipped_stays_dark(states: tuple[State, ...], phases: str) -> None:
    assert [phase.value for _, phase in derive_phases(status(*states))] == phases.split()


@pytest.mark.parametrize("end", [State.MERGED, State.DECLINED, State.EXPLAINED])
def test_another_end_takes_the_place_of_adoption(end: State) -> None:
    assert [state for state, _ in derive_phases(status(R, end))] == [R, F, H, P, end]


def test_before_the_centre_has_read_it_the_first_lamp_is_next() -> None:
    assert [phase.value for _, phase in derive_phases(None)] == ["next", "later", "later", "later", "later"]


def test_only_lit_lamps_have_a_date_and_a_note() -> None:
    lamps = derive_lamps(status(R, F, H, P, A, H))
    assert [lamp["on"]["en"] for lamp in lamps] == ["3 Dec", "4 Dec", "8 Dec", "", ""]
    assert [bool(lamp["note"]["zh"]) for lamp in lamps] == [True, True, True, False, False]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    booth = Booth(tmp_path)
    booth.publish()
    yield Desk(booth)
    booth.close()


def follow(desk: Desk, typed: str) -> FollowModel:
    model = FollowModel(desk.context)
    for character in typed:
        model.typeCharacter(character)
    desk.executor.run_all()
    return model


def test_the_last_character_looks_up(desk: Desk) -> None:
    desk.booth.publish_statuses({status_key(CODE): status(R, F, H, P)})
    model = follow(desk, CODE)
    assert model.found and not model.waiting
    assert model.code == "7K4M-2P9X-3M"
    assert (model.now["state"], model.now["place"]) == ("replied", 4)
    assert model.reply["zh"] == "划 18 个车位"
    assert model.repliedOn["en"] == "6 Dec"
    assert model.department["zh"] == "市jtj局"
    assert model.outcome == "planned"
    assert model.asOf["en"] == "18 Dec, 12:00"


def test_the_code_is_shown_in_groups_and_can_be_taken_back(desk: Desk) -> None:
    model = follow(desk, "7K4M2")
    assert (model.typed, model.missing) == ("7K4M-2", 5)
    model.erase()
    assert model.typed == "7K4M"
    model.clear()
    assert model.missing == 10


@pytest.mark.parametrize(
    ("scanned", "trouble"),
    [
        ("7K4M2P9X3E", "bad-check"),
        ("7K4M", "too-short"),
        ("https://sanmin.example/s/", "too-short"),
        ("SM1:ABC", "bad-character"),
        (CODE, "unknown"),
    ],
)
def test_every_refusal_has_its_own_sentence(desk: Desk, scanned: str, trouble: str) -> None:
    desk.booth.publish_statuses({})
    model = FollowModel(desk.context)
    model.scanned(scanned)
    desk.executor.run_all()
    assert not model.found
    assert model.trouble == trouble


def test_an_unknown_code_says_as_of_when(desk: Desk) -> None:
    desk.booth.publish_statuses({}, as_of=1_639_780_200)
    assert follow(desk, CODE).asOf["zh"].endswith("06:30")
