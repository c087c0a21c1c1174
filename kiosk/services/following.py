"""Following: what became of a suggestion, looked up offline by its receipt."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from kiosk.domain.canonical import EncodingError, encode
from kiosk.domain.journal import Kind, decode_recorded
from kiosk.domain.receipt import parse_receipt, receipt_code, status_key
from kiosk.domain.suggestion import Status
from kiosk.services.library import Library
from kiosk.storage.journal import Journal


class ReceiptUnknown(Exception):
    """A well-formed code of which this kiosk knows nothing, as of `as_of` (Unix seconds, None = never synced)."""

    def __init__(self, as_of: int | None) -> None:
        super().__init__("unknown")
        self.as_of = as_of


@dataclass(frozen=True, slots=True)
class Found:
    """A suggestion's status. `status` is None while it waits on this kiosk or has not been read in yet."""

    code: str
    status: Status | None
    as_of: int | None


class Following:
    """Looks up receipts."""

    def __init__(self, journal: Journal, library: Library) -> None:
        self._journal = journal
        self._library = library

    def find(self, typed: str) -> Found:
        """The status for a typed or scanned code. Raises ReceiptError, ReceiptUnknown or StorageError."""
        code = parse_receipt(typed)
        statuses = self._library.statuses
        as_of = None if statuses is None else statuses.as_of
        if statuses is not None and (status := statuses.find(status_key(code))):
            return Found(code, status, as_of)
        if self._is_ours(code):
            return Found(code, None, as_of)
        raise ReceiptUnknown(as_of)

    def _is_ours(self, code: str) -> bool:
        """Whether a suggestion in this kiosk's own journal has this receipt, in whatever epoch."""
        return any(map(partial(_is_suggestion_of, code), self._journal.entries()))


def _is_suggestion_of(code: str, data: bytes) -> bool:
    try:
        entry = decode_recorded(data)
    except EncodingError:
        return False
    return entry.kind == Kind.SUGGESTION and receipt_code(encode(entry.body)) == code
