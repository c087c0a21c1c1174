"""Kiosks that only push: entries made beforehand, so that what is measured is the server's side of a sync.

Each bundle is signed when it is sent, for it says how much of the list of spent marks the kiosk has by then.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

import requests

from kiosk.crypto.signing import SigningKey, VerifyKey
from kiosk.domain.ballot import Cast
from kiosk.domain.campaign import Campaign
from kiosk.domain.canonical import to_map
from kiosk.domain.journal import MAX_BUNDLE_BYTES, MAX_ENTRIES, Bundle, chain_all, encode_entry, genesis
from kiosk.storage.identity import kiosk_key, load_identity
from sync import wire
from sync.bundle import read_acknowledgement, write_bundle

HALF_DAY = 10
"""Ratings in a cast: those of one half-day."""


@dataclass(frozen=True, slots=True)
class Pusher:
    """One enrolled kiosk and its journal in bundles."""

    kiosk: str
    key: SigningKey
    server: VerifyKey
    bundles: tuple[Bundle, ...]

    @property
    def entries(self) -> tuple[bytes, ...]:
        """The whole journal."""
        return tuple(entry for bundle in self.bundles for entry in bundle.entries)

    def push(self, url: str, cursor: int = 0) -> list[float]:
        """Send all; seconds of each exchange. An answer is believed only if the server signed it and it covers all.

        `cursor` is how far this kiosk has read the list of spent marks.
        """
        seconds, sent = [], 0
        with requests.Session() as session:
            session.trust_env = False
            for bundle in self.bundles:
                data = write_bundle(replace(bundle, spent_cursor=cursor), self.key)
                answer = session.post(url + wire.BUNDLES, data=data, headers={"Content-Type": wire.BUNDLE})
                seconds.append(answer.elapsed.total_seconds())
                told = read_acknowledgement(answer.content, self.server)
                sent, cursor = told.acked_seq, told.spent_cursor
        assert sent == len(self.entries)
        return seconds


def pusher(folder: Path, campaign: Campaign, number: int, ratings: int = HALF_DAY) -> Pusher:
    """So many casts of some sealed ratings each; the seals are random bytes, which the server cannot tell."""
    identity, key, epoch = load_identity(folder), kiosk_key(folder), random.randbytes(16)
    entries = tuple(cast_entry(campaign, seq, ratings) for seq in range(1, number + 1))
    per = min(MAX_ENTRIES, MAX_BUNDLE_BYTES // len(entries[0]) - 1)
    bundles, head = [], genesis(identity.kiosk, epoch)
    for first, end in pairwise([*range(0, number, per), number]):
        after = chain_all(head, entries[first:end])
        bundles.append(Bundle(1, campaign.id, identity.kiosk, epoch, first + 1, head, entries[first:end], after))
        head = after
    return Pusher(identity.kiosk, key, identity.server, tuple(bundles))


def push_to_sketch(pusher: Pusher, url: str) -> list[float]:
    """The same entries in the same portions to `sketch_server`; seconds of each exchange."""
    seconds = []
    with requests.Session() as session:
        session.trust_env = False
        for bundle in pusher.bundles:
            data = b"".join(len(entry).to_bytes(4, "big") + entry for entry in bundle.entries)
            heads = {"X-Kiosk": bundle.kiosk, "X-Start": str(bundle.first_seq)}
            answer = session.post(url + "/records", data=data, headers=heads)
            assert int(answer.text) == len(bundle.entries)
            seconds.append(answer.elapsed.total_seconds())
    return seconds


def cast_entry(campaign: Campaign, seq: int, ratings: int) -> bytes:
    """A cast of so many ratings, sealed by nobody."""
    sealed = {department.id: random.randbytes(80) for department in campaign.departments[:ratings]}
    body = Cast(
        campaign.id,
        random.randbytes(10),
        random.randbytes(16),
        "ballot",
        campaign.ballot.version,
        bytes(32),
        campaign.mode,
        1,
        bytes(8),
        sealed,
    )
    return encode_entry(seq, "cast", to_map(body))
