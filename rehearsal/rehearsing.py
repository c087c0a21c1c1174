"""The whole rehearsal: build, run, count, compare; what it says at the end."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from organiser.tally.errors import ReleaseRefused
from rehearsal.comparing import Mismatch, compare_count
from rehearsal.counting import Counted, count_event
from rehearsal.event import Event, Progress
from rehearsal.expected import expected_count
from rehearsal.journals import JournalOf
from rehearsal.known import Known
from rehearsal.plan import draw_plan
from rehearsal.processes import Central
from rehearsal.remains import read_remains
from rehearsal.size import Size, places
from rehearsal.world import World, build_world


@dataclass(frozen=True, slots=True)
class Outcome:
    """`mismatches` is empty if all that was put in came out. `seconds` are by stage; syncs' are of one exchange."""

    size: Size
    visits: int
    casts: int
    ratings: int
    counted_ratings: int
    duplicates: int
    suggestions: int
    entries: int
    refused_cards: int
    refused_as_known: int
    power_cuts: int
    faults: dict[str, int]
    syncs: int
    failed_syncs: dict[str, int]
    sync_p50: float
    sync_p99: float
    seconds: dict[str, float]
    mismatches: tuple[Mismatch, ...]


@dataclass
class Stages:
    """How long each stage took, and who is told when one begins."""

    told: Callable[[str], None]
    seconds: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """One of them."""
        self.told(name)
        began = time.perf_counter()
        yield
        self.seconds[name] = round(time.perf_counter() - began, 2)


def rehearse(
    folder: Path,
    event_folder: Path,
    size: Size,
    database_url: str | None,
    progress: Progress,
    told: Callable[[str], None] = lambda stage: None,
) -> Outcome:
    """Run it in an empty folder. Raises RehearsalStopped, FolderRefused, TallyRefused, OSError or SQLAlchemyError."""
    stages = Stages(told)
    return judge(hold_event(folder, event_folder, size, database_url, progress, stages), stages)


def hold_event(
    folder: Path, event_folder: Path, size: Size, database_url: str | None, progress: Progress, stages: Stages
) -> Event:
    """Everything up to the last sync; no process is left. Raises as `rehearse` does."""
    with stages.stage("build"):
        world = build_world(folder, event_folder, size, database_url)
        where = places(world.campaign.venues, size.kiosks)
        plan = draw_plan(size, world.campaign, where, world.first, world.later, world.office.key)
    options = ("--database-url", database_url) if database_url else ()
    central = Central(world.server_folder, options, folder / "server.log")
    event = Event(world, plan, size, where, central, progress)
    try:
        with stages.stage("enrol"):
            central.start()
            event.enrol()
        with stages.stage("event"):
            event.run()
        event.stop()
    finally:
        event.kill()
    return event


def judge(event: Event, stages: Stages) -> Outcome:
    """Read what is left on the disks, count, and compare. Raises TallyRefused, OSError or SQLAlchemyError."""
    world = event.world
    with stages.stage("read"):
        left = read_remains(event)
    casts, mismatches = left.compare()
    expected = expected_count(casts, world.later)
    with stages.stage("count"):
        counted = _count(world, event, mismatches)
    if counted is not None:
        mismatches += compare_count(expected, counted)
    return _outcome(event, stages, left.known, left.journals, counted, tuple(mismatches))


def _count(world: World, event: Event, mismatches: list[Mismatch]) -> Counted | None:
    try:
        return count_event(world, event.closings)
    except ReleaseRefused as error:
        mismatches += [Mismatch("not-in", kiosk, "", why) for kiosk, why in sorted(error.kiosks.items())]
        return None


def _outcome(
    event: Event,
    stages: Stages,
    known: Known,
    journals: list[JournalOf],
    counted: Counted | None,
    mismatches: tuple[Mismatch, ...],
) -> Outcome:
    exchanges = sorted(known.seconds)
    return Outcome(
        size=event.size,
        visits=len(event.plan.by_number),
        casts=len(known.casts),
        ratings=sum(len(cast.codes) for cast in known.casts if cast.form == "ballot"),
        counted_ratings=(counted.results.ratings or 0) if counted else 0,
        duplicates=counted.results.set_aside.get("deduplicated", {}).get("duplicate", 0) if counted else 0,
        suggestions=known.suggested.total(),
        entries=sum(len(journal.entries) for journal in journals),
        refused_cards=known.refused,
        refused_as_known=known.known_elsewhere,
        power_cuts=event.power_cuts,
        faults=event.faults,
        syncs=len(exchanges),
        failed_syncs=dict(known.failed_syncs),
        sync_p50=round(exchanges[len(exchanges) // 2], 4) if exchanges else 0.0,
        sync_p99=round(exchanges[len(exchanges) * 99 // 100], 4) if exchanges else 0.0,
        seconds=stages.seconds,
        mismatches=mismatches,
    )
