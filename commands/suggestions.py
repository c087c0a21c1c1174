"""suggestions: read them, pass them on, answer, close, reopen and revisit them; what is due; the log."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from commands.keys import Json
from commands.say import answer
from commands.server_care import show_records
from commands.server_options import SERVER, By, Database, ServerFolder
from commands.suggestion_lines import counts, say_unannounced, show_done, show_lines, whole
from kiosk.domain.campaign import Bilingual
from kiosk.domain.suggestion import State
from sync.server import audit as audit_log
from sync.server import desk, suggestions
from sync.server.server import open_server
from sync.server.statistics import statistics
from sync.server.suggestion_rows import parse_code
from sync.server.suggestions import Satisfaction

app = typer.Typer(no_args_is_help=True, help="Handle suggestions: list, forward, take, reply, close, and what is due.")
Receipt = Annotated[str, typer.Argument(help="Its receipt, such as 7K4M-2P9X-3F.")]
Zh = Annotated[str, typer.Option(help="In Chinese; the person reads it.")]
En = Annotated[str, typer.Option(help="The same in English.")]


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
    show_lines(desk.list_suggestions(open_server(server, database_url), state), "suggestions", json)


@app.command()
def due(server: ServerFolder = SERVER, database_url: Database = None, json: Json = False) -> None:
    """Those with a yellow card (due within a working day) or a red one (overdue), the most urgent first."""
    opened = open_server(server, database_url)
    found = desk.due_suggestions(opened)
    show_lines(found, "cards", json)
    if not json:
        say_unannounced(statistics(opened).unannounced)


@app.command()
def show(receipt: Receipt, server: ServerFolder = SERVER, database_url: Database = None, json: Json = False) -> None:
    """One suggestion with every step."""
    item = desk.find_suggestion(open_server(server, database_url), receipt)
    answer(item, json, lambda: whole(item))


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
    show_done(suggestions.forward(open_server(server, database_url), receipt, department, by), json)


@app.command()
def take(
    receipt: Receipt,
    server: ServerFolder = SERVER,
    by: By = "office",
    database_url: Database = None,
    json: Json = False,
) -> None:
    """Somebody works on it now."""
    show_done(suggestions.take_in_hand(open_server(server, database_url), receipt, by), json)


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
    show_done(suggestions.reply(open_server(server, database_url), receipt, Bilingual(zh, en), by), json)


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
    show_done(suggestions.close(open_server(server, database_url), receipt, State(how.value), by, fate, why), json)


@app.command()
def outcome(
    receipt: Receipt,
    fate: Annotated[Fate, typer.Argument(help="planned: next year's work; published: 《建言与决策》.")],
    server: ServerFolder = SERVER,
    by: By = "office",
    database_url: Database = None,
    json: Json = False,
) -> None:
    """Say what became of an adopted one, if that was not known when it was closed."""
    show_done(suggestions.settle(open_server(server, database_url), receipt, fate.value, by), json)


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
    show_done(suggestions.merge(open_server(server, database_url), receipt, into, by), json)


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
    """Take up an answered or closed one again; its period begins anew."""
    show_done(suggestions.reopen(open_server(server, database_url), receipt, by, Bilingual(reason, reason_en)), json)


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
    show_done(suggestions.extend(open_server(server, database_url), receipt, by, Bilingual(reason, reason_en)), json)


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
    show_done(suggestions.classify(open_server(server, database_url), receipt, kind is Kind.ENQUIRY, by), json)


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
    show_done(suggestions.revisit(open_server(server, database_url), receipt, satisfaction, by), json)


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
    show_done(suggestions.summarise(open_server(server, database_url), receipt, Bilingual(zh, en), by), json)


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
    answer(counted, json, lambda: counts(counted))
