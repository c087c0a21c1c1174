"""Repeats a count from its files and says where it differs: statements, files, records, results (docs/adr/0030)."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kiosk.crypto.sealing import OpeningKey
from kiosk.crypto.signing import VerifyKey
from kiosk.domain.ballot import FORM
from kiosk.domain.campaign import Campaign
from organiser.issuing import IssuedCard
from organiser.progress import Progress, silent
from organiser.tally.comparing import Difference, compared
from organiser.tally.countable import countable
from organiser.tally.crew import Crew, crew
from organiser.tally.errors import CollectionRefused, TallyRefused
from organiser.tally.holders import holders
from organiser.tally.records import Spool, spool_of
from organiser.tally.release import Delivery, Release
from organiser.tally.report import PUBLISH, RESULTS, read_results, render
from organiser.tally.run import Told, tabulate
from organiser.tally.statement import COLLECTION, ExportStatement, Statement, read_export, read_statement
from organiser.tally.steps import HOLDERS, OPENED, REVOKED, SHUFFLED, STEPS, Bench, inputs_of, stage_name, step
from organiser.tally.turnout import voters
from organiser.tally.writing import no_cycles


@dataclass(frozen=True, slots=True)
class Verification:
    """What is needed to repeat a count. `key` only with three shares, `cards` only in the organiser's office."""

    campaign: Campaign
    collection: Path
    out: Path
    organiser: VerifyKey
    key: OpeningKey | None = None
    cards: Iterable[IssuedCard] | None = None

    def differences(self, told: Told, progress: Progress = silent) -> Iterator[Difference]:
        """Everything that differs, each as soon as it is found; nothing if the count is what it says.

        Changes nothing; sorts in the system's folder for temporary files (TMPDIR).
        """
        with tempfile.TemporaryDirectory(prefix="tally-verify-") as spool, no_cycles():
            bench, spools = Bench(self.campaign, self.collection, self.out, Path(spool)), dict[str, Spool]()
            yield from self._collection(bench, spools)
            yield from self._holders(bench, spools)
            casts = spools[COLLECTION].count if COLLECTION in spools else 0
            with crew(self.campaign, countable(self.campaign), self.key, casts) as workers:
                for file in STEPS:
                    yield from self._step(bench, spools, file, workers, told, progress)
            yield from self._results(bench, spools)

    def _collection(self, bench: Bench, spools: dict[str, Spool]) -> Iterator[Difference]:
        try:
            export = self._export()
            if _found(bench, COLLECTION, spools) != Spool(export.sha256, export.count):
                yield Difference(COLLECTION, "file")
        except TallyRefused as error:
            yield Difference(error.file, error.code)

    def _export(self) -> ExportStatement:
        return read_export(self.collection, self.campaign.id, self.organiser)

    def _holders(self, bench: Bench, spools: dict[str, Spool]) -> Iterator[Difference]:
        try:
            found = _found(bench, HOLDERS, spools)
            statement = read_statement(self.out, HOLDERS, self.organiser)
            if _claims(statement) != (1, "holders", self.campaign.id, {}, HOLDERS, found.count, found.count, {}):
                yield Difference(HOLDERS, "statement")
            if statement.sha256 != found.sha256:
                yield Difference(HOLDERS, "file")
            if self.cards is not None:
                yield from compared(bench, HOLDERS, holders(self.cards, bench.spool))
        except TallyRefused as error:
            yield Difference(error.file, error.code)

    def _step(
        self, bench: Bench, spools: dict[str, Spool], file: str, workers: Crew, told: Told, progress: Progress
    ) -> Iterator[Difference]:
        try:
            found = _found(bench, file, spools)
            inputs = {name: _found(bench, name, spools) for name in inputs_of(file)}
            statement = read_statement(self.out, file, self.organiser)
        except TallyRefused as error:
            yield Difference(error.file, error.code)
            return
        if statement.sha256 != found.sha256:
            yield Difference(file, "file")
        try:
            if file == OPENED and self.key is None:
                yield from _unopened(bench, statement, found, inputs)
                return
            sources = [bench.passing(name, spool) for name, spool in inputs.items()]
            boxes = inputs[SHUFFLED].count if file == OPENED else 0
            work = step(bench, file, sources, workers, lambda: boxes, progress)
            yield from compared(bench, file, work.records)
        except TallyRefused as error:
            yield Difference(error.file, error.code)
            return
        digests = {name: spool.sha256 for name, spool in inputs.items()}
        aside = {reason: number for reason, number in work.stage.set_aside.items() if number}
        about = 1, stage_name(file), self.campaign.id, digests, file, work.stage.count_in, found.count, aside
        if _claims(statement) != about:
            yield Difference(file, "statement")
        told(file, work.stage.count_in, found.count)

    def _results(self, bench: Bench, found: dict[str, Spool]) -> Iterator[Difference]:
        """The results come from the files as they are; what kiosks delivered, from the server's statement."""
        try:
            published = read_results(self.out / PUBLISH / RESULTS)
            statement = read_statement(self.out / PUBLISH, RESULTS, self.organiser)
            spools = {name: _found(bench, name, found) for name in (HOLDERS, REVOKED, OPENED)}
            aside = {stage_name(file): read_statement(self.out, file, self.organiser).set_aside for file in STEPS}
            if not _agrees(published.release, self._export()):
                yield Difference(RESULTS, "results")
            people, rated = (bench.records(name, spools[name]) for name in (HOLDERS, REVOKED))
            came = voters(people, rated, bench.spool)
            results = tabulate(bench, spools, came, published.release, aside, published.smallest_cell)
            digests = {name: spool.sha256 for name, spool in spools.items()}
            about: tuple[object, ...] = (
                1,
                "results",
                self.campaign.id,
                digests,
                RESULTS,
                spools[OPENED].count,
                len(results.departments),
                {},
            )
            if _claims(statement) != about:
                yield Difference(RESULTS, "statement")
            for name, data in render(results, bench.at()):
                yield from self._published(name, data, statement)
        except CollectionRefused:
            return  # said already
        except TallyRefused as error:
            yield Difference(error.file, error.code)

    def _published(self, name: str, data: bytes, statement: Statement) -> Iterator[Difference]:
        try:
            found = (self.out / PUBLISH / name).read_bytes()
        except FileNotFoundError:
            yield Difference(name, "missing")
            return
        if found != data:
            yield Difference(name, "results")
        if name == RESULTS and hashlib.sha256(found).digest() != statement.sha256:
            yield Difference(name, "file")


