"""The list of issued cards without names: what the count needs to know about a credential."""

from __future__ import annotations

from collections.abc import Iterator

from organiser.issuing import Issued
from organiser.tally.records import CardState, Holder


def holders(issued: Issued) -> Iterator[Holder]:
    """Sorted by credential id, so that the list's order says nothing about the roster's."""
    people: dict[str, int] = {}
    for card in sorted(issued.cards, key=lambda card: card.id):
        person = people.setdefault(card.row.card_no, len(people) + 1)
        yield Holder(card.id, person, card.row.venue, card.row.category, CardState(card.state.value))
