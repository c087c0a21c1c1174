"""Suggestions as the command line shows them: one a line, one as a whole, and how the loop stands."""

from __future__ import annotations

from textwrap import indent

from commands.say import answer, note
from commands.terminal import words_of_others
from kiosk.domain.receipt import group
from sync.server.deadlines import Card
from sync.server.desk import Handled
from sync.server.statistics import Statistics

_OF_OTHERS = "  │ "
"""Before every line that a resident wrote: one like "phone: …" must not look like what stands below it."""
_CARDS = {Card.NONE: "", Card.YELLOW: "[yellow]yellow card[/]", Card.RED: "[bold red]red card[/]"}


def show_lines(found: list[Handled], what: str, json: bool) -> None:
    """All of them, and how many there are of `what`."""

    def show() -> None:
        for item in found:
            _line(item)
        note(f"{len(found)} {what}")

    answer(found, json, show)


def show_done(item: Handled, json: bool) -> None:
    """How it stands after the step."""
    answer(item, json, lambda: _line(item))


def _line(item: Handled) -> None:
    words = " ".join((item.words.text if item.words else item.status.summary.zh).split())
    shown = words if len(words) <= 60 else words[:59] + "…"
    department = item.status.department or "–"
    card = f"  {_CARDS[item.card]}" if item.card is not Card.NONE else ""
    state = item.status.state.value
    note(f"[bold]{group(item.receipt)}[/]  {state:<9} {department:<5} due {item.due}{card}  {words_of_others(shown)}")
    if item.unreadable:
        note("  [red]its words are sealed to another intake key and cannot be read here[/]")


def whole(item: Handled) -> None:
    """One with its steps, its words, and who to answer."""
    _line(item)
    for step in item.status.steps:
        note(f"  {step.on}  {step.state.value:<9} {words_of_others(step.note.zh)}")
    if item.merged_into:
        note(f"  handled with {group(item.merged_into)}")
    if item.words:
        note(f"\n{indent(words_of_others(item.words.text), _OF_OTHERS, lambda _line: True)}\n")
        for label, value in (("name", item.words.name), ("phone", item.words.phone)):
            if value:
                note(f"{label}: {words_of_others(value)}")
    if item.status.reply:
        note(f"\nreply: {words_of_others(item.status.reply.zh)}")
    if item.satisfaction:
        note(f"revisited: {item.satisfaction}")


def say_unannounced(years: list[int]) -> None:
    """A line for each year whose make-up days are not known."""
    for year in years:
        note(
            f"[yellow]Working days of {year} are not known here yet, so what is due then may be some days off: "
            "install this year's version, or write them into working-days.csv[/]"
        )


def counts(counted: Statistics) -> None:
    """How many stand where, and how people found the answers."""
    note(f"{counted.total} suggestions, {counted.merged} of them merged into others")
    note("  ".join(f"{state} {number}" for state, number in counted.states.items()))
    note(f"[yellow]yellow {counted.yellow}[/]  [red]red {counted.red}[/]")
    for id, row in counted.departments.items():
        note(f"  {words_of_others(id):<6} {row.total:>5}  open {row.open:>5}  yellow {row.yellow:>4}  red {row.red:>4}")
    for name, numbers in (("outcomes", counted.outcomes), ("satisfaction", counted.satisfaction)):
        if numbers:
            note(f"{name}: " + ", ".join(f"{key} {number}" for key, number in numbers.items()))
    say_unannounced(counted.unannounced)
