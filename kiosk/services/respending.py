"""After a damaged database: spent marks that are lost follow again from the casts that were saved."""

from __future__ import annotations

from sqlalchemy.dialects.sqlite import insert

from kiosk.domain.ballot import Cast
from kiosk.domain.canonical import EncodingError, read
from kiosk.domain.journal import Kind, decode_recorded
from kiosk.services.library import Library
from kiosk.services.reconciling import marks_of
from kiosk.storage import settings
from kiosk.storage.errors import translated
from kiosk.storage.journal import Journal
from kiosk.storage.models import SpentMark


def respend(journal: Journal, library: Library) -> None:
    """Do it if a rescue asked for it; without a pack it waits for the next start. Raises StorageError."""
    with translated(), journal.engine.reading() as connection:
        wanted = bool(settings.get_int(connection, settings.RESPEND))
    if not wanted or library.is_empty:
        return
    marks = _marks(journal, library.campaign.salt)
    with translated(), journal.engine.begin() as connection:
        if marks:
            rows = [{"mark": mark} for mark in sorted(marks)]
            connection.execute(insert(SpentMark).on_conflict_do_nothing(), rows)
        settings.remove(connection, settings.RESPEND)


def _marks(journal: Journal, salt: bytes) -> set[bytes]:
    marks: set[bytes] = set()
    for data in journal.entries():
        try:
            entry = decode_recorded(data)
        except EncodingError:
            continue
        if entry.kind == Kind.CAST:
            marks |= marks_of(read(Cast, entry.body), salt)
    return marks
