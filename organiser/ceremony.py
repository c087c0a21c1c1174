"""The ceremony: the tally key is made, split among trustees, and kept nowhere (DESIGN.md §3, SLIP-39)."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import shamir_mnemonic

from kiosk.crypto.sealing import OpeningKey, SealingKey
from kiosk.files import PRIVATE, write_whole
from organiser.key_text import KeyKind
from organiser.keys import KeyRefused, write_public
from organiser.share_sheet import ShareSheet, share_text, write_share_page
from organiser.shares import SHARES, THRESHOLD

TALLY_PUBLIC_FILE = "tally.pub"


@dataclass(frozen=True, slots=True)
class Ceremony:
    """What is left after the ceremony: the public half, and for each trustee a page to print and the same as text."""

    public: SealingKey
    public_file: Path
    share_files: tuple[Path, ...]
    page_files: tuple[Path, ...] = ()


def hold_ceremony(
    folder: Path, *, campaign: str, threshold: int = THRESHOLD, shares: int = SHARES, pages: bool = True
) -> Ceremony:
    """Make the key, write each share (.txt, and .pdf unless `pages` is off; mode 0600) and the public half.

    Nothing else is kept; nothing at all if it does not come to its end: shares of a key without a public half open
    nothing, and look as if they did. Durable on return. Raises KeyRefused if the folder already has a tally key
    (`exists`) or a share of one (`unfinished`: a power cut may have left it), FontMissing, and OSError.
    """
    folder.mkdir(parents=True, exist_ok=True)
    public_file = folder / TALLY_PUBLIC_FILE
    files = tuple(folder / f"share-{number}.txt" for number in range(1, shares + 1))
    printed = tuple(path.with_suffix(".pdf") for path in files) if pages else ()
    if taken := next((path for path in (public_file, *files, *printed) if path.exists()), None):
        raise KeyRefused("exists" if public_file.exists() else "unfinished", taken)
    key = OpeningKey.generate()
    (mnemonics,) = shamir_mnemonic.generate_mnemonics(1, [(threshold, shares)], key.raw)
    try:
        for number, (path, mnemonic) in enumerate(zip(files, mnemonics, strict=True), 1):
            sheet = ShareSheet(number, shares, threshold, campaign, key.public.id.hex(), tuple(mnemonic.split()))
            write_whole(path, share_text(sheet).encode(), PRIVATE)
            if pages:
                write_share_page(path.with_suffix(".pdf"), sheet)
        write_public(public_file, key.public, KeyKind.TALLY)
    except BaseException:  # Ctrl-C too
        for path in (*files, *printed, public_file):
            path.unlink(missing_ok=True)
        raise
    return Ceremony(key.public, public_file, files, printed)
