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
        self._infos: dict[bytes, bytes | None] = {}

    def batch(self, boxes: Iterable[tuple[bytes, bytes]]) -> Opened:
        """What these boxes, each after its label, hold, as counts. Equal plaintexts are read once."""
        plain: Counter[tuple[bytes, bytes]] = Counter()
        piles: Counter[Key] = Counter()
        aside: Counter[str] = Counter()
        for label, sealed in boxes:
            if (info := self._info(label)) is None:
                aside["other-form"] += 1
                continue
            try:
                plain[label, self._open(sealed, info)] += 1
            except SealRefused:
                aside["does-not-open"] += 1
        for (label, plaintext), number in plain.items():
            form, version, item = named(label)
            codes, reason = meaning(self._forms[form], item, plaintext)
            if reason:
                aside[reason] += number
            for code in codes:
                piles[form, version, item, code] += number
        return piles, aside

    def _info(self, label: bytes) -> bytes | None:
        """HPKE's info of these boxes; None for a form that is not counted."""
        if label not in self._infos:
            form, _, item = named(label)
            self._infos[label] = self._forms[form].info(item) if form in self._forms else None
        return self._infos[label]
