"""A kiosk's journal after the event, read from its disk: what its entries are and which casts are in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from kiosk.domain.ballot import Cast
from kiosk.domain.canonical import encode, read
from kiosk.domain.journal import Kind, decode_entry
from kiosk.domain.receipt import receipt_code
from kiosk.services.kiosk import open_kiosk
from rehearsal.size import Place

Unique = tuple[bytes, str, frozenset[str]]
"""(credential, form, items): no kiosk records the same twice."""


@dataclass(frozen=True, slots=True)
class JournalOf:
    """One kiosk's journal as it lies on its disk: (epoch, seq) → entry, and its casts by what makes them unique."""

    place: Place
    entries: Mapping[tuple[bytes, int], bytes]
    unsent: int
    casts: Mapping[Unique, tuple[bytes, str]]
    """→ (envelope id, receipt)."""


def read_journal(folder: Path, place: Place) -> JournalOf:
    """A kiosk's journal, which is checked as at every start. The kiosk's process must have ended."""
    kiosk = open_kiosk(folder / place.kiosk)
    try:
        entries: dict[tuple[bytes, int], bytes] = {}
        for epoch in kiosk.journal.all_epochs():
            after = 0
            while (tail := kiosk.journal.tail(after, epoch=epoch)).entries:
                entries |= {(epoch, seq): entry for seq, entry in enumerate(tail.entries, tail.first_seq)}
                after += len(tail.entries)
        return JournalOf(place, entries, kiosk.journal.state().unsent, dict(_casts(entries.values())))
    finally:
        kiosk.close()


def _casts(entries: Iterable[bytes]) -> Iterator[tuple[Unique, tuple[bytes, str]]]:
    for data in entries:
        entry = decode_entry(data)
        if entry.kind == Kind.CAST:
            cast = read(Cast, entry.body)
            unique = cast.credential, cast.form, frozenset(cast.sealed)
            yield unique, (cast.envelope, receipt_code(encode(entry.body)))
