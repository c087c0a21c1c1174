"""What a repeated count is compared with: the files, byte for byte, and where they first differ."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from organiser.tally.records import BATCH
from organiser.tally.steps import Bench, encoded


@dataclass(frozen=True, slots=True)
class Difference:
    """`code` is one of:

    missing, forged, damaged, other-campaign   the file or its statement, as in TallyRefused
    stopped       a process that repeats was ended, perhaps for want of memory
    statement     the statement is not about this stage, this file or these inputs, or its counts are wrong
    file          the file is not the one that was signed
    records       repeating gives something else, first at record `record` (from 1; 0 where there is none)
    results       the published file is not what the stages give
    """

    file: str
    code: str
    record: int = 0


def compared(bench: Bench, file: str, made: Iterable[Any]) -> Iterator[Difference]:
    """The first record at which a repeated stage gives something else than the file; byte for byte."""
    source, place, as_bytes = iter(made), 0, encoded(file)
    with bench.place(file).open("rb") as stream:
        while batch := list(islice(source, BATCH)):
            data = as_bytes(batch)
            if data != (theirs := stream.read(len(data))):
                yield Difference(file, "records", place + _first_other(map(as_bytes, ([one] for one in batch)), theirs))
                return
            place += len(batch)
        if stream.read(1):
            yield Difference(file, "records", place + 1)


def _first_other(records: Iterable[bytes], theirs: bytes) -> int:
    """Which of these records, from 1, is the first that is not where it should be; one of them is not."""
    start = number = 0
    for record in records:
        number += 1
        if theirs[start : start + len(record)] != record:
            break
        start += len(record)
    return number
