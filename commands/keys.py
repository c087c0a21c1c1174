"""keys: the organiser's keys, the ceremony, the server's certificate."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from commands.say import Json as Json
from commands.say import answer, note
from kiosk.crypto.sealing import SealingKey
from kiosk.crypto.signing import VerifyKey
from kiosk.files import write_whole
from organiser.ceremony import hold_ceremony
from organiser.folder.rules import MAX_CAMPAIGN_ID, is_campaign_id
from organiser.key_text import KeyKind, KeyTextRefused, check_digits, key_text, read_key_text
from organiser.keys import certify_server, new_organiser, write_public
from organiser.office import INTAKE_FILE, Office
from organiser.shares import SHARES, THRESHOLD

app = typer.Typer(no_args_is_help=True, help="Make the organiser's keys, hold the ceremony, certify the server.")
OfficeFolder = Annotated[Path, typer.Option("--office", help="The organiser's own folder.")]


@app.command()
def organiser(office: OfficeFolder, json: Json = False) -> None:
    """Make the organiser's signing key."""
    keys = new_organiser(office)
    answer(
        {"public": keys.public.raw, "private_file": keys.private_file, "public_file": keys.public_file},
        json,
        lambda: note(
            f"The private key is [bold]{keys.private_file}[/]. Keep it on a machine without a network.\n"
            f"The public key is [bold]{key_text(KeyKind.ORGANISER, keys.public.raw)}[/]."
        ),
    )


@app.command()
def ceremony(
    office: OfficeFolder,
    campaign: Annotated[str, typer.Option(help="The campaign's id, as in campaign.yaml.")],
    json: Json = False,
) -> None:
    """Make the tally key, split it 3 of 5 among trustees and keep nothing of it."""
    made = hold_ceremony(office, campaign=_campaign_id(campaign))

    def show() -> None:
        note(f"The tally key exists only as {SHARES} shares; any {THRESHOLD} open the ballots:")
        for path in made.page_files:
            note(f"  [bold]{path}[/]")
        note("Print each page, hand it to its trustee, then delete it and the .txt file of the same name.")
        note(f"Check digits of the tally key, for the minutes: [bold]{check_digits(KeyKind.TALLY, made.public.raw)}[/]")

    data = {"public": made.public.raw, "public_file": made.public_file}
    answer({**data, "shares": made.share_files, "pages": made.page_files}, json, show)


@app.command()
def certify(
    office: OfficeFolder,
    campaign: Annotated[str, typer.Option(help="The campaign's id.")],
    server_key: Annotated[str, typer.Option(help="The server's public key, as `serve init` printed it.")],
    intake_key: Annotated[str, typer.Option(help="The server's intake key, as `serve init` printed it.")],
    out: Annotated[Path, typer.Option(help="Where the certificate goes.")] = Path("server.cose"),
    json: Json = False,
) -> None:
    """Vouch for a server's key; its intake key is noted for the next pack."""
    server = _public(server_key, KeyKind.SERVER, "--server-key")
    intake = _public(intake_key, KeyKind.INTAKE, "--intake-key")
    write_whole(out, certify_server(Office(office).key, _campaign_id(campaign), VerifyKey(server)))
    write_public(office / INTAKE_FILE, SealingKey(intake), KeyKind.INTAKE)
    digits = check_digits(KeyKind.INTAKE, intake)

    def show() -> None:
        note(f"The certificate is [bold]{out}[/]. Install it with: serve certify")
        note(f"Check digits of the intake key: [bold]{digits}[/]")

    answer({"certificate": out, "server_key": server, "intake_check_digits": digits}, json, show)


def _campaign_id(text: str) -> str:
    """Shares and certificates of a misspelt campaign would only be noticed at the count."""
    if not is_campaign_id(text):
        raise typer.BadParameter(
            f"an id has up to {MAX_CAMPAIGN_ID} small letters, digits or hyphens", param_hint="--campaign"
        )
    return text


def _public(text: str, kind: KeyKind, option: str) -> bytes:
    try:
        return read_key_text(kind, text)
    except KeyTextRefused as error:
        raise typer.BadParameter(_TEXTS[error.code].format(kind=error.kind), param_hint=option) from error


_TEXTS = {
    "damaged": "a public key has 64 hexadecimal digits and six characters that check them",
    "mistyped": "this key has a typing mistake: its last six characters do not fit",
    "mixed-up": "this is the {kind} key",
}
