"""Runs the count: every stage's file with its signed statement, then the results."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from kiosk.crypto.sealing import OpeningKey
from kiosk.crypto.signing import SigningKey, VerifyKey
from kiosk.domain.campaign import Campaign
from organiser.issuing import IssuedCard
from organiser.progress import Progress, silent
from organiser.tally.errors import TallyRefused
from organiser.tally.holders import holders
from organiser.tally.records import Spool, write_records
from organiser.tally.release import Release
from organiser.tally.report import PUBLISH, RESULTS, write_results
from organiser.tally.results import Results, count
from organiser.tally.statement import COLLECTION, Statement, read_export, write_statement
from organiser.tally.steps import HOLDERS, OPENED, REVOKED, STEPS, Bench, inputs_of, stage_name, step
from organiser.tally.texts import write_texts
from organiser.tally.turnout import turnout

Told = Callable[[str, int, int], None]
"""Called after each stage with its file and the counts in and out."""


@dataclass(frozen=True, slots=True)
class Count:
    """One count: the campaign, where the server's collection lies, where files go, whose keys are believed and used."""

    campaign: Campaign
    collection: Path
    out: Path
    organiser: VerifyKey
    signing: SigningKey

    def run(
        self,
        cards: Iterable[IssuedCard],
        key: OpeningKey,
        release: Release,
        smallest_cell: int,
        told: Told,
        progress: Progress = silent,
    ) -> Results:
        """Every stage, signed, and the results. Progress counts boxes opened. Raises TallyRefused and OSError.

        Memory is bounded by a constant; the disk needs about 1.5 kB for each rating. Every file is durable on return.
        """
        (self.out / PUBLISH).mkdir(parents=True, exist_ok=True)
        bench = Bench(self.campaign, self.collection, self.out, self.out)
        export = read_export(self.collection, self.campaign.id, self.organiser)
        spools = {COLLECTION: Spool(export.sha256, export.count)}
        spools[HOLDERS] = write_records(self.out / HOLDERS, holders(cards, self.out), bench.at())
        self._state(bench, HOLDERS, {}, spools[HOLDERS], spools[HOLDERS].count, {})
        set_aside = {}
        with _no_cycles():
            for file in STEPS:
                set_aside[stage_name(file)] = self._step(bench, file, spools, key, told, progress)
        results = tabulate(bench, spools, release, set_aside, smallest_cell)
        write_texts(self.out, self.campaign, bench.records(OPENED, spools[OPENED]), bench.at())
        written = write_results(self.out / PUBLISH, results, bench.at())
        inputs = {name: spools[name].sha256 for name in (HOLDERS, REVOKED, OPENED)}
        statement = Statement(
            1, "results", self.campaign.id, inputs, RESULTS, written, spools[OPENED].count, len(results.departments)
        )
        write_statement(self.out / PUBLISH, statement, self.signing, bench.at())
        return results

    def _step(
        self, bench: Bench, file: str, spools: dict[str, Spool], key: OpeningKey, told: Told, progress: Progress
    ) -> dict[str, int]:
        work = step(bench, file, spools, key, progress)
        try:
            spool = write_records(self.out / file, work.records, bench.at())
        except BrokenProcessPool as error:
            raise TallyRefused("stopped", file) from error
        spools[file] = spool
        set_aside = {reason: number for reason, number in sorted(work.stage.set_aside.items()) if number}
        self._state(bench, file, spools, spool, work.stage.count_in, set_aside)
        told(file, work.stage.count_in, spool.count)
        return set_aside

    def _state(
        self,
        bench: Bench,
        file: str,
        spools: Mapping[str, Spool],
        made: Spool,
        count_in: int,
        aside: dict[str, int],
    ) -> None:
        inputs = {name: spools[name].sha256 for name in inputs_of(file)} if file in STEPS else {}
        statement = Statement(
            1, stage_name(file), self.campaign.id, inputs, file, made.sha256, count_in, made.count, aside
        )
        write_statement(self.out, statement, self.signing, bench.at())


def tabulate(
    bench: Bench,
    spools: Mapping[str, Spool | None],
    release: Release,
    set_aside: dict[str, dict[str, int]],
    smallest_cell: int,
) -> Results:
    """The results of stages that were written. Raises TallyRefused."""
    rated = bench.records(REVOKED, spools.get(REVOKED))
    people = bench.records(HOLDERS, spools.get(HOLDERS))
    came = turnout(bench.campaign, people, rated, smallest_cell, bench.spool)
    piles = bench.records(OPENED, spools.get(OPENED))
    return count(bench.campaign, piles, came, set_aside, release, smallest_cell)


@contextmanager
def _no_cycles() -> Iterator[None]:
    """Without the search for cycles: records are tuples of plain values, and walking them takes a third of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
