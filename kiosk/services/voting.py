"""Voting: from marks in memory to one durable, sealed journal entry (DESIGN.md §5).

CastRefused              (kiosk.services.casting)
├── NothingMarked        no marks, or none on the scale
├── VotingClosed         outside the campaign's window, or a department's session has not begun
└── AlreadyCast          some of these departments were rated before; `departments` names them
"""

from __future__ import annotations

from collections.abc import Mapping

from kiosk.domain.ballot import FORM, encode_rating, rating_info
from kiosk.domain.campaign import Campaign
from kiosk.domain.credential import Credential
from kiosk.services.casting import NOW, AlreadySpent, Casting, CastRefused, Paper, window_opens
from kiosk.services.casting import Recorded as Recorded
from kiosk.services.casting import VotingClosed as VotingClosed
from kiosk.services.clock import Clock
from kiosk.services.library import Library


class NothingMarked(CastRefused):
    """There was nothing to cast."""


class AlreadyCast(CastRefused):
    """Rated before, here or elsewhere. `departments` are ids."""

    def __init__(self, departments: frozenset[str]) -> None:
        super().__init__("already cast")
        self.departments = departments


class Voting:
    """What a representative has cast, may cast, and casts."""

    def __init__(self, casting: Casting, library: Library, clock: Clock) -> None:
        self._casting = casting
        self._library = library
        self._clock = clock

    def spent(self, credential: Credential) -> frozenset[str]:
        """Departments this credential has rated, as far as this kiosk knows. Raises StorageError."""
        wanted = [(FORM, department.id) for department in self._library.campaign.departments]
        return frozenset(department for _, department in self._casting.spent(credential, wanted))

    def open_departments(self) -> frozenset[str]:
        """Departments whose session has begun and that may be rated now."""
        campaign, now = self._library.campaign, self._clock.now()
        return _begun(campaign, now) if window_opens(campaign, now) is NOW else frozenset()

    def cast(self, credential: Credential, marks: Mapping[str, int]) -> Recorded:
        """Seal the marks and record them, all or nothing. `marks` maps department ids to codes of the scale.

        When this returns, the ratings survive kill -9 and a power cut. Raises CastRefused, CredentialRefused or
        StorageError; then nothing was recorded and nothing spent. The marks never touch a disk unsealed.
        """
        permit = self._casting.permit(credential)
        campaign = permit.published.campaign
        _check_marks(campaign, marks)
        _check_sessions(campaign, marks, permit.now)
        plaintexts = {department: encode_rating(code) for department, code in marks.items()}
        try:
            return self._casting.cast(permit, Paper(FORM, campaign.ballot.version, plaintexts, rating_info))
        except AlreadySpent as error:
            raise AlreadyCast(error.units) from error


def _check_marks(campaign: Campaign, marks: Mapping[str, int]) -> None:
    codes = {option.code for option in campaign.ballot.options}
    known = {department.id for department in campaign.departments}
    if not marks or not set(marks) <= known or not set(marks.values()) <= codes:
        raise NothingMarked


def _check_sessions(campaign: Campaign, marks: Mapping[str, int], now: int) -> None:
    if early := set(marks) - _begun(campaign, now):
        starts = [campaign.session(campaign.department(department).session).start for department in early]
        raise VotingClosed(int(min(starts).timestamp()))


def _begun(campaign: Campaign, now: int) -> frozenset[str]:
    begun = {session.number for session in campaign.sessions if session.start.timestamp() <= now}
    return frozenset(department.id for department in campaign.departments if department.session in begun)
