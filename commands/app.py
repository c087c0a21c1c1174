"""All commands, grouped as their users are: venue, server, organiser, everybody.

Only what is asked for is loaded: a kiosk at a venue starts without the server's and the organiser's libraries.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Sequence

import typer

from commands.say import Cli

VENUE, SERVER, ORGANISER, ANYONE = "At a venue", "Central server", "Organiser", "Try it and check it"
COMMANDS = (
    ("demo", ANYONE, "demo:demo"),
    ("doctor", ANYONE, "doctor:doctor"),
    ("shots", ANYONE, "shots:shots"),
    ("rehearse", ANYONE, "rehearse:rehearse_"),
    ("kiosk", VENUE, "kiosk:kiosk"),
    ("kiosk-enrol", VENUE, "kiosk:enrol"),
    ("kiosk-readmit", VENUE, "kiosk_readmit:readmit_"),
    ("kiosk-mirror", VENUE, "backup:mirror"),
    ("upgrade", VENUE, "upgrade:upgrade"),
    ("usb", VENUE, "usb:app"),
    ("backup", SERVER, "backup:backup"),
    ("restore", SERVER, "backup:restore"),
    ("serve", SERVER, "serve:app"),
    ("suggestions", SERVER, "suggestions:app"),
    ("keys", ORGANISER, "keys:app"),
    ("release", ORGANISER, "upgrade:release"),
    ("campaign", ORGANISER, "campaign:app"),
    ("roster", ORGANISER, "roster:app"),
    ("tally", ORGANISER, "tally:app"),
)
"""Name, panel of the help, module of this package and what in it: a function, or an app of subcommands."""


def build(arguments: Sequence[str]) -> Cli:
    """The command line for these arguments: with the one command they name, or else with all."""
    app = Cli(
        name="main.py",
        help="[bold]三民活动[/bold] The San Min event's touch kiosk, its central server and the organiser's tools.",
        no_args_is_help=True,
        rich_markup_mode="rich",
        pretty_exceptions_enable=False,
        add_completion=False,
        epilog="Every command says what it takes with --help. Start with: python main.py demo",
    )
    app.callback()(_together)
    wanted = [command for command in COMMANDS if command[0] in arguments[:1]]
    for name, panel, place in wanted or COMMANDS:
        module, member = place.split(":")
        found = getattr(importlib.import_module(f"commands.{module}"), member)
        if isinstance(found, typer.Typer):
            app.add_typer(found, name=name, rich_help_panel=panel)
        else:
            app.command(name, rich_help_panel=panel)(found)
    return app


def _together() -> None:
    """A lone command would lose its name without this."""


app = build(sys.argv[1:])
