"""problems.yaml: the key problems, each with a department, an answer and the second of the answer in a clip."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from kiosk.domain.campaign import ClipKind, Department, Problem
from organiser.folder.mistakes import Mistakes
from organiser.folder.nodes import Node, read_yaml
from organiser.folder.rules import Rules

FILE = "problems.yaml"
_FIELDS = ("number", "departments", "topic", "source", "clip", "answer_at", "question", "answer")


def read_problems(
    folder: Path, rules: Rules, departments: Mapping[str, Department], mistakes: Mistakes
) -> tuple[Problem, ...]:
    """The problems by their number."""
    root = read_yaml(folder, FILE, mistakes)
    if root is None:
        return ()
    problems: list[Problem] = []
    for node in root.items():
        problem = _problem(node, rules, departments)
        if problem.number in {p.number for p in problems}:
            node.wrong(f"problem {problem.number} is there twice")
        problems.append(problem)
    problems.sort(key=lambda problem: problem.number)
    if [p.number for p in problems] != list(range(1, len(problems) + 1)):
        root.wrong("“number” must count from 1 without gaps")
    return tuple(problems)


def _problem(node: Node, rules: Rules, departments: Mapping[str, Department]) -> Problem:
    ids = []
    node.only(*_FIELDS)
    for member in node.list("departments"):
        id = member.word()
        if id and id not in departments and departments:  # none at all has been said already
            member.wrong(f"“{id}” is not a department of departments.csv")
        ids.append(id)
    if not ids:
        node.wrong("a problem needs a department")
    kind = node.choice("clip", {kind.value for kind in ClipKind}, "clip")
    clip = ClipKind(kind) if kind in set(ClipKind) else ClipKind.REPORT
    at = node.seconds("answer_at")
    if ids and (department := departments.get(ids[0])):
        duration = department.clip(clip).duration
        if duration and at >= duration:
            place = node.get("answer_at") or node
            place.wrong(f"the answer begins at {at:.1f} s, past the video's end at {duration:.1f} s")
    return Problem(
        number=node.whole("number"),
        question=node.both("question"),
        departments=tuple(ids),
        topic=node.choice("topic", {topic.id for topic in rules.topics}, "topic"),
        source=node.choice("source", {source.id for source in rules.sources}, "source"),
        answer=node.both("answer"),
        clip=clip,
        answer_at=at,
    )
