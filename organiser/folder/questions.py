"""One question of a form: its kind's own fields, and a condition that looks back at an earlier question."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from kiosk.domain.answers import MAX_CODE
from kiosk.domain.forms import Condition, Option, Question, QuestionKind
from kiosk.domain.words import Bilingual
from organiser.folder.nodes import Node

MAX_POINT = 10
"""The highest end of a scale: eleven touch targets are what a screen's width holds."""
MAX_TEXT = 1000
_ID = re.compile(r"[a-z0-9-]{1,20}")
_COMMON = frozenset({"id", "kind", "zh", "en", "required", "shown_if"})
_OWN = {
    QuestionKind.SINGLE: frozenset({"options"}),
    QuestionKind.SEVERAL: frozenset({"options", "least", "most"}),
    QuestionKind.SCALE: frozenset({"from", "to"}),
    QuestionKind.TEXT: frozenset({"most"}),
}


def read_question(node: Node, earlier: Mapping[str, Question]) -> Question:
    """The question; every mistake is noted. `earlier` are the questions above it."""
    name = node.choice("kind", {kind.value for kind in QuestionKind}, "kind of question")
    kind = QuestionKind(name) if name in set(QuestionKind) else QuestionKind.TEXT
    if name in set(QuestionKind):
        check_fields(node, _COMMON | _OWN[kind])
    options = _options(node, kind) if kind in (QuestionKind.SINGLE, QuestionKind.SEVERAL) else ()
    least, most = _bounds(node, kind, len(options)) if name in set(QuestionKind) else (0, 1)
    return Question(
        id=_id(node),
        kind=kind,
        text=texts(node),
        required=node.truth("required", True),
        options=options,
        least=least,
        most=most,
        least_label=_end_label(node, kind, "from"),
        most_label=_end_label(node, kind, "to"),
        shown_if=_condition(node, earlier),
    )


def check_fields(node: Node, known: Collection[str]) -> None:
    """Note fields that are empty or have no meaning here: a misspelt condition must not ask everybody."""
    if not isinstance(node.value, Mapping):
        return
    node.only(*known)
    for key, value in node.value.items():
        if key in known and value is None:
            node.wrong(f"“{key}” is empty")


def texts(node: Node) -> Bilingual:
    """This node's zh and en; both are needed, because anonymous answers must not depend on the language."""
    return Bilingual(node.text("zh") or "–", node.text("en") or "–")


def _id(node: Node) -> str:
    id = node.text("id")
    if id and not _ID.fullmatch(id):
        (node.get("id") or node).wrong(f"“{id}” must have up to 20 small letters, digits or hyphens")
    return id


def _options(node: Node, kind: QuestionKind) -> tuple[Option, ...]:
    options: list[Option] = []
    own = ("alone",) if kind is QuestionKind.SEVERAL else ()
    for option in node.list("options"):
        check_fields(option, ("code", "zh", "en", *own))
        code = option.whole("code")
        if option.get("code") and (not 1 <= code <= MAX_CODE or code in {o.code for o in options}):
            option.wrong(f"“code” must be a number from 1 to {MAX_CODE} that no other option has")
        options.append(Option(code, texts(option), option.truth("alone", False)))
    if len(options) < 2 and node.get("options"):
        node.wrong("a choice needs at least two options")
    if any(option.alone for option in options) and node.whole("least", 1) > 1:
        (node.get("least") or node).wrong("“least” must be 1 where an option stands alone")
    return tuple(options)


def _bounds(node: Node, kind: QuestionKind, options: int) -> tuple[int, int]:
    match kind:
        case QuestionKind.SEVERAL:
            return _choices(node, options)
        case QuestionKind.SCALE:
            return _scale(node)
        case QuestionKind.TEXT:
            most = node.whole("most")
            if node.get("most") and not 1 <= most <= MAX_TEXT:
                (node.get("most") or node).wrong(f"a text may have from 1 to {MAX_TEXT:,} characters")
            return 0, most
        case _:
            return 0, 0


def _choices(node: Node, options: int) -> tuple[int, int]:
    least, most = node.whole("least", 1), node.whole("most", options)
    if options and not 1 <= least <= most <= options:
        (node.get("most") or node.get("least") or node).wrong(
            f"“least” and “most” must lie between 1 and the number of options, {options}, and “most” not below “least”"
        )
    return least, most


def _scale(node: Node) -> tuple[int, int]:
    ends = [node.need(key) for key in ("from", "to")]
    lowest, highest = (0 if end is None else end.whole("point") for end in ends)
    for end in ends:
        if end is not None:
            check_fields(end, ("point", "zh", "en"))
    if all(ends) and not lowest < highest <= MAX_POINT:
        node.wrong(f"a scale rises from its “from” to its “to”, and not above {MAX_POINT}")
    return lowest, highest


def _end_label(node: Node, kind: QuestionKind, key: str) -> Bilingual | None:
    end = node.get(key) if kind is QuestionKind.SCALE else None
    return None if end is None else texts(end)


def _condition(node: Node, earlier: Mapping[str, Question]) -> Condition | None:
    condition = node.get("shown_if")
    if condition is None:
        return None
    check_fields(condition, ("question", "is"))
    id = condition.text("question")
    codes = _codes(condition)
    if id and id not in earlier:
        condition.wrong(f"“{id}” is not a question above this one")
    elif id:
        _check_condition(condition, earlier[id], codes)
    return Condition(id, codes)


def _codes(condition: Node) -> tuple[int, ...]:
    """`is: 3` or `is: [3, 4]`."""
    found = condition.need("is")
    if found is None:
        return ()
    members = list(found.items()) if isinstance(found.value, list) else [found]
    for member in members:
        if not _is_number(member.value):
            member.wrong(f"“{member.value}” is not a code")
    return tuple(sorted({int(member.value) for member in members if _is_number(member.value)}))


def _is_number(value: object) -> bool:
    """Whether YAML read a whole number; it keeps how a nought was written, so the type is not always `int`."""
    return isinstance(value, int) and not isinstance(value, bool)


def _check_condition(condition: Node, target: Question, codes: tuple[int, ...]) -> None:
    if target.kind is QuestionKind.TEXT:
        condition.wrong(f"“{target.id}” is a text; a condition looks at a choice or a scale")
        return
    if unknown := [str(code) for code in codes if code not in target.codes]:
        condition.wrong(f"{', '.join(unknown)} cannot be answered to “{target.id}”")
    if not codes and condition.get("is") is not None:
        condition.wrong("a condition needs at least one code")
