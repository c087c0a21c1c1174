"""Since when entries have been waiting for the server, as far as one may know: casts carry no time (DESIGN.md §5)."""

from __future__ import annotations

from kiosk.domain.journal import decode_entry
from kiosk.storage.journal import Journal


def oldest_unsent(journal: Journal) -> int | None:
    """Trusted Unix seconds: not later than the first unsent entry was recorded; None if nothing is known of it.

    Its own time where it has one (attendance, staff), else the last contact: until then everything had arrived. Where
    there never was a contact, the first time that any unsent entry has. Raises StorageError.
    """
    times = [_time_of(data) for epoch in journal.unsent_epochs() for data in _unsent(journal, epoch)]
    if times and times[0] is None:
        contact = journal.state().last_contact
        if contact is not None:
            return contact
    return next((at for at in times if at is not None), None)


def _unsent(journal: Journal, epoch: bytes) -> tuple[bytes, ...]:
    return journal.tail(journal.acked(epoch), epoch=epoch).entries


def _time_of(data: bytes) -> int | None:
    at = decode_entry(data).body.get("at")
    return at if isinstance(at, int) else None
