"""A roster imported again: what changed is named, nobody silently keeps or loses a card."""

from __future__ import annotations

import dataclasses

from organiser_samples import sample_campaign

from organiser.correcting import Change, absent, changes, corrected
from organiser.issuing import CardState, issue_credentials, revoke, seeded
from organiser.sample_roster import demo_roster

ROWS = demo_roster(sample_campaign(), 1)[:5]
ISSUED = issue_credentials(ROWS, draw=seeded(1))


def test_the_same_roster_again_changes_nothing() -> None:
    assert changes(ROWS, ISSUED) == ()
    assert absent(ROWS, ISSUED) == ()
    assert corrected(ROWS, ISSUED) == ISSUED


def test_what_differs_and_who_is_gone_is_named() -> None:
    rows = (dataclasses.replace(ROWS[0], name="李雷", phone="10099999999"), *ROWS[2:])
    assert changes(rows, ISSUED) == (Change(ROWS[0].card_no, ("name", "phone")),)
    assert absent(rows, ISSUED) == (ROWS[1].card_no,)


def test_somebody_whose_card_was_taken_away_is_not_missed() -> None:
    assert absent(ROWS[1:], revoke(ISSUED, ROWS[0].card_no)) == ()


def test_a_corrected_phone_number_keeps_the_card() -> None:
    right = dataclasses.replace(ROWS[0], phone="10099999999")
    made = corrected((right, *ROWS[1:]), ISSUED)
    assert [card.id for card in made.cards] == [card.id for card in ISSUED.cards]
    assert made.valid_card(right.card_no).row == right


def test_another_venue_on_the_card_needs_another_card_and_the_old_one_is_replaced() -> None:
    moved = dataclasses.replace(ROWS[0], venue="v05")
    made = corrected((moved, *ROWS[1:]), ISSUED, draw=seeded(2))
    assert len(made.cards) == len(ISSUED.cards) + 1
    assert made.replaced == (ISSUED.valid_card(moved.card_no).id,)
    assert made.valid_card(moved.card_no).row == moved
    old = next(card for card in made.cards if card.state is CardState.REPLACED)
    assert old.row == ROWS[0], "what the old card says stays known"
