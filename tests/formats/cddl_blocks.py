"""The CDDL of docs/formats.md: its rules, and whether a value fits one of them."""

from __future__ import annotations

import re
from functools import cache

import pycddl
from formats.vector_files import DOCUMENT


@cache
def document() -> str:
    """The document's text."""
    return DOCUMENT.read_text("utf-8")


@cache
def rules() -> dict[str, str]:
    """Every rule by its name, as written, without comments."""
    blocks = "\n".join(re.findall(r"```cddl\n(.*?)```", document(), re.DOTALL))
    bare = re.sub(r";.*", "", blocks)
    starts = [*re.finditer(r"^([a-z][a-z0-9-]*)\s*=", bare, re.MULTILINE)]
    ends = [*(match.start() for match in starts[1:]), len(bare)]
    return {match[1]: bare[match.start() : end].strip() for match, end in zip(starts, ends, strict=True)}


@cache
def _schema(rule: str) -> pycddl.Schema:
    others = [text for name, text in rules().items() if name not in ("signed", rule)]
    text = "\n".join([rules()[rule], *others])
    # A bare word before a colon is always a text key (RFC 8610 §3.5.1); pycddl takes it for a type of that name.
    return pycddl.Schema(re.sub(r"(?<![\w-])([a-z_][a-z0-9_-]*)\s*:", r'"\1":', text))


def fits(rule: str, data: bytes) -> str:
    """Empty if CBOR bytes fit a rule, else why not."""
    try:
        _schema(rule).validate_cbor(data)
    except pycddl.ValidationError as error:
        return str(error)
    return ""


def fields(rule: str) -> set[str]:
    """The field names that a rule names at its outermost level."""
    body = rules()[rule].split("=", 1)[1]
    depth, outer = 0, []
    for character in body:
        depth -= character in "]})"
        if depth <= 1:
            outer.append(character)
        depth += character in "[{("
    return set(re.findall(r"(?:^|[\s,{\[?])([a-z_][a-z0-9_]*)\s*:", "".join(outer)))
