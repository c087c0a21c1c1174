"""rehearse: a whole event on this machine, with faults, and whether everything that was put in came out."""

from __future__ import annotations

import sys
import tempfile
from contextlib import nullcontext
from pathlib import Path
from typing import Annotated

import typer
from sqlalchemy import select

from commands.demo_world import FOLDER
from commands.keys import Json
from commands.say import answer, bar, err, note, refuse
from commands.server_options import Database
from commands.terminal import end_as_by_ctrl_c
from rehearsal.comparing import Mismatch
from rehearsal.rehearsing import Outcome, rehearse
from rehearsal.size import Size
from sync.server.database import open_database, reading
from sync.server.models import Fact

EXIT_DIFFERENT = 1
_SHOWN = 20


def rehearse_(
    kiosks: Annotated[int, typer.Option(min=1, max=200, help="Each is a process of its own.")] = 11,
    representatives: Annotated[int, typer.Option(min=20, max=100_000, help="People with a card.")] = 3200,
    suggestions: Annotated[int, typer.Option(min=0, max=1_000_000, help="Residents who write one.")] = 5000,
    days: Annotated[int, typer.Option(min=1, max=10, help="Days of two half-days each.")] = 2,
    faults: Annotated[bool, typer.Option("--faults", help="Power cuts, no network, wrong clocks, sticks.")] = False,
    seed: Annotated[int, typer.Option(help="The same seed gives the same people, visits and faults.")] = 2021,
    campaign: Annotated[Path, typer.Option(help="The campaign folder with rules, forms and names.")] = FOLDER,
    keep: Annotated[Path | None, typer.Option(help="An empty folder for everything; else it is thrown away.")] = None,
    database_url: Database = None,
    json: Json = False,
) -> None:
    """Run a whole event with real processes, count it, and compare with what was put in. Exit 1 on a difference."""
    if keep is not None and keep.exists() and any(keep.iterdir()):
        refuse(f"The folder {keep} is not empty.")
    if database_url is not None and not _is_unused(database_url):
        refuse("This database holds a server's data; a rehearsal needs an empty one of its own.")
    end_as_by_ctrl_c()
    size = Size(kiosks, representatives, suggestions, days, faults, seed)
    place = tempfile.TemporaryDirectory(prefix="rehearsal-") if keep is None else nullcontext(str(keep))
    with place as folder, bar("Visits") as tell:
        outcome = rehearse(Path(folder).resolve(), campaign, size, database_url, tell, _stage)
    answer(outcome, json, lambda: _show(outcome))
    if outcome.mismatches:
        err.print(f"[bold red]✗[/] {_words(outcome.mismatches[0])}", soft_wrap=True)
        sys.exit(EXIT_DIFFERENT)


def _is_unused(database_url: str) -> bool:
    """Whether no server was ever opened with it. Raises SQLAlchemyError or DatabaseNewer."""
    engine = open_database(database_url)
    try:
        with reading(engine) as connection:
            return connection.scalar(select(Fact.name).limit(1)) is None
    finally:
        engine.dispose()


def _stage(name: str) -> None:
    err.print(f"[dim]{_STAGES.get(name, name)}[/]")


_STAGES = {
    "build": "Office, ceremony, server, roster and cards",
    "enrol": "Kiosks are enrolled",
    "event": "The event",
    "read": "Diaries, journals and the server's database are read",
    "count": "Export, count with three shares, and its repetition",
}


def _show(outcome: Outcome) -> None:
    size = outcome.size
    note(f"{size.kiosks} kiosks, {size.representatives:,} representatives, {size.days} days, seed {size.seed}")
    note(f"{outcome.visits:,} visits; {outcome.casts:,} casts with {outcome.ratings:,} ratings; ")
    note(f"{outcome.counted_ratings:,} ratings counted, {outcome.duplicates:,} boxes cast twice were set aside")
    note(f"{outcome.suggestions:,} suggestions; {outcome.refused_cards:,} cards refused; ")
    note(f"{outcome.refused_as_known:,} casts refused in part or whole because they were known from elsewhere")
    if size.faults:
        f = outcome.faults
        note(
            f"Faults: {outcome.power_cuts} power cuts at kiosks, {f['server']} at the server, {f['offline']} half-days "
            f"offline, {f['sticks']} stick trips, {f['clocks']} wrong clocks"
        )
    failed = ", ".join(f"{number} {code}" for code, number in sorted(outcome.failed_syncs.items()))
    note(
        f"{outcome.entries:,} entries in {outcome.syncs:,} syncs ({failed or 'none failed'}); "
        f"one takes {outcome.sync_p50 * 1000:.0f} ms (median), {outcome.sync_p99 * 1000:.0f} ms (99th percentile)"
    )
    note("Seconds: " + ", ".join(f"{name} {seconds:.1f}" for name, seconds in outcome.seconds.items()))
    for mismatch in outcome.mismatches[:_SHOWN]:
        note(f"[red]✗[/] {_words(mismatch)}")
    if not outcome.mismatches:
        note("[green]Everything that was put in came out: count, receipts, suggestions, attendance, journals.[/]")


_WHAT = {
    "cast-not-in-journal": "a cast that the screen called recorded is not in the kiosk's journal",
    "cast-nobody-knows-of": "the journal has a cast that nobody made",
    "card-misjudged": "a card was taken or refused wrongly",
    "unsent": "entries are still unsent",
    "journal": "the server's entry is not the kiosk's",
    "set-aside-entries": "the server could not understand entries, or has two of them",
    "receipts": "the list of ballot receipts is wrong",
    "suggestions": "a suggestion is missing or there too often",
    "suggestion-receipt": "a suggestion's receipt is unknown to the server",
    "suggestion-contact": "a suggestion's department or contact is wrong",
    "attendance": "attendance is wrong",
    "opinions": "opinions on answers are wrong",
    "piles": "the count of a mark is wrong",
    "boxes-set-aside": "another number of boxes was set aside",
    "voters": "another number of people voted",
    "published": "the published number of ratings is wrong",
    "count-not-repeatable": "repeating the count gives something else",
    "not-in": "a kiosk does not count as delivered",
}


def _words(mismatch: Mismatch) -> str:
    numbers = f" (put in: {mismatch.put_in or '–'}, came out: {mismatch.came_out or '–'})"
    return f"{mismatch.where}: {_WHAT.get(mismatch.what, mismatch.what)}{numbers}"
