"""The list of issued cards without names: what the count needs to know about a credential."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from kiosk.domain.credential import Role
from organiser.issuing import IssuedCard
from organiser.tally.errors import TallyRefused
from organiser.tally.records import CardState, Holder
from organiser.tally.sorting import Keyed, in_order


class _Card(NamedTuple):
    """What is kept of a card while persons are numbered. `person` is the organiser's number, `first` their least id."""

    person: str
    first: bytes
    credential: bytes
    venue: str
    category: str
    route: str
    district: str
    state: str


def holders(cards: Iterable[IssuedCard], spool: Path) -> Iterator[Holder]:
    """Representatives' cards, rising by credential id; persons are numbered by the least of their random ids.

    So neither order nor numbers say anything about the roster's. Staff cast nothing that counts. Raises TallyRefused.
    """
    by_person = in_order((_keyed(card) for card in cards if card.row.role is Role.REPRESENTATIVE), _Card, spool)
    by_first = in_order(_with_first(by_person), _Card, spool)
    before = None
    for holder in in_order(_numbered(by_first), Holder, spool):
        if holder.credential == before:
            raise TallyRefused("twice", "roster_issued.csv")
        before = holder.credential
        yield holder


def _keyed(card: IssuedCard) -> Keyed:
    row = card.row
    kept = row.card_no, b"", card.id, row.venue, row.category, row.route.value, row.district, card.state.value
    return Keyed((row.card_no, card.id), _Card(*kept))


def _with_first(cards: Iterable[_Card]) -> Iterator[Keyed]:
    person, first = "", b""
    for card in cards:
        if card.person != person:
            person, first = card.person, card.credential
        yield Keyed((first, card.credential), card._replace(first=first))


def _numbered(cards: Iterable[_Card]) -> Iterator[Keyed]:
    number, first = 0, b""
    for card in cards:
        number, first = number + (card.first != first), card.first
        state = CardState(card.state)
        holder = Holder(card.credential, number, card.venue, card.category, card.route, card.district, state)
        yield Keyed((card.credential,), holder)
