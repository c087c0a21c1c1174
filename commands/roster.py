"""roster: who was chosen, and their cards."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from commands.campaign import NO_KEYS
from commands.keys import Json, OfficeFolder
from commands.roster_words import show_changes, show_composition
from commands.say import answer, bar, note
from kiosk.domain.campaign import Campaign
from organiser.card_image import write_card_images
from organiser.cards import write_cards
from organiser.correcting import absent, changes, corrected
from organiser.draw import TICKET, DrawRefused, draw
from organiser.folder.reading import read_event
from organiser.issuing import UnknownCard, issue_credentials, revoke
from organiser.issuing import reissue as reissue_card
from organiser.office import Office
from organiser.pool import (
    DRAWN,
    PROTOCOL,
    PUBLIC_POOL,
    RESERVES,
    Protocol,
    candidates,
    public_pool,
    read_pool,
    sha256,
    write_draw,
)
from organiser.roster import check_quotas, compose, uncovered_streets
from organiser.roster_reading import read_roster

app = typer.Typer(no_args_is_help=True, help="Import the roster, issue and print cards.")
Event = Annotated[Path, typer.Option("--campaign", help="The campaign folder.")]
CardNo = Annotated[str, typer.Argument(help="The number printed on the card.", show_default=False)]
TOWN = "town"
Cover = Annotated[str, typer.Option(help="The category that has somebody of every street (镇街代表); empty: none.")]


@app.command("import")
def import_(
    file: Annotated[Path, typer.Argument(help="A .csv or .xlsx file.")],
    campaign: Event,
    office: OfficeFolder,
    skip_bad: Annotated[bool, typer.Option(help="Import the good rows although others are wrong.")] = False,
    correct: Annotated[bool, typer.Option(help="Take over what changed of people who have a card already.")] = False,
    cover: Cover = TOWN,
    json: Json = False,
) -> None:
    """Read a roster, check it row by row and against the quotas, and issue a card to everybody new."""
    keeper = Office(office)
    event = read_event(campaign, NO_KEYS)
    roster = read_roster(file, event, skip_bad=skip_bad)
    before = keeper.issued()
    different, gone = changes(roster.rows, before), absent(roster.rows, before)
    kept = corrected(roster.rows, before) if correct else before
    issued = issue_credentials(roster.rows, kept)
    keeper.save_issued(issued)
    made = compose(roster.rows)
    gaps = check_quotas(roster.rows, event)
    bare = uncovered_streets(roster.rows, cover) if event.category(cover) else ()
    data = {
        **asdict(made),
        "cards_issued": len(issued.cards) - len(before.cards),
        "skipped_rows": [asdict(problem) for problem in roster.skipped],
        "changed": [{**asdict(change), "corrected": correct} for change in different],
        "not_in_file": gone,
        "quota_gaps": [asdict(gap) for gap in gaps],
        "uncovered_streets": bare,
    }

    def show() -> None:
        show_composition(made, gaps, len(issued.cards) - len(before.cards), len(roster.skipped))
        for district, street in bare:
            note(f"[yellow]{district} {street}: nobody of the category {cover}.[/]")
        show_changes(different, gone, correct)

    answer(data, json, show)


@app.command("draw")
def draw_(
    pool: Annotated[Path, typer.Argument(help="The candidates: a .csv or .xlsx file (docs/roster-draw.md).")],
    campaign: Event,
    seed: Annotated[str, typer.Option(help="The public value that nobody knew when the pool was published.")],
    to: Annotated[Path, typer.Option("--out", help="The folder for the drawn list and what is published.")],
    secret: Annotated[str, typer.Option(help="The organiser's own part of the seed, committed to before.")] = "",
    commitment: Annotated[str, typer.Option(help="SHA-256 of the secret, as it was published.")] = "",
    seats: Annotated[
        list[str] | None, typer.Option(help="CATEGORY=NUMBER; all seats of a category, if not said.")
    ] = None,
    chosen: Annotated[Path | None, typer.Option(help="A roster of those recommended and volunteered.")] = None,
    cover: Cover = TOWN,
    json: Json = False,
) -> None:
    """Draw the random part of the representatives so that anyone can repeat it and gets the same list."""
    event = read_event(campaign, NO_KEYS)
    _check_draw(event, seed, cover)
    if commitment and sha256(secret.encode()) != commitment.strip().casefold():
        raise DrawRefused("other-commitment")
    others = read_roster(chosen, event).rows if chosen else ()
    taken = {row.card_no for row in others}
    candidate_list = read_pool(pool, event)
    people = tuple(person for person in candidates(candidate_list) if person.card_no not in taken)
    wanted = _seats(event, seats or [], compose(others).by_category)
    covered = tuple(sorted({(row.district, row.street) for row in others if row.category == cover and row.street}))
    whole = f"{secret}|{seed}" if secret else seed
    drawn = draw(people, wanted, whole, cover=cover, covered=covered)
    protocol = Protocol(
        algorithm=TICKET,
        campaign=event.id,
        seed=whole,
        commitment=commitment,
        pool_sha256=sha256(public_pool(people)),
        pool=len(people),
        seats=wanted,
        cover=cover,
        covered=covered,
        shares=drawn.shares,
        drawn=tuple(person.card_no for person in drawn.people),
    )
    write_draw(to, candidate_list, people, drawn, protocol)

    def show() -> None:
        note(f"[bold]{len(drawn.people):,}[/] of {len(people):,} were drawn; {len(drawn.covering)} for their street.")
        note(f"Publish {to / PUBLIC_POOL} and {to / PROTOCOL}. Keep {DRAWN} and {RESERVES}: they hold names.")

    answer(protocol, json, show)


@app.command()
def cards(
    campaign: Event,
    office: OfficeFolder,
    to: Annotated[Path, typer.Option("--out", help="The folder for cards.pdf and the pictures.")],
    png: Annotated[bool, typer.Option(help="Also one picture per card, for phones.")] = False,
    only: Annotated[list[str] | None, typer.Option(help="Only the person with this card_no; may be repeated.")] = None,
    json: Json = False,
) -> None:
    """Print cards: A4 sheets of ten."""
    keeper = Office(office)
    event, key = read_event(campaign, NO_KEYS), keeper.key
    valid = keeper.issued().valid
    if unknown := set(only or ()) - {card.row.card_no for card in valid}:
        raise UnknownCard(min(unknown))
    chosen = [card for card in valid if not only or card.row.card_no in only]
    to.mkdir(parents=True, exist_ok=True)
    with bar("Printing") as tell:
        pages = write_cards(chosen, to / "cards.pdf", campaign=event, key=key, progress=tell)
    if png:
        with bar("Drawing") as tell:
            write_card_images(chosen, to, campaign=event, key=key, progress=tell)
    words = f"[bold]{to / 'cards.pdf'}[/]: {len(chosen)} cards on {pages} pages. They are valid: keep them safe."
    answer({"file": to / "cards.pdf", "cards": len(chosen), "pages": pages, "pictures": png}, json, lambda: note(words))


@app.command()
def reissue(
    card_no: CardNo,
    office: OfficeFolder,
    stolen: Annotated[bool, typer.Option(help="Somebody else may have used it: its ratings do not count.")] = False,
    json: Json = False,
) -> None:
    """Give a person a new card; kiosks refuse the old one from the next pack on."""
    keeper = Office(office)
    keeper.save_issued(reissue_card(keeper.issued(), card_no, revoke=stolen))
    words = f"Card {card_no} was issued anew. Build and publish the next pack so that kiosks refuse the old one."
    answer({"card_no": card_no, "reissued": True, "stolen": stolen}, json, lambda: note(words))


@app.command("revoke")
def revoke_(card_no: CardNo, office: OfficeFolder, json: Json = False) -> None:
    """Take a person's card away; kiosks refuse it from the next pack on."""
    keeper = Office(office)
    keeper.save_issued(revoke(keeper.issued(), card_no))
    words = f"Card {card_no} is revoked. Build and publish the next pack so that kiosks refuse it."
    answer({"card_no": card_no, "revoked": True}, json, lambda: note(words))


def _check_draw(event: Campaign, seed: str, cover: str) -> None:
    """An empty seed is no public value; a misspelt category would silently leave the streets out."""
    if not seed.strip():
        raise typer.BadParameter("the seed is empty", param_hint="--seed")
    if cover and event.category(cover) is None:
        known = ", ".join(category.id for category in event.categories)
        raise typer.BadParameter(f"{cover} is no category ({known}); “” for none", param_hint="--cover")


def _seats(event: Campaign, given: list[str], taken: Mapping[str, int]) -> dict[str, int]:
    """How many are to be drawn of each category: its seats without those already taken, or what was said."""
    seats = {category.id: max(0, category.seats - taken.get(category.id, 0)) for category in event.categories}
    for text in given:
        category, _, number = text.partition("=")
        if category not in seats or not number.isdecimal():
            raise typer.BadParameter(f"{text} is not CATEGORY=NUMBER", param_hint="--seats")
        seats[category] = int(number)
    return seats
