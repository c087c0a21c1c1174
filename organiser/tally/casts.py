"""The collection's entries as casts: what can be read and belongs to this campaign's live forms."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple, TypeAlias

from kiosk.crypto.sealing import SealingKey
from kiosk.domain.ballot import SUITE, Cast
from kiosk.domain.campaign import Campaign
from kiosk.domain.canonical import EncodingError, read
from kiosk.domain.journal import Kind, decode_entry
from organiser.tally.countable import Countable

Delivered: TypeAlias = tuple[str, bytes]
"""(venue, entry) of one collected record."""


class ReadCast(NamedTuple):
    """A cast that may count if its credential was issued; in the order of the file. `digest` is the entry's SHA-256."""

    credential: bytes
    digest: bytes
    venue: str
    envelope: bytes
    form: str
    sealed: dict[str, bytes]


class CastReader:
    """Reads entries in batches; works in other processes too, so it holds nothing that changes."""

    def __init__(self, campaign: Campaign, forms: Sequence[Countable]) -> None:
        self._campaign = campaign.id
        self._mode = campaign.mode
        self._key = SealingKey(campaign.tally_key).id
        self._versions = {form.form: form.version for form in forms}
        self._names = {item: item for form in forms for item in form.box_bytes}

    def batch(self, records: Iterable[Delivered]) -> tuple[list[ReadCast], Counter[str]]:
        """The casts of these entries, and how much was set aside of them, by reason."""
        casts: list[ReadCast] = []
        set_aside: Counter[str] = Counter()
        for venue, data in records:
            try:
                entry = decode_entry(data)
                cast = read(Cast, entry.body)
            except EncodingError:
                set_aside["not-an-entry"] += 1
                continue
            if reason := self._reason(entry.kind, cast):
                set_aside[reason] += len(cast.sealed)
                continue
            digest = hashlib.sha256(data).digest()
            casts.append(ReadCast(cast.credential, digest, venue, cast.envelope, cast.form, self._named(cast)))
        return casts, set_aside

    def _named(self, cast: Cast) -> dict[str, bytes]:
        """Items are the same object wherever they are the same, so that each is sent and kept once for a batch."""
        return {self._names.get(item, item): sealed for item, sealed in cast.sealed.items()}

    def _reason(self, kind: str, cast: Cast) -> str:
        if kind != Kind.CAST or cast.form not in self._versions:
            return "other-form"
        if cast.campaign != self._campaign:
            return "other-campaign"
        if cast.mode != self._mode:
            return "rehearsal"
        if cast.form_version != self._versions[cast.form]:
            return "other-version"
        return "other-key" if cast.key != self._key or cast.suite != SUITE else ""
