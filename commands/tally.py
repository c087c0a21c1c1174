"""tally: the count, offline, in signed stages."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from commands.campaign import read_pack
from commands.keys import Json, OfficeFolder
from commands.say import answer, note, out, refuse
from kiosk.crypto.sealing import OpeningKey, SealingKey
from kiosk.domain.campaign import Campaign
from organiser.ceremony import read_share, recover
from organiser.office import Office
from organiser.tally.holders import holders
from organiser.tally.report import write_html, write_json, write_xlsx
from organiser.tally.results import SMALLEST_CELL, Results
from organiser.tally.run import Count


def tally(
    collection: Annotated[Path, typer.Argument(help="The folder that `serve export` wrote.")],
    pack: Annotated[Path, typer.Option(help="The campaign's pack.")],
    office: OfficeFolder,
    to: Annotated[Path, typer.Option("--out", help="Where the stages' files and the results go.")],
    share: Annotated[list[Path] | None, typer.Option(help="A trustee's share; give three of them.")] = None,
    smallest_cell: Annotated[int, typer.Option(min=1, help="Fewer ratings are not broken down.")] = SMALLEST_CELL,
    verify: Annotated[bool, typer.Option("--verify", help="Repeat a count's stages and compare.")] = False,
    json: Json = False,
) -> None:
    """Count the ballots with three trustees' shares, or repeat a count and compare."""
    keeper = Office(office)
    _, campaign = read_pack(pack, keeper.public)
    if smallest_cell < SMALLEST_CELL and not campaign.sample:
        refuse(f"--smallest-cell below {SMALLEST_CELL} is for sample data only: it would show how few people voted.")
    key = _key(share or [], campaign, needed=not verify)
    table = Table("stage", "in", "out", box=None, padding=(0, 2))

    def told(name: str, count_in: int, count_out: int) -> None:
        table.add_row(name, f"{count_in:,}", f"{count_out:,}")

    count = Count(campaign, collection, to, keeper.public, None if verify else keeper.key)
    if verify:
        count.verify(key, told)
        note("[green]Every stage was repeated and is the same.[/]" + ("" if key else " Opening needs the shares."))
        return
    if key is None:
        return
    results = count.run(holders(keeper.issued()), key, smallest_cell, told)
    labels = {option.id: option.label.zh for option in campaign.ballot.options}
    write_json(to / "results.json", results)
    write_html(to / "results.html", results, labels)
    write_xlsx(to / "results.xlsx", results, labels)
    answer(results, json, lambda: _show(results, table, to))


def _key(shares: list[Path], campaign: Campaign, *, needed: bool) -> OpeningKey | None:
    if not shares and not needed:
        return None
    return recover([read_share(path) for path in shares], SealingKey(campaign.tally_key))


def _show(results: Results, stages: Table, to: Path) -> None:
    out.print(stages)
    table = Table("#", "department", "ratings", "marks", "score", box=None, padding=(0, 2))
    for d in results.departments:
        marks = d.withheld or " ".join(f"{id} {number}" for id, number in (d.counts or {}).items())
        table.add_row(str(d.order), d.name.zh, str(d.ratings), marks, "–" if d.score is None else f"{d.score:.2f}")
    out.print(table)
    note(f"Results: [bold]{to / 'results.html'}[/], results.json, results.xlsx")
