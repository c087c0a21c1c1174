"""Runs the count: every stage's file with its signed statement, then the results.

out/0-holders.cborseq … out/6-opened.cborseq, each with .cose; out/results.json, results.html, results.xlsx
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from kiosk.crypto.sealing import OpeningKey
from kiosk.crypto.signing import SigningKey, VerifyKey
from kiosk.domain.campaign import Campaign
from organiser.tally import stages
from organiser.tally.errors import StageDiffers
from organiser.tally.records import (
    CardState,
    Collected,
    Holder,
    Pile,
    Sealed,
    Stripped,
    file_digest,
    read_records,
    write_records,
)
from organiser.tally.results import Results, count
from organiser.tally.statement import COLLECTION, Statement, read_export, read_statement, write_statement

HOLDERS = "0-holders.cborseq"
CHECKED, DEDUPLICATED, REVOKED = "1-checked.cborseq", "2-deduplicated.cborseq", "3-revoked.cborseq"
STRIPPED, SHUFFLED, OPENED = "4-stripped.cborseq", "5-shuffled.cborseq", "6-opened.cborseq"
STEPS = (CHECKED, DEDUPLICATED, REVOKED, STRIPPED, SHUFFLED, OPENED)
Told = Callable[[str, int, int], None]
"""Called after each stage with its name and the counts in and out."""
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Count:
    """One count: the campaign, where the server's collection lies, where the stages' files go."""

    campaign: Campaign
    collection: Path
    out: Path
    organiser: VerifyKey
    signing: SigningKey | None = None

    def run(self, cards: Iterable[Holder], key: OpeningKey, smallest_cell: int, told: Told) -> Results:
        """Every stage, signed. Raises TallyRefused and OSError."""
        self.out.mkdir(parents=True, exist_ok=True)
        read_export(self.collection, self.campaign.id, self.organiser, file_digest(self.collection / COLLECTION))
        digest, number = write_records(self.out / HOLDERS, cards)
        self._state("holders", {}, HOLDERS, digest, (number, number), {})
        for stage, name, source in self._stages(key):
            self._write(stage, name, source, told)
        return self.results(smallest_cell)

    def results(self, smallest_cell: int) -> Results:
        """The results of stages that were written. Raises TallyRefused."""
        aside = {name[2:].split(".")[0]: read_statement(self.out, name, self.organiser).set_aside for name in STEPS}
        category = {holder.person: holder.category for holder in read_records(self.out / HOLDERS, Holder)}
        people = {rating.person for rating in read_records(self.out / REVOKED, Sealed)}
        voters = Counter(category[person] for person in people)
        return count(self.campaign, read_records(self.out / OPENED, Pile), voters, aside, smallest_cell)

    def verify(self, key: OpeningKey | None, told: Told) -> None:
        """Repeat every stage and compare; opening only with the key. Raises TallyRefused where something differs."""
        read_export(self.collection, self.campaign.id, self.organiser, file_digest(self.collection / COLLECTION))
        self._compare(HOLDERS, file_digest(self.out / HOLDERS))
        for stage, name, source in self._stages(key or OpeningKey.generate()):
            self._compare(name, file_digest(self.out / name))
            if name == OPENED and key is None:
                continue
            part = self.out / f".{name}"
            try:
                digest, number = write_records(part, source())
            finally:
                part.unlink(missing_ok=True)
            statement = self._compare(name, digest)
            if (stage.count_in, number, dict(stage.set_aside)) != (
                statement.count_in,
                statement.count_out,
                statement.set_aside,
            ):
                raise StageDiffers("differs", name)
            told(name, stage.count_in, number)

    def _stages(self, key: OpeningKey) -> Iterable[tuple[stages.Stage, str, Callable[[], Iterable[object]]]]:
        """Each stage with its file and what it makes of the file before; read only once the one before is there."""
        holders = {holder.credential: holder for holder in read_records(self.out / HOLDERS, Holder)}
        revoked = frozenset(id for id, holder in holders.items() if holder.state is CardState.REVOKED)
        check, once = stages.Check(self.campaign, holders), stages.Deduplicate(revoked)
        allowed, bare = stages.Revoke(revoked), stages.Strip()
        mixed, opened = stages.Shuffle(), stages.Open(self.campaign, key)
        out, collection = self.out, self.collection
        yield check, CHECKED, lambda: check.run(read_records(collection / COLLECTION, Collected))
        yield once, DEDUPLICATED, lambda: once.run(read_records(out / CHECKED, Sealed))
        yield allowed, REVOKED, lambda: allowed.run(read_records(out / DEDUPLICATED, Sealed))
        yield bare, STRIPPED, lambda: bare.run(read_records(out / REVOKED, Sealed))
        yield mixed, SHUFFLED, lambda: mixed.run(read_records(out / STRIPPED, Stripped))
        yield opened, OPENED, lambda: opened.run(read_records(out / SHUFFLED, Stripped))

    def _write(self, stage: stages.Stage, name: str, source: Callable[[], Iterable[object]], told: Told) -> None:
        digest, number = write_records(self.out / name, source())
        place = STEPS.index(name)
        before = self.collection / COLLECTION if place == 0 else self.out / STEPS[place - 1]
        inputs = {before.name: file_digest(before)}
        if place == 0:
            inputs[HOLDERS] = file_digest(self.out / HOLDERS)
        self._state(name[2:].split(".")[0], inputs, name, digest, (stage.count_in, number), dict(stage.set_aside))
        told(name, stage.count_in, number)

    def _state(
        self,
        stage: str,
        inputs: dict[str, bytes],
        output: str,
        digest: bytes,
        counts: tuple[int, int],
        aside: dict[str, int],
    ) -> None:
        if self.signing is None:
            raise ValueError("a count is signed by the organiser")
        statement = Statement(1, stage, self.campaign.id, inputs, output, digest, *counts, aside)
        write_statement(self.out, statement, self.signing)

    def _compare(self, name: str, digest: bytes) -> Statement:
        statement = read_statement(self.out, name, self.organiser)
        if statement.sha256 != digest or statement.output != name or statement.campaign != self.campaign.id:
            raise StageDiffers("differs", name)
        return statement
