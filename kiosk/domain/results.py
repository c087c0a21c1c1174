"""The published results as kiosks show them: what `results.json` of the count says about each department.

The file is written by `organiser.tally.report`; fields that are not shown here are ignored when reading.
"""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from kiosk.domain.campaign import Bilingual
from kiosk.domain.canonical import EncodingError

RESULTS_FILE = "results.json"
"""Its name in a pack. It is there once the organiser releases the results; before, they are under embargo."""


@dataclass(frozen=True, slots=True)
class PublishedMark:
    """One mark of the scale; `number` and `share` (per cent) are None where they are withheld."""

    id: str
    label: Bilingual
    number: int | None
    share: float | None


@dataclass(frozen=True, slots=True)
class PublishedDepartment:
    """One department. `withheld`: `few` (nothing is shown), `some` (marks are withheld) or empty."""

    id: str
    ratings: int | None
    marks: tuple[PublishedMark, ...]
    score: float | None
    withheld: str


@dataclass(frozen=True, slots=True)
class PublishedResults:
    """Everything that is shown, departments in the order of the timetable."""

    v: int
    campaign: str
    smallest_cell: int
    ratings: int | None
    departments: tuple[PublishedDepartment, ...]

    def department(self, id: str) -> PublishedDepartment | None:
        """A department's result, or None."""
        return next((department for department in self.departments if department.id == id), None)


_decoder = msgspec.json.Decoder(PublishedResults)


def decode_results(data: bytes, campaign: str) -> PublishedResults:
    """The results of this campaign. Raises EncodingError (`wrong-shape`, `unknown-version`, `other-campaign`)."""
    try:
        results = _decoder.decode(data)
    except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
        raise EncodingError("wrong-shape", str(error)) from error
    if results.v != 1:
        raise EncodingError("unknown-version", RESULTS_FILE)
    if results.campaign != campaign:
        raise EncodingError("other-campaign", RESULTS_FILE)
    return results
