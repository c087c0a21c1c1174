"""Results as files: JSON for programs, a page for people, a workbook for offices; written, and read again."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import msgspec

from kiosk.files import write_whole
from organiser.tally.errors import StageDiffers
from organiser.tally.page import page
from organiser.tally.results import Results
from organiser.tally.workbook import workbook

PUBLISH = "publish"
"""The folder with all that may be published; everything beside it stays with those who may check the count."""
RESULTS, PAGE, WORKBOOK = "results.json", "results.html", "results.xlsx"


def render(results: Results, at: int) -> Iterator[tuple[str, bytes]]:
    """Each file's name and content. The same results give the same bytes, so that they can be checked."""
    yield RESULTS, json.dumps(asdict(results), ensure_ascii=False, indent=1).encode() + b"\n"
    yield PAGE, page(results).encode()
    yield WORKBOOK, workbook(results, at)


def write_results(folder: Path, results: Results, at: int) -> bytes:
    """Write all of them, with `at` (Unix seconds) as their time; the SHA-256 of results.json. Durable on return."""
    digests = []
    for name, data in render(results, at):
        write_whole(folder / name, data)
        os.utime(folder / name, (at, at))
        digests.append(hashlib.sha256(data).digest())
    return digests[0]


def read_results(path: Path) -> Results:
    """What results.json says. Raises StageDiffers."""
    try:
        return msgspec.convert(json.loads(path.read_bytes()), Results)
    except FileNotFoundError as error:
        raise StageDiffers("missing", path.name) from error
    except (ValueError, msgspec.ValidationError) as error:
        raise StageDiffers("damaged", path.name) from error
