"""What an event left on the disks: at the people, in the kiosks' journals, in the server's database."""

from __future__ import annotations

from dataclasses import dataclass

from rehearsal.comparing import Mismatch, compare_records, matched
from rehearsal.event import Event
from rehearsal.journals import JournalOf, read_journal
from rehearsal.known import Known, KnownCast, read_known
from rehearsal.stored import Stored, read_stored


@dataclass(frozen=True, slots=True)
class Remains:
    """What people saw, and what kiosks and server keep of it."""

    known: Known
    journals: list[JournalOf]
    stored: Stored

    def compare(self) -> tuple[list[tuple[KnownCast, bytes]], list[Mismatch]]:
        """The casts with their entries, and everything in which the three differ."""
        casts, mismatches = matched(self.known, self.journals)
        return casts, [*mismatches, *compare_records(self.known, self.journals, self.stored)]


def read_remains(event: Event) -> Remains:
    """Read it all, once every process has ended. Raises OSError or SQLAlchemyError."""
    known = read_known(event.folder, event.plan, event.world.campaign, event.places)
    journals = [read_journal(event.folder, place) for place in event.places]
    server = event.world.open_server()
    try:
        return Remains(known, journals, read_stored(server))
    finally:
        server.close()
