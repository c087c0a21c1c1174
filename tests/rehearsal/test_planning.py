"""The plan and the rule of duplicates, without any process."""

from __future__ import annotations

import dataclasses
import hashlib
from collections import Counter

from form_samples import OPINION, filled
from hypothesis import given
from hypothesis import strategies as st
from organiser_samples import sample_campaign

from kiosk.crypto.signing import SigningKey
from kiosk.domain.forms import Answer, Form, flaws
from organiser.issuing import Issued, issue_credentials, reissue, revoke, seeded
from organiser.sample_roster import demo_roster
from rehearsal.answering import answers
from rehearsal.expected import expected_count
from rehearsal.known import KnownCast
from rehearsal.plan import Plan, draw_plan
from rehearsal.size import Place, Size, places
from rehearsal.visits import read_visits, write_visits

KEY = SigningKey(b"k" * 32)
SIZE = Size(kiosks=3, representatives=40, suggestions=50, days=2, seed=5)
SEATS = tuple(dataclasses.replace(category, seats=40) for category in sample_campaign().categories[:1])
CAMPAIGN = sample_campaign(categories=SEATS, venues=sample_campaign().venues[:3], forms=(OPINION,))
PLACES = places(CAMPAIGN.venues, 3)
FIRST = issue_credentials(demo_roster(CAMPAIGN, 1), draw=seeded(1))
HOME, AWAY = Place("v01", 1), Place("v02", 1)


def drawn(size: Size = SIZE, later: Issued = FIRST) -> Plan:
    return draw_plan(size, CAMPAIGN, PLACES, FIRST, later, KEY)


def genuine(plan: Plan) -> dict[int, tuple[object, ...]]:
    """All of the plan except forged cards, whose signatures are new each time."""
    return {n: dataclasses.astuple(dataclasses.replace(v, card="")) for n, v in plan.by_number.items()}


def test_the_same_seed_gives_the_same_visits_and_another_one_others() -> None:
    assert genuine(drawn()) == genuine(drawn())
    assert genuine(drawn()) != genuine(drawn(dataclasses.replace(SIZE, seed=6)))


def test_everybody_comes_and_every_suggestion_can_be_found_by_its_words() -> None:
    visits = drawn().by_number.values()
    people = {visit.credential for visit in visits if visit.card and not visit.refusal}
    assert len(people) == 40
    words = [visit.words for visit in visits if not visit.card]
    assert len(words) == len(set(words)) == 50


def test_a_lost_card_is_tried_again_on_the_second_day_and_the_new_one_is_used() -> None:
    person = FIRST.cards[0].row.card_no
    later = reissue(FIRST, person, draw=seeded(2))
    old, new = FIRST.cards[0].id, later.cards[-1].id
    plan = drawn(dataclasses.replace(SIZE, days=4), later)
    used = {visit.credential: visit.refusal for visit in plan.by_number.values() if visit.credential in (old, new)}
    assert used[new] == ""
    assert any(v.refusal == "replaced" and v.since_pack == 2 for v in plan.by_number.values() if v.credential == old)


def test_a_script_is_read_as_it_was_written(tmp_path) -> None:  # type: ignore[no-untyped-def]
    visits = list(drawn().by_number.values())
    write_visits(tmp_path / "script", visits)
    assert read_visits(tmp_path / "script") == visits


@given(filled(), st.randoms())
def test_answers_never_have_a_flaw(form_and: tuple[Form, dict[str, Answer]], chance) -> None:  # type: ignore[no-untyped-def]
    form, _ = form_and
    assert flaws(form, answers(form, chance)) == {}


def known(place: Place, card: bytes, marks: dict[str, int], form: str = "ballot") -> KnownCast:
    return KnownCast(1, place, card, form, 1, {item: (code,) for item, code in marks.items()}, "")


def test_of_two_casts_the_one_at_the_home_venue_counts_whatever_the_envelopes() -> None:
    card = next(card for card in FIRST.cards if card.row.venue == "v01").id
    casts = [(known(AWAY, card, {"fgw": 1, "kjj": 1}), b"a"), (known(HOME, card, {"fgw": 2}), b"b")]
    for order in (casts, casts[::-1]):
        found = expected_count(order, FIRST)
        assert found.piles == Counter({("ballot", 1, "fgw", 2): 1, ("ballot", 1, "kjj", 1): 1})
        assert (found.duplicates, found.revoked, found.voters) == (1, 0, 1)


def test_away_from_home_the_smaller_hash_of_the_envelope_counts() -> None:
    card = next(card for card in FIRST.cards if card.row.venue == "v03").id
    a, b = sorted((b"one", b"two"), key=lambda envelope: hashlib.sha256(envelope).digest())
    casts = [(known(AWAY, card, {"fgw": 1}), b), (known(HOME, card, {"fgw": 2}), a)]
    assert expected_count(casts, FIRST).piles == Counter({("ballot", 1, "fgw", 2): 1})


def test_a_new_card_counts_before_a_replaced_one_and_a_card_taken_away_counts_nothing() -> None:
    old, other = FIRST.cards[0], FIRST.cards[1]
    later = revoke(reissue(FIRST, old.row.card_no, draw=seeded(2)), other.row.card_no)
    casts = [
        (known(HOME, old.id, {"fgw": 1, "kjj": 3}), b"a"),
        (known(AWAY, later.cards[-1].id, {"fgw": 2}), b"b"),
        (known(HOME, other.id, {"fgw": 4}), b"c"),
    ]
    found = expected_count(casts, later)
    assert found.piles == Counter({("ballot", 1, "fgw", 2): 1, ("ballot", 1, "kjj", 3): 1})
    assert (found.duplicates, found.revoked, found.voters) == (1, 1, 1)
