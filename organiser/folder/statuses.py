"""statuses.yaml: sample suggestions with what became of them, for the demo."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from kiosk.domain.receipt import receipt_code
from kiosk.domain.suggestion import NEXT, State, Status, Step
from organiser.folder.mistakes import FolderRefused, Mistakes
from organiser.folder.nodes import Node, read_yaml

FILE = "statuses.yaml"


def read_statuses(folder: Path) -> tuple[tuple[str, Status], ...]:
    """(made-up receipt, status) of each; the same place in the file always has the same receipt.

    Raises FolderRefused.
    """
    mistakes = Mistakes()
    root = read_yaml(folder, FILE, mistakes)
    statuses = [
        (receipt_code(f"sample {number}".encode()), _status(node))
        for number, node in enumerate(root.items() if root else (), 1)
    ]
    if mistakes.found:
        raise FolderRefused(tuple(sorted(mistakes.found)))
    return tuple(statuses)


def _status(node: Node) -> Status:
    steps: list[Step] = []
    for step in node.list("steps"):
        name, on = step.choice("state", {state.value for state in State}, "state"), step.text("on")
        state = State(name) if name in set(State) else State.RECEIVED
        if (steps and state not in NEXT[steps[-1].state]) or (not steps and state is not State.RECEIVED):
            step.wrong(f"“{name}” cannot follow here")
        try:
            date.fromisoformat(on)
        except ValueError:
            step.wrong(f"“{on}” is not a date like 2021-12-18")
        steps.append(Step(state, on, step.bilingual()))
    reply = node.get("reply")
    return Status(
        summary=node.both("summary"),
        department=node.text("department", "") or None,
        steps=tuple(steps),
        reply=reply.bilingual() if reply else None,
        outcome=node.text("outcome", "") or None,
    )
