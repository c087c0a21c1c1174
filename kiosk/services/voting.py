"""Voting: from marks in memory to one durable, sealed journal entry (DESIGN.md §5).

VotingError
├── NothingMarked        no marks, or none on the scale
├── VotingClosed         outside the campaign's window, or a department's session has not begun
└── AlreadyCast          some of these departments were rated before; `departments` names them
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert

from kiosk.crypto.sealing import SealingKey, seal
from kiosk.domain.ballot import ENVELOPE_BYTES, FORM, SUITE, Cast, encode_rating, rating_info, spent_mark
from kiosk.domain.campaign import Campaign
from kiosk.domain.canonical import to_map
from kiosk.domain.credential import Credential
from kiosk.domain.journal import Kind
from kiosk.domain.receipt import receipt_code
from kiosk.services.clock import Clock
from kiosk.services.library import Library, Published
from kiosk.storage.errors import translated
from kiosk.storage.journal import Journal
from kiosk.storage.models import SpentMark


class VotingError(Exception):
    """A cast that was refused; nothing was spent and nothing recorded."""


class NothingMarked(VotingError):
    """There was nothing to cast."""


class VotingClosed(VotingError):
    """Not now. `opens` is Unix seconds if it will open, else None."""

    def __init__(self, opens: int | None) -> None:
        super().__init__("closed")
        self.opens = opens


class AlreadyCast(VotingError):
    """Rated before, here or elsewhere. `departments` are ids."""

    def __init__(self, departments: frozenset[str]) -> None:
        super().__init__("already cast")
        self.departments = departments


@dataclass(frozen=True, slots=True)
class Recorded:
    """What is durable now: the receipt's code and how many ratings it covers."""

    receipt: str
    count: int


class Voting:
    """What a representative has cast, may cast, and casts."""

    def __init__(self, journal: Journal, library: Library, clock: Clock) -> None:
        self._journal = journal
        self._library = library
        self._clock = clock

    def spent(self, credential: Credential) -> frozenset[str]:
        """Departments this credential has rated, as far as this kiosk knows. Raises StorageError."""
        campaign = self._library.campaign
        marks = {spent_mark(campaign.salt, credential.id, FORM, d.id): d.id for d in campaign.departments}
        with translated(), self._journal.engine.begin() as connection:
            found = connection.scalars(select(SpentMark.mark).where(SpentMark.mark.in_(marks)))
            return frozenset(marks[mark] for mark in found)

    def open_departments(self) -> frozenset[str]:
        """Departments whose session has begun and that may be rated now."""
        campaign, now = self._library.campaign, self._clock.now()
        if window_opens(campaign, now) is not NOW:
            return frozenset()
        begun = {s.number for s in campaign.sessions if s.start.timestamp() <= now}
        return frozenset(d.id for d in campaign.departments if d.session in begun)

    def cast(self, credential: Credential, marks: Mapping[str, int]) -> Recorded:
        """Seal the marks and record them, all or nothing. `marks` maps department ids to codes of the scale.

        When this returns, the ratings survive kill -9 and a power cut. Raises VotingError or StorageError; then
        nothing was recorded and nothing spent. The marks never touch a disk unsealed.
        """
        published = self._library.published
        self._check(published.campaign, marks)
        cast = self._seal(published, credential, marks)
        by_mark = {
            spent_mark(published.campaign.salt, credential.id, FORM, department): department for department in marks
        }
        with translated(), self._journal.engine.begin() as connection:
            spent = connection.scalars(select(SpentMark.mark).where(SpentMark.mark.in_(by_mark)))
            if already := frozenset(by_mark[mark] for mark in spent):
                raise AlreadyCast(already)
            connection.execute(insert(SpentMark), [{"mark": mark} for mark in sorted(by_mark)])
            envelope = self._journal.append(connection, Kind.CAST, to_map(cast))
        return Recorded(receipt_code(envelope), len(marks))

    def _check(self, campaign: Campaign, marks: Mapping[str, int]) -> None:
        codes = {option.code for option in campaign.ballot.options}
        known = {department.id for department in campaign.departments}
        if not marks or not set(marks) <= known or not set(marks.values()) <= codes:
            raise NothingMarked
        opens = window_opens(campaign, self._clock.now())
        if opens is not NOW:
            raise VotingClosed(opens)
        if early := set(marks) - self.open_departments():
            raise VotingClosed(
                min(int(campaign.session(campaign.department(d).session).start.timestamp()) for d in early)
            )

    def _seal(self, published: Published, credential: Credential, marks: Mapping[str, int]) -> Cast:
        campaign = published.campaign
        key, version = SealingKey(campaign.tally_key), campaign.ballot.version
        return Cast(
            campaign=campaign.id,
            credential=credential.id,
            envelope=secrets.token_bytes(ENVELOPE_BYTES),
            form=FORM,
            form_version=version,
            pack=published.pack,
            mode=campaign.mode,
            suite=SUITE,
            key=key.id,
            sealed={
                department: seal(encode_rating(code), key, rating_info(campaign.id, FORM, version, department))
                for department, code in marks.items()
            },
        )


NOW = 0


def window_opens(campaign: Campaign, now: int) -> int | None:
    """NOW if ratings may be cast, else when they may (Unix seconds), or None if that is over."""
    if now < campaign.not_before.timestamp():
        return int(campaign.not_before.timestamp())
    return NOW if now <= campaign.not_after.timestamp() else None
