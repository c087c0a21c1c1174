"""usb: a stick at a kiosk and at the server, for venues without a network."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from commands.keys import Json
from commands.kiosk import KioskFolder
from commands.say import answer, bar, note, out, refuse
from commands.server_options import Database, ServerFolder
from kiosk.services.kiosk import open_kiosk
from kiosk.storage.preferences import kept_folders
from sync.server.server import open_server
from sync.usb.carrying import Carried, carry
from sync.usb.errors import NoStick
from sync.usb.medium import Medium
from sync.usb.office import Taken, take_stick
from sync.usb.sticks import find_sticks, only_stick

StickFolder = Annotated[Path | None, typer.Argument(help="Where the stick is mounted; the one plugged in last.")]
app = typer.Typer(help="Carry records and content on a USB stick.", no_args_is_help=True)
MB = 1_000_000


@app.command("sticks")
def sticks(json: Json = False) -> None:
    """Show the sticks that are plugged in and mounted."""
    found = find_sticks()

    def show() -> None:
        for stick in found:
            note(f"[bold]{stick.folder}[/]  {stick.device}  {stick.filesystem}{'  read-only' * stick.read_only}")
        if not found:
            note("No stick is mounted.")

    answer(found, json, show)


@app.command("carry")
def carry_stick(stick: StickFolder = None, data: KioskFolder = Path("kiosk-data"), json: Json = False) -> None:
    """At a kiosk: take what came back on the stick, then put on it what the server does not have."""
    opened = open_kiosk(data)
    try:
        with bar("Content from the stick") as came, bar("Records to the stick") as went:
            carried = carry(
                opened,
                _medium(stick, kept_folders(data)),
                lambda how: came(how.done, how.total),
                lambda how: went(how.done, how.total),
            )
    finally:
        opened.close()
    answer(carried, json, lambda: _say_carried(carried))
    if carried.exported is None:  # the stick did not do what it was put in for
        refuse(NO_CONTENT)


def usb_import(
    stick: StickFolder = None,
    server: ServerFolder = Path("server"),
    database_url: Database = None,
    new: Annotated[bool, typer.Option("--new", help="Write the pack onto a stick that was at no venue yet.")] = False,
    json: Json = False,
) -> None:
    """Take in a stick from venues and write acknowledgements, statuses and the pack back onto it."""
    opened = open_server(server, database_url)
    try:
        with bar("Content to the stick") as tell:
            say = _say_nothing if json else _say_arrived
            taken = take_stick(opened, _medium(stick, (server,)), lambda how: tell(how.done, how.total), say, new=new)
    finally:
        opened.close()
    answer(taken, json, lambda: _say_taken(taken))


def _medium(stick: Path | None, kept: tuple[Path, ...]) -> Medium:
    """The one that is named, else one that holds nothing that is `kept`.

    Raises NoStick, also for what is no folder: everything on it would seem to be missing.
    """
    if stick is not None and not stick.is_dir():
        raise NoStick(str(stick))
    return Medium(stick if stick is not None else only_stick(kept=kept).folder)


def _say_carried(carried: Carried) -> None:
    returned, exported = carried.returned, carried.exported
    if returned is None:
        note(_WHY.get(carried.why, carried.why))
    else:
        note(f"The server has confirmed {returned.acknowledged} more records.")
        if returned.pack is not None:
            note(f"Version {returned.pack} of the content is in force now.")
        if returned.lacking:
            note(
                f"[yellow]{returned.lacking // MB} MB of the content had no room on the stick; the next brings them.[/]"
            )
        if returned.content_trouble:
            note(f"[yellow]The content did not come ({returned.content_trouble}); records are not touched by that.[/]")
        if returned.forked:
            note("[red]The server has other records under this kiosk's name. Tell the organiser.[/]")
    if exported is not None:
        if exported.attachments_left:
            note(f"[yellow]{exported.attachments_left} recordings have no room on it; the next stick takes them.[/]")
        with_them = f" and {exported.attachments} recordings" if exported.attachments else ""
        note(f"{exported.entries} records{with_them} are on the stick, read back. [bold]You may pull it out.[/]")


def _say_nothing(acknowledged: dict[str, int]) -> None:
    """Data is one answer at the end."""


def _say_arrived(acknowledged: dict[str, int]) -> None:
    """At once: these records stay here even if the stick turns out to be read-only."""
    for kiosk, entries in sorted(acknowledged.items()):
        note(f"[bold]{kiosk}[/] {entries} records are here, of all it ever sent.")


def _say_taken(taken: Taken) -> None:
    for arrival in taken.refused:
        note(f"[yellow]{arrival.kiosk}/{arrival.file}: {_REFUSED.get(arrival.outcome, arrival.outcome)}[/]")
    if any(arrival.outcome == "fork" for arrival in taken.arrivals):
        note("[red]A kiosk's records fork: two machines write under one name. See serve forks.[/]")
    if taken.pack is not None:
        words = f"Version {taken.pack.version} of the content is on the stick"
        note(f"{words}, except {taken.pack.lacking // MB} MB without room." if taken.pack.lacking else f"{words}.")
    out.print("Everything on the stick was read back. [bold]You may pull it out.[/]")


NO_CONTENT = (
    "Nothing was written onto the stick: this kiosk has no content yet, so it does not know whom to seal its records "
    "to. They stay here. Let it sync once, or bring a stick made with serve usb-import --new, then repeat."
)
_WHY = {
    "stick-empty": "Nothing came back on this stick.",
    "stick-other-campaign": "What is on this stick belongs to another campaign; it was left alone.",
    "stick-other-venue": "What is on this stick belongs to other kiosks; it was left alone.",
    "stick-tampered": "[red]Something on this stick is not genuine; nothing was taken from it. Tell the organiser.[/]",
    "stick-old": "What is on this stick is older than what this kiosk has; nothing was taken from it.",
}
_REFUSED = {
    "incomplete": "this recording ends too early; the kiosk writes it again",
    "wrong-hash": "these are not the recording's bytes; the kiosk writes it again",
    "too-many": "this kiosk has stored as much as one kiosk may",
    "not-a-bundle": "this is not a bundle of a kiosk",
    "stick-broken": "this cannot be read, or is no plain file; if a kiosk wrote it, it writes it again",
    "stick-tampered": "this was changed on its way; nothing was taken from it",
    "stick-other-server": "this is sealed to another server",
    "stick-other-campaign": "this is of another campaign",
    "other-campaign": "this is of another campaign",
    "unknown-kiosk": "this is signed by a kiosk that is not enrolled here",
    "other-kiosk": "this is signed by another kiosk than it says",
    "forged": "this is not signed by the kiosk it names",
    "damaged": "this was damaged on its way",
}
