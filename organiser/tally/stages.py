"""The stages of the count, each from the records of the one before (DESIGN.md §10).

check → deduplicate → revoke → strip → shuffle → open. Every stage gives the same file for the same input, so that
anyone can repeat it: where an order is needed it follows hashes, never the order of casting.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from kiosk.crypto.sealing import OpeningKey, SealingKey, SealRefused, open_sealed
from kiosk.domain.ballot import FORM, SUITE, Cast, counted_first, decode_rating, rating_info
from kiosk.domain.campaign import Campaign
from kiosk.domain.canonical import EncodingError, read
from kiosk.domain.journal import Kind, decode_entry
from organiser.tally.records import CardState, Collected, Holder, Pile, Sealed, Stripped

SEALED_BYTES = 80


class Stage:
    """Counts what a stage sets aside, by reason."""

    def __init__(self) -> None:
        self.count_in = 0
        self.set_aside: Counter[str] = Counter()


class Check(Stage):
    """Only genuine ratings of this campaign's live ballot, by issued cards, go on; one record per rating."""

    def __init__(self, campaign: Campaign, holders: Mapping[bytes, Holder]) -> None:
        super().__init__()
        self._campaign = campaign
        self._holders = holders
        self._departments = {department.id for department in campaign.departments}
        self._key = SealingKey(campaign.tally_key).id

    def run(self, records: Iterable[Collected]) -> Iterator[Sealed]:
        """From collected entries to single ratings."""
        for record in records:
            try:
                entry = decode_entry(record.entry)
                cast = read(Cast, entry.body)
            except EncodingError:
                self._aside("not-an-entry", 1)
                continue
            if reason := self._reason(entry.kind, cast):
                self._aside(reason, len(cast.sealed))
            else:
                yield from self._ratings(record, cast)

    def _reason(self, kind: str, cast: Cast) -> str:
        campaign = self._campaign
        if kind != Kind.CAST or cast.form != FORM:
            return "other-form"
        if cast.campaign != campaign.id:
            return "other-campaign"
        if cast.mode != campaign.mode:
            return "rehearsal"
        if cast.form_version != campaign.ballot.version:
            return "other-version"
        if cast.key != self._key or cast.suite != SUITE:
            return "other-key"
        return "" if cast.credential in self._holders else "unknown-credential"

    def _ratings(self, record: Collected, cast: Cast) -> Iterator[Sealed]:
        holder = self._holders[cast.credential]
        for department, sealed in sorted(cast.sealed.items()):
            self.count_in += 1
            if department not in self._departments or len(sealed) != SEALED_BYTES:
                self.set_aside["unknown-department" if len(sealed) == SEALED_BYTES else "wrong-size"] += 1
                continue
            yield Sealed(
                holder.person,
                cast.credential,
                holder.venue == record.venue,
                holder.state is CardState.REPLACED,
                cast.envelope,
                cast.form,
                cast.form_version,
                department,
                sealed,
            )

    def _aside(self, reason: str, count: int) -> None:
        self.count_in += count
        self.set_aside[reason] += count


class Deduplicate(Stage):
    """One rating per person and department: a revoked card's last, a replaced card's next, then `counted_first`."""

    def __init__(self, revoked: frozenset[bytes]) -> None:
        super().__init__()
        self._revoked = revoked

    def run(self, records: Iterable[Sealed]) -> Iterator[Sealed]:
        """The rating that counts, of each person and department."""

        def unique(rating: Sealed) -> tuple[int, str, int, str]:
            return rating.person, rating.form, rating.form_version, rating.item

        def first(rating: Sealed) -> tuple[bool, bool, bool, bytes]:
            home, digest = counted_first(rating.home, rating.envelope)
            return rating.credential in self._revoked, rating.replaced, home, digest

        everything = sorted(records, key=lambda rating: (unique(rating), first(rating)))
        self.count_in = len(everything)
        for _, group in groupby(everything, unique):
            kept, *others = group
            self.set_aside["duplicate"] += len(others)
            yield kept


class Revoke(Stage):
    """Ratings of revoked cards do not count."""

    def __init__(self, revoked: frozenset[bytes]) -> None:
        super().__init__()
        self._revoked = revoked

    def run(self, records: Iterable[Sealed]) -> Iterator[Sealed]:
        """Without revoked cards."""
        for rating in records:
            self.count_in += 1
            if rating.credential in self._revoked:
                self.set_aside["revoked"] += 1
            else:
                yield rating


class Strip(Stage):
    """Who, where and in which envelope is taken off and never comes back."""

    def run(self, records: Iterable[Sealed]) -> Iterator[Stripped]:
        """Sealed ratings alone."""
        for rating in records:
            self.count_in += 1
            yield Stripped(rating.form, rating.form_version, rating.item, rating.sealed)


class Shuffle(Stage):
    """An order that says nothing: by department, then by the hash of the random ciphertext."""

    def run(self, records: Iterable[Stripped]) -> Iterator[Stripped]:
        """The same records in the order of their hashes."""
        everything = sorted(records, key=lambda r: (r.form, r.item, hashlib.sha256(r.sealed).digest()))
        self.count_in = len(everything)
        yield from everything


class Open(Stage):
    """Marks per department, as counts: no opened mark keeps a place that leads back to its ciphertext."""

    def __init__(self, campaign: Campaign, key: OpeningKey) -> None:
        super().__init__()
        self._campaign = campaign
        self._key = key
        self._codes = {option.code for option in campaign.ballot.options}

    def run(self, records: Iterable[Stripped]) -> Iterator[Pile]:
        """How often each mark was given to each department."""
        piles: Counter[tuple[str, int, str, int]] = Counter()
        for rating in records:
            self.count_in += 1
            info = rating_info(self._campaign.id, rating.form, rating.form_version, rating.item)
            try:
                code = decode_rating(open_sealed(rating.sealed, self._key, info))
            except (SealRefused, EncodingError):
                self.set_aside["does-not-open"] += 1
                continue
            if code not in self._codes:
                self.set_aside["not-on-the-scale"] += 1
                continue
            piles[rating.form, rating.form_version, rating.item, code] += 1
        for pile, count in sorted(piles.items()):
            yield Pile(*pile, count)
