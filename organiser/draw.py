"""The drawing of lots: the random part of the representatives, from a pool and a public seed (docs/roster-draw.md).

Everything follows from SHA-256 and whole numbers, so that anyone can repeat it in any language; no library's random
numbers are used, whose stream may change.

    DrawRefused              the pool cannot fill the seats; nobody was drawn
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

TICKET = "sanmin/1/draw"


class DrawRefused(Exception):
    """`code`: `too-few-candidates` or `too-few-seats` (for one of each street) in `where`, a category; `no-candidate`
    in `where`, a street; `other-commitment` (the revealed secret is not the one that was committed to).
    """

    def __init__(self, code: str, where: str = "", wanted: int = 0, found: int = 0) -> None:
        super().__init__(f"{code} {where} {wanted} {found}")
        self.code = code
        self.where = where
        self.wanted = wanted
        self.found = found


@dataclass(frozen=True, slots=True)
class Candidate:
    """One person of the pool, as the draw sees them: nothing but these four columns decides."""

    card_no: str
    category: str
    district: str
    street: str


@dataclass(frozen=True, slots=True)
class Drawn:
    """Who was drawn, by category as given and then by ticket; `covering` were drawn for their street.

    `reserves` are all others in the order in which they move up within their category and district. `shares` says how
    many of a category's seats each district had, without those for streets.
    """

    people: tuple[Candidate, ...]
    covering: frozenset[str]
    reserves: tuple[Candidate, ...]
    shares: Mapping[str, Mapping[str, int]]


def ticket(seed: str, card_no: str) -> bytes:
    """A person's lot: SHA-256 of `sanmin/1/draw|seed|card_no` in UTF-8. The smallest are drawn first."""
    return hashlib.sha256(f"{TICKET}|{seed}|{card_no}".encode()).digest()


def draw(
    pool: Sequence[Candidate],
    seats: Mapping[str, int],
    seed: str,
    *,
    cover: str = "",
    covered: Iterable[tuple[str, str]] = (),
) -> Drawn:
    """Fill each category's seats. In the category `cover` every street of the pool gets somebody first.

    `covered` are streets, as (district, street), that have somebody of that category already. Raises DrawRefused.
    """
    lots = sorted(pool, key=lambda person: (ticket(seed, person.card_no), person.card_no))
    people: list[Candidate] = []
    covering: list[Candidate] = []
    shares: dict[str, Mapping[str, int]] = {}
    for category, wanted in seats.items():
        mine = [person for person in lots if person.category == category]
        if len(mine) < wanted:
            raise DrawRefused("too-few-candidates", category, wanted, len(mine))
        first = _one_of_each_street(lots, mine, set(covered)) if category == cover else []
        if len(first) > wanted:
            raise DrawRefused("too-few-seats", category, len(first), wanted)
        left = [person for person in mine if person not in set(first)]
        shares[category] = share_out(wanted - len(first), Counter(person.district for person in left))
        chosen = {*first, *_by_district(left, shares[category])}
        people += [person for person in mine if person in chosen]
        covering += first
    drawn = set(people)
    reserves = [person for category in seats for person in lots if person.category == category and person not in drawn]
    return Drawn(tuple(people), frozenset(person.card_no for person in covering), tuple(reserves), shares)


def share_out(seats: int, candidates: Mapping[str, int]) -> dict[str, int]:
    """Seats among districts in proportion to their candidates, by the largest remainders (Hamilton, whole numbers).

    Equal remainders go to the district whose name comes first in Unicode's order. No district gets more than it has.
    """
    total = sum(candidates.values())
    if total == 0:
        return {}
    whole = {district: seats * number // total for district, number in sorted(candidates.items())}
    by_remainder = sorted(whole, key=lambda district: (-(seats * candidates[district] % total), district))
    for district in by_remainder[: seats - sum(whole.values())]:
        whole[district] += 1
    return whole


def _one_of_each_street(
    lots: Sequence[Candidate], mine: Sequence[Candidate], covered: set[tuple[str, str]]
) -> list[Candidate]:
    """The smallest ticket of each street that has nobody yet; streets are those of the whole pool."""
    first: dict[tuple[str, str], Candidate] = {}
    for person in mine:
        first.setdefault((person.district, person.street), person)
    streets = sorted({(person.district, person.street) for person in lots if person.street} - covered)
    for street in streets:
        if street not in first:
            raise DrawRefused("no-candidate", " ".join(street))
    return [first[street] for street in streets]


def _by_district(left: Sequence[Candidate], share: Mapping[str, int]) -> list[Candidate]:
    taken: Counter[str] = Counter()
    chosen = []
    for person in left:
        if taken[person.district] < share.get(person.district, 0):
            taken[person.district] += 1
            chosen.append(person)
    return chosen
