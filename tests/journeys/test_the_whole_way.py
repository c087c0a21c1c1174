"""The whole way without a screen: card, rating, suggestion, sync, status, count from three of five shares."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from worlds import World, session

from kiosk.domain.campaign import Bilingual
from kiosk.domain.credential import Role
from kiosk.domain.suggestion import State
from kiosk.services.kiosk import Kiosk
from kiosk.services.suggesting import Draft
from kiosk.services.voting import AlreadyCast
from organiser.ceremony import hold_ceremony
from organiser.issuing import CardState, Issued, IssuedCard
from organiser.roster import RosterRow, Route
from organiser.shares import read_share, recover
from organiser.tally.release import Closing, release
from organiser.tally.run import Count
from organiser.tally.statement import read_export
from organiser.tally.verify import Verification
from sync.client import run_once
from sync.server import suggestions
from sync.server.export import export_collection


def vote(kiosk: Kiosk, card: str, marks: dict[str, int]) -> str:
    signed_in = kiosk.sign_in.enter(kiosk.sign_in.present(card))
    return kiosk.voting.cast(signed_in.credential, marks).receipt


def issued(world: World, numbers: range) -> Issued:
    def row(number: int) -> RosterRow:
        no = f"{number:04}"
        return RosterRow(
            no, "王某", f"100{number:08}", "enterprise", Route.RANDOM, "市南区", "", "v01", Role.REPRESENTATIVE
        )

    return Issued(tuple(IssuedCard(world.credential(n).id, CardState.VALID, row(n)) for n in numbers))


def test_a_rating_travels_from_finger_to_count(tmp_path: Path) -> None:
    made = hold_ceremony(tmp_path / "ceremony", campaign="qd2021")
    key = recover([read_share(path) for path in made.share_files[1:4]], made.public)
    world = World(tmp_path, tally=key)
    world.publish()
    with world.serving(), session() as http:
        first, second = world.new_kiosk("v01"), world.new_kiosk("v02")
        for kiosk in (first, second):
            assert run_once(kiosk, http).pack == 1
        for number in range(12):
            vote(first, world.card(number), {"fgw": 1 + number % 4, "jtj": 1})
        vote(second, world.card(0), {"fgw": 3})  # the second kiosk could not know: a duplicate, the home venue counts
        assert run_once(first, http).unsent == 0
        assert run_once(second, http).sent == 2
        with pytest.raises(AlreadyCast):
            vote(second, world.card(1), {"fgw": 2})

        code = first.suggesting.submit(Draft(text="校门口请设即停即走区", phone="13800000000"), "zh").receipt
        run_once(first, http)
        assert suggestions.find_suggestion(world.server, code).words.text == "校门口请设即停即走区"
        suggestions.forward(world.server, code, "jtj", "office")
        suggestions.reply(world.server, code, Bilingual("已安排", "Arranged"), "office")
        assert run_once(second, http).statuses
        found = second.following.find(code)
        assert found.status is not None and found.status.state is State.REPLIED

        export_collection(world.server, tmp_path / "collection")
    folder, out, public = tmp_path / "collection", tmp_path / "out", world.organiser.public
    export = read_export(folder, "qd2021", public)
    grounds = release(export, [Closing(kiosk, entries) for kiosk, entries in export.kiosks.items()])
    cards, stages = issued(world, range(12)).cards, []
    results = Count(world.campaign(), folder, out, public, world.organiser).run(
        cards, key, grounds, 3, lambda *stage: stages.append(stage)
    )
    by_id = {department.id: department for department in results.departments}
    assert [mark.number for mark in by_id["fgw"].marks] == [3, 3, 3, 3]
    assert by_id["fgw"].score == pytest.approx(66.67)
    assert {mark.number for mark in by_id["jtj"].marks} == {None}, "all of one mind, so nothing is shown"
    assert by_id["kjj"].ratings is None
    assert results.set_aside["deduplicated"] == {"duplicate": 1}
    assert [stage[1:] for stage in stages] == [(25, 25), (25, 24), (24, 24), (24, 24), (24, 24), (24, 5)]
    assert results.turnout.voters == 12
    assert list(Verification(world.campaign(), folder, out, public, key, cards).differences(lambda *stage: None)) == []
    published = json.loads((out / "publish" / "results.json").read_text("utf-8"))
    assert published["departments"][0]["ratings"] == 12
    world.close()
