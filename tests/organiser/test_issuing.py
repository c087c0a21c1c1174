"""Issuing: one card per person, old cards are remembered, nothing is guessable."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from organiser_samples import sample_campaign

from organiser.issuing import (
    CardState,
    Issued,
    IssuedDamaged,
    UnknownCard,
    issue_credentials,
    read_issued,
    reissue,
    revoke,
    seeded,
    write_issued,
)
from organiser.sample_roster import demo_roster

CAMPAIGN = sample_campaign()
ROWS = demo_roster(CAMPAIGN, 1)[:20]


def test_everybody_gets_one_card_with_a_random_id() -> None:
    issued = issue_credentials(ROWS)
    assert [card.row for card in issued.cards] == list(ROWS)
    assert len({card.card_number for card in issued.cards}) == len(ROWS)
    assert {card.id for card in issued.cards}.isdisjoint(card.id for card in issue_credentials(ROWS).cards)


def test_ids_repeat_only_where_a_seed_is_given() -> None:
    assert issue_credentials(ROWS, draw=seeded(7)) == issue_credentials(ROWS, draw=seeded(7))


def test_issuing_again_keeps_cards_and_adds_newcomers() -> None:
    first = issue_credentials(ROWS[:5])
    second = issue_credentials(ROWS, first)
    assert second.cards[:5] == first.cards
    assert len(second.cards) == len(ROWS)
    assert issue_credentials(ROWS, second) == second


def test_two_ids_with_the_same_printed_number_are_never_both_issued() -> None:
    draws: Iterator[bytes] = iter([b"aaaa" + b"1" * 6, b"aaaa" + b"2" * 6, b"bbbb" + b"3" * 6])
    issued = issue_credentials(ROWS[:2], draw=lambda _: next(draws))
    assert [card.id[:4] for card in issued.cards] == [b"aaaa", b"bbbb"]


def test_a_card_issued_again_replaces_the_old_one() -> None:
    issued = issue_credentials(ROWS)
    old = issued.cards[3]
    again = reissue(issued, old.row.card_no)
    assert again.replaced == (old.id,)
    assert again.revoked == ()
    new = again.valid_card(old.row.card_no)
    assert new.id != old.id and new.row == old.row
    assert len(again.valid) == len(ROWS)
    assert reissue(issued, old.row.card_no, revoke=True).revoked == (old.id,)


def test_a_revoked_person_has_no_card() -> None:
    issued = revoke(issue_credentials(ROWS), ROWS[0].card_no)
    assert [card.state for card in issued.cards[:2]] == [CardState.REVOKED, CardState.VALID]
    with pytest.raises(UnknownCard):
        issued.valid_card(ROWS[0].card_no)
    assert len(issue_credentials(ROWS, issued).cards) == len(ROWS), "a revoked person is not issued a card again"


def test_the_issued_list_comes_back_and_only_the_owner_may_read_it(tmp_path: Path) -> None:
    issued = reissue(issue_credentials(ROWS), ROWS[1].card_no)
    write_issued(tmp_path / "i.csv", issued)
    assert read_issued(tmp_path / "i.csv") == issued
    assert stat.S_IMODE((tmp_path / "i.csv").stat().st_mode) == 0o600


def test_a_card_says_what_its_row_says() -> None:
    card = issue_credentials(ROWS).cards[0]
    credential = card.credential(CAMPAIGN)
    assert (credential.id, credential.category, credential.venue) == (card.id, ROWS[0].category, ROWS[0].venue)
    assert credential.not_after == int(CAMPAIGN.not_after.timestamp())
    assert credential.card_number == card.card_number


@pytest.mark.parametrize(
    ("old", "new", "row"), [("valid", "sold", 2), ("random,", "lot,", None), ("id,", "", 1), ("\n", '\n"', None)]
)
def test_a_damaged_list_is_refused_with_its_row(tmp_path: Path, old: str, new: str, row: int | None) -> None:
    path = tmp_path / "i.csv"
    write_issued(path, Issued(issue_credentials(ROWS).cards))
    text = path.read_text("utf-8-sig")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8-sig")
    with pytest.raises(IssuedDamaged) as caught:
        read_issued(path)
    assert row is None or caught.value.row == row


def test_whose_card_was_revoked_by_mistake_gets_one_again_and_the_old_one_stays_revoked() -> None:
    issued = issue_credentials(demo_roster(sample_campaign(), 1)[:2], draw=seeded(1))
    number, lost = issued.cards[0].row.card_no, issued.cards[0].id
    again = reissue(revoke(issued, number), number, draw=seeded(2))
    assert again.revoked == (lost,) and again.replaced == ()
    assert again.valid_card(number).id != lost
    assert again.valid_card(number).row == issued.cards[0].row
    with pytest.raises(UnknownCard):
        reissue(again, "9999")
