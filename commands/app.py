"""All commands, grouped as their users are: venue, server, organiser, everybody."""

from __future__ import annotations

from commands import (
    backup,
    campaign,
    demo,
    doctor,
    keys,
    kiosk,
    rehearse,
    roster,
    serve,
    shots,
    suggestions,
    tally,
    upgrade,
    usb,
)
from commands.say import Cli

VENUE, SERVER, ORGANISER, ANYONE = "At a venue", "Central server", "Organiser", "Try it and check it"

app = Cli(
    name="main.py",
    help="[bold]三民活动[/bold] The touch kiosk of the San Min event, its central server and the organiser's tools.",
    no_args_is_help=True,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    add_completion=False,
    epilog="Every command says what it takes with --help. Start with: python main.py demo",
)

app.command("demo", rich_help_panel=ANYONE)(demo.demo)
app.command("doctor", rich_help_panel=ANYONE)(doctor.doctor)
app.command("shots", rich_help_panel=ANYONE)(shots.shots)
app.command("rehearse", rich_help_panel=ANYONE)(rehearse.rehearse_)
app.command("kiosk", rich_help_panel=VENUE)(kiosk.kiosk)
app.command("kiosk-enrol", rich_help_panel=VENUE)(kiosk.enrol)
app.command("kiosk-mirror", rich_help_panel=VENUE)(backup.mirror)
app.command("upgrade", rich_help_panel=VENUE)(upgrade.upgrade)
app.add_typer(usb.app, name="usb", rich_help_panel=VENUE)
app.command("backup", rich_help_panel=SERVER)(backup.backup)
app.command("restore", rich_help_panel=SERVER)(backup.restore)
app.add_typer(serve.app, name="serve", rich_help_panel=SERVER)
app.add_typer(suggestions.app, name="suggestions", rich_help_panel=SERVER)
app.add_typer(keys.app, name="keys", rich_help_panel=ORGANISER)
app.command("release", rich_help_panel=ORGANISER)(upgrade.release)
app.add_typer(campaign.app, name="campaign", rich_help_panel=ORGANISER)
app.add_typer(roster.app, name="roster", rich_help_panel=ORGANISER)
app.add_typer(tally.app, name="tally", rich_help_panel=ORGANISER)
