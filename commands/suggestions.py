"""suggestions: read them, pass them on, answer, close, reopen and revisit them; what is due; the log."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from commands.keys import Json
from commands.say import answer, note
from commands.server_care import show_records
from commands.server_options import SERVER, By, Database, ServerFolder
from commands.terminal import words_of_others
from kiosk.domain.campaign import Bilingual
from kiosk.domain.receipt import group
from kiosk.domain.suggestion import State
from sync.server import audit as audit_log
from sync.server import desk, suggestions
from sync.server.deadlines import Card
from sync.server.desk import Handled
from sync.server.server import open_server
from sync.server.statistics import Statistics, statistics
from sync.server.suggestion_rows import parse_code
from sync.server.suggestions import Satisfaction

app = typer.Typer(no_args_is_help=True, help="Handle suggestions: list, forward, take, reply, close, and what is due.")
Receipt = Annotated[str, typer.Argument(help="Its receipt, such as 7K4M-2P9X-3F.")]
Zh = Annotated[str, typer.Option(help="In Chinese; the person reads it.")]
En = Annotated[str, typer.Option(help="The same in English.")]
_CARDS = {Card.NONE: "", Card.YELLOW: "[yellow]yellow card[/]", Card.RED: "[bold red]red card[/]"}


class Closing(StrEnum):
    """How a suggestion may end."""

    ADOPTED = "adopted"
    EXPLAINED = "explained"
    DECLINED = "declined"


class Fate(StrEnum):
    """What becomes of an adopted one."""

    PLANNED = "planned"
    PUBLISHED = "published"


class Kind(StrEnum):
    """Which period holds."""

    SUGGESTION = "suggestion"
    ENQUIRY = "enquiry"


@app.command("list")
def list_(
    server: ServerFolder = SERVER,
    state: Annotated[State | None, typer.Option(help="Only those that stand here.")] = None,
    database_url: Database = None,
    json: Json = False,
) -> None:
    """All suggestions with their words."""
    _lines(desk.list_suggestions(open_server(server, database_url), state), "suggestions", json)


@app.command()
def due(server: ServerFolder = SERVER, database_url: Database = None, json: Json = False) -> None:
    """Those with a yellow card (due within a working day) or a red one (overdue), the most urgent first."""
    opened = open_server(server, database_url)
    found = desk.due_suggestions(opened)
    _lines(found, "cards", json)
    if not json:
        _say_unannounced(statistics(opened).unannounced)


@app.command()
def show(receipt: Receipt, server: ServerFolder = SERVER, database_url: Database = None, json: Json = False) -> None:
    """One suggestion with every step."""
    item = desk.find_suggestion(open_server(server, database_url), receipt)
    answer(item, json, lambda: _whole(item))


@app.command()
def forward(
    receipt: Receipt,
    department: Annotated[str, typer.Argument(help="The department's id.")],
    server: ServerFolder = SERVER,
    by: By = "office",
    database_url: Database = None,
    json: Json = False,
) -> None:
    """Pass it on to a department."""
    _done(suggestions.forward(open_server(server, database_url), receipt, department, by), json)


@app.command()
def take(
    receipt: Receipt,
    server: ServerFolder = SERVER,
    by: By = "office",
    database_url: Database = None,
    json: Json = False,
) -> None:
    """Somebody works on it now."""
    _done(suggestions.take_in_hand(open_server(server, database_url), receipt, by), json)


@app.command()
def reply(
    receipt: Receipt,
    zh: Zh,
    en: En = "",
    server: ServerFolder = SERVER,
    by: By = "office",
    database_url: Database = None,
    json: Json = False,
) -> None:
    """Answer it."""
    _done(suggestions.reply(open_server(server, database_url), receipt, Bilingual(zh, en), by), json)


@app.command()
def close(
    receipt: Receipt,
    how: Annotated[Closing, typer.Argument(help="How it ends.")],
    outcome: Annotated[Fate | None, typer.Option(help="planned: next year's work; published: 《建言与决策》.")] = None,
    reason: Annotated[str, typer.Option(help="In Chinese; the person reads it. Declining needs one.")] = "",
    reason_en: En = "",
    server: ServerFolder = SERVER,
    by: By = "office",
    database_url: Database = None,
    json: Json = False,
) -> None:
    """Close it."""
    fate = outcome.value if outcome else None
    why = Bilingual(reason, reason_en) if reason else None
    _done(suggestions.close(open_server(server, database_url), receipt, State(how.value), by, fate, why), json)


@app.command()
def merge(
    receipt: Receipt,
    into: Annotated[str, typer.Argument(help="The receipt of the one it is handled with.")],
    server: ServerFolder = SERVER,
    by: By = "office",
    database_url: Database = None,
    json: Json = False,
) -> None:
    """Handle it together with another one; its status follows that one's from now on."""
    _done(suggestions.merge(open_server(server, database_url), receipt, into, by), json)


