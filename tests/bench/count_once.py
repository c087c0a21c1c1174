"""One count in a process of its own, so that its largest resident size is its own: count_once.py FOLDER PEOPLE."""

from __future__ import annotations

import json
import resource
import sys
import time
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
    """Prints seconds, processor seconds of all its processes, and MB of the largest of them."""
    campaign, key = whole_campaign(), SigningKey((folder / "key").read_bytes())
    count = Count(campaign, folder / "collection", folder / "out", key.public, key)
    cards = (card(number, campaign) for number in range(people))
    began = time.process_time()  # what importing took is not of the count
    seconds = timed(lambda: count.run(cards, TALLY_KEY, NOTHING_MISSING, SMALLEST_CELL, lambda *about: None))
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    processor = sum(each.ru_utime + each.ru_stime for each in used) - began
    print(json.dumps({"seconds": seconds, "processor": processor, "mb": max(each.ru_maxrss for each in used) / 1024}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
