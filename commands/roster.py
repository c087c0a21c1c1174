"""roster: who was chosen, and their cards."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from commands.keys import Json, OfficeFolder
from commands.say import answer, bar, note, out
from organiser.card_image import write_card_image
from organiser.cards import write_cards
from organiser.folder.reading import read_event
from organiser.issuing import issue_credentials, reissue, revoke
from organiser.office import Office
from organiser.roster import Composition, QuotaGap, check_quotas, compose, read_roster

app = typer.Typer(no_args_is_help=True, help="Import the roster, issue and print cards.")
Event = Annotated[Path, typer.Option("--campaign", help="The campaign folder.")]


@app.command("import")
def import_(
    file: Annotated[Path, typer.Argument(help="A .csv or .xlsx file.")],
    campaign: Event,
    office: OfficeFolder,
    skip_bad: Annotated[bool, typer.Option(help="Import the good rows although others are wrong.")] = False,
    json: Json = False,
) -> None:
    """Read a roster, check it row by row and against the quotas, and issue a card to everybody new."""
    keeper = Office(office)
    event = read_event(campaign, keeper.public_keys())
    roster = read_roster(file, event, skip_bad=skip_bad)
    before = keeper.issued()
    issued = issue_credentials(roster.rows, before)
    keeper.save_issued(issued)
    made = compose(roster.rows)
    gaps = check_quotas(roster.rows, event)
    data = {
        **asdict(made),
        "cards_issued": len(issued.cards) - len(before.cards),
        "skipped_rows": [asdict(problem) for problem in roster.skipped],
        "quota_gaps": [asdict(gap) for gap in gaps],
    }
    answer(data, json, lambda: _show(made, gaps, len(issued.cards) - len(before.cards), len(roster.skipped)))


@app.command()
def cards(
    campaign: Event,
    office: OfficeFolder,
    to: Annotated[Path, typer.Option("--out", help="The folder for cards.pdf and the pictures.")],
    png: Annotated[bool, typer.Option(help="Also one picture per card, for phones.")] = False,
    only: Annotated[list[str] | None, typer.Option(help="Only the person with this card_no; may be repeated.")] = None,
) -> None:
    """Print cards: A4 sheets of ten."""
    keeper = Office(office)
    event, key = read_event(campaign, keeper.public_keys()), keeper.key
    chosen = [card for card in keeper.issued().valid if not only or card.row.card_no in only]
    to.mkdir(parents=True, exist_ok=True)
    with bar("Printing") as tell:
        pages = write_cards(chosen, to / "cards.pdf", campaign=event, key=key, progress=tell)
    if png:
        with bar("Drawing") as tell:
            for number, card in enumerate(chosen, 1):
                write_card_image(card, to / f"card-{card.row.card_no}.png", campaign=event, key=key)
                tell(number, len(chosen))
    note(f"[bold]{to / 'cards.pdf'}[/]: {len(chosen)} cards on {pages} pages. They are valid: keep them safe.")


@app.command()
def replace(
    card_no: str,
    office: OfficeFolder,
    stolen: Annotated[bool, typer.Option(help="Somebody else may have used it: its ratings do not count.")] = False,
) -> None:
    """Give a person a new card; kiosks refuse the old one from the next pack on."""
    keeper = Office(office)
    keeper.save_issued(reissue(keeper.issued(), card_no, revoke=stolen))
    note(f"Card {card_no} was issued anew. Build and publish the next pack so that kiosks refuse the old one.")


@app.command("revoke")
def revoke_(card_no: str, office: OfficeFolder) -> None:
    """Take a person's card away; kiosks refuse it from the next pack on."""
    keeper = Office(office)
    keeper.save_issued(revoke(keeper.issued(), card_no))
    note(f"Card {card_no} is revoked. Build and publish the next pack so that kiosks refuse it.")


def _show(made: Composition, gaps: tuple[QuotaGap, ...], issued: int, skipped: int) -> None:
    note(f"[bold]{made.representatives:,}[/] representatives and {made.staff} staff; {issued:,} cards issued.")
    if skipped:
        note(f"[yellow]{skipped} mistakes were skipped.[/]")
    for title, counts in (("category", made.by_category), ("route", made.by_route), ("district", made.by_district)):
        table = Table(title, "people", box=None, padding=(0, 2))
        for name, number in sorted(counts.items()):
            table.add_row(name, f"{number:,}")
        out.print(table)
    for gap in gaps:
        note(f"[yellow]Quota of {gap.category}: {gap.seats:,} seats, {gap.people:,} people.[/]")
