"""docs/formats.md against the program: examples, CDDL, names, codes and limits, so that it cannot go stale silently."""

from __future__ import annotations

import ast
import dataclasses
import importlib
import json
import re
from pathlib import Path
from typing import Any

import cbor2
import pytest
from formats.cddl_blocks import document, fields, fits, rules
from formats.vector_files import at, load, unhex

from kiosk.crypto.signing import Purpose
from kiosk.domain import ballot, campaign, credential, forms, journal, pack, staff, suggestion
from kiosk.domain.receipt import ALPHABET
from kiosk.domain.suggestion import NEXT, State
from organiser.tally import records, statement
from sync import wire
from sync.usb import boxes

ROOT = Path(__file__).parent.parent.parent
EXAMPLES = re.findall(r"```(hex|text) (\S+\.json) (\S+)\n(.*?)\n```", document(), re.DOTALL)


@pytest.mark.parametrize(("kind", "file", "path", "shown"), EXAMPLES, ids=[f"{e[1]}:{e[2]}" for e in EXAMPLES])
def test_an_example_is_its_vector(kind: str, file: str, path: str, shown: str) -> None:
    assert (re.sub(r"\s", "", shown) if kind == "hex" else shown) == at(file, path)


def test_the_important_formats_have_examples() -> None:
    assert len(EXAMPLES) > 30
    named = "canonical signing credentials pins packs journal witness ballot suggestions receipts bundles"
    more = "acknowledgements enrolment statuses answers collection statements attachments"
    assert {file for _, file, _, _ in EXAMPLES} == {f"{name}.json" for name in f"{named} {more}".split()}


def test_the_example_keys_are_the_vectors() -> None:
    for keys in load("keys.json").values():
        for name, key in keys.items():
            assert re.search(rf"\| {name} .*{key['private'][:2]}.*{key['public']}.*{key['id']}", document())


SHAPES: dict[str, type[Any]] = {
    "bilingual": campaign.Bilingual,
    "manifest": pack.Manifest,
    "pack-file": pack.PackFile,
    "access-json": pack.Access,
    "campaign-json": campaign.Campaign,
    "rating-option": campaign.RatingOption,
    "category": campaign.Category,
    "session": campaign.Session,
    "department": campaign.Department,
    "clip": campaign.Clip,
    "problem": campaign.Problem,
    "form": forms.Form,
    "question": forms.Question,
    "entry": journal.Entry,
    "attendance": journal.Attendance,
    "opinion": journal.Opinion,
    "day-counts": staff.DayCounts,
    "witness": staff.Witness,
    "cast": ballot.Cast,
    "suggestion": suggestion.Suggestion,
    "sealed-suggestion": suggestion.SealedSuggestion,
    "status-list": suggestion.StatusList,
    "status": suggestion.Status,
    "step": suggestion.Step,
    "bundle": journal.Bundle,
    "acknowledgement": journal.Acknowledgement,
    "enrol-request": wire.EnrolRequest,
    "enrol-reply": wire.EnrolReply,
    "server-certificate": wire.ServerCertificate,
    "stick-bundle": boxes.SealedBundle,
    "attachment-piece": wire.AttachmentPiece,
    "attachment-stand": wire.AttachmentStand,
    "collected": records.Collected,
    "holder": records.Holder,
    "sealed-item": records.Sealed,
    "stripped-item": records.Stripped,
    "pile": records.Pile,
    "export-statement": statement.ExportStatement,
    "stage-statement": statement.Statement,
}


@pytest.mark.parametrize("rule", SHAPES)
def test_a_rule_has_the_fields_of_its_message(rule: str) -> None:
    shape = SHAPES[rule]
    ours = [f.name for f in dataclasses.fields(shape)] if dataclasses.is_dataclass(shape) else shape._fields
    assert fields(rule) == set(ours)


