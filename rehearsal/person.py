"""One representative's way through the event: which visits, with which card, and what is marked at each."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kiosk.domain.campaign import Campaign
from organiser.issuing import CardState
from rehearsal.answering import answers
from rehearsal.size import PARTS, Place, Size
from rehearsal.visits import Visit

ABSENT, AWAY, LEFT_BLANK = 0.06, 0.08, 0.04
"""Shares: misses a half-day, comes to another venue, leaves a department blank."""
TWICE, REPEATS = 0.04, 0.05
"""Shares: casts at a second kiosk in the same half-day, tries to rate again what was rated in an earlier one."""
FILLS_FORM, SUGGESTS_BY_FORM = 0.8, 0.05
RATES_AGAIN = 3
"""Departments that are tried again, by repeaters and by the holder of a new card, who may."""
_WEIGHTS = (60, 25, 10, 5)


@dataclass(frozen=True, slots=True)
class Person:
    """A representative and their card; from the second day on `state` holds for it, and `new` is another one."""

    home: str
    card: bytes
    text: str
    state: CardState
    new: bytes
    new_text: str


def way(
    person: Person, size: Size, campaign: Campaign, places: Sequence[Place], chance: random.Random
) -> Iterator[tuple[str, int, Visit]]:
    """(kiosk, part, visit), in order."""
    own = [place for place in places if place.venue == person.home]
    when = {form.id: chance.randrange(size.parts) for form in campaign.forms if chance.random() < _share(form.once)}
    open_: list[str] = []
    rated: list[str] = []
    for part in range(size.parts):
        open_ += _session(campaign, part, size.parts)
        if chance.random() < ABSENT:
            continue
        here = chance.choice(places if chance.random() < AWAY else own)
        forms = {id: answers(campaign.form(id), chance) for id, at in when.items() if at <= part}
        when = {id: at for id, at in when.items() if at > part}
        marked = [department for department in open_ if chance.random() >= LEFT_BLANK]
        first_day = part < PARTS
        if not first_day and person.state is not CardState.VALID and part % PARTS == 0:
            yield here.kiosk, part, _refused(person, _marks(campaign, marked, chance))
        if not first_day and person.state is CardState.REVOKED:
            return
        renewed = not first_day and bool(person.new_text)
        card, text = (person.new, person.new_text) if renewed else (person.card, person.text)
        tries_again = (renewed and part % PARTS == 0) or chance.random() < REPEATS
        again = rated[:RATES_AGAIN] if tries_again else []
        yield here.kiosk, part, Visit(0, text, card, _marks(campaign, marked + again, chance), forms)
        rated, open_ = rated + marked, []
        others = [place for place in places if place != here]
        if others and chance.random() < TWICE:
            forms = {id: answers(campaign.form(id), chance) for id in forms}
            yield chance.choice(others).kiosk, part, Visit(0, text, card, _marks(campaign, marked, chance), forms)


def _share(once: bool) -> float:
    return FILLS_FORM if once else SUGGESTS_BY_FORM


def _session(campaign: Campaign, part: int, parts: int) -> list[str]:
    """The departments that report in this half-day."""
    departments = [department.id for department in campaign.departments]
    return departments[len(departments) * part // parts : len(departments) * (part + 1) // parts]


def _marks(campaign: Campaign, departments: Sequence[str], chance: random.Random) -> dict[str, int]:
    codes = [option.code for option in campaign.ballot.options]
    weights = (_WEIGHTS * len(codes))[: len(codes)]
    return {department: chance.choices(codes, weights)[0] for department in departments}


def _refused(person: Person, marks: dict[str, int]) -> Visit:
    """Somebody tries a card that was replaced or taken away; a kiosk without the newer content still takes it."""
    return Visit(0, person.text, person.card, marks, {}, refusal=person.state.value, since_pack=2)