@app.command()
def reopen(
    receipt: Receipt,
    reason: Zh,
    reason_en: En = "",
    server: ServerFolder = SERVER,
    by: By = "office",
    database_url: Database = None,
    json: Json = False,
) -> None:
    """Take up a closed one again; its period begins anew."""
    _done(suggestions.reopen(open_server(server, database_url), receipt, by, Bilingual(reason, reason_en)), json)


@app.command()
def extend(
    receipt: Receipt,
    reason: Zh,
    reason_en: En = "",
    server: ServerFolder = SERVER,
    by: By = "office",
    database_url: Database = None,
    json: Json = False,
) -> None:
    """Prolong its period, once."""
    _done(suggestions.extend(open_server(server, database_url), receipt, by, Bilingual(reason, reason_en)), json)


@app.command()
def classify(
    receipt: Receipt,
    kind: Annotated[Kind, typer.Argument(help="A plain enquiry has the shorter period.")],
    server: ServerFolder = SERVER,
    by: By = "office",
    database_url: Database = None,
    json: Json = False,
) -> None:
    """Say whether it is a suggestion or a plain enquiry."""
    _done(suggestions.classify(open_server(server, database_url), receipt, kind is Kind.ENQUIRY, by), json)


@app.command()
def revisit(
    receipt: Receipt,
    satisfaction: Annotated[Satisfaction, typer.Argument(help="What the person says about the answer.")],
    server: ServerFolder = SERVER,
    by: By = "office",
    database_url: Database = None,
    json: Json = False,
) -> None:
    """Note what the person says when asked again."""
    _done(suggestions.revisit(open_server(server, database_url), receipt, satisfaction, by), json)


@app.command()
def summarise(
    receipt: Receipt,
    zh: Zh,
    en: En = "",
    server: ServerFolder = SERVER,
    by: By = "office",
    database_url: Database = None,
    json: Json = False,
) -> None:
    """Set the handler's summary, one line; never the person's own words."""
    _done(suggestions.summarise(open_server(server, database_url), receipt, Bilingual(zh, en), by), json)


@app.command("audit")
def audit_(receipt: Receipt, server: ServerFolder = SERVER, database_url: Database = None, json: Json = False) -> None:
    """Everything that was done with one suggestion: who, when, before and after."""
    opened = open_server(server, database_url)
    rows = audit_log.history(opened, f"suggestion:{desk.find_suggestion(opened, parse_code(receipt)).receipt}")
    answer(rows, json, lambda: show_records(rows))


@app.command("statistics")
def statistics_(server: ServerFolder = SERVER, database_url: Database = None, json: Json = False) -> None:
    """Counts by state and department, what is overdue, how people found the answers."""
    counted = statistics(open_server(server, database_url))
    answer(counted, json, lambda: _counts(counted))


def _lines(found: list[Handled], what: str, json: bool) -> None:
    def show() -> None:
        for item in found:
            _line(item)
        note(f"{len(found)} {what}")

    answer(found, json, show)


def _done(item: Handled, json: bool) -> None:
    """How it stands after the step."""
    answer(item, json, lambda: _line(item))


def _line(item: Handled) -> None:
    words = item.words.text.replace("\n", " ") if item.words else item.status.summary.zh
    shown = words if len(words) <= 60 else words[:59] + "…"
    department = item.status.department or "–"
    card = f"  {_CARDS[item.card]}" if item.card is not Card.NONE else ""
    state = item.status.state.value
    note(f"[bold]{group(item.receipt)}[/]  {state:<9} {department:<5} due {item.due}{card}  {words_of_others(shown)}")


def _whole(item: Handled) -> None:
    _line(item)
    for step in item.status.steps:
        note(f"  {step.on}  {step.state.value:<9} {words_of_others(step.note.zh)}")
    if item.merged_into:
        note(f"  handled with {group(item.merged_into)}")
    if item.words:
        note(f"\n{words_of_others(item.words.text)}\n")
        for label, value in (("name", item.words.name), ("phone", item.words.phone)):
            if value:
                note(f"{label}: {words_of_others(value)}")
    if item.status.reply:
        note(f"\nreply: {words_of_others(item.status.reply.zh)}")
    if item.satisfaction:
        note(f"revisited: {item.satisfaction}")


def _say_unannounced(years: list[int]) -> None:
    for year in years:
        note(
            f"[yellow]Working days of {year} are not known here yet, so what is due then may be some days off: "
            "install this year's version, or write them into working-days.csv[/]"
        )


def _counts(counted: Statistics) -> None:
    note(f"{counted.total} suggestions, {counted.merged} of them merged into others")
    note("  ".join(f"{state} {number}" for state, number in counted.states.items()))
    note(f"[yellow]yellow {counted.yellow}[/]  [red]red {counted.red}[/]")
    for id, row in counted.departments.items():
        note(f"  {words_of_others(id):<6} {row.total:>5}  open {row.open:>5}  yellow {row.yellow:>4}  red {row.red:>4}")
    for name, numbers in (("outcomes", counted.outcomes), ("satisfaction", counted.satisfaction)):
        if numbers:
            note(f"{name}: " + ", ".join(f"{key} {number}" for key, number in numbers.items()))
    _say_unannounced(counted.unannounced)
