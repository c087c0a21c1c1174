"""One count in a process of its own, so that its largest resident size is its own: count_once.py FOLDER PEOPLE."""

from __future__ import annotations

import json
import resource
import sys
from pathlib import Path

TESTS = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(TESTS), str(TESTS.parent)]

from bench.counting import NOTHING_MISSING  # noqa: E402
from bench.measuring import timed  # noqa: E402
from organiser_samples import TALLY_KEY  # noqa: E402
from synthetic_count import card, whole_campaign  # noqa: E402

from kiosk.crypto.signing import SigningKey  # noqa: E402
from organiser.tally.results import SMALLEST_CELL  # noqa: E402
from organiser.tally.run import Count  # noqa: E402


def main(folder: Path, people: int) -> None:
    """Prints seconds and MB."""
    campaign, key = whole_campaign(), SigningKey((folder / "key").read_bytes())
    count = Count(campaign, folder / "collection", folder / "out", key.public, key)
    cards = (card(number, campaign) for number in range(people))
    seconds = timed(lambda: count.run(cards, TALLY_KEY, NOTHING_MISSING, SMALLEST_CELL, lambda *about: None))
    sizes = (resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    print(json.dumps({"seconds": seconds, "mb": max(sizes) / 1024}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
