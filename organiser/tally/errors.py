"""Why a count stops.

TallyRefused
├── CollectionRefused    what the server exported is not genuine, not whole, or of another campaign
├── StageDiffers         a stage's file or statement is not what was signed
└── ReleaseRefused       kiosks have not delivered everything; nothing is counted before they have
"""

from __future__ import annotations


class TallyRefused(Exception):
    """Nothing was counted. `code` is short and stable, `file` names the file it is about.

    `code`: missing, damaged, twice (a credential in the roster), stopped (a process that opens boxes died).
    """

    def __init__(self, code: str, file: str = "") -> None:
        super().__init__(f"{code}: {file}" if file else code)
        self.code = code
        self.file = file


class CollectionRefused(TallyRefused):
    """`code`: missing, forged, damaged, other-campaign."""


class StageDiffers(TallyRefused):
    """`code`: missing, forged, damaged, differs."""


class ReleaseRefused(TallyRefused):
    """`code`: kiosks-missing. `kiosks` maps each of them to why: unreported, missing, frozen, other-head."""

    def __init__(self, kiosks: dict[str, str]) -> None:
        super().__init__("kiosks-missing", ", ".join(sorted(kiosks)))
        self.kiosks = kiosks
