"""What the count must say, worked out anew from what people know they cast."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from kiosk.domain.ballot import FORM
from organiser.issuing import CardState, Issued
from rehearsal.known import KnownCast

Pile = tuple[str, int, str, int | str]
"""(form, version, item, code)."""


@dataclass(frozen=True, slots=True)
class ExpectedCount:
    """What the count must say. `duplicates` and `revoked` count boxes set aside; `voters` people."""

    piles: Counter[Pile]
    duplicates: int
    revoked: int
    voters: int


def expected_count(casts: Sequence[tuple[KnownCast, bytes]], issued: Issued) -> ExpectedCount:
    """By the published rule, worked out anew: a card in force before a replaced one before one that was taken away,
    then the home venue's kiosk, then the smallest hash of the envelope id; each cast comes with its envelope id.
    """
    cards = {card.id: card for card in issued.cards}
    ranks = {CardState.VALID: 0, CardState.REPLACED: 1, CardState.REVOKED: 2}
    best: dict[tuple[str, str, str], tuple[tuple[int, bool, bytes], KnownCast]] = {}
    boxes = 0
    for cast, envelope in casts:
        card = cards[cast.credential]
        away = card.row.venue != cast.place.venue
        rank = ranks[card.state], away, hashlib.sha256(envelope).digest()
        for item in cast.codes:
            boxes += 1
            unique = card.row.card_no, cast.form, item
            if unique not in best or rank < best[unique][0]:
                best[unique] = rank, cast
    piles: Counter[Pile] = Counter()
    voters, revoked = set(), 0
    for (person, form, item), (rank, cast) in best.items():
        if rank[0] == ranks[CardState.REVOKED]:
            revoked += 1
            continue
        piles.update((form, cast.version, item, code) for code in cast.codes[item])
        if form == FORM:
            voters.add(person)
    return ExpectedCount(piles, boxes - len(best), revoked, len(voters))