PAYLOADS = [
    ("witness", at("witness.json", "payload")),
    ("manifest", at("packs.json", "payload")),
    *(("entry", entry["entry"]) for entry in load("journal.json")["entries"]),
    ("cast", at("ballot.json", "cast")),
    *(("suggestion", case["plain"]) for case in load("suggestions.json")["valid"]),
    ("sealed-suggestion", at("suggestions.json", "body")),
    *(("bundle", case["payload"]) for case in load("bundles.json")["valid"]),
    *(("acknowledgement", case["payload"]) for case in load("acknowledgements.json")["valid"]),
    ("enrol-request", at("enrolment.json", "request.payload")),
    ("enrol-request", at("enrolment.json", "request_to_be_known_again.payload")),
    ("enrol-reply", at("enrolment.json", "reply.payload")),
    ("stick-bundle", at("sticks.json", "up")),
    ("stick-info", at("sticks.json", "info")),
    ("stick-answers", at("sticks.json", "answers")),
    ("attachment-info", at("attachments.json", "info")),
    *(("attachment-piece", case["payload"]) for case in load("attachments.json")["pieces"]),
    *(("attachment-stand", case["payload"]) for case in load("attachments.json")["stands"]),
    ("status-list", at("statuses.json", "payload")),
    ("export-statement", at("collection.json", "payload")),
    ("stage-statement", at("statements.json", "payload")),
    *(("credential", case["payload"]) for case in load("credentials.json")["valid"]),
    *(("rating-info", case["info"]) for case in load("ballot.json")["sealed"]),
    *(("answer-info", case["info"]) for case in load("answers.json")["valid"]),
    *(("answer", cbor2.dumps(case["answer"]).hex()) for case in load("answers.json")["valid"]),
    *(("suggestion-info", case["info"]) for case in load("suggestions.json")["valid"]),
    *(("sig-structure", case["sig_structure"]) for case in load("signing.json")["valid"]),
]


@pytest.mark.parametrize(("rule", "payload"), PAYLOADS, ids=[f"{i}-{rule}" for i, (rule, _) in enumerate(PAYLOADS)])
def test_what_the_program_writes_fits_the_cddl(rule: str, payload: str) -> None:
    assert fits(rule, unhex(payload)) == ""


@pytest.mark.parametrize("number", range(len(load("journal.json")["entries"])))
def test_an_entrys_body_fits_the_rule_of_its_kind(number: int) -> None:
    entry = cbor2.loads(unhex(at("journal.json", f"entries.{number}.entry")))
    rule = {"suggestion": "sealed-suggestion", "staff": "staff-act"}.get(entry["kind"], entry["kind"])
    assert fits(rule, cbor2.dumps(entry["body"], canonical=True)) == ""


@pytest.mark.parametrize("name", ["campaign", "access"])
def test_the_packs_documents_fit_the_cddl(name: str) -> None:
    value = json.loads(load("documents.json")[name], parse_float=lambda text: float(text))
    assert fits(f"{name}-json", cbor2.dumps(value)) == ""


def test_the_cddl_refuses_what_is_of_another_shape() -> None:
    good = cbor2.loads(unhex(at("acknowledgements.json", "valid.0.payload")))
    for change in ({"v": 2}, {"outcome": "fine"}, {"acked_seq": -1}, {"head_hash": bytes(31)}, {"server_time": "now"}):
        assert fits("acknowledgement", cbor2.dumps({**good, **change}))


def test_every_rule_that_is_named_is_written() -> None:
    builtin = {"any", "bool", "bstr", "float", "null", "tstr", "uint", "nint", "le", "ge", "size", "false", "true"}
    for name, text in rules().items():
        body = re.sub(r'"[^"]*"', "", text.split("=", 1)[1])
        body = re.sub(r"[a-z][a-z0-9_-]*\s*:", "", body)
        assert set(re.findall(r"(?<![a-z0-9-])[a-z][a-z0-9-]*", body)) <= builtin | set(rules()), name


# Names, codes and limits


def quoted(words: set[str]) -> set[str]:
    """Those words that the document does not show as code or in a rule."""
    return {word for word in words if f"`{word}`" not in document() and f'"{word}"' not in document()}


def section(number: int) -> str:
    """A section's text."""
    return re.split(r"^## \d+\. ", document(), flags=re.MULTILINE)[number]