def _claims(statement: Statement) -> tuple[object, ...]:
    """Everything a statement says but the output's hash, which is compared with the file."""
    s = statement
    return s.v, s.stage, s.campaign, s.inputs, s.output, s.count_in, s.count_out, s.set_aside


def _found(bench: Bench, file: str, spools: dict[str, Spool]) -> Spool:
    """What a file really holds, looked at once. Raises TallyRefused `missing`."""
    if file not in spools:
        spools[file] = spool_of(bench.place(file))
    return spools[file]


def _unopened(bench: Bench, statement: Statement, found: Spool, inputs: dict[str, Spool]) -> Iterator[Difference]:
    """What can be said of the opened piles without the shares: each box of the ballot is counted once or set aside."""
    (name, source), *_ = inputs.items()
    boxes = sum(box.form == FORM for box in bench.records(name))
    left = boxes - sum(pile.number for pile in bench.records(OPENED) if pile.form == FORM)
    aside = sum(statement.set_aside.values())
    about = 1, stage_name(OPENED), bench.campaign.id, {name: source.sha256}, OPENED, source.count, found.count
    adds_up = left == aside if boxes == source.count else 0 <= left <= aside
    if _claims(statement)[:-1] != about or not adds_up:
        yield Difference(OPENED, "statement")


def _agrees(release: Release, export: ExportStatement) -> bool:
    """Whether the grounds of the release are what the server said, and a reason stands where something is missing."""
    stored = {kiosk.kiosk: kiosk.stored for kiosk in release.kiosks if kiosk.stored or kiosk.kiosk in export.kiosks}
    sums = release.frozen, release.quarantined
    named = all(kiosk.lost for kiosk in release.kiosks if kiosk.state is Delivery.LOST)
    return stored == export.kiosks and sums == (export.frozen, export.quarantined) and named and _reasoned(release)


def _reasoned(release: Release) -> bool:
    return bool(release.reason) == bool(release.incomplete)
