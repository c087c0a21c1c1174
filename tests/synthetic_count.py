"""Synthetic collections of any size for tests and measurements of the count, made without the product's server.

with synthetic(folder, people=3_200) as made: …     every person rates all 38 departments in four casts
"""

from __future__ import annotations

import hashlib
import multiprocessing
import os
import random
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from itertools import repeat
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PublicKey
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite
from organiser_samples import TALLY_KEY, department, sample_campaign

from kiosk.crypto.sealing import OpeningKey, SealingKey
from kiosk.crypto.signing import Purpose, SigningKey, sign
from kiosk.domain.ballot import Cast, encode_rating, rating_info
from kiosk.domain.campaign import Campaign
from kiosk.domain.canonical import encode, to_map
from kiosk.domain.credential import Role
from kiosk.domain.journal import encode_entry
from organiser.issuing import CardState, IssuedCard
from organiser.keys import certify_server
from organiser.roster import RosterRow, Route

DEPARTMENTS, SITTINGS = 38, 4
_SUITE = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.CHACHA20_POLY1305)
_ROUTES = (Route.RANDOM, Route.RECOMMENDED, Route.VOLUNTEER)
_CHUNK = 500


def whole_campaign(key: OpeningKey = TALLY_KEY) -> Campaign:
    """The sample campaign with as many departments as the event has."""
    departments = tuple(department(order, f"d{order:02}") for order in range(1, DEPARTMENTS + 1))
    return sample_campaign(departments=departments, problems=(), tally_key=key.public.raw)


def card(number: int, campaign: Campaign, state: CardState = CardState.VALID) -> IssuedCard:
    """One person's card; the id is random for everybody but this module."""
    venue = campaign.venues[number % len(campaign.venues)]
    category = campaign.categories[number % len(campaign.categories)]
    row = RosterRow(
        f"{number:07}",
        "王某",
        f"100{number:08}",
        category.id,
        _ROUTES[number % 3],
        venue.name.zh,
        "",
        venue.id,
        Role.REPRESENTATIVE,
    )
    return IssuedCard(hashlib.sha256(f"card {number}".encode()).digest()[:10], state, row)


def seal_mark(campaign: Campaign, item: str, code: int) -> bytes:
    """A sealed rating, by the library alone."""
    public = X25519PublicKey.from_public_bytes(campaign.tally_key)
    info = rating_info(campaign.id, "ballot", campaign.ballot.version, item)
    return bytes(_SUITE.encrypt(encode_rating(code), public, info=info))


def cast(
    campaign: Campaign, credential: bytes, envelope: bytes, sealed: dict[str, bytes], /, **changes: object
) -> Cast:
    """An outer envelope."""
    fields = {
        "campaign": campaign.id,
        "credential": credential,
        "envelope": envelope,
        "form": "ballot",
        "form_version": campaign.ballot.version,
        "pack": b"p" * 32,
        "mode": campaign.mode,
        "suite": 1,
        "key": SealingKey(campaign.tally_key).id,
        "sealed": sealed,
    }
    return Cast(**{**fields, **changes})  # type: ignore[arg-type]


def collected(kiosk: str, venue: str, seq: int, body: Cast, epoch: bytes = b"e" * 16) -> bytes:
    """One record of a collection."""
    entry = encode_entry(seq, "cast", to_map(body))
    return encode({"kiosk": kiosk, "venue": venue, "epoch": epoch, "seq": seq, "entry": entry})


@dataclass
class Collection:
    """A server's export under construction."""

    folder: Path
    campaign: Campaign
    organiser: SigningKey
    server: SigningKey = field(default_factory=SigningKey.generate)
    count: int = 0

    def write(self, records: Iterator[bytes], **changes: object) -> None:
        """Everything `serve export` writes."""
        self.folder.mkdir(parents=True, exist_ok=True)
        digest, count = hashlib.sha256(), 0
        with (self.folder / "collection.cborseq").open("wb") as stream:
            for record in records:
                stream.write(record)
                digest.update(record)
                count += 1
        statement: dict[str, object] = {
            "v": 1,
            "campaign": self.campaign.id,
            "server_epoch": b"s" * 16,
            "created": 1_640_000_000,
            "sha256": digest.digest(),
            "count": count,
            "kiosks": {"v01-1": count},
            "frozen": 0,
            "quarantined": 0,
        }
        message = sign(encode({**statement, **changes}), Purpose.EXPORT, self.server)
        (self.folder / "collection.cose").write_bytes(message)
        certificate = certify_server(self.organiser, self.campaign.id, self.server.public)
        (self.folder / "server.cose").write_bytes(certificate)
        self.count = count


def ballots(campaign: Campaign, numbers: range, seed: int = 1) -> list[bytes]:
    """These persons' records: all departments in four casts, marks drawn at random."""
    chance, records = random.Random(f"{seed} {numbers}"), []
    codes = [option.code for option in campaign.ballot.options]
    items = [department.id for department in campaign.departments]
    per = -(-len(items) // SITTINGS)
    for number in numbers:
        holder = card(number, campaign)
        for start in range(0, len(items), per):
            marks = {item: chance.choices(codes, (60, 25, 10, 5))[0] for item in items[start : start + per]}
            sealed = {item: seal_mark(campaign, item, code) for item, code in marks.items()}
            body = cast(campaign, holder.id, chance.randbytes(16), sealed)
            records.append(collected("v01-1", holder.row.venue, number * SITTINGS + start // per + 1, body))
    return records


def write_synthetic(
    folder: Path, people: int, organiser: SigningKey, told: Callable[[int, int], None] = lambda done, total: None
) -> tuple[Collection, Campaign]:
    """A collection of `people` × 38 ratings, sealed on all cores; memory does not grow with `people`."""
    campaign = whole_campaign()
    made = Collection(folder, campaign, organiser)

    def records() -> Iterator[bytes]:
        chunks = [range(start, min(start + _CHUNK, people)) for start in range(0, people, _CHUNK)]
        cores = len(os.sched_getaffinity(0))
        with ProcessPoolExecutor(cores, multiprocessing.get_context("fork")) as pool:
            for start in range(0, len(chunks), cores):
                for chunk in pool.map(ballots, repeat(campaign), chunks[start : start + cores]):
                    yield from chunk
                told(min((start + cores) * _CHUNK, people), people)

    made.write(records())
    return made, campaign


def bare_opens(number: int) -> Callable[[], None]:
    """The floor: so many HPKE opens by the library, key and info read once, nothing else."""
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

    campaign = whole_campaign()
    info = rating_info(campaign.id, "ballot", campaign.ballot.version, "d01")
    boxes = [seal_mark(campaign, "d01", 1 + place % 4) for place in range(min(number, 1000))]
    private = X25519PrivateKey.from_private_bytes(TALLY_KEY.raw)

    def run() -> None:
        for place in range(number):
            _SUITE.decrypt(boxes[place % len(boxes)], private, info=info)

    return run