def test_every_purpose_kind_outcome_and_state_is_in_the_document() -> None:
    enums = (Purpose, journal.Kind, journal.Outcome, credential.Refusal, credential.Role, State, campaign.Mode)
    more = (staff.Act, staff.Moment, records.CardState, forms.Recipient, forms.QuestionKind, campaign.ChapterKind)
    assert quoted({member.value for enum in (*enums, *more) for member in enum}) == set()


def test_the_way_of_a_suggestion_is_in_the_document() -> None:
    for state, following in NEXT.items():
        row = next(
            line
            for line in document().splitlines()
            if line.startswith("| ") and f"`{state.value}`" in line.split("|")[1]
        )
        assert set(re.findall(r"`([a-z_]+)`", row.split("|")[2])) == {step.value for step in following}


def codes_raised(*folders: str) -> set[str]:
    """The codes with which refusals are raised in these files: first arguments of `raise SomeError("code", …)`."""
    found = set()
    for path in (path for folder in folders for path in ROOT.glob(folder)):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            match node:
                case ast.Raise(exc=ast.Call(func=ast.Name(id=name), args=[ast.Constant(value=str() as code), *_])):
                    found.add((name, code))
    wanted = {"EncodingError", "SignatureRefused", "ReceiptError", "CodeRefused", "TooLarge", "TooMany", "TooSlow"}
    return {code for name, code in found if name in wanted}


def test_every_code_of_refusal_is_in_the_document() -> None:
    codes = codes_raised("kiosk/domain/*.py", "kiosk/crypto/*.py", "sync/*.py", "sync/server/*.py")
    assert len(codes) > 15
    assert quoted(codes) == set()


def test_every_stages_reason_is_in_the_document() -> None:
    reasons = {"not-an-entry", "other-form", "rehearsal", "other-version", "other-key", "unknown-credential"}
    source = "".join(path.read_text("utf-8") for path in (ROOT / "organiser" / "tally").glob("*.py"))
    assert all(f'"{reason}"' in source for reason in reasons)
    written = set(re.findall(r'(?:aside\(|set_aside\[|return |, )"([a-z]+(?:-[a-z]+)+)"', source))
    assert reasons <= written | {"rehearsal"}
    known = {word for word in written if f"`{word}`" in document()}
    assert written - known <= {"other-campaign", "kiosks-missing", "bad-closing", "other-head"}


def test_every_address_and_media_type_is_in_the_document() -> None:
    words = [word for name, word in vars(wire).items() if name.isupper() and isinstance(word, str)]
    named = {word for word in words if word.startswith(("/", "application/"))}
    assert len(named) > 8
    assert {word for word in named if word not in document()} == set()
    assert f"\n{ALPHABET}\n" in document()


LIMITS = re.findall(r"^\| [^|]+ \| ([^|]+) \| (`[A-Z_` ]+`) \|$", document(), re.MULTILINE)
MODULES = (
    *("kiosk.domain.answers", "kiosk.domain.ballot", "kiosk.domain.credential", "kiosk.domain.journal"),
    *("kiosk.domain.pack", "kiosk.domain.receipt", "kiosk.domain.suggestion"),
    *("kiosk.crypto.pin", "kiosk.crypto.sealing", "kiosk.crypto.signing", "sync.wire", "sync.server.ingest"),
    "sync.server.kiosk_routes",
)


def test_every_limit_is_in_the_document_with_its_number() -> None:
    shown: dict[str, int] = {}
    for numbers, limit_names in LIMITS:
        values = [int(number.replace(",", "")) for number in re.findall(r"[\d,]*\d", numbers)]
        shown |= dict(zip(re.findall(r"[A-Z_]+", limit_names), values, strict=True))
    ours = {}
    for module in map(importlib.import_module, MODULES):
        for name, value in vars(module).items():
            if re.fullmatch(r"MAX_\w+|\w+_BYTES|CHUNK|BLOCK|\w+_BLOCK|LENGTH|OVERHEAD|SPENT_PER_ANSWER", name):
                ours[name] = value
    ours = {name: value for name, value in ours.items() if type(value) is int and not name.startswith("_")}
    assert ours == {name: value for name, value in shown.items() if name in ours}
    assert set(shown) == set(ours)
