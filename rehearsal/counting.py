"""After the event: the export, the count with three trustees' shares, and its repetition by a verifier."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kiosk.crypto.sealing import SealingKey
from organiser.issuing import each_issued
from organiser.shares import THRESHOLD, read_share, recover
from organiser.tally.comparing import Difference
from organiser.tally.records import Pile, read_records
from organiser.tally.release import Closing, release
from organiser.tally.results import Results
from organiser.tally.run import Count
from organiser.tally.statement import read_export
from organiser.tally.steps import OPENED
from organiser.tally.verify import Verification
from rehearsal.world import World
from sync.server.export import export_collection


@dataclass(frozen=True, slots=True)
class Counted:
    """What the count says: `piles` by (form, version, item, code); `differences` are a verifier's."""

    piles: Counter[tuple[str, int, str, int | str]]
    results: Results
    differences: tuple[Difference, ...]


def count_event(world: World, closings: Mapping[str, Closing]) -> Counted:
    """Export, count and verify. Raises ReleaseRefused where a kiosk is not in, TallyRefused, SharesRefused."""
    collection, out = world.folder / "collection", world.folder / "results"
    server = world.open_server()
    try:
        export_collection(server, collection)
    finally:
        server.close()
    export = read_export(collection, world.campaign.id, world.office.public)
    grounds = release(export, closings.values())
    shares = [read_share(path) for path in world.ceremony.share_files[-THRESHOLD:]]
    key = recover(shares, SealingKey(world.campaign.tally_key))
    count = Count(world.campaign, collection, out, world.office.public, world.office.key)
    results = count.run(each_issued(world.office.issued_file), key, grounds, 1, _quiet)
    cards = each_issued(world.office.issued_file)
    check = Verification(world.campaign, collection, out, world.office.public, key, cards)
    return Counted(_piles(out), results, tuple(check.differences(_quiet)))


def _piles(out: Path) -> Counter[tuple[str, int, str, int | str]]:
    piles: Counter[tuple[str, int, str, int | str]] = Counter()
    for pile in read_records(out / OPENED, Pile):
        piles[pile.form, pile.form_version, pile.item, pile.code] = pile.number
    return piles


def _quiet(stage: str, count_in: int, count_out: int) -> None:
    """Nobody listens to the stages."""
