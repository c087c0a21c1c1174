"""Runs the count: every stage's file with its signed statement, then the results."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Mapping
from contextlib import ExitStack, closing
from dataclasses import dataclass
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
from organiser.tally.steps import (
    CHECKED,
    HOLDERS,
    OPENED,
    REVOKED,
    STEPS,
    STRIPPED,
    Bench,
    encoded,
    inputs_of,
    stage_name,
    step,
)
from organiser.tally.texts import write_texts
from organiser.tally.turnout import Voters, noted
from organiser.tally.writing import StageFile, in_a_thread, no_cycles, passed_on, write_records

Told = Callable[[str, int, int], None]
"""Called for each stage, when all are done and signed, with its file and the counts in and out."""


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
            set_aside, came = self._steps(bench, spools, workers, told, progress)
        results = tabulate(bench, spools, came, release, set_aside, smallest_cell)
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
    ) -> tuple[dict[str, dict[str, int]], Voters]:
        """All stages, and their statements. What each set aside, and whose ratings were not revoked."""
        came = Voters(bench.records(HOLDERS, spools[HOLDERS]), bench.spool)
        set_aside: dict[str, dict[str, int]] = {}
        for file, stage, spool in self._flow(bench, spools, workers, came, progress):
            spools[file] = spool
            aside = {reason: number for reason, number in sorted(stage.set_aside.items()) if number}
            self._state(bench, file, spools, spool, stage.count_in, aside)
            told(file, stage.count_in, spool.count)
            set_aside[stage_name(file)] = aside
        return set_aside, came

    def _flow(
        self, bench: Bench, spools: Mapping[str, Spool], workers: Crew, came: Voters, progress: Progress
    ) -> list[tuple[str, Stage, Spool]]:
        """All stages at once: each record goes on to the next one while it is written. Every file is durable then."""
        sources: list[Iterable[Any]] = [bench.records(name, spools[name]) for name in inputs_of(CHECKED)]
        made: dict[str, tuple[Stage, StageFile]] = {}
        with ExitStack() as stack:
            turn = stack.enter_context(in_a_thread())
            for file in STEPS:
                work = step(bench, file, sources, workers, lambda: made[STRIPPED][0].count_in, progress)
                made[file] = work.stage, StageFile(bench.place(file), bench.at())
                flow = passed_on(made[file][1], work.records, encoded(file), turn)
                stack.enter_context(closing(flow))
                sources = [noted(flow, came) if file == REVOKED else flow]
            deque(sources[0], maxlen=0)
        return [(file, stage, written.spool) for file, (stage, written) in made.items()]

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
    came: Voters,
    release: Release,
    set_aside: dict[str, dict[str, int]],
    smallest_cell: int,
) -> Results:
    """The results of stages that were written. Raises TallyRefused."""
    piles, turnout = bench.records(OPENED, spools.get(OPENED)), came.turnout(bench.campaign, smallest_cell)
    return count(bench.campaign, piles, turnout, set_aside, release, smallest_cell)
