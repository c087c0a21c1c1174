"""serve kiosks, venues, parked, retry, forks, decide, audit: looking after a server and its data."""

from __future__ import annotations

import time
from typing import Annotated

import typer
from rich.table import Table

from commands.keys import Json
from commands.say import answer, note, out
from commands.server_options import SERVER, By, Database, ServerFolder
from commands.terminal import words_of_others
from sync.server import audit as audit_log
from sync.server import quarantine
from sync.server.forks import CopySummary, Fork, decide_fork, forks_now
from sync.server.health import Condition, KioskHealth, VenueHealth, kiosks_now, venues_now
from sync.server.server import open_server

_CONDITIONS = {
    Condition.FORKED: "[red]fork: serve forks[/]",
    Condition.PARKED: "[yellow]entries not understood: serve parked[/]",
    Condition.CLOCK: "[yellow]its clock is wrong[/]",
    Condition.SILENT: "[yellow]not heard for an hour[/]",
    Condition.NEVER: "never heard",
    Condition.OK: "ok",
}


def kiosks(server: ServerFolder = SERVER, database_url: Database = None, json: Json = False) -> None:
    """Every kiosk: when it was last heard and how much of its journal is here."""
    rows = kiosks_now(open_server(server, database_url))
    answer(rows, json, lambda: _health("kiosk", [(row.kiosk, row) for row in rows]))


def venues(server: ServerFolder = SERVER, database_url: Database = None, json: Json = False) -> None:
    """Every venue, as its worst kiosk is."""
    rows = venues_now(open_server(server, database_url))
    answer(rows, json, lambda: _health("venue", [(row.venue, row) for row in rows]))


def parked(server: ServerFolder = SERVER, database_url: Database = None, json: Json = False) -> None:
    """Entries that this version does not understand. They are kept and never block the rest."""
    rows = quarantine.parked_now(open_server(server, database_url))

    def show() -> None:
        for row in rows:
            note(f"{row.kiosk}  {row.epoch[:8]}  {row.seq:>8}  {words_of_others(row.kind):<12} {row.size} bytes")
        note(f"{len(rows)} entries are parked")

    answer(rows, json, show)


def retry(server: ServerFolder = SERVER, database_url: Database = None, by: By = "office", json: Json = False) -> None:
    """Read parked entries again, after an upgrade."""
    done = quarantine.retry(open_server(server, database_url), by)
    words = f"{done.understood} entries are understood now, {done.still_parked} still are not."
    answer(done, json, lambda: note(words))


def forks(server: ServerFolder = SERVER, database_url: Database = None, json: Json = False) -> None:
    """Journals of which there are two copies, side by side."""
    rows = forks_now(open_server(server, database_url))

    def show() -> None:
        for row in rows:
            _fork(row)
        note(f"{len(rows)} forks" if rows else "There is no fork.")

    answer(rows, json, show)


def decide(
    kiosk: Annotated[str, typer.Argument(help="The kiosk, such as v01-1.")],
    keep: Annotated[str, typer.Argument(help="The copy's letter, or none: then neither copy is counted.")],
    epoch: Annotated[str | None, typer.Option(help="Its first characters, if several are forked.")] = None,
    server: ServerFolder = SERVER,
    database_url: Database = None,
    by: By = "office",
    json: Json = False,
) -> None:
    """Decide which copy of a forked journal counts. It can be changed later; no copy is ever deleted."""
    fork = decide_fork(open_server(server, database_url), kiosk, keep, by, epoch)
    answer(fork, json, lambda: _fork(fork))


def audit(
    subject: Annotated[str | None, typer.Argument(help="Such as suggestion:7K4M2P9X3F or fork:v01-1.")] = None,
    server: ServerFolder = SERVER,
    database_url: Database = None,
    json: Json = False,
) -> None:
    """The audit log: who did what, when, and how it was before and after."""
    rows = audit_log.history(open_server(server, database_url), subject)
    answer(rows, json, lambda: show_records(rows))


def show_records(rows: list[audit_log.Record]) -> None:
    """Records as lines."""
    for row in rows:
        note(f"{_when(row.at)}  [bold]{words_of_others(row.by)}[/]  {row.subject}  {row.act}")
        for name in sorted({*row.before, *row.after}):
            before, after = row.before.get(name), row.after.get(name)
            note(f"    {name}: {words_of_others(str(before))} → {words_of_others(str(after))}")


def _fork(fork: Fork) -> None:
    decision = {None: "[red]undecided: nothing from there on is counted[/]", "none": "neither copy is counted"}
    said = decision.get(fork.kept, f"kept: {fork.kept}")
    note(f"[bold]{fork.kiosk}[/]  epoch {fork.epoch[:8]}  from entry {fork.since}: {said}")
    for copy in fork.copies:
        note(f"  {copy.letter}  {_copy(copy)}")


def _copy(copy: CopySummary) -> str:
    kinds = ", ".join(f"{number} {words_of_others(kind)}" for kind, number in copy.kinds.items())
    joined = "" if copy.joined else "  [yellow]its beginning is missing[/]"
    return f"entries {copy.first_seq} to {copy.last_seq}  head {copy.head}  {kinds}{joined}"


def _health(what: str, rows: list[tuple[str, KioskHealth]] | list[tuple[str, VenueHealth]]) -> None:
    table = Table(what, "last heard", "entries", "parked", "state", box=None, padding=(0, 2))
    for name, row in rows:
        when = "never" if row.seen_at is None else _when(row.seen_at)
        table.add_row(name, when, str(row.entries), str(row.parked), _CONDITIONS[row.condition])
    out.print(table)


def _when(at: int) -> str:
    return time.strftime("%Y-%m-%d %H:%M", time.localtime(at))
