"""A questionnaire and a suggestion form on their way: cast, refused elsewhere, handled by the office, counted."""

from __future__ import annotations

from pathlib import Path

import pytest
from form_samples import OPINION, SUGGESTIONS
from sqlalchemy import select
from worlds import World, session

from kiosk.domain.forms import Answer
from kiosk.services.kiosk import Kiosk
from kiosk.services.questionnaires import AlreadyHandedIn, Contact
from organiser.issuing import CardState, IssuedCard
from organiser.roster import RosterRow, Route
from organiser.tally.release import Closing, release
from organiser.tally.run import Count
from organiser.tally.statement import read_export
from organiser.tally.verify import Verification
from sync.client import run_once
from sync.server import suggestions
from sync.server.export import export_collection
from sync.server.models import Receipt, StoredEntry

BUS: dict[str, Answer] = {"travel": 1, "concerns": (1, 2)}
CAR: dict[str, Answer] = {"travel": 3, "parking": 2, "concerns": (2, 3), "school": 2, "wish": "多些停车位"}


def two_kiosks(world: World) -> tuple[Kiosk, Kiosk]:
    world.publish(forms=(OPINION, SUGGESTIONS))
    first, second = world.new_kiosk("v01"), world.new_kiosk("v02")
    for kiosk in (first, second):
        sync(kiosk)
    return first, second


def sync(kiosk: Kiosk) -> None:
    with session() as http:
        run_once(kiosk, http)


def stored(world: World) -> list[tuple[str, bool]]:
    with world.server.engine.begin() as connection:
        rows = connection.execute(select(StoredEntry.kind, StoredEntry.parked)).all()
        return [(kind, parked) for kind, parked in rows]


def test_a_questionnaire_cast_at_one_venue_is_refused_at_another_after_a_sync(world: World) -> None:
    first, second = two_kiosks(world)
    receipt = first.questionnaires.cast(world.credential(1), OPINION, CAR).receipt
    assert second.questionnaires.open_forms(world.credential(1)) == (OPINION, SUGGESTIONS)
    sync(first)
    sync(second)
    assert stored(world) == [("cast", False)]
    with world.server.engine.begin() as connection:
        assert connection.scalars(select(Receipt.code)).all() == [receipt]
    assert second.questionnaires.open_forms(world.credential(1)) == (SUGGESTIONS,)
    with pytest.raises(AlreadyHandedIn):
        second.questionnaires.cast(world.credential(1), OPINION, BUS)
    second.questionnaires.cast(world.credential(2), OPINION, BUS)


def test_a_suggestion_form_reaches_the_office_like_any_suggestion(world: World) -> None:
    first, _ = two_kiosks(world)
    answers: dict[str, Answer] = {"field": 2, "words": "请延长图书馆的开放时间"}
    code = first.questionnaires.suggest(SUGGESTIONS, answers, Contact(), "zh").receipt
    sync(first)
    found = suggestions.find_suggestion(world.server, code)
    assert found.words is not None
    assert found.words.text == "哪个方面：教育\n意见建议：请延长图书馆的开放时间"
    assert found.words.name is None


def test_questionnaires_of_two_venues_are_counted_once_each(world: World, tmp_path: Path) -> None:
    first, second = two_kiosks(world)
    for number in range(4):
        first.questionnaires.cast(world.credential(number), OPINION, CAR if number % 2 else BUS)
    second.questionnaires.cast(world.credential(0), OPINION, CAR)  # could not know of the first: home counts
    for kiosk in (first, second):
        sync(kiosk)
    export_collection(world.server, tmp_path / "collection")
    campaign = first.library.campaign
    folder, out, public = tmp_path / "collection", tmp_path / "out", world.organiser.public
    export = read_export(folder, campaign.id, public)
    grounds = release(export, [Closing(kiosk, entries) for kiosk, entries in export.kiosks.items()])
    cards = [issued(world, number) for number in range(4)]
    results = Count(campaign, folder, out, public, world.organiser).run(
        cards, world.tally, grounds, 1, lambda *stage: None
    )
    (form,) = results.forms
    assert form.handed_in == 4
    assert [choice.number for choice in form.questions[0].choices] == [2, 0, 2]
    assert results.set_aside["deduplicated"] == {"duplicate": len(OPINION.questions)}
    check = Verification(campaign, folder, out, public, world.tally, cards)
    assert list(check.differences(lambda *stage: None)) == []


def issued(world: World, number: int) -> IssuedCard:
    no = f"{number:04}"
    row = RosterRow(
        no, "王某", f"100{number:08}", "enterprise", Route.RANDOM, "市南区", "", "v01", world.credential(1).role
    )
    return IssuedCard(world.credential(number).id, CardState.VALID, row)
