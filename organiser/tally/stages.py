"""The stages of the count, each from the records of the one before (DESIGN.md §10).

check → deduplicate → revoke → strip → shuffle → open (`organiser.tally.opening`). Every stage gives the same file for
the same input, so that anyone can repeat it: where an order is needed it follows random ids and hashes of random
bytes, never the order of casting. Each passes over its input once; what must be sorted is sorted on the disk.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from kiosk.crypto.sealing import SealingKey
from kiosk.domain.ballot import SUITE, Cast, counted_first
from kiosk.domain.campaign import Campaign
from kiosk.domain.canonical import EncodingError, read
from kiosk.domain.journal import Kind, decode_entry
from organiser.tally.countable import Countable
from organiser.tally.records import CardState, Collected, Holder, Sealed, Stripped
from organiser.tally.sorting import Keyed, in_order

CASTS = 10_000
"""Casts sorted in memory at a time, each with up to a whole ballot: about 50 MB."""

_first = lru_cache(maxsize=64)(counted_first)  # a cast's boxes come one after the other and share their envelope


class Stage:
    """Counts what a stage sets aside, by reason."""

    def __init__(self) -> None:
        self.count_in = 0
        self.set_aside: Counter[str] = Counter()

    def aside(self, reason: str, count: int) -> None:
        """`count` records came in and do not go on."""
        self.count_in += count
        self.set_aside[reason] += count


class _ByCard(NamedTuple):
    """A cast that may count if its credential was issued."""

    credential: bytes
    venue: str
    envelope: bytes
    form: str
    form_version: int
    sealed: dict[str, bytes]


class Check(Stage):
    """Only genuine boxes of this campaign's live forms, by issued cards, go on; one record per box."""

    def __init__(self, campaign: Campaign, forms: Iterable[Countable], spool: Path) -> None:
        super().__init__()
        self._campaign = campaign
        self._forms = {form.form: (form.version, form.box_bytes) for form in forms}
        self._key = SealingKey(campaign.tally_key).id
        self._spool = spool

    def run(self, records: Iterable[Collected], holders: Iterable[Holder]) -> Iterator[Sealed]:
        """From collected entries to single boxes. `holders` rise by credential; both are walked along once."""
        known = iter(holders)
        holder = next(known, None)
        for cast in in_order(self._casts(records), _ByCard, self._spool, CASTS):
            while holder and holder.credential < cast.credential:
                holder = next(known, None)
            if holder and holder.credential == cast.credential:
                yield from self._boxes(holder, cast)
            else:
                self.aside("unknown-credential", len(cast.sealed))

    def _casts(self, records: Iterable[Collected]) -> Iterator[Keyed]:
        for record in records:
            try:
                entry = decode_entry(record.entry)
                cast = read(Cast, entry.body)
            except EncodingError:
                self.aside("not-an-entry", 1)
                continue
            if reason := self._reason(entry.kind, cast):
                self.aside(reason, len(cast.sealed))
                continue
            key = cast.credential, hashlib.sha256(record.entry).digest()
            row = _ByCard(cast.credential, record.venue, cast.envelope, cast.form, cast.form_version, dict(cast.sealed))
            yield Keyed(key, row)

    def _reason(self, kind: str, cast: Cast) -> str:
        if kind != Kind.CAST or cast.form not in self._forms:
            return "other-form"
        if cast.campaign != self._campaign.id:
            return "other-campaign"
        if cast.mode != self._campaign.mode:
            return "rehearsal"
        if cast.form_version != self._forms[cast.form][0]:
            return "other-version"
        return "other-key" if cast.key != self._key or cast.suite != SUITE else ""

    def _boxes(self, holder: Holder, cast: _ByCard) -> Iterator[Sealed]:
        sizes, home = self._forms[cast.form][1], holder.venue == cast.venue
        card = holder.person, cast.credential, home, holder.state, cast.envelope, cast.form, cast.form_version
        for item, sealed in sorted(cast.sealed.items()):
            size = sizes.get(item)
            if size == len(sealed):
                self.count_in += 1
                yield Sealed(*card, item, sealed)
            else:
                self.aside("unknown-item" if size is None else "wrong-size", 1)


class Deduplicate(Stage):
    """One box per person and item: a revoked card's last, a replaced card's next, then `counted_first`."""

    def __init__(self, spool: Path) -> None:
        super().__init__()
        self._spool = spool

    def run(self, records: Iterable[Sealed]) -> Iterator[Sealed]:
        """The box that counts, of each person and item; persons rise."""
        before: tuple[int, str, str] | None = None
        for rating in in_order(map(self._keyed, records), Sealed, self._spool):
            self.count_in += 1
            unique = rating.person, rating.form, rating.item
            if unique == before:
                self.set_aside["duplicate"] += 1
            else:
                yield rating
            before = unique

    @staticmethod
    def _keyed(rating: Sealed) -> Keyed:
        revoked, replaced = rating.state == CardState.REVOKED, rating.state == CardState.REPLACED
        place = rating.person, rating.form, rating.item, revoked, replaced, *_first(rating.home, rating.envelope)
        return Keyed(place, rating)


class Revoke(Stage):
    """Boxes from revoked cards do not count."""

    def run(self, records: Iterable[Sealed]) -> Iterator[Sealed]:
        """Without revoked cards."""
        for rating in records:
            self.count_in += 1
            if rating.state == CardState.REVOKED:
                self.set_aside["revoked"] += 1
            else:
                yield rating


class Strip(Stage):
    """Who, where and in which envelope is taken off and never comes back."""

    def run(self, records: Iterable[Sealed]) -> Iterator[Stripped]:
        """Sealed boxes alone."""
        for rating in records:
            self.count_in += 1
            yield Stripped(rating.form, rating.form_version, rating.item, rating.sealed)


class Shuffle(Stage):
    """An order that says nothing: by item, then by the hash of the random ciphertext (docs/adr/0031).

    The same ciphertext twice is one box and a copy of it, whoever sent it: the copy does not count.
    """

    def __init__(self, spool: Path) -> None:
        super().__init__()
        self._spool = spool

    def run(self, records: Iterable[Stripped]) -> Iterator[Stripped]:
        """The same records in the order of their hashes."""
        before: Stripped | None = None
        for rating in in_order(map(self._keyed, records), Stripped, self._spool):
            self.count_in += 1
            if rating == before:
                self.set_aside["copied"] += 1
            else:
                yield rating
            before = rating

    @staticmethod
    def _keyed(rating: Stripped) -> Keyed:
        return Keyed((rating.form, rating.item, hashlib.sha256(rating.sealed).digest()), rating)
