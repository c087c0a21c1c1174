"""Writes the test vectors of docs/formats.md: `python tests/vectors/generate.py`, always the same files.

All keys are fixed, and HPKE's ephemeral key is too, so that boxes can be repeated; a real sender draws a fresh one.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

HERE = Path(__file__).parent
if __name__ == "__main__":
    sys.path[:0] = [str(HERE.parent), str(HERE.parent.parent)]

from vectors import answers, basics, cards, contents, counting, journals, servers, stages, sticks  # noqa: E402 - a script has no path yet

FILES = {
    **basics.FILES,
    **cards.FILES,
    **contents.FILES,
    **journals.FILES,
    **servers.FILES,
    **counting.FILES,
    **stages.FILES,
    **sticks.FILES,
    **answers.FILES,
}
"""Name of a file and what makes its content."""


def text_of(name: str) -> str:
    """A file's text: JSON with sorted bytes in hex, one final newline."""
    return json.dumps(FILES[name](), ensure_ascii=False, indent=1, default=bytes.hex) + "\n"


def main() -> None:
    """Write every file beside this script."""
    for name in FILES:
        (HERE / name).write_text(text_of(name), "utf-8")


if __name__ == "__main__":
    main()
