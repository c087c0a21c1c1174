"""tally: the count, offline, in signed stages; and its repetition by anyone who has the files."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from commands.campaign import read_pack
from commands.keys import Json, OfficeFolder
from commands.say import EXIT_REFUSED, answer, bar, err, note, out, refuse
from commands.sentences import sentence
from commands.tally_table import department_table
from kiosk.crypto.sealing import OpeningKey, SealingKey
from kiosk.crypto.signing import VerifyKey
from organiser.issuing import each_issued
from organiser.keys import read_public
from organiser.office import Office
from organiser.shares import THRESHOLD, SharesRefused, check_share, read_share, recover
from organiser.tally.comparing import Difference
from organiser.tally.release import read_closings, release
from organiser.tally.report import PAGE, PUBLISH
from organiser.tally.results import SMALLEST_CELL, Results
from organiser.tally.run import Count
from organiser.tally.statement import read_export
from organiser.tally.texts import TEXTS
from organiser.tally.verify import Verification

app = typer.Typer(no_args_is_help=True, help="Count the ballots offline, or repeat a count and compare.")
Collection = Annotated[Path, typer.Argument(help="The folder that `serve export` wrote.", show_default=False)]
Pack = Annotated[Path, typer.Option(help="The campaign's pack.")]
Share = Annotated[list[Path] | None, typer.Option(help="A trustee's share as a file; give three, or none to type.")]


@app.command("count")
def count(
    collection: Collection,
    pack: Pack,
    office: OfficeFolder,
    to: Annotated[Path, typer.Option("--out", help="Where the stages' files and the results go.")],
    share: Share = None,
    closing: Annotated[Path | None, typer.Option(help="The closing reports: a .csv or .xlsx file.")] = None,
    allow_missing: Annotated[
        str | None, typer.Option(help="Count although kiosks are missing; the reason is printed in the results.")
    ] = None,
    smallest_cell: Annotated[int, typer.Option(min=1, help="Smaller cells are withheld.")] = SMALLEST_CELL,
    json: Json = False,
) -> None:
    """Count the ballots with three trustees' shares. Without --share they are asked for and not shown."""
    keeper = Office(office)
    _, campaign = read_pack(pack, keeper.public)
    if smallest_cell < SMALLEST_CELL and not campaign.sample:
        refuse(f"--smallest-cell below {SMALLEST_CELL} is for sample data only: it would show how few people voted.")
    export = read_export(collection, campaign.id, keeper.public)
    grounds = release(export, read_closings(closing) if closing else (), (allow_missing or "").strip())
    key = recover(_shares(share or []), SealingKey(campaign.tally_key))
    table = Table("stage", "in", "out", box=None, padding=(0, 2))

    def told(name: str, count_in: int, count_out: int) -> None:
        table.add_row(name, f"{count_in:,}", f"{count_out:,}")

    with bar("Opening") as tell:
        counted = Count(campaign, collection, to, keeper.public, keeper.key)
        results = counted.run(each_issued(keeper.issued_file), key, grounds, smallest_cell, told, tell)
    answer(results, json, lambda: _show(results, table, to))


@app.command()
def verify(
    directory: Annotated[Path, typer.Argument(help="The folder that `tally count` wrote.", show_default=False)],
    collection: Annotated[Path, typer.Option(help="The folder that `serve export` wrote.")],
    pack: Pack,
    organiser: Annotated[Path, typer.Option(help="The organiser's public key file, organiser.pub.")],
    share: Annotated[list[Path] | None, typer.Option(help="A trustee's share; give three to open again too.")] = None,
    type_shares: Annotated[bool, typer.Option("--type-shares", help="Type three shares instead.")] = False,
    office: Annotated[Path | None, typer.Option(help="Also compare the list of cards with the organiser's.")] = None,
    json: Json = False,
) -> None:
    """Repeat a count's stages from the files and say where anything differs. Opening needs the shares."""
    public = VerifyKey(read_public(organiser))
    _, campaign = read_pack(pack, public)
    shares = _shares(share or []) if share or type_shares else []
    key = recover(shares, SealingKey(campaign.tally_key)) if shares else None
    cards = each_issued(Office(office).issued_file) if office else None
    with bar("Repeating") as tell:
        checked = Verification(campaign, collection, directory, public, key, cards)
        found = list(checked.differences(lambda name, count_in, count_out: None, tell))
    answer({"differences": found, "opened_again": key is not None}, json, lambda: _say(found, key))
    if found:
        sys.exit(EXIT_REFUSED)


def _shares(files: list[Path]) -> list[str]:
    if files:
        return [read_share(path) for path in files]
    if not at_terminal():
        refuse("Give three shares with --share, or run this at a terminal to type them.")
    return [_typed(number) for number in range(1, THRESHOLD + 1)]


def at_terminal() -> bool:
    """Whether somebody can type."""
    return sys.stdin.isatty()


def _typed(number: int) -> str:
    """One share, asked for until its words are right. They are not shown: others are in the room."""
    while True:
        text = typer.prompt(
            f"Share {number} of {THRESHOLD}: its 33 words, or their first four letters", hide_input=True
        )
        try:
            return check_share(str(text), number)
        except SharesRefused as error:
            err.print(f"[yellow]{sentence(error)}[/] Please type it again.")


def _say(found: list[Difference], key: OpeningKey | None) -> None:
    for difference in found:
        note(f"[bold red]✗[/] {difference.file}: {_words(difference)}")
    if found:
        return
    note("[green]Every stage was repeated and is the same.[/]")
    if key is None:
        note("Opening was not repeated: that needs three shares. That the piles add up was checked.")


_DIFFERENCES = {
    "missing": "is missing",
    "forged": "is not signed by the organiser (or, for the collection, by the certified server)",
    "damaged": "cannot be read to its end",
    "other-campaign": "is of another campaign",
    "stopped": "was not repeated to its end: a process was ended, perhaps for want of memory",
    "statement": "its statement does not say what the files say",
    "file": "is not the file that was signed",
    "records": "repeating the stage gives something else, first at record {record:,}",
    "results": "is not what the stages give",
}


def _words(difference: Difference) -> str:
    return _DIFFERENCES.get(difference.code, difference.code).format(record=difference.record)


def _show(results: Results, stages: Table, to: Path) -> None:
    out.print(stages)
    out.print(department_table(results.departments))
    if results.release.reason:
        note(f"[yellow]Kiosks are missing: {', '.join(sorted(results.release.incomplete))}.[/]")
    if (to / TEXTS).exists():
        note(f"What was written in the forms, for the office alone: [bold]{to / TEXTS}[/]; see docs/adr/0018.")
    note(f"Results: [bold]{to / PUBLISH / PAGE}[/] and beside it. Publish that folder only; see docs/adr/0031.")
