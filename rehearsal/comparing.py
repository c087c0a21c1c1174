"""What was put in, held against what came out. Every difference is named; the first one is what a person reads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from rehearsal.counting import Counted
from rehearsal.expected import ExpectedCount
from rehearsal.journals import JournalOf
from rehearsal.known import Known, KnownCast
from rehearsal.stored import Stored

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Mismatch:
    """`what` is a code (`commands.rehearse` has the words), `where` the thing it is about."""

    what: str
    where: str
    put_in: str
    came_out: str


def matched(known: Known, journals: Sequence[JournalOf]) -> tuple[list[tuple[KnownCast, bytes]], list[Mismatch]]:
    """Each cast with its random envelope id from the journal of its kiosk, and what does not fit."""
    by_kiosk = {journal.place.kiosk: dict(journal.casts) for journal in journals}
    found, wrong = [], []
    for cast in known.casts:
        kiosk = cast.place.kiosk
        envelope, receipt = by_kiosk[kiosk].pop((cast.credential, cast.form, frozenset(cast.codes)), (b"", ""))
        if not envelope or (cast.receipt and cast.receipt != receipt):
            wrong.append(Mismatch("cast-not-in-journal", f"{kiosk}, visit {cast.visit}", cast.receipt, receipt))
        else:
            found.append((cast, envelope))
    for kiosk, left in by_kiosk.items():
        wrong += [Mismatch("cast-nobody-knows-of", kiosk, "", receipt) for _, receipt in left.values()]
    return found, wrong


def compare_records(known: Known, journals: Sequence[JournalOf], stored: Stored) -> Iterator[Mismatch]:
    """Cards, journals, receipts, suggestions, attendance, opinions."""
    for kiosk, visit, words in known.misjudged:
        yield Mismatch("card-misjudged", f"{kiosk}, visit {visit}", "", words)
    yield from _journals(journals, stored)
    receipts = Counter(receipt for journal in journals for _, receipt in journal.casts.values())
    yield from _differing("receipts", receipts, Counter(dict.fromkeys(stored.receipts, 1)))
    yield from _suggestions(known, stored)
    for attended, times in stored.attended.items():
        if times > 1 or (attended not in known.attended and attended[1] not in known.interrupted):
            yield Mismatch("attendance", " ".join(map(str, attended)), "1", str(times))
    for missing in sorted(known.attended - stored.attended.keys()):
        yield Mismatch("attendance", " ".join(map(str, missing)), "1", "0")
    yield from _between("opinions", known.tapped, known.tapped_perhaps, stored.tapped)


def _journals(journals: Sequence[JournalOf], stored: Stored) -> Iterator[Mismatch]:
    ours = {(j.place.kiosk, *place): entry for j in journals for place, entry in j.entries.items()}
    for journal in journals:
        if journal.unsent:
            yield Mismatch("unsent", journal.place.kiosk, "0", str(journal.unsent))
    for kiosk, epoch, seq in sorted(ours.keys() | stored.entries.keys()):
        here, there = ours.get((kiosk, epoch, seq)), stored.entries.get((kiosk, epoch, seq))
        if here != there:
            yield Mismatch("journal", f"{kiosk}, entry {seq}", _short(here), _short(there))
    if stored.odd:
        yield Mismatch("set-aside-entries", "server", "0", str(stored.odd))


def _suggestions(known: Known, stored: Stored) -> Iterator[Mismatch]:
    words = Counter(suggestion.text for suggestion in stored.suggestions.values())
    yield from _between("suggestions", known.suggested, known.perhaps, words)
    for receipt in sorted(known.suggestion_receipts - stored.suggestions.keys()):
        yield Mismatch("suggestion-receipt", receipt, "1", "0")
    for receipt, suggestion in stored.suggestions.items():
        visit = known.by_resident.get(suggestion.text)
        came = suggestion.department, suggestion.name or "", suggestion.phone or ""
        if visit is not None and came != (visit.department, visit.name, visit.phone):
            yield Mismatch("suggestion-contact", receipt, f"visit {visit.number}", "")


def compare_count(expected: ExpectedCount, counted: Counted) -> Iterator[Mismatch]:
    """Every pile, what was set aside, who voted, what is published, and that repeating the count gives the same."""
    yield from _differing("piles", expected.piles, counted.piles)
    aside = counted.results.set_aside
    found = {(stage, why): number for stage, reasons in aside.items() for why, number in reasons.items()}
    wanted = {("deduplicated", "duplicate"): expected.duplicates, ("revoked", "revoked"): expected.revoked}
    yield from _differing("boxes-set-aside", Counter(wanted), Counter(found))
    if counted.results.turnout.voters != expected.voters:
        yield Mismatch("voters", "turnout", str(expected.voters), str(counted.results.turnout.voters))
    for department in counted.results.departments:
        number = sum(n for (form, _, item, _), n in expected.piles.items() if (form, item) == ("ballot", department.id))
        if department.ratings != number:
            yield Mismatch("published", department.id, str(number), str(department.ratings))
    for difference in counted.differences:
        yield Mismatch("count-not-repeatable", difference.file, "", difference.code)


def _differing(what: str, put_in: Counter[T], came_out: Counter[T]) -> Iterator[Mismatch]:
    yield from _between(what, put_in, Counter(), came_out)


def _between(what: str, least: Counter[T], besides: Counter[T], came_out: Counter[T]) -> Iterator[Mismatch]:
    """Where there is less than was put in for certain, or more than that and what may have been."""
    for key in sorted({**least, **came_out}, key=str):
        if not least[key] <= came_out[key] <= least[key] + besides[key]:
            yield Mismatch(what, str(key), str(least[key]), str(came_out[key]))


def _short(entry: bytes | None) -> str:
    return "" if entry is None else f"{len(entry)} bytes"
