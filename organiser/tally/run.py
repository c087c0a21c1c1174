"""Runs the count: every stage's file with its signed statement, then the results."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Mapping
from contextlib import ExitStack, closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from kiosk.crypto.sealing import OpeningKey
from kiosk.crypto.signing import SigningKey, VerifyKey
from kiosk.domain.campaign import Campaign
from organiser.issuing import IssuedCard
from organiser.progress import Progress, silent
from organiser.tally.countable import countable
from organiser.tally.crew import Crew, crew
from organiser.tally.holders import holders
from organiser.tally.records import Spool
from organiser.tally.release import Release
from organiser.tally.report import PUBLISH, RESULTS, write_results
from organiser.tally.results import Results, count
from organiser.tally.stages import Stage
from organiser.tally.statement import COLLECTION, Statement, read_export, write_statement
from organiser.tally.steps import HOLDERS, OPENED, REVOKED, STEPS, STRIPPED, Bench, encoded, inputs_of, stage_name, step
from organiser.tally.texts import write_texts
from organiser.tally.turnout import turnout
from organiser.tally.writing import no_cycles, passed_on, write_records

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
        with no_cycles(), crew(self.campaign, countable(self.campaign), key, export.count) as workers:
            set_aside = self._steps(bench, spools, workers, told, progress)
        results = tabulate(bench, spools, release, set_aside, smallest_cell)
        write_texts(self.out, self.campaign, bench.records(OPENED, spools[OPENED]), bench.at())
        written = write_results(self.out / PUBLISH, results, bench.at())
        inputs = {name: spools[name].sha256 for name in (HOLDERS, REVOKED, OPENED)}
        statement = Statement(
            1, "results", self.campaign.id, inputs, RESULTS, written, spools[OPENED].count, len(results.departments)
        )
        write_statement(self.out / PUBLISH, statement, self.signing, bench.at())
        return results

    def _steps(
        self, bench: Bench, spools: dict[str, Spool], workers: Crew, told: Told, progress: Progress
    ) -> dict[str, dict[str, int]]:
        """All stages at once: each record goes on to the next one while it is written. What each set aside."""
        set_aside: dict[str, dict[str, int]] = {}

        def done(file: str, stage: Stage, made: Spool) -> None:
            spools[file] = made
            aside = set_aside[stage_name(file)] = {
                why: number for why, number in sorted(stage.set_aside.items()) if number
            }
            self._state(bench, file, spools, made, stage.count_in, aside)
            told(file, stage.count_in, made.count)

        with ExitStack() as stack:
            sources: list[Iterable[Any]] = [bench.records(name, spools[name]) for name in inputs_of(STEPS[0])]
            for file in STEPS:
                work = step(bench, file, sources, workers, lambda: spools[STRIPPED].count, progress)
                finish = partial(done, file, work.stage)
                flow = passed_on(self.out / file, work.records, encoded(file), bench.at(), finish)
                sources = [stack.enter_context(closing(flow))]
            deque(sources[0], maxlen=0)
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
