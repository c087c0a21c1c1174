"""Casting only while the day is open: staff have closed it, nothing is cast until they open it again.

DayClosed                a VotingClosed; nothing was spent and nothing recorded
"""

from __future__ import annotations

from kiosk.domain.credential import Credential
from kiosk.services.casting import Casting, Permit, VotingClosed
from kiosk.services.clock import Clock
from kiosk.services.day import Day
from kiosk.services.library import Library
from kiosk.storage.journal import Journal


class DayClosed(VotingClosed):
    """Closed by venue staff; nobody knows when they will open it again."""

    def __init__(self) -> None:
        super().__init__(None)


class DayCasting(Casting):
    """Casting that asks the day first. Closing runs on the same lane, so nothing slips in between."""

    def __init__(self, journal: Journal, library: Library, clock: Clock, day: Day) -> None:
        super().__init__(journal, library, clock)
        self._day = day

    def permit(self, credential: Credential) -> Permit:
        """See Casting; raises DayClosed as well."""
        permit = super().permit(credential)
        if not self._day.is_open():
            raise DayClosed
        return permit
