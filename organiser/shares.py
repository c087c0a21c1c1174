"""Trustees' shares as words (SLIP-39): read from a sheet or from typing, checked word by word, put together again.

SharesRefused            these shares do not give the tally key; nothing was opened
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence
from pathlib import Path

import shamir_mnemonic
from shamir_mnemonic.rs1024 import verify_checksum
from shamir_mnemonic.wordlist import WORDLIST

from kiosk.crypto.sealing import OpeningKey, SealingKey

THRESHOLD, SHARES = 3, 5
WORDS = 33
"""Words of a share of a 32-byte secret (SLIP-39)."""
LETTERS = 4
"""No two words of the list begin with the same four letters (SLIP-39)."""
_PLACES = {word: place for place, word in enumerate(WORDLIST)}
_BY_LETTERS = {word[:LETTERS]: word for word in WORDLIST}
_CUSTOMIZATION = (b"shamir", b"shamir_extendable")
"""What the checksum begins with, by the share's extendable bit, the fifth from the end of the second word (SLIP-39)."""


_NUMBERED = re.compile(r"\s*\d{1,2}\W")
"""How a line of a share's sheet begins."""
_BETWEEN = re.compile(r"[\s\d.,;:)、，；。）]+")


class SharesRefused(Exception):
    """`code`: `unknown-word`, `wrong-length`, `wrong-word` (one word is wrong, and it is this one), `damaged` (more
    than one is, or their order), `too-few`, `not-together`, `twice`, `other-key`, `not-a-share` (`text` is the file).

    `share` is the share's place in what was given, from 1; `word` the word's place in it and `text` the word, `near`
    words of the list that are written much the same.
    """

    def __init__(self, code: str, share: int = 0, word: int = 0, text: str = "", near: tuple[str, ...] = ()) -> None:
        super().__init__(f"{code} {share} {word}".strip())
        self.code = code
        self.share = share
        self.word = word
        self.text = text
        self.near = near


def read_share(path: Path) -> str:
    """The words of a share file as the ceremony wrote it, or of a file that holds only words.

    Raises SharesRefused and OSError.
    """
    try:
        lines = path.read_text("utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        raise SharesRefused("not-a-share", text=str(path)) from error
    return " ".join([line for line in lines if _NUMBERED.match(line)] or lines)


def check_share(text: str, number: int = 1) -> str:
    """A share's words in full, from words that may be cut to four letters and have their numbers and commas with them.

    Raises SharesRefused, naming the word.
    """
    found = filter(None, _BETWEEN.split(text.casefold()))
    words = [_word(number, place, word) for place, word in enumerate(found, 1)]
    if len(words) != WORDS:
        raise SharesRefused("wrong-length", number, len(words))
    if not _whole(words):
        if place := _wrong_word(words):
            raise SharesRefused("wrong-word", number, place, words[place - 1])
        raise SharesRefused("damaged", number)
    try:
        shamir_mnemonic.Share.from_mnemonic(" ".join(words))
    except shamir_mnemonic.MnemonicError as error:
        raise SharesRefused("damaged", number) from error
    return " ".join(words)


def recover(shares: Sequence[str], public: SealingKey) -> OpeningKey:
    """The tally key from three shares or more, held against its public half. Raises SharesRefused."""
    mnemonics = [check_share(share, number) for number, share in enumerate(shares, 1)]
    if len(set(mnemonics)) != len(mnemonics):
        raise SharesRefused("twice")
    raw = _combined(mnemonics[:THRESHOLD])
    for more in mnemonics[THRESHOLD:]:
        if _combined([*mnemonics[: THRESHOLD - 1], more]) != raw:
            raise SharesRefused("not-together")
    key = OpeningKey(raw)
    if key.public != public:
        raise SharesRefused("other-key")
    return key


def _combined(mnemonics: Sequence[str]) -> bytes:
    """What exactly THRESHOLD shares give: SLIP-39 takes no more than are needed."""
    try:
        return bytes(shamir_mnemonic.combine_mnemonics(mnemonics))
    except shamir_mnemonic.MnemonicError as error:
        few = "nsufficient" in str(error) or "Wrong number" in str(error)
        raise SharesRefused("too-few" if few else "not-together") from error


def _word(number: int, place: int, word: str) -> str:
    if word in _PLACES:
        return word
    full = _BY_LETTERS.get(word[:LETTERS], "") if len(word) >= LETTERS else ""
    if full.startswith(word):
        return full
    raise SharesRefused("unknown-word", number, place, word, tuple(difflib.get_close_matches(word, WORDLIST, 3)))


def _wrong_word(words: Sequence[str]) -> int:
    """The place, from 1, at which one other word would make the checksum right; 0 if no single one does.

    Only the place is told, not the word: SLIP-39 warns against correcting shares. The checksum has 30 bits, so the
    33 × 1,023 attempts name a wrong place once in 30,000. Takes about two seconds.
    """
    numbers = [_PLACES[word] for word in words]
    for place in range(len(numbers)):
        for other in range(len(WORDLIST)):
            if _checks([*numbers[:place], other, *numbers[place + 1 :]]):
                return place + 1
    return 0


def _whole(words: Sequence[str]) -> bool:
    return _checks([_PLACES[word] for word in words])


def _checks(numbers: list[int]) -> bool:
    return bool(verify_checksum(numbers, _CUSTOMIZATION[numbers[1] >> 4 & 1]))
