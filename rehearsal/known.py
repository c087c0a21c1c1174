"""What was put in, as the people at the kiosks know it: read from their diaries."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from kiosk.domain.ballot import FORM
from kiosk.domain.campaign import Campaign
from kiosk.domain.forms import chosen, kept
from organiser.tally.forms import ANSWERED, BLANK
from rehearsal.diary import Line, Saw, read_diary
from rehearsal.plan import Plan
from rehearsal.size import Place
from rehearsal.visits import Visit


@dataclass(frozen=True, slots=True)
class KnownCast:
    """Something that was recorded. `codes` maps each item to what it adds to the count."""

    visit: int
    place: Place
    credential: bytes
    form: str
    version: int
    codes: Mapping[str, tuple[int | str, ...]]
    receipt: str
    """Empty where the person never saw one: the power went first."""


@dataclass
class Known:
    """All that people know of the event."""

    casts: list[KnownCast] = field(default_factory=list)
    suggested: Counter[str] = field(default_factory=Counter)
    """Words → how often they were handed in for certain."""
    perhaps: Counter[str] = field(default_factory=Counter)
    """Words → how often they may be there besides, since the power went while they were handed in."""
    suggestion_receipts: set[str] = field(default_factory=set)
    by_resident: dict[str, Visit] = field(default_factory=dict)
    attended: set[tuple[str, str, int]] = field(default_factory=set)
    """(kiosk, credential, slot)."""
    interrupted: set[str] = field(default_factory=set)
    """Credentials at whose visit the power went."""
    tapped: Counter[tuple[int, str]] = field(default_factory=Counter)
    tapped_perhaps: Counter[tuple[int, str]] = field(default_factory=Counter)
    misjudged: list[tuple[str, int, str]] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)
    sent: int = 0
    failed_syncs: Counter[str] = field(default_factory=Counter)
    """Error code → how often."""
    refused: int = 0
    known_elsewhere: int = 0


def read_known(folder: Path, plan: Plan, campaign: Campaign, places: Sequence[Place]) -> Known:
    """Everything in the diaries."""
    known = Known()
    for place in places:
        lines = read_diary(folder / f"{place.kiosk}.diary")
        by_visit: defaultdict[int, list[Line]] = defaultdict(list)
        for line in lines:
            by_visit[line.visit].append(line)
            _note(known, place, line)
        for number, about in by_visit.items():
            if number:
                _visited(known, plan.by_number[number], place, about, campaign)
    return known


def _note(known: Known, place: Place, line: Line) -> None:
    match line.saw:
        case Saw.SIGNED_IN:
            known.attended.add((place.kiosk, line.credential, line.slot))
        case Saw.MISJUDGED:
            known.misjudged.append((place.kiosk, line.visit, line.words))
        case Saw.SYNCED:
            known.seconds.append(line.seconds)
            known.sent += line.entries
        case Saw.SYNC_FAILED:
            known.failed_syncs[line.words] += 1
        case Saw.REFUSED:
            known.refused += 1
        case Saw.KNOWN:
            known.known_elsewhere += 1
        case Saw.SUGGESTED:
            known.suggested[line.words] += 1
            known.suggestion_receipts.add(line.receipt)
        case _:
            pass


def _visited(known: Known, visit: Visit, place: Place, lines: list[Line], campaign: Campaign) -> None:
    begun = sum(line.saw is Saw.BEGUN for line in lines)
    if begun > 1 and visit.card:
        known.interrupted.add(visit.credential.hex())
    tried = Counter(line.words for line in lines if line.saw is Saw.TRYING and line.words)
    done = Counter(line.words for line in lines if line.saw is Saw.SUGGESTED)
    known.perhaps += tried - done
    if not visit.card:
        known.by_resident[visit.words] = visit
    if visit.opinion and any(line.saw is Saw.TAPPED for line in lines):
        known.tapped[visit.opinion] += 1
        known.tapped_perhaps[visit.opinion] += begun - 1
    for line in lines:
        if line.saw is Saw.RECORDED:
            known.casts.append(_cast(visit, place, line, campaign))


def _cast(visit: Visit, place: Place, line: Line, campaign: Campaign) -> KnownCast:
    common = visit.number, place, visit.credential, line.form
    if line.form == FORM:
        codes: dict[str, tuple[int | str, ...]] = {unit: (visit.marks[unit],) for unit in line.units}
        return KnownCast(*common, campaign.ballot.version, codes, line.receipt)
    form = campaign.form(line.form)
    given = kept(form, visit.forms[line.form])
    codes = {}
    for question in form.questions:
        answer = given.get(question.id)
        words = (answer,) if isinstance(answer, str) else chosen(answer)
        codes[question.id] = (BLANK,) if answer is None else (ANSWERED, *words)
    return KnownCast(*common, form.version, codes, line.receipt)
