"""Why a count stops.

TallyRefused
├── CollectionRefused    what the server exported is not genuine, not whole, or of another campaign
└── StageDiffers         a repeated stage gives something else than the file that was published
"""

from __future__ import annotations


class TallyRefused(Exception):
    """Nothing was counted. `code` is short and stable, `file` names the file it is about."""

    def __init__(self, code: str, file: str = "") -> None:
        super().__init__(f"{code}: {file}" if file else code)
        self.code = code
        self.file = file


class CollectionRefused(TallyRefused):
    """`code`: missing, forged, damaged, other-campaign."""


class StageDiffers(TallyRefused):
    """`code`: missing, forged, damaged, differs."""
