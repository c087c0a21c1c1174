"""suggestions: read them, pass them on, answer and close them."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape

from commands.keys import Json
from commands.say import answer, note
from commands.serve import ServerFolder
from kiosk.domain.campaign import Bilingual
from kiosk.domain.receipt import group
from kiosk.domain.suggestion import State
from sync.server import suggestions
from sync.server.server import open_server

app = typer.Typer(no_args_is_help=True, help="Handle suggestions: list, forward, take, reply, close.")
Receipt = Annotated[str, typer.Argument(help="Its receipt, such as 7K4M-2P9X-3F.")]
By = Annotated[str, typer.Option(help="Who does this; it is kept in the log.")]
SERVER = Path("server")


class Closing(StrEnum):
    """How a suggestion may end."""

    ADOPTED = "adopted"
    EXPLAINED = "explained"
    DECLINED = "declined"
    MERGED = "merged"


class Fate(StrEnum):
    """What becomes of an adopted one."""

    PLANNED = "planned"
    PUBLISHED = "published"


@app.command("list")
def list_(
    server: ServerFolder = SERVER,
    state: Annotated[State | None, typer.Option(help="Only those that stand here.")] = None,
    json: Json = False,
) -> None:
    """All suggestions with their words."""
    found = suggestions.list_suggestions(open_server(server), state)

    def show() -> None:
        for item in found:
            _line(item)
        note(f"{len(found)} suggestions")

    answer(found, json, show)


@app.command()
def show(receipt: Receipt, server: ServerFolder = SERVER, json: Json = False) -> None:
    """One suggestion with every step."""
    item = suggestions.find_suggestion(open_server(server), receipt)
    answer(item, json, lambda: _whole(item))


@app.command()
def forward(
    receipt: Receipt,
    department: Annotated[str, typer.Argument(help="The department's id.")],
    server: ServerFolder = SERVER,
    by: By = "office",
) -> None:
    """Pass it on to a department."""
    _line(suggestions.forward(open_server(server), receipt, department, by))


@app.command()
def take(receipt: Receipt, server: ServerFolder = SERVER, by: By = "office") -> None:
    """Somebody works on it now; this also reopens a closed one."""
    _line(suggestions.take_in_hand(open_server(server), receipt, by))


@app.command()
def reply(
    receipt: Receipt,
    zh: Annotated[str, typer.Option(help="The answer in Chinese.")],
    en: Annotated[str, typer.Option(help="The answer in English.")] = "",
    server: ServerFolder = SERVER,
    by: By = "office",
) -> None:
    """Answer it."""
    _line(suggestions.reply(open_server(server), receipt, Bilingual(zh, en), by))


@app.command()
def close(
    receipt: Receipt,
    how: Annotated[Closing, typer.Argument()],
    outcome: Annotated[Fate | None, typer.Option(help="planned: next year's work; published: 《建言与决策》.")] = None,
    server: ServerFolder = SERVER,
    by: By = "office",
) -> None:
    """Close it."""
    fate = outcome.value if outcome else None
    _line(suggestions.close(open_server(server), receipt, State(how.value), by, fate))


@app.command()
def summarise(
    receipt: Receipt,
    zh: Annotated[str, typer.Option(help="One line that anybody with the receipt may read.")],
    en: Annotated[str, typer.Option()] = "",
    server: ServerFolder = SERVER,
) -> None:
    """Set the handler's summary; never the person's own words."""
    _line(suggestions.summarise(open_server(server), receipt, Bilingual(zh, en)))


def _line(item: suggestions.Handled) -> None:
    words = item.words.text.replace("\n", " ") if item.words else item.status.summary.zh
    shown = words if len(words) <= 60 else words[:59] + "…"
    department = item.status.department or "–"
    note(f"[bold]{group(item.receipt)}[/]  {item.status.state.value:<9} {department:<5} {escape(shown)}")


def _whole(item: suggestions.Handled) -> None:
    _line(item)
    for step in item.status.steps:
        note(f"  {step.on}  {step.state.value:<9} {escape(step.note.zh)}")
    if item.words:
        note(f"\n{escape(item.words.text)}\n")
        for label, value in (("name", item.words.name), ("phone", item.words.phone)):
            if value:
                note(f"{label}: {escape(value)}")
    if item.status.reply:
        note(f"\nreply: {escape(item.status.reply.zh)}")
