"""Casting: what the ballot and the anonymous questionnaires share, from plaintexts in memory to one durable entry.

CastRefused              nothing was spent and nothing recorded
├── VotingClosed         outside the campaign's window, or too early for a part of it
├── AlreadySpent         something of it was cast before; `units` names it
└── what a use case adds (kiosk.services.voting, kiosk.services.questionnaires)

A card that may not cast raises `kiosk.domain.credential.CredentialRefused`, as it does when signing in.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert

from kiosk.crypto.sealing import SealingKey, seal
from kiosk.domain.ballot import ENVELOPE_BYTES, SUITE, Cast, mark_salt, spent_mark, spent_units
from kiosk.domain.campaign import Campaign
from kiosk.domain.canonical import to_map
from kiosk.domain.credential import Credential, Role, check_credential
from kiosk.domain.journal import Kind
from kiosk.domain.receipt import receipt_code
from kiosk.services.clock import Clock
from kiosk.services.library import Library, Published
from kiosk.storage.errors import translated
from kiosk.storage.journal import Journal
from kiosk.storage.models import SpentMark

NOW = 0


class CastRefused(Exception):
    """A cast that was refused; nothing was spent and nothing recorded."""


class VotingClosed(CastRefused):
    """Not now. `opens` is Unix seconds if it will open, else None."""

    def __init__(self, opens: int | None) -> None:
        super().__init__("closed")
        self.opens = opens


class AlreadySpent(CastRefused):
    """Cast before, here or elsewhere. `units` are departments of the ballot, or the one unit of a whole form."""

    def __init__(self, units: frozenset[str]) -> None:
        super().__init__("already spent")
        self.units = units


@dataclass(frozen=True, slots=True)
class Recorded:
    """What is durable now: the receipt's code and how many ratings or answers it covers."""

    receipt: str
    count: int


@dataclass(frozen=True, slots=True)
class Permit:
    """A card that may cast now: under the content in force at `now` (trusted Unix seconds), whatever arrives later."""

    credential: Credential
    published: Published
    now: int


@dataclass(frozen=True, slots=True, repr=False)
class Paper:
    """Something filled in, in memory only: padded plaintexts by department or question, and what binds each box.

    `info` makes HPKE's `info` from campaign, form, version and the plaintext's key. Its repr shows nothing.
    """

    form: str
    version: int
    plaintexts: Mapping[str, bytes]
    info: Callable[[str, str, int, str], bytes]


class Casting:
    """Seals, spends and records, all or nothing."""

    def __init__(self, journal: Journal, library: Library, clock: Clock) -> None:
        self._journal = journal
        self._library = library
        self._clock = clock

    def spent(self, credential: Credential, wanted: Collection[tuple[str, str]]) -> frozenset[tuple[str, str]]:
        """Which (form, unit) this credential has cast, as far as this kiosk knows. Raises StorageError."""
        campaign = self._library.campaign
        salt = mark_salt(campaign.salt, campaign.mode)
        marks = {spent_mark(salt, credential.id, form, unit): (form, unit) for form, unit in wanted}
        with translated(), self._journal.engine.begin() as connection:
            found = connection.scalars(select(SpentMark.mark).where(SpentMark.mark.in_(marks)))
            return frozenset(marks[mark] for mark in found)

    def permit(self, credential: Credential) -> Permit:
        """Whether this card may cast now, and under which content. Raises CredentialRefused or VotingClosed."""
        published, now = self._library.published, self._clock.now()
        check_credential(
            credential,
            campaign=published.campaign.id,
            roles=frozenset({Role.REPRESENTATIVE}),
            now=now,
            revoked=published.access.revoked,
            replaced=published.access.replaced,
        )
        opens = window_opens(published.campaign, now)
        if opens is not NOW:
            raise VotingClosed(opens)
        return Permit(credential, published, now)

    def cast(self, permit: Permit, paper: Paper) -> Recorded:
        """Record a paper in one transaction: its spent marks and one journal entry.

        When this returns, it survives kill -9 and a power cut. Raises AlreadySpent or StorageError; then nothing was
        recorded and nothing spent. The plaintexts never touch a disk unsealed.
        """
        body = to_map(_sealed(permit, paper))
        campaign, credential = permit.published.campaign, permit.credential.id
        salt = mark_salt(campaign.salt, campaign.mode)
        units = spent_units(paper.form, paper.plaintexts)
        marks = {spent_mark(salt, credential, paper.form, unit): unit for unit in units}
        with translated(), self._journal.engine.begin() as connection:
            spent = connection.scalars(select(SpentMark.mark).where(SpentMark.mark.in_(marks)))
            if already := frozenset(marks[mark] for mark in spent):
                raise AlreadySpent(already)
            connection.execute(insert(SpentMark), [{"mark": mark} for mark in sorted(marks)])
            envelope = self._journal.append(connection, Kind.CAST, body)
        return Recorded(receipt_code(envelope), len(paper.plaintexts))


def window_opens(campaign: Campaign, now: int) -> int | None:
    """NOW if ballots and forms may be cast, else when they may (Unix seconds), or None if that is over."""
    if now < campaign.not_before.timestamp():
        return int(campaign.not_before.timestamp())
    return NOW if now <= campaign.not_after.timestamp() else None


def _sealed(permit: Permit, paper: Paper) -> Cast:
    campaign = permit.published.campaign
    key = SealingKey(campaign.tally_key)
    return Cast(
        campaign=campaign.id,
        credential=permit.credential.id,
        envelope=secrets.token_bytes(ENVELOPE_BYTES),
        form=paper.form,
        form_version=paper.version,
        pack=permit.published.pack,
        mode=campaign.mode,
        suite=SUITE,
        key=key.id,
        sealed={
            part: seal(plaintext, key, paper.info(campaign.id, paper.form, paper.version, part))
            for part, plaintext in paper.plaintexts.items()
        },
    )
