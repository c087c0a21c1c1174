"""Who does what at which kiosk in which half-day: drawn from the seed before anything happens."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from kiosk.crypto.cards import issue
from kiosk.crypto.signing import SigningKey
from kiosk.domain.campaign import Campaign
from kiosk.domain.credential import Refusal, Role
from organiser.issuing import CardState, Issued
from rehearsal.answering import words
from rehearsal.person import Person, way
from rehearsal.size import Place, Size
from rehearsal.visits import Visit

GIVES_NAME, TAPS = 0.3, 0.2
"""Shares of residents who want an answer, and who say what they think of a problem's answer."""
_VERDICTS = ("answered", "unclear", "not_answered")


@dataclass(frozen=True, slots=True)
class Plan:
    """`visits` are by (kiosk, part); `by_number` are all of them."""

    visits: Mapping[tuple[str, int], Sequence[Visit]]
    by_number: Mapping[int, Visit]


def draw_plan(
    size: Size, campaign: Campaign, places: Sequence[Place], first: Issued, later: Issued, key: SigningKey
) -> Plan:
    """Everybody's visits. The same arguments give the same ones; `key` signs the cards that people hold."""
    chance = random.Random(f"{size.seed} plan")
    visits: defaultdict[tuple[str, int], list[Visit]] = defaultdict(list)
    for person in _people(campaign, first, later, key):
        for kiosk, part, visit in way(person, size, campaign, places, chance):
            visits[kiosk, part].append(visit)
    for _ in range(size.suggestions):
        place, part = chance.choice(places), chance.randrange(size.parts)
        visits[place.kiosk, part].append(_resident(campaign, chance))
    for place in places:
        visits[place.kiosk, chance.randrange(size.parts)] += _strangers(campaign, first, key)
    numbered: dict[tuple[str, int], list[Visit]] = {}
    number = 0
    for where in sorted(visits):
        chance.shuffle(visits[where])
        numbered[where] = []
        for visit in visits[where]:
            number += 1
            said = words(number, chance) if not visit.card else ""
            numbered[where].append(replace(visit, number=number, words=said))
    return Plan(numbered, {visit.number: visit for each in numbered.values() for visit in each})


def _people(campaign: Campaign, first: Issued, later: Issued, key: SigningKey) -> list[Person]:
    valid = {card.row.card_no: card for card in later.cards if card.state is CardState.VALID}
    states = {card.id: card.state for card in later.cards}
    people = []
    for card in first.cards:
        if card.row.role is Role.REPRESENTATIVE:
            new = valid.get(card.row.card_no)
            text = issue(card.credential(campaign), key)
            new_text = issue(new.credential(campaign), key) if new and new.id != card.id else ""
            people.append(Person(card.row.venue, card.id, text, states[card.id], new.id if new else b"", new_text))
    return people


def _resident(campaign: Campaign, chance: random.Random) -> Visit:
    """Words come with the visit's number."""
    named = chance.random() < GIVES_NAME
    opinion = None
    if campaign.problems and chance.random() < TAPS:
        opinion = (chance.choice(campaign.problems).number, chance.choice(_VERDICTS))
    return Visit(
        number=0,
        department=chance.choice(campaign.departments).id if chance.random() < 0.5 else None,
        name="王某" if named else "",
        phone=f"100{chance.randrange(10**8):08}" if named else "",
        opinion=opinion,
    )


def _strangers(campaign: Campaign, first: Issued, key: SigningKey) -> list[Visit]:
    """Cards that no kiosk may take: one that somebody made, and one of another event."""
    card = next(card for card in first.cards if card.row.role is Role.REPRESENTATIVE)
    credential = card.credential(campaign)
    forged = issue(credential, SigningKey.generate())
    foreign = issue(replace(credential, campaign="elsewhe"), key)
    marks = {campaign.departments[0].id: campaign.ballot.options[0].code}
    return [
        Visit(0, forged, card.id, marks, refusal=Refusal.FORGED.value),
        Visit(0, foreign, card.id, marks, refusal=Refusal.OTHER_CAMPAIGN.value),
    ]
