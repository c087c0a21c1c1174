"""What the documents promise: relative links lead somewhere, and the commands they name exist."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import typer.main
from defusedxml import ElementTree

from commands.app import app

ROOT = Path(__file__).resolve().parents[1]
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)|<img src=\"([^\"]+)\"")
FENCED = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"(?:python )?main\.py ((?:[a-z][a-z-]*(?:\|[a-z-]+)* ?){1,2})")
names = [str(path.relative_to(ROOT)) for path in DOCUMENTS]


@pytest.mark.parametrize("name", names)
def test_relative_links_lead_somewhere(name: str) -> None:
    document = ROOT / name
    text = FENCED.sub("", document.read_text("utf-8"))
    targets = [a or b for a, b in LINK.findall(text)]
    local = [target.split("#")[0] for target in targets if "://" not in target and not target.startswith("#")]
    assert [target for target in local if not (document.parent / target).exists()] == []


@pytest.mark.parametrize("name", names)
def test_commands_that_are_named_exist(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    named = [words.split() for words in COMMAND.findall(text)]
    assert [words for words in named if not _exists(words)] == []


def test_what_the_handbook_tells_staff_to_touch_is_on_the_screens() -> None:
    """Quoted in Chinese and slanted in English, word for word."""
    text = (ROOT / "docs/venue-handbook.md").read_text("utf-8")
    texts = ElementTree.parse(ROOT / "assets/translations/sanmin_en.ts").iter("message")
    words = {(each.findtext("source") or "", each.findtext("translation") or "") for each in texts}
    explained = {"修好", "PIN locked"}  # not on a screen: what people call it
    chinese = set(re.findall(r"“([^”\x00-\x7f][^”]*|U 盘)”", text)) - explained
    english = {" ".join(found.split()) for found in re.findall(r"(?<!\*)\*([A-Z][^*]+)\*(?!\*)", text)}
    assert chinese - {source for source, _ in words} == set()
    assert english - {translation for _, translation in words} == set()


def test_the_readme_names_targets_of_the_makefile() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    named = set(re.findall(r"^make ([a-z]+)|`make ([a-z]+)", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE))
    assert {a or b for a, b in named} <= targets
    assert named


def test_every_command_and_argument_says_what_it_is() -> None:
    assert list(_unexplained(typer.main.get_command(app), "main.py")) == []


def _exists(words: list[str]) -> bool:
    """Whether `campaign check|build` or `kiosk` names commands; words after the command are its arguments."""
    commands = getattr(typer.main.get_command(app), "commands", {})
    for first in words[0].split("|"):
        if first not in commands:
            return False
        inner = getattr(commands[first], "commands", {})
        if len(words) > 1 and inner and any(second not in inner for second in words[1].split("|")):
            return False
    return True


def _unexplained(command: object, name: str) -> list[str]:
    found = [] if getattr(command, "help", None) else [name]
    for parameter in getattr(command, "params", []):
        if not getattr(parameter, "help", None) and not getattr(parameter, "hidden", False):
            found.append(f"{name} {parameter.name}")
    for word, inner in getattr(command, "commands", {}).items():
        found += _unexplained(inner, f"{name} {word}")
    return found
