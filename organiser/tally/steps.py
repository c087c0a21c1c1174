"""The steps of a count: which file each reads and writes, and how its records are made.

out/0-holders.cborseq … out/6-opened.cborseq, each with .cose; out/publish/ is all that may be published.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from kiosk.domain.campaign import Campaign
from organiser.progress import Progress, silent
from organiser.tally import stages
from organiser.tally.boxes import bare_bytes, bared, box_bytes, boxed
from organiser.tally.countable import countable
from organiser.tally.crew import Crew
from organiser.tally.opening import Open
from organiser.tally.records import Collected, Holder, Pile, Sealed, Spool, Stripped, encode_sequence, read_records
from organiser.tally.statement import COLLECTION

HOLDERS = "0-holders.cborseq"
CHECKED, DEDUPLICATED, REVOKED = "1-checked.cborseq", "2-deduplicated.cborseq", "3-revoked.cborseq"
STRIPPED, SHUFFLED, OPENED = "4-stripped.cborseq", "5-shuffled.cborseq", "6-opened.cborseq"
STEPS = (CHECKED, DEDUPLICATED, REVOKED, STRIPPED, SHUFFLED, OPENED)
RECORDS: Mapping[str, type[Any]] = {
    COLLECTION: Collected,
    HOLDERS: Holder,
    CHECKED: Sealed,
    DEDUPLICATED: Sealed,
    REVOKED: Sealed,
    STRIPPED: Stripped,
    SHUFFLED: Stripped,
    OPENED: Pile,
}


def stage_name(file: str) -> str:
    """`checked` of `1-checked.cborseq`."""
    return file[2:].partition(".")[0]


def encoded(file: str) -> Callable[[list[Any]], bytes]:
    """How records that a step makes become a part of its file."""
    if file in (CHECKED, DEDUPLICATED, REVOKED):
        return box_bytes
    return bare_bytes if file in (STRIPPED, SHUFFLED) else encode_sequence


def inputs_of(file: str) -> tuple[str, ...]:
    """The files a step reads."""
    place = STEPS.index(file)
    return (COLLECTION, HOLDERS) if place == 0 else (STEPS[place - 1],)


@dataclass(frozen=True, slots=True)
class Bench:
    """Where files lie and what the steps need. `spool` is for sorting: up to 700 bytes of room for each rating."""

    campaign: Campaign
    collection: Path
    out: Path
    spool: Path

    def place(self, file: str) -> Path:
        """Where a file lies."""
        return (self.collection if file == COLLECTION else self.out) / file

    def records(self, file: str, expected: Spool | None = None) -> Iterator[Any]:
        """A file's records. Raises TallyRefused."""
        return read_records(self.place(file), RECORDS[file], expected)

    def passing(self, file: str, expected: Spool | None = None) -> Iterator[Any]:
        """A file's records as the stages pass them on. Raises TallyRefused."""
        records = self.records(file, expected)
        if RECORDS[file] is Sealed:
            return boxed(records, file)
        return bared(records) if RECORDS[file] is Stripped else records

    def at(self) -> int:
        """The time every file of a count bears: the campaign's end, Unix seconds."""
        return int(self.campaign.not_after.timestamp())


@dataclass(frozen=True, slots=True)
class Work:
    """A step under way: what it counts, and the records it makes."""

    stage: stages.Stage
    records: Iterator[Any]


def step(
    bench: Bench,
    file: str,
    sources: Sequence[Iterable[Any]],
    crew: Crew,
    total: Callable[[], int] = lambda: 0,
    progress: Progress = silent,
) -> Work:
    """The step that makes `file` of the records of `inputs_of(file)`. `total` and `progress` are of the opening."""
    source, workers = sources[0], replace(crew, file=file)
    match stage_name(file):
        case "checked":
            check = stages.Check(workers, countable(bench.campaign), bench.spool)
            return Work(check, check.run(source, sources[1]))
        case "deduplicated":
            once = stages.Deduplicate(bench.spool)
            return Work(once, once.run(source))
        case "revoked":
            allowed = stages.Revoke()
            return Work(allowed, allowed.run(source))
        case "stripped":
            bare = stages.Strip()
            return Work(bare, bare.run(source))
        case "shuffled":
            mixed = stages.Shuffle(bench.spool)
            return Work(mixed, mixed.run(source))
        case "opened":
            opened = Open(workers, bench.spool, progress)
            return Work(opened, opened.run(source, total))
    raise ValueError(file)
