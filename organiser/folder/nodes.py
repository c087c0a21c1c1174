"""YAML whose every value knows its line, read field by field; what is wrong is noted and replaced by a stand-in."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.constructor import RoundTripConstructor
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.reader import ReaderError

from kiosk.domain.campaign import Bilingual
from organiser.folder.mistakes import Mistakes
from organiser.folder.texts import read_text

NOTHING = Bilingual("–", "–")
LARGEST = 1_000_000_000
EPOCH = datetime.fromisoformat("1970-01-01T00:00:00+00:00")
_UNSEEN = frozenset({"Cc", "Cs"})
"""Control characters, and halves of a pair that `"\\ud800"` writes in YAML: no pack can hold those."""
_TIME = re.compile(r"(\d{1,3}):([0-5]\d)(?:\.(\d{1,3}))?")


class _Constructor(RoundTripConstructor):
    """Leaves times as they are written: YAML's own reading drops their offset."""


_Constructor.add_constructor("tag:yaml.org,2002:timestamp", lambda loader, node: str(node.value))


@dataclass(frozen=True, slots=True)
class Node:
    """A value with its place."""

    value: Any
    file: str
    line: int
    mistakes: Mistakes

    def wrong(self, text: str) -> None:
        """Note a mistake at this place."""
        self.mistakes.add(self.file, self.line, text)

    def get(self, key: str) -> Node | None:
        """The field, or None if it is not there."""
        if not isinstance(self.value, CommentedMap):
            self.wrong("fields are expected here (name: value)")
            return None
        if key not in self.value or self.value[key] is None:
            return None
        return Node(self.value[key], self.file, self.value.lc.key(key)[0] + 1, self.mistakes)

    def need(self, key: str) -> Node | None:
        """The field; a mistake if it is not there."""
        found = self.get(key)
        if found is None and isinstance(self.value, CommentedMap):
            self.wrong(f"“{key}” is missing")
        return found

    def items(self) -> Iterator[Node]:
        """The members of a list."""
        if not isinstance(self.value, CommentedSeq):
            self.wrong("a list is expected here")
            return
        for index, value in enumerate(self.value):
            yield Node(value, self.file, self.value.lc.item(index)[0] + 1, self.mistakes)

    def list(self, key: str) -> list[Node]:
        """The members of a list field; a mistake if it is not there."""
        found = self.need(key)
        return [] if found is None else list(found.items())

    def word(self) -> str:
        """This node's own text, a member of a list."""
        if not isinstance(self.value, str) or not self.value.strip():
            self.wrong("a text is expected here")
            return ""
        return str(self.value).strip()

    def only(self, *known: str) -> Node:
        """This node; fields that mean nothing here are noted, because a misspelt rule would not hold."""
        for key in self.value if isinstance(self.value, CommentedMap) else ():
            if key not in known:
                line = self.value.lc.key(key)[0] + 1
                self.mistakes.add(self.file, line, f"“{key}” is not a field here ({', '.join(sorted(known))})")
        return self

    def text(self, key: str, default: str | None = None) -> str:
        """A text field."""
        found = self.get(key) if default is not None else self.need(key)
        if found is None:
            return default or ""
        if not isinstance(found.value, str) or not found.value.strip():
            found.wrong(f"“{key}” must be a text")
            return default or ""
        if any(unicodedata.category(letter) in _UNSEEN and letter not in "\n\t" for letter in found.value):
            found.wrong(f"“{key}” has a character that cannot be printed")
            return default or ""
        return str(found.value).strip()

    def whole(self, key: str, default: int | None = None) -> int:
        """A whole number field from 0 to LARGEST."""
        found = self.get(key) if default is not None else self.need(key)
        if found is None:
            return default or 0
        if isinstance(found.value, bool) or not isinstance(found.value, int):
            found.wrong(f"“{key}” must be a whole number")
            return default or 0
        if not 0 <= found.value <= LARGEST:
            found.wrong(f"“{key}” must be a number from 0 to {LARGEST:,}")
            return default or 0
        return int(found.value)

    def truth(self, key: str, default: bool) -> bool:
        """A true or false field."""
        found = self.get(key)
        if found is None:
            return default
        if not isinstance(found.value, bool):
            found.wrong(f"“{key}” must be true or false")
            return default
        return bool(found.value)

    def choice(self, key: str, allowed: Collection[str], what: str) -> str:
        """A field that must be one of several ids."""
        text = self.text(key)
        if text and text not in allowed:
            found = self.get(key)
            (found or self).wrong(f"“{text}” is not a known {what} ({', '.join(sorted(allowed))})")
        return text

    def both(self, key: str) -> Bilingual:
        """A field with zh and en."""
        found = self.need(key)
        return NOTHING if found is None else found.bilingual()

    def bilingual(self) -> Bilingual:
        """This node's zh and en."""
        return Bilingual(self.text("zh") or "–", self.text("en") or "–")

    def seconds(self, key: str) -> float:
        """A time in a clip, m:ss or m:ss.mmm."""
        text = self.text(key)
        match = _TIME.fullmatch(text)
        if match is None:
            if text:
                (self.get(key) or self).wrong(f"“{text}” is not a time like 1:05 or 1:05.5")
            return 0.0
        minutes, seconds, fraction = match.groups()
        return int(minutes) * 60 + int(seconds) + float(f"0.{fraction or 0}")

    def moment(self, key: str) -> datetime:
        """A date and time with its offset, ISO 8601."""
        return parse_moment(self.text(key), (self.get(key) or self).line, self.file, self.mistakes)


def parse_moment(text: str, line: int, file: str, mistakes: Mistakes) -> datetime:
    """A date and time with its offset; a mistake is noted if it is not one."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        mistakes.add(file, line, f"“{text}” is not a date and time like 2021-12-18T09:00:00+08:00")
        return EPOCH
    if moment.utcoffset() is None:
        mistakes.add(file, line, f"“{text}” lacks its offset, such as +08:00")
        return EPOCH
    return moment


def read_yaml(folder: Path, name: str, mistakes: Mistakes) -> Node | None:
    """The file's content; None, with the mistake noted, if it cannot be read."""
    text = read_text(folder, name, mistakes)
    if text is None:
        return None
    yaml = YAML()
    yaml.Constructor = _Constructor
    try:
        return Node(yaml.load(text), name, 1, mistakes)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        why = str(error.problem).split(" with value ")[0]  # a doubled key would quote all that is under it
        mistakes.add(name, mark.line + 1 if mark else 0, f"this is not YAML: {why}")
    except ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        mistakes.add(name, line, "there is a character here that cannot be printed")
    except (YAMLError, RecursionError):
        mistakes.add(name, 0, "this is not YAML")
    return None
