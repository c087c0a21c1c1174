"""A small count for tests: some people, four departments, any collection; what was marked is known."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from organiser_samples import TALLY_KEY, sample_campaign
from synthetic_count import Collection, card, cast, collected, seal_mark

from kiosk.crypto.sealing import OpeningKey
from kiosk.crypto.signing import SigningKey
from kiosk.domain.campaign import Campaign
from organiser.issuing import IssuedCard
from organiser.tally.comparing import Difference
from organiser.tally.release import Closing, Release, release
from organiser.tally.results import Results
from organiser.tally.run import Count
from organiser.tally.statement import read_export
from organiser.tally.verify import Verification

NOTHING_MISSING = Release((), 0, 0, ())
ITEMS = ("fgw", "kjj", "jyj", "jtj")


def quiet(name: str, count_in: int, count_out: int) -> None:
    """Nobody listens to the stages."""


@dataclass
class SmallCount:
    """A folder with a collection, its count, and the keys of everybody."""

    folder: Path
    people: int = 12
    campaign: Campaign = field(default_factory=sample_campaign)
    organiser: SigningKey = field(default_factory=SigningKey.generate)
    chance: random.Random = field(default_factory=lambda: random.Random(1))

    def __post_init__(self) -> None:
        self.cards: list[IssuedCard] = [card(number, self.campaign) for number in range(self.people)]
        self.collection = Collection(self.folder / "collection", self.campaign, self.organiser)
        self.out = self.folder / "out"

    def record(self, number: int, marks: dict[str, int], seq: int = 1, **changes: object) -> bytes:
        """One person's cast at their own venue."""
        sealed = {item: seal_mark(self.campaign, item, code) for item, code in marks.items()}
        body = cast(self.campaign, self.cards[number].id, self.chance.randbytes(16), sealed, **changes)
        return collected("v01-1", self.cards[number].row.venue, seq, body)

    def everybody(self) -> tuple[list[bytes], Counter[tuple[str, int]]]:
        """A cast of each person for every department, and how often each mark was given."""
        given: Counter[tuple[str, int]] = Counter()
        records = []
        for number in range(self.people):
            marks = {item: self.chance.randint(1, 4) for item in ITEMS}
            given.update(marks.items())
            records.append(self.record(number, marks, number + 1))
        return records, given

    def count(self, records: Iterable[bytes], smallest: int = 1) -> Results:
        """Export and count, everything having been reported."""
        self.collection.write(iter(records))
        export = read_export(self.folder / "collection", self.campaign.id, self.organiser.public)
        closings = [Closing(kiosk, entries) for kiosk, entries in export.kiosks.items()]
        return self.counting().run(self.cards, TALLY_KEY, release(export, closings), smallest, quiet)

    def counting(self) -> Count:
        """The count of the collection as it lies there."""
        return Count(self.campaign, self.folder / "collection", self.out, self.organiser.public, self.organiser)

    def differences(self, key: OpeningKey | None = TALLY_KEY, cards: bool = True) -> list[Difference]:
        """What a verifier finds."""
        verification = Verification(
            self.campaign,
            self.folder / "collection",
            self.out,
            self.organiser.public,
            key,
            self.cards if cards else None,
        )
        return list(verification.differences(quiet))


def marks_of(results: Results) -> Counter[tuple[str, int]]:
    """How often each mark was counted, by department and code (the scale's order is its codes')."""
    return Counter(
        {
            (department.id, code): mark.number
            for department in results.departments
            for code, mark in enumerate(department.marks, 1)
            if mark.number
        }
    )
