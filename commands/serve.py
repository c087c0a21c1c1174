"""serve: the central server, from its first keys to a running process."""

from __future__ import annotations

import logging
import time
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from commands.keys import Json
from commands.say import answer, note, out, refuse
from kiosk.crypto.signing import VerifyKey
from organiser.keys import read_public
from sync.server.enrolling import create_code
from sync.server.export import export_collection
from sync.server.health import kiosks_now
from sync.server.publishing import publish_pack
from sync.server.server import install_certificate, open_server, prepare_server
from sync.server.serving import serve as serve_forever

app = typer.Typer(help="Run the central server; subcommands prepare and look after it.")
ServerFolder = Annotated[Path, typer.Option("--server", help="The server's folder.")]
Database = Annotated[str | None, typer.Option("--database-url", help="Instead of SQLite in the folder.")]


@app.callback(invoke_without_command=True)
def serve(
    context: typer.Context,
    server: ServerFolder = Path("server"),
    host: Annotated[str, typer.Option(help="Kiosks elsewhere need HTTPS: --tls-cert or a proxy.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="0 takes a free one.")] = 8470,
    tls_cert: Annotated[Path | None, typer.Option(help="Certificate chain, PEM.")] = None,
    tls_key: Annotated[Path | None, typer.Option(help="Its private key, PEM.")] = None,
    database_url: Database = None,
) -> None:
    """Run the central server until Ctrl-C."""
    if context.invoked_subcommand is not None:
        return
    if (tls_cert is None) != (tls_key is None):
        refuse("--tls-cert and --tls-key belong together.")
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    logging.getLogger("alembic").setLevel(logging.WARNING)
    opened = open_server(server, database_url)
    tls = (tls_cert, tls_key) if tls_cert and tls_key else None
    serve_forever(opened, host, port, lambda address: print(f"Serving at {address}", flush=True), tls)


@app.command()
def init(
    organiser: Annotated[Path, typer.Option(help="The organiser's public key file, organiser.pub.")],
    server: ServerFolder = Path("server"),
    json: Json = False,
) -> None:
    """Make a server's folder and keys; prints what the organiser certifies."""
    made = prepare_server(server, VerifyKey(read_public(organiser)))

    def show() -> None:
        note(f"--server-key [bold]{made.server_key.raw.hex()}[/]\n--intake-key [bold]{made.intake_key.hex()}[/]")
        note("Give both to the organiser for: keys certify")

    answer({"server_key": made.server_key.raw, "intake_key": made.intake_key}, json, show)


@app.command()
def certify(certificate: Path, server: ServerFolder = Path("server")) -> None:
    """Install the organiser's certificate."""
    install_certificate(server, certificate.read_bytes())
    note("The server may speak for the campaign now.")


@app.command()
def publish(pack: Path, server: ServerFolder = Path("server"), database_url: Database = None) -> None:
    """Offer a pack to kiosks."""
    manifest = publish_pack(open_server(server, database_url), pack)
    note(f"Version {manifest.version} with {len(manifest.files)} files is offered from now on.")


@app.command()
def code(
    venue: Annotated[str, typer.Argument(help="The venue's id, such as v01.")],
    number: Annotated[int, typer.Argument(help="The kiosk's number in its venue.")] = 1,
    server: ServerFolder = Path("server"),
    database_url: Database = None,
    json: Json = False,
) -> None:
    """A one-time code that enrols a kiosk, good for 24 hours."""
    made = create_code(open_server(server, database_url), venue, number)
    answer({"code": made, "kiosk": f"{venue}-{number}"}, json, lambda: note(f"[bold]{made}[/]"))


@app.command()
def kiosks(server: ServerFolder = Path("server"), database_url: Database = None, json: Json = False) -> None:
    """Every kiosk: when it was last heard and how much of its journal is here."""
    rows = kiosks_now(open_server(server, database_url))

    def show() -> None:
        table = Table("kiosk", "last heard", "entries", "parked", "state", box=None, padding=(0, 2))
        for row in rows:
            seen = row["seen_at"]
            when = time.strftime("%Y-%m-%d %H:%M", time.localtime(seen)) if isinstance(seen, int) else "never"
            state = "[red]fork: frozen[/]" if row["frozen"] else "ok"
            table.add_row(str(row["kiosk"]), when, str(row["entries"]), str(row["parked"]), state)
        out.print(table)

    answer(rows, json, show)


@app.command()
def export(
    to: Annotated[Path, typer.Argument(help="The folder for the collection.")],
    server: ServerFolder = Path("server"),
    database_url: Database = None,
    json: Json = False,
) -> None:
    """Write the signed collection for the count."""
    statement = export_collection(open_server(server, database_url), to)

    def show() -> None:
        note(f"{statement.count} casts from {len(statement.kiosks)} kiosks are in [bold]{to}[/].")
        if statement.frozen or statement.quarantined:
            note(f"[yellow]{statement.frozen} frozen epochs, {statement.quarantined} entries set aside: look first.[/]")

    answer(statement, json, show)
