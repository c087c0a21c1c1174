"""serve: the central server, from its first keys to a running process."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from commands import server_care, usb
from commands.enrolment_sheet import KINDS, terminal_qr, write_sheet
from commands.keys import Json
from commands.say import answer, note, out, refuse
from commands.serve_blobs import blobs
from commands.server_options import Database, ServerFolder
from commands.strip import strip_
from kiosk.crypto.signing import VerifyKey
from kiosk.files import read_small
from organiser.key_text import KeyKind, key_text
from organiser.keys import read_public
from sync.server.enrolling import check_venue, create_code, is_enrolled
from sync.server.export import export_collection
from sync.server.keys import install_certificate, prepare_server, read_token
from sync.server.publishing import publish_pack
from sync.server.server import open_server
from sync.server.serving import Place
from sync.server.serving import serve as serve_forever

app = typer.Typer(help="Run the central server; subcommands prepare and look after it.")


class Level(StrEnum):
    """How much the server's log says."""

    DEBUG = "debug"
    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


@app.callback(invoke_without_command=True)
def serve(
    context: typer.Context,
    server: ServerFolder = Path("server"),
    host: Annotated[str, typer.Option(help="Kiosks elsewhere need HTTPS: --tls-cert or a proxy.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="0 takes a free one.")] = 8470,
    tls_cert: Annotated[Path | None, typer.Option(help="Certificate chain, PEM.")] = None,
    tls_key: Annotated[Path | None, typer.Option(help="Its private key, PEM.")] = None,
    workers: Annotated[int, typer.Option(min=1, max=64, help="Processes; more than one needs PostgreSQL.")] = 1,
    log_level: Annotated[Level, typer.Option(help="JSON lines on standard error.")] = Level.INFO,
    database_url: Database = None,
) -> None:
    """Run the central server until Ctrl-C."""
    if context.invoked_subcommand is not None:
        return
    if (tls_cert is None) != (tls_key is None):
        refuse("--tls-cert and --tls-key belong together.")
    if not host.strip():
        refuse("--host is empty; 0.0.0.0 listens at every address of this machine.")
    place = Place(host, port, (tls_cert, tls_key) if tls_cert and tls_key else None, workers, log_level.value)
    serve_forever(server, database_url, place, lambda address: print(f"Serving at {address}", flush=True))


@app.command()
def init(
    organiser: Annotated[Path, typer.Option(help="The organiser's public key file, organiser.pub.")],
    server: ServerFolder = Path("server"),
    json: Json = False,
) -> None:
    """Make a server's folder, keys and token; prints what the organiser certifies."""
    if (server / "kiosk.key").exists():
        refuse(f"{server} is a kiosk's folder; name another one with --server.")
    made = prepare_server(server, VerifyKey(read_public(organiser)))

    def show() -> None:
        server_key = key_text(KeyKind.SERVER, made.server_key.raw)
        note(f"--server-key [bold]{server_key}[/]\n--intake-key [bold]{key_text(KeyKind.INTAKE, made.intake_key)}[/]")
        note("Give both to the organiser for: keys certify")

    answer({"server_key": made.server_key.raw, "intake_key": made.intake_key}, json, show)


@app.command()
def certify(
    certificate: Annotated[Path, typer.Argument(help="The file that `keys certify` wrote.", show_default=False)],
    server: ServerFolder = Path("server"),
    json: Json = False,
) -> None:
    """Install the organiser's certificate."""
    install_certificate(server, read_small(certificate))
    answer({"certified": True}, json, lambda: note("The server may speak for the campaign now."))


@app.command()
def token(server: ServerFolder = Path("server"), json: Json = False) -> None:
    """Show the token with which organisers' programs read health and metrics."""
    shown = read_token(server)
    answer({"token": shown}, json, lambda: print(shown))


@app.command()
def publish(
    pack: Annotated[Path, typer.Argument(help="The folder that `campaign build` wrote.", show_default=False)],
    server: ServerFolder = Path("server"),
    database_url: Database = None,
    json: Json = False,
) -> None:
    """Offer a pack to kiosks."""
    manifest = publish_pack(open_server(server, database_url), pack)
    words = f"Version {manifest.version} with {len(manifest.files)} files is offered from now on."
    data = {"campaign": manifest.campaign, "version": manifest.version, "files": len(manifest.files)}
    answer(data, json, lambda: note(words))


@app.command()
def code(
    venue: Annotated[str, typer.Argument(help="The venue's id, such as v01.")],
    number: Annotated[int, typer.Argument(help="The kiosk's number in its venue.")] = 1,
    to: Annotated[Path | None, typer.Option(help="Also write a sheet with the QR: a .png or .pdf file.")] = None,
    server: ServerFolder = Path("server"),
    database_url: Database = None,
    json: Json = False,
) -> None:
    """A one-time code that enrols a kiosk, as text and QR, good for 24 hours."""
    if to is not None and to.suffix.lower() not in KINDS:
        refuse("The sheet is a .png or .pdf file.")
    kiosk = f"{venue}-{number}"
    opened = open_server(server, database_url)
    check_venue(opened, venue)
    made, known = create_code(opened, venue, number), is_enrolled(opened, kiosk)
    if to is not None:
        write_sheet(to, made, kiosk)

    def show() -> None:
        if out.is_terminal:
            print(terminal_qr(made))
        note(f"[bold]{made}[/]")
        if known:
            note(f"[yellow]{kiosk} is enrolled already; the code is for it (kiosk-readmit) or what takes its place.[/]")
            note("[yellow]A further machine needs a number of its own.[/]")
        if to is not None:
            note(f"The sheet is [bold]{to}[/].")

    answer({"code": made, "kiosk": kiosk, "enrolled": known}, json, show)


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
        if statement.frozen:
            note(f"[yellow]{statement.frozen} forks are undecided and not counted: serve forks[/]")
        if statement.quarantined:
            note(f"[yellow]{statement.quarantined} entries are set aside: serve parked, serve forks[/]")

    answer(statement, json, show)


for name, act in (
    ("blobs", blobs),
    ("kiosks", server_care.kiosks),
    ("venues", server_care.venues),
    ("parked", server_care.parked),
    ("retry", server_care.retry),
    ("forks", server_care.forks),
    ("decide", server_care.decide),
    ("audit", server_care.audit),
    ("strip", strip_),
    ("usb-import", usb.usb_import),
):
    app.command(name)(act)
