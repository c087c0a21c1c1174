"""backup, restore and kiosk-mirror: folders copied while in use and put back; entries written a second time."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Annotated

import typer

from commands.keys import Json
from commands.say import answer, note, steps
from kiosk.services.restoring import back_up_kiosk, restore_kiosk
from kiosk.storage.backup import Layout, read_backup, unpacked, write_backup
from kiosk.storage.errors import BackupRefused
from kiosk.storage.identity import IDENTITY_FILE, load_identity
from kiosk.storage.mirror import prepare_mirror
from kiosk.storage.preferences import set_mirror
from sync.server.keys import DATABASE, KEYS, FolderRefused, has_database, read_keys
from sync.server.server import open_server
from sync.server.spent_list import renew_epoch

SERVER = Layout("server", "server.sqlite3", "blobs")


def backup(
    folder: Annotated[Path, typer.Argument(help="A kiosk's or a server's folder; it may be in use.")],
    to: Annotated[Path, typer.Argument(help="The new backup, on another medium. It holds private keys.")],
    with_content: Annotated[bool, typer.Option(help="Also the files of the pack, which can be gigabytes.")] = False,
    json: Json = False,
) -> None:
    """Copy a folder while it is in use and read the copy back."""
    now = int(time.time())
    if to.resolve().is_relative_to(folder.resolve()):
        raise BackupRefused("inside")
    with steps("Copying and reading back"):
        if (folder / IDENTITY_FILE).exists():
            made = back_up_kiosk(folder, to, now, with_content=with_content)
        elif (folder / KEYS).is_dir() or has_database(folder):
            read_keys(folder)  # what lacks a key could not be restored
            if (folder / DATABASE).exists() and not has_database(folder):
                raise FolderRefused("database-lost", str(folder))
            made = write_backup(folder, to, SERVER, now, with_content=with_content)
        else:
            raise BackupRefused("nothing-to-back-up")
    words = f"[bold]{to}[/] holds {len(made.files)} files of this {made.kind}. Lock it away: private keys are in it."
    answer({"kind": made.kind, "files": len(made.files), "made_at": made.made_at}, json, lambda: note(words))


def restore(
    backup: Annotated[Path, typer.Argument(help="What `backup` wrote.")],
    folder: Annotated[Path, typer.Argument(help="The folder to make; it must be new or empty.")],
    json: Json = False,
) -> None:
    """Make a folder from a backup, for a machine that replaces the old one."""
    kind = read_backup(backup).kind
    with steps("Checking and copying"):
        name = restore_kiosk(backup, folder) if kind == "kiosk" else restore_server(backup, folder)
    after = (
        "Start it and sync: what the old machine sent is not sent again, nothing is counted twice."
        if kind == "kiosk"
        else "Start it: the kiosks send again what this copy lacks. One enrolled since needs kiosk-readmit."
    )
    words = f"[bold]{folder}[/] is {kind} {name} again. Never start the old machine beside it. {after}"
    answer({"kind": kind, "name": name}, json, lambda: note(words))


def mirror(
    medium: Annotated[Path, typer.Argument(help="A folder on another disk or stick that stays in the kiosk.")],
    data: Annotated[Path, typer.Option("--data", help="The kiosk's folder.")] = Path("kiosk-data"),
    json: Json = False,
) -> None:
    """Write every entry a second time, on another medium, from the next start on."""
    load_identity(data)
    prepare_mirror(medium.resolve())
    set_mirror(data, medium.resolve())
    words = f"Entries go to [bold]{medium.resolve()}[/] as well, once the kiosk has been started again."
    answer({"mirror": medium.resolve()}, json, lambda: note(words))


def restore_server(backup: Path, folder: Path) -> str:
    """Make `folder` the server that was backed up and return its campaign.

    It gets a new server epoch: every kiosk then reads the list of spent marks anew, and what is missing here comes
    again. Raises BackupRefused, FolderRefused, SQLAlchemyError or OSError.
    """
    with unpacked(backup, folder, SERVER) as part:
        (part / SERVER.content).mkdir(exist_ok=True)
        opened = open_server(part)
        try:
            with opened.engine.begin() as connection:
                renew_epoch(connection)
        finally:
            opened.close()
    return opened.campaign
