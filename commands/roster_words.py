"""What roster import says in words: how the roster is made up, and what differs from the cards that are out."""

from __future__ import annotations

from collections.abc import Sequence

from rich.markup import escape
from rich.table import Table

from commands.say import note, out
from organiser.correcting import Change
from organiser.roster import Composition, QuotaGap

MOST = 20


def show_composition(made: Composition, gaps: Sequence[QuotaGap], issued: int, skipped: int) -> None:
    """People by category, route and district; seats that are not filled."""
    note(f"[bold]{made.representatives:,}[/] representatives and {made.staff} staff; {issued:,} cards issued.")
    if skipped:
        note(f"[yellow]{skipped} mistakes were skipped.[/]")
    for title, counts in (("category", made.by_category), ("route", made.by_route), ("district", made.by_district)):
        table = Table(title, "people", box=None, padding=(0, 2))
        for name, number in sorted(counts.items()):
            table.add_row(escape(name), f"{number:,}")
        out.print(table)
    for gap in gaps:
        note(f"[yellow]Quota of {gap.category}: {gap.seats:,} seats, {gap.people:,} people.[/]")


def show_changes(different: Sequence[Change], gone: Sequence[str], corrected: bool) -> None:
    """Whose row is not what their card was made from, and who has a card and is not in the file."""
    if different:
        renewed = sum(change.needs_card for change in different)
        done = f"taken over; {renewed} of them have a new card: print it with roster cards --only"
        left = "left as they are; --correct takes the changes over"
        note(
            f"[yellow]{len(different)} people differ from the list of cards and were {done if corrected else left}.[/]"
        )
        names = [f"{change.card_no} ({', '.join(change.columns)})" for change in different]
        note(f"  {_some(names)}")
    if gone:
        note(f"[yellow]{len(gone)} people have a valid card and no good row in this file; see roster revoke:[/]")
        note(f"  {_some(gone)}")


def _some(names: Sequence[str]) -> str:
    more = f" … and {len(names) - MOST} more; --json names all" if len(names) > MOST else ""
    return escape(", ".join(names[:MOST]) + more)
