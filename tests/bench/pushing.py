"""Kiosks that only push: bundles made beforehand, so that what is measured is the server's side of a sync."""

from __future__ import annotations

import random
from dataclasses import dataclass
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

DEPARTMENTS = 10
"""Ratings in a cast: those of one half-day."""


@dataclass(frozen=True, slots=True)
class Pusher:
    """One enrolled kiosk's bundles, ready to go, and the rows they become."""

    kiosk: str
    server: VerifyKey
    bundles: tuple[bytes, ...]
    entries: tuple[bytes, ...]

    def push(self, url: str) -> list[float]:
        """Send all; seconds of each exchange. An answer is believed only if the server signed it and it covers all."""
        seconds, sent = [], 0
        with requests.Session() as session:
            session.trust_env = False
            for bundle in self.bundles:
                answer = session.post(url + wire.BUNDLES, data=bundle, headers={"Content-Type": wire.BUNDLE})
                seconds.append(answer.elapsed.total_seconds())
                sent = read_acknowledgement(answer.content, self.server).acked_seq
        assert sent == len(self.entries)
        return seconds


def pusher(folder: Path, campaign: Campaign, number: int) -> Pusher:
    """So many casts of ten sealed ratings each; the seals are random bytes, which the server cannot tell."""
    identity, key, epoch = load_identity(folder), kiosk_key(folder), random.randbytes(16)
    entries = tuple(_entry(campaign, seq) for seq in range(1, number + 1))
    per = min(MAX_ENTRIES, MAX_BUNDLE_BYTES // len(entries[0]) - 1)
    places = [*range(0, number, per), number]
    bundles, head = [], genesis(identity.kiosk, epoch)
    for first, end in pairwise(places):
        bundles.append(_bundle(identity.kiosk, campaign.id, epoch, first + 1, head, entries[first:end], key))
        head = chain_all(head, entries[first:end])
    return Pusher(identity.kiosk, identity.server, tuple(bundles), entries)


def _entry(campaign: Campaign, seq: int) -> bytes:
    sealed = {department.id: random.randbytes(80) for department in campaign.departments[:DEPARTMENTS]}
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


def _bundle(
    kiosk: str, campaign: str, epoch: bytes, first: int, head: bytes, entries: tuple[bytes, ...], key: SigningKey
) -> bytes:
    after = chain_all(head, entries)
    return write_bundle(Bundle(1, campaign, kiosk, epoch, first, head, entries, after), key)
