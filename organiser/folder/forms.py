"""forms/<id>.yaml: a representative's forms beside the ballot, checked so that a kiosk may rely on their shape."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from kiosk.crypto.sealing import OVERHEAD
from kiosk.domain.answers import plaintext_bytes
from kiosk.domain.ballot import FORM
from kiosk.domain.campaign import SuggestionRules
from kiosk.domain.form_words import longest_words
from kiosk.domain.forms import Form, Question, QuestionKind, Recipient
from kiosk.domain.words import Bilingual
from organiser.folder.mistakes import Mistakes
from organiser.folder.nodes import Node, read_yaml
from organiser.folder.questions import check_fields, read_question, texts

FOLDER = "forms"
MAX_SEALED_BYTES = 100_000
"""Of all a form's boxes together, half of what one journal entry may have (`kiosk.domain.journal`)."""
_ID = re.compile(r"[a-z0-9-]{1,20}")
_FIELDS = frozenset({"order", "version", "title", "purpose", "recipient", "questions"})


def read_forms(folder: Path, rules: SuggestionRules, mistakes: Mistakes) -> tuple[Form, ...]:
    """The forms by their `order`; none if there is no such folder. Every mistake is noted."""
    orders: dict[int, str] = {}
    forms: list[tuple[int, Form]] = []
    for name, root in _files(folder, mistakes):
        order, form = root.whole("order"), _form(root, name, rules)
        if order in orders:
            (root.get("order") or root).wrong(f"{orders[order]}.yaml has this order too")
        orders[order] = name
        forms.append((order, form))
    return tuple(form for _, form in sorted(forms, key=lambda pair: pair[0]))


def _files(folder: Path, mistakes: Mistakes) -> Iterator[tuple[str, Node]]:
    for path in sorted((folder / FOLDER).glob("*")):
        file = f"{FOLDER}/{path.name}"
        if path.suffix != ".yaml" or not _ID.fullmatch(path.stem) or path.stem == FORM:
            mistakes.add(file, 0, "a form's file is <id>.yaml: up to 20 small letters, digits or hyphens, not “ballot”")
        elif (root := read_yaml(folder, file, mistakes)) is not None:
            yield path.stem, root


def _form(root: Node, id: str, rules: SuggestionRules) -> Form:
    check_fields(root, _FIELDS)
    recipient = root.choice("recipient", {recipient.value for recipient in Recipient}, "recipient")
    form = Form(
        id=id,
        version=root.whole("version"),
        title=_named(root, "title"),
        purpose=_named(root, "purpose"),
        recipient=Recipient(recipient) if recipient in set(Recipient) else Recipient.TALLY,
        questions=_questions(root),
    )
    if root.get("version") and form.version < 1:
        root.wrong("“version” counts from 1")
    _check_size(root, form, rules)
    return form


def _named(root: Node, key: str) -> Bilingual:
    node = root.need(key)
    return Bilingual("–", "–") if node is None else texts(node)


def _questions(root: Node) -> tuple[Question, ...]:
    questions: list[Question] = []
    for node in root.list("questions"):
        question = read_question(node, {question.id: question for question in questions})
        if any(question.id == other.id for other in questions):
            (node.get("id") or node).wrong(f"question “{question.id}” is there twice")
        questions.append(question)
    if root.get("questions") and not questions:
        root.wrong("a form needs at least one question")
    return tuple(questions)


def _check_size(root: Node, form: Form, rules: SuggestionRules) -> None:
    if form.once:
        size = sum(plaintext_bytes(question) + OVERHEAD for question in form.questions)
        if size > MAX_SEALED_BYTES:
            root.wrong(f"sealed, this form has {size:,} bytes, more than {MAX_SEALED_BYTES:,}: shorten its texts")
        return
    if not any(q.kind is QuestionKind.TEXT and q.required and q.shown_if is None for q in form.questions):
        root.wrong("a form for the intake office needs a required text that is always shown")
    if all(question.codes or question.kind is QuestionKind.TEXT for question in form.questions):
        longest = longest_words(form)
        if longest > rules.max_characters:
            limit = f"more than campaign.yaml's max_characters, {rules.max_characters:,}"
            root.wrong(f"filled in, this form has up to {longest:,} characters, {limit}")
