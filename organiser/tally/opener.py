"""Opens boxes in batches: what comes out are counts, and no opened box keeps a place of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TypeAlias

from kiosk.crypto.sealing import OpeningKey, SealRefused, opener
from organiser.tally.boxes import named
from organiser.tally.countable import Countable, meaning

Key: TypeAlias = tuple[str, int, str, int | str]
Opened: TypeAlias = tuple[Counter[Key], Counter[str]]
"""(form, version, item, code) → how often; reason → how many were set aside."""


class Opener:
    """Opens with a key that is read once."""

    def __init__(self, forms: Iterable[Countable], key: OpeningKey) -> None:
        self._forms = {form.form: form for form in forms}
        self._open = opener(key)
        self._infos: dict[tuple[str, str], bytes] = {}

    def batch(self, boxes: Iterable[tuple[bytes, bytes]]) -> Opened:
        """What these boxes, each after its label, hold, as counts."""
        piles: Counter[Key] = Counter()
        aside: Counter[str] = Counter()
        for label, sealed in boxes:
            form, version, item = named(label)
            codes, reason = self._codes(form, item, sealed)
            if reason:
                aside[reason] += 1
            for code in codes:
                piles[form, version, item, code] += 1
        return piles, aside

    def _codes(self, form: str, item: str, sealed: bytes) -> tuple[tuple[int | str, ...], str]:
        if (known := self._forms.get(form)) is None:
            return (), "other-form"
        if (info := self._infos.get((form, item))) is None:
            info = self._infos[form, item] = known.info(item)
        try:
            return meaning(known, item, self._open(sealed, info))
        except SealRefused:
            return (), "does-not-open"
