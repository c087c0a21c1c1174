"""What the office writes for people to read: reasons, replies and summaries that everything can keep and show."""

from __future__ import annotations

import unicodedata

from kiosk.domain.campaign import Bilingual
from sync.server.errors import Malformed

MAX_WORDS = 4000
MAX_ENGLISH = 12_000
"""The same said in English, which takes about three letters for a Chinese character."""
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""They let letters and numbers stand on a page in another order than they were written in."""
_SEEN = ("L", "N", "P", "S")


def because(note: Bilingual, reason: Bilingual) -> Bilingual:
    """A step's note with the reason behind it. Raises Malformed (`no-reason`, `bad-words`)."""
    zh, en = words_of(reason.zh, "no-reason"), english_of(reason)
    return Bilingual(f"{note.zh}：{zh}", f"{note.en}: {en}" if en else note.en)


def words_of(text: str, code: str = "no-words") -> str:
    """Chinese, which there must be. Raises Malformed (`code`, `bad-words`)."""
    words = _kept(text, MAX_WORDS)
    if not any(unicodedata.category(c).startswith(_SEEN) for c in words):
        raise Malformed(code)
    return words


def english_of(words: Bilingual) -> str:
    """English, which there may be. Raises Malformed `bad-words`."""
    return _kept(words.en, MAX_ENGLISH)


def _kept(text: str, most: int) -> str:
    """What every database, page and kiosk can keep and shows as it is: of controls only the ends of lines."""
    words = text.replace("\r\n", "\n").strip()
    if len(words) > most or any(_unfit(c) for c in words):
        raise Malformed("bad-words")
    return words


def _unfit(c: str) -> bool:
    return c in _TURNING or (c not in "\n\t" and unicodedata.category(c) in ("Cc", "Cs"))
