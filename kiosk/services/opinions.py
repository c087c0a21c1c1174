"""Opinions: one anonymous tap after a must-answer problem's answer, counted and nothing more."""

from __future__ import annotations

import secrets
from typing import Literal

from kiosk.domain.canonical import to_map
from kiosk.domain.journal import Kind, Opinion
from kiosk.services.library import Library
from kiosk.storage.journal import Journal

ID_BYTES = 16
"""So that an opinion that is in two epochs after a rescue counts once."""
Verdict = Literal["answered", "unclear", "not_answered"]


class Opinions:
    """Records what people think of an answer."""

    def __init__(self, journal: Journal, library: Library) -> None:
        self._journal = journal
        self._library = library

    def record(self, problem: int, verdict: Verdict) -> None:
        """Durable on return. Raises KeyError for an unknown problem, StorageError."""
        if problem not in {p.number for p in self._library.campaign.problems}:
            raise KeyError(problem)
        self._journal.record(Kind.OPINION, to_map(Opinion(problem, verdict, secrets.token_bytes(ID_BYTES))))
