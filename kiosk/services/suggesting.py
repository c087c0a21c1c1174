"""Suggesting: from a resident's words in memory to a sealed journal entry and a receipt (DESIGN.md §6).

SuggestionRefused        `code`: no-words, too-long, bad-name, bad-phone; the draft stays as it is
"""

from __future__ import annotations

import re
import secrets
from dataclasses import dataclass

from kiosk.crypto.sealing import SealingKey, seal
from kiosk.domain.ballot import ENVELOPE_BYTES, SUITE
from kiosk.domain.canonical import to_map
from kiosk.domain.journal import Kind
from kiosk.domain.receipt import receipt_code
from kiosk.domain.suggestion import (
    MAX_NAME,
    MAX_PHONE,
    SealedSuggestion,
    Suggestion,
    encode_suggestion,
    suggestion_info,
)
from kiosk.services.casting import Recorded
from kiosk.services.clock import Clock
from kiosk.services.library import Library, Published
from kiosk.storage.journal import Journal

_PHONE = re.compile(r"\+?[0-9][0-9 -]{5,18}[0-9]")


class SuggestionRefused(Exception):
    """Words that cannot be taken as they are. Nothing was recorded."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class Draft:
    """What a person has written so far; lives in memory only."""

    text: str = ""
    department: str | None = None
    problem: int | None = None
    name: str = ""
    phone: str = ""


class Suggesting:
    """Takes suggestions."""

    def __init__(self, journal: Journal, library: Library, clock: Clock) -> None:
        self._journal = journal
        self._library = library
        self._clock = clock

    def check(self, draft: Draft) -> None:
        """Raises SuggestionRefused if the draft cannot be handed in yet."""
        text = draft.text.strip()
        if not any(character.isalnum() for character in text):
            raise SuggestionRefused("no-words")
        if len(text) > self._library.campaign.suggestion.max_characters:
            raise SuggestionRefused("too-long")
        if len(draft.name.strip()) > MAX_NAME:
            raise SuggestionRefused("bad-name")
        phone = draft.phone.strip()
        if phone and (len(phone) > MAX_PHONE or not _PHONE.fullmatch(phone)):
            raise SuggestionRefused("bad-phone")

    def submit(self, draft: Draft, language: str) -> Recorded:
        """Seal and record. Durable on return. Raises SuggestionRefused, NothingPublished or StorageError."""
        self.check(draft)
        published = self._library.published
        envelope = secrets.token_bytes(ENVELOPE_BYTES)
        body = self._seal(published, envelope, self._words(draft, language))
        return Recorded(receipt_code(self._journal.record(Kind.SUGGESTION, to_map(body))), 1)

    def _words(self, draft: Draft, language: str) -> Suggestion:
        return Suggestion(
            text=draft.text.strip(),
            at=self._clock.now() // 60 * 60,
            language=language,
            department=draft.department,
            problem=draft.problem,
            name=draft.name.strip() or None,
            phone=draft.phone.strip() or None,
        )

    def _seal(self, published: Published, envelope: bytes, suggestion: Suggestion) -> SealedSuggestion:
        key = SealingKey(published.campaign.intake_key)
        return SealedSuggestion(
            campaign=published.campaign.id,
            envelope=envelope,
            pack=published.pack,
            suite=SUITE,
            key=key.id,
            sealed=seal(encode_suggestion(suggestion), key, suggestion_info(published.campaign.id, envelope)),
        )
